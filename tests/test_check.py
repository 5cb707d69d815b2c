"""Every rule by its name: the worlds that it refuses, with the exact messages, and those with which it is content."""

from collections.abc import Callable

import record_rules
from catalog import history, retirement
from catalog.check import FORM, RULES, check
from catalog.read import read
from conftest import World
from rules import (
    ACTOR,
    ALMANAC,
    CITED,
    CLAIM,
    EVENT,
    MEETING,
    PLACE,
    RULE,
    SINCE,
    TOPIC,
    Files,
    Refused,
    Sound,
    assert_every_rule_is_tried,
    each_refused,
    each_sound,
)

LOW = "  - id: low\n    text: Tides are low.\n" + CITED
PLACES = ALMANAC + "locators: [headline, ¶1]\n"
OPEN = "has brackets that make no link; write [[id]] or [[id|words]]"
ALONE = "add its file first, or look for its id in data/"

REFUSED: Refused = {
    "ids_are_unique": [
        (
            {"topics/tides.yaml": TOPIC, "events/tides.yaml": EVENT + "date: 1901\n"},
            ["data/topics/tides.yaml:1:1: has the id of data/events/tides.yaml; rename one of them"],
        ),
        (
            {"topics/tides.yaml": TOPIC, "topics/Tides.yaml": TOPIC},
            [
                "data/topics/Tides.yaml:1:1: 'Tides' is not an id; use small letters, digits and single hyphens,"
                " begin with a letter, at most 80 characters",
                "data/topics/tides.yaml:1:1: has the id of data/topics/Tides.yaml; rename one of them",
            ],
        ),
    ],
    "ids_are_free": [
        (
            {"topics/index.yaml": TOPIC},
            ["data/topics/index.yaml:1:1: 'index' is the address of the list itself; choose another id"],
        ),
        (
            {"topics/sea.yaml": TOPIC, "topics/tides.yaml": TOPIC + "formerly: [waves, sea, index]\n"},
            [
                "data/topics/tides.yaml:5:19: formerly: 'sea' is the id of another record; leave it out",
                "data/topics/tides.yaml:5:24: formerly: 'index' is the id of another record; leave it out",
            ],
        ),
        (
            {"topics/sea.yaml": TOPIC + "formerly: [waves]\n", "topics/tides.yaml": TOPIC + "formerly: [waves]\n"},
            ["data/topics/tides.yaml:5:12: formerly: 'waves' is the id of another record; leave it out"],
        ),
    ],
    "links_lead_to_records": [
        (
            {"topics/tides.yaml": TOPIC + "parent: tide\n"},
            ["data/topics/tides.yaml:5:9: parent: no topic 'tide'; did you mean 'tides'?"],
        ),
        (
            {"topics/tides.yaml": TOPIC + "topics: [zebras]\n"},
            [f"data/topics/tides.yaml:5:10: topics: no topic 'zebras'; {ALONE}"],
        ),
        (
            {"topics/tides.yaml": TOPIC.replace("almanac", "almanach")},
            ["data/topics/tides.yaml:4:20: sources.source: no source 'almanach'; did you mean 'almanac'?"],
        ),
        (
            {"topics/tides.yaml": TOPIC + "topics: [almanac]\n"},
            ["data/topics/tides.yaml:5:10: topics: 'almanac' is a source; this field takes a topic"],
        ),
        (
            {"topics/tides.yaml": CLAIM + "    by: almanac\n"},
            ["data/topics/tides.yaml:9:9: claims.by: 'almanac' is a source; this field takes an actor"],
        ),
        (
            {"topics/tides.yaml": SINCE.format("open").replace("were low", "in the [[sea]]")},
            [f"data/topics/tides.yaml:11:15: claims.since.text: no record 'sea'; {ALONE}"],
        ),
        (
            {"events/storm.yaml": EVENT + "date: 1901\nplaces: [almanac]\n"},
            ["data/events/storm.yaml:7:10: places: 'almanac' is a source; this field takes a place or actor"],
        ),
        (
            {"topics/tides.yaml": CLAIM.replace("are high", "and the [[sea]]")},
            [f"data/topics/tides.yaml:7:11: claims.text: no record 'sea'; {ALONE}"],
        ),
    ],
    "links_do_not_turn_back": [
        (
            {"topics/tides.yaml": TOPIC + "parent: tides\n"},
            ["data/topics/tides.yaml:5:9: parent: leads back to 'tides' itself; break the circle"],
        ),
        (
            {
                "topics/moon.yaml": TOPIC + "parent: tides\n",
                "topics/sea.yaml": TOPIC + "parent: tides\n",
                "topics/tides.yaml": TOPIC + "parent: sea\n",
            },
            [
                "data/topics/sea.yaml:5:9: parent: leads back to 'sea' itself; break the circle",
                "data/topics/tides.yaml:5:9: parent: leads back to 'tides' itself; break the circle",
            ],
        ),
        (
            {
                "meetings/a.yaml": MEETING + "prepares: b\n",
                "meetings/b.yaml": MEETING.replace("1901", "1902") + "prepares: a\n",
            },
            [
                "data/meetings/a.yaml:8:11: prepares: leads back to 'a' itself; break the circle",
                "data/meetings/b.yaml:8:11: prepares: leads back to 'b' itself; break the circle",
            ],
        ),
    ],
    "locators_exist": [
        (
            {"sources/almanac.yaml": PLACES, "topics/tides.yaml": TOPIC},
            [
                "data/topics/tides.yaml:4:20: sources.source: 'almanac' is cited without 'at';"
                " say where in it: almanac has headline, ¶1"
            ],
        ),
        (
            {"sources/almanac.yaml": PLACES, "topics/tides.yaml": TOPIC.replace("almanac}", "almanac, at: ¶2}")},
            ["data/topics/tides.yaml:4:33: sources.at: 'almanac' has no place '¶2'; almanac has headline, ¶1"],
        ),
    ],
    "places_in_a_source_are_distinct": [
        (
            {"sources/almanac.yaml": ALMANAC + "locators: [page 1, Page-1, '?']\n"},
            [
                "data/sources/almanac.yaml:5:20: locators: 'Page-1' and 'page 1' would share the anchor 'page-1';"
                " write both alike",
                "data/sources/almanac.yaml:5:28: locators: '?' gives no anchor; name the place with letters or digits",
            ],
        ),
        (
            {
                "topics/sea.yaml": TOPIC.replace("almanac}", "almanac, at: p. 1}"),
                "topics/tides.yaml": TOPIC.replace("almanac}", "almanac, at: P 1}"),
            },
            [
                "data/topics/tides.yaml:4:33: sources.at: 'P 1' and 'p. 1' would share the anchor 'p-1';"
                " write both alike"
            ],
        ),
    ],
    "claims_have_ids_of_their_own": [
        (
            {"topics/tides.yaml": CLAIM + LOW.replace("low\n", "high\n")},
            ["data/topics/tides.yaml:9:9: claims.id: another claim here is 'high'; choose another id"],
        ),
        (
            {"topics/tides.yaml": CLAIM + "    differs_from: [high, hig, zebra]\n"},
            [
                "data/topics/tides.yaml:9:20: claims.differs_from: a claim does not differ from itself;"
                " name the other one",
                "data/topics/tides.yaml:9:26: claims.differs_from: no claim 'hig' here; did you mean 'high'?",
                "data/topics/tides.yaml:9:31: claims.differs_from: no claim 'zebra' here; name one of this record",
            ],
        ),
    ],
    "links_in_claims_are_closed": [
        ({"topics/tides.yaml": CLAIM.replace("are high", text)}, [f"data/topics/tides.yaml:7:11: claims.text: {OPEN}"])
        for text in ("of the [[sea]", "of the sea]]", "of the [sea](https://sea.example/)", "of the [[a[b]]")
    ],
    "records_are_not_told_twice": [
        (
            {"events/gale.yaml": EVENT + "date: 1901\n", "events/storm.yaml": EVENT + "date: 1901\n"},
            ["data/events/storm.yaml:1:8: title: 'gale' has the same title and date; merge them or tell them apart"],
        ),
    ],
    "quotes_have_speakers": [
        (
            {"topics/tides.yaml": CLAIM + "    quote: high indeed\n"},
            ["data/topics/tides.yaml:9:12: claims.quote: whose words? add 'by', or tell it in your own words"],
        ),
    ],
}
NORTH = {"actors/north.yaml": ACTOR + "sides: [north]\n"}
SOUND: Sound = {
    "ids_are_unique": [{"topics/tides.yaml": TOPIC, "topics/tides-of-1901.yaml": TOPIC}],
    "ids_are_free": [{"topics/tides.yaml": TOPIC + "formerly: [waves, ebb]\n"}],
    "links_lead_to_records": [
        {"topics/tides.yaml": CLAIM.replace("are high", "and the [[sea|wide sea]]"), "topics/sea.yaml": TOPIC},
        {"topics/tides.yaml": CLAIM.replace("are high", "of the [[almanac]]")},
        {
            "places/cove.yaml": PLACE,
            "actors/north.yaml": ACTOR,
            "events/storm.yaml": EVENT + "date: 1901\nplaces: [cove, north]\n",
        },
    ],
    "links_do_not_turn_back": [
        {
            "topics/sea.yaml": TOPIC,
            "topics/tides.yaml": TOPIC + "parent: sea\n",
            "topics/moon.yaml": TOPIC + "parent: tides\n",
        }
    ],
    "locators_exist": [
        {"sources/almanac.yaml": PLACES, "topics/tides.yaml": TOPIC.replace("almanac}", "almanac, at: ¶1}")},
        {"topics/tides.yaml": TOPIC.replace("almanac}", "almanac, at: p. 3}")},
    ],
    "places_in_a_source_are_distinct": [
        {"sources/log.yaml": ALMANAC + "locators: [headline, ¶1, ¶11]\n"},
        {"topics/tides.yaml": TOPIC.replace("}]", ", at: p. 1}, {source: almanac, at: p. 1}]")},
    ],
    "claims_have_ids_of_their_own": [{"topics/tides.yaml": CLAIM + LOW + "    differs_from: [high]\n"}],
    "links_in_claims_are_closed": [{"topics/tides.yaml": CLAIM.replace("are high", "are [as a rule] (all) high")}],
    "records_are_not_told_twice": [
        {"events/gale.yaml": EVENT + "date: 1901\n", "events/storm.yaml": EVENT + "date: 1902\n"},
        {"events/gale.yaml": EVENT + "date: 1901\n", "meetings/storm.yaml": MEETING.replace("Moot", "Storm")},
    ],
    "quotes_have_speakers": [{**NORTH, "topics/tides.yaml": CLAIM + "    by: north\n    quote: high indeed\n"}],
}


