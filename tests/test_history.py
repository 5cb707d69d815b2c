"""The rules of time: worlds in which an office was not held or two meetings are alike, and worlds in order."""

from collections.abc import Callable

from catalog.check import check
from catalog.history import RULES
from catalog.read import read
from conftest import World
from rules import (
    ALMANAC,
    EVENT,
    MEETING,
    RULE,
    SOURCED,
    Files,
    Refused,
    Sound,
    assert_every_rule_is_tried,
    each_refused,
    each_sound,
)

PERSON = "title: {}\nclassification: person\nsummary: It is told.\nsources: [{{source: almanac}}]\noffices:\n"
HELD = "  - {{title: {}, date: {}, sources: [{{source: almanac}}]}}\n"
ADA = {"actors/ada.yaml": PERSON.format("Ada") + HELD.format("Keeper", "1900/1905-03")}
BEN = {"actors/ben.yaml": PERSON.format("Ben") + HELD.format("Keeper", "1906/..")}
UNDATED = {"actors/ada.yaml": PERSON.format("Ada") + "  - {title: Keeper, sources: [{source: almanac}]}\n"}
REMEDY = "mend the role or the dates of the office, or say in 'despite' why it is right"
NOBODY = "nobody here"
NEEDLESS = "is not needed: nothing speaks against Keeper; delete it"
DESPITE = ", despite: The log has it so}]\n"


def _storm(date: str, role: str = "Keeper", more: str = "}]\n") -> Files:
    return {"events/storm.yaml": EVENT + f"date: {date}\nactors: [{{actor: ada, role: {role}{more}"}


def _not_held(date: str, who: str) -> list[str]:
    return [
        f"data/events/storm.yaml:7:29: actors.role: 'ada' is not known as Keeper at the time ({date}),"
        f" held then by {who}; {REMEDY}"
    ]


def _moot(title: str, more: str) -> str:
    return MEETING.replace("Moot", title).replace("date: 1901\n", "date: 1901-02-03\n") + f"body: ring\n{more}"


def _moots(first: str, second: str) -> Files:
    ring = "title: Ring\nclassification: forum\n" + SOURCED
    return {
        "actors/ring.yaml": ring,
        "meetings/first.yaml": _moot("First", first),
        "meetings/second.yaml": _moot("Second", second),
    }


ALIKE = [
    "data/meetings/second.yaml:5:7: date: 'first' is of the same body, day and level;"
    " merge them, or add 'session' to both"
]
REFUSED: Refused = {
    "offices_are_held": [
        ({**ADA, **BEN, **_storm("1907")}, _not_held("1907", "Ben")),
        ({**ADA, **BEN, **_storm("1899")}, _not_held("1899", NOBODY)),
        ({**ADA, **_storm("1905-04-01")}, _not_held("1 April 1905", NOBODY)),
        (
            {**BEN, "actors/ada.yaml": PERSON.format("Ada") + HELD.format("Cook", "1907"), **_storm("1907")},
            _not_held("1907", "Ben"),
        ),
        (
            {**UNDATED, **BEN, **_storm("1905", more=DESPITE)},
            [f"data/events/storm.yaml:7:46: actors.despite: {NEEDLESS}"],
        ),
        ({**ADA, **_storm("1905", more=DESPITE)}, [f"data/events/storm.yaml:7:46: actors.despite: {NEEDLESS}"]),
        (
            {**ADA, **BEN, "meetings/moot.yaml": MEETING + "participants: [{actor: ben, role: Keeper}]\n"},
            [
                f"data/meetings/moot.yaml:8:35: participants.role: 'ben' is not known as Keeper"
                f" at the time (1901), held then by Ada; {REMEDY}"
            ],
        ),
    ],
    "meetings_of_a_body_are_told_apart": [
        (_moots("", ""), ALIKE),
        (_moots("session: morning\n", "session: morning\n"), ALIKE),
    ],
}
SOUND: Sound = {
    "offices_are_held": [
        {**ADA, **BEN, **_storm("1901")},
        {**ADA, **BEN, **_storm("1905-03-31")},
        {**ADA, **BEN, **_storm("1905/1907")},
        {**ADA, **BEN, **_storm("1907", more=DESPITE)},
        {**ADA, **BEN, **_storm("1907", role="Guest")},
        {**UNDATED, **BEN, **_storm("1907")},
        {
            **ADA,
            **BEN,
            "events/storm.yaml": EVENT + "date_note: No log says when.\nactors: [{actor: ada, role: Keeper}]\n",
        },
    ],
    "meetings_of_a_body_are_told_apart": [
        _moots("session: morning\n", "session: evening\n"),
        {**_moots("", ""), "meetings/second.yaml": _moot("Second", "").replace("experts", "ministers")},
        {**_moots("", ""), "meetings/second.yaml": _moot("Second", "").replace("02-03", "02-04")},
        {**_moots("", ""), "meetings/second.yaml": _moot("Second", "").replace("body: ring\n", "")},
        {"meetings/first.yaml": MEETING, "meetings/second.yaml": MEETING.replace("Moot", "Second")},
    ],
}


def test_every_rule_is_tried_on_what_it_refuses_and_on_what_it_lets_pass() -> None:
    assert_every_rule_is_tried(RULES, REFUSED, SOUND)


@each_refused(REFUSED)
def test_rule_refuses(world: World, rule: str, files: Files, messages: list[str]) -> None:
    reading = read(world({"sources/almanac.yaml": ALMANAC, **files}))
    assert messages == [str(problem) for problem in check(reading, whole=False)]
    assert messages == [str(problem) for problem in RULE[rule](reading)]


@each_sound(SOUND)
def test_rule_is_content(problems: Callable[..., list[str]], rule: str, files: Files) -> None:
    assert problems({"sources/almanac.yaml": ALMANAC, **files}) == []
