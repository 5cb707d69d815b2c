"""The rules about the data as a whole: what only the whole of a world can be refused for."""

from collections.abc import Callable

from catalog.check import check
from catalog.read import read
from catalog.whole_data import RULES
from conftest import World
from rules import (
    ACTOR,
    ALMANAC,
    CLAIM,
    EVENT,
    PLACE,
    RULE,
    SOURCED,
    TOPIC,
    Files,
    Refused,
    Sound,
    assert_every_rule_is_tried,
    each_refused,
    each_sound,
)

PERSON = "title: Ada\nclassification: person\n" + SOURCED
KEEPER = "offices: [{title: Keeper, sources: [{source: almanac}]}]\n"
STORM = EVENT + "date: 1901\n"
WITH_ADA = {"events/storm.yaml": STORM + "actors: [{actor: ada, role: Guest}]\n"}
SIDES = {
    f"actors/{side}.yaml": ACTOR.replace("North", side.title()) + f"sides: [{side}]\n" for side in ("east", "west")
}
BOTH = {"actors/ring.yaml": ACTOR + "sides: [east, west]\n"}
LOW = "  - id: low\n    text: Tides are low.\n    sources: [{source: almanac}]\n"
PRESENT = STORM + "actors: [{actor: east, role: Guest}, {actor: west, role: Guest}]\n"
EVERYBODY = {**SIDES, "events/storm.yaml": PRESENT}
UNMENTIONED = "no other record mentions it; link it or delete it"
OFFICE = "a person has offices, or says in no_office why not; mend one of the two"
HEARD = "add claims of the other, or say in one_sided why there are none"
REASON = "one_sided: The west is silent.\n"

REFUSED: Refused = {
    "actors_are_mentioned": [
        (
            {"actors/north.yaml": ACTOR + "sides: [north]\n", "events/storm.yaml": STORM},
            [f"data/actors/north.yaml:1:1: {UNMENTIONED}"],
        ),
        ({"places/cove.yaml": PLACE}, [f"data/places/cove.yaml:1:1: {UNMENTIONED}"]),
    ],
    "sources_are_used": [
        (
            {"sources/log.yaml": ALMANAC, "events/storm.yaml": STORM},
            ["data/sources/log.yaml:1:1: nothing rests on it; cite it or delete it"],
        ),
    ],
    "persons_have_an_office": [
        ({**WITH_ADA, "actors/ada.yaml": PERSON}, [f"data/actors/ada.yaml:1:1: offices: {OFFICE}"]),
        (
            {**WITH_ADA, "actors/ada.yaml": PERSON + KEEPER + "no_office: No log names one.\n"},
            [f"data/actors/ada.yaml:5:10: offices: {OFFICE}"],
        ),
    ],
    "topics_have_more_than_one_side": [
        (
            {"topics/tides.yaml": CLAIM},
            [f"data/topics/tides.yaml:1:1: one_sided: claims of no side stand on this topic; {HEARD}"],
        ),
        (
            {**EVERYBODY, "topics/tides.yaml": CLAIM + "    by: west\n"},
            [f"data/topics/tides.yaml:1:1: one_sided: claims of west stand on this topic; {HEARD}"],
        ),
        (
            {**EVERYBODY, "topics/tides.yaml": REASON + CLAIM + "    by: west\n" + LOW + "    by: east\n"},
            ["data/topics/tides.yaml:1:12: one_sided: claims of east and west stand on this topic; delete it"],
        ),
    ],
}
SOUND: Sound = {
    "actors_are_mentioned": [
        {"actors/north.yaml": ACTOR, "places/cove.yaml": PLACE, "events/storm.yaml": STORM + "places: [cove, north]\n"},
        {"places/cove.yaml": PLACE, "topics/tides.yaml": REASON + CLAIM.replace("are high", "of the [[cove]]")},
        {
            "actors/north.yaml": ACTOR,
            "events/storm.yaml": STORM,
            "topics/tides.yaml": REASON + CLAIM + "    since: [{verdict: open, text: 'Ask the [[north]].'}]\n",
        },
    ],
    "sources_are_used": [
        {"sources/log.yaml": ALMANAC, "events/storm.yaml": STORM.replace("}]", "}, {source: log}]")},
        {
            "sources/log.yaml": ALMANAC,
            "topics/tides.yaml": REASON
            + CLAIM
            + "    since: [{verdict: refined, text: By noon., sources: [{source: log}]}]\n",
        },
    ],
    "persons_have_an_office": [
        {**WITH_ADA, "actors/ada.yaml": PERSON + KEEPER},
        {**WITH_ADA, "actors/ada.yaml": PERSON + "no_office: No log names one.\n"},
        {**WITH_ADA, "actors/ada.yaml": ACTOR},
    ],
    "topics_have_more_than_one_side": [
        {"topics/tides.yaml": TOPIC + REASON},
        {**EVERYBODY, "topics/tides.yaml": CLAIM + "    by: west\n" + LOW + "    by: east\n"},
        {**EVERYBODY, **BOTH, "topics/tides.yaml": CLAIM + "    by: ring\n"},
        {
            **EVERYBODY,
            "topics/tides.yaml": CLAIM + "    by: west\n",
            "events/storm.yaml": PRESENT + "claims:\n" + LOW + "    by: east\n    topics: [tides]\n",
        },
    ],
}


def test_every_rule_is_tried_on_what_it_refuses_and_on_what_it_lets_pass() -> None:
    assert_every_rule_is_tried(RULES, REFUSED, SOUND)


@each_refused(REFUSED)
def test_rule_refuses(world: World, rule: str, files: Files, messages: list[str]) -> None:
    whole = {"events/calm.yaml": STORM.replace("Storm", "Calm"), "sources/almanac.yaml": ALMANAC, **files}
    reading = read(world(whole))
    assert messages == [str(problem) for problem in check(reading)]
    assert messages == [str(problem) for problem in RULE[rule](reading)]
    assert check(reading, whole=False) == []


@each_sound(SOUND)
def test_rule_is_content(whole_problems: Callable[..., list[str]], rule: str, files: Files) -> None:
    assert whole_problems({"sources/almanac.yaml": ALMANAC, **files}) == []