def test_every_rule_is_tried_on_what_it_refuses_and_on_what_it_lets_pass() -> None:
    assert_every_rule_is_tried(FORM, {**REFUSED, **record_rules.REFUSED}, {**SOUND, **record_rules.SOUND})
    assert RULES == FORM + history.RULES + retirement.RULES


@each_refused({**REFUSED, **record_rules.REFUSED})
def test_rule_refuses(world: World, rule: str, files: Files, messages: list[str]) -> None:
    reading = read(world({"sources/almanac.yaml": ALMANAC, **files}))
    assert messages == [str(problem) for problem in check(reading, whole=False)]
    assert set(map(str, RULE[rule](reading))) == set(messages) - set(map(str, reading.problems))


@each_sound({**SOUND, **record_rules.SOUND})
def test_rule_is_content(problems: Callable[..., list[str]], rule: str, files: Files) -> None:
    assert problems({"sources/almanac.yaml": ALMANAC, **files}) == []


def test_claim_without_a_source_is_refused(problems: Callable[..., list[str]]) -> None:
    files = {"sources/almanac.yaml": ALMANAC, "topics/tides.yaml": CLAIM.removesuffix(CITED)}
    expected = "data/topics/tides.yaml:6:5: claims.sources: is missing; add it (Where the claim is from.)"
    assert [expected] == problems(files)


def test_link_to_a_record_that_could_not_be_read_is_no_fault_of_its_own(problems: Callable[..., list[str]]) -> None:
    files = {"sources/almanac.yaml": "title: a: b\n", "topics/tides.yaml": TOPIC}
    assert [problem.partition(": ")[0] for problem in problems(files)] == ["data/sources/almanac.yaml:1:9"]


def test_a_problem_found_twice_is_told_once(problems: Callable[..., list[str]]) -> None:
    files = {
        "sources/almanac.yaml": ALMANAC,
        "topics/tides.yaml": CLAIM.replace("are high", "[[sea]] and [[sea]]"),
    }
    assert [f"data/topics/tides.yaml:7:11: claims.text: no record 'sea'; {ALONE}"] == problems(files)
