"""Who says what on a topic: in which column, in what order, and counted how."""

from collections.abc import Callable

import pytest
from catalog.link import Catalog
from catalog.positions import Positions
from catalog.read import read
from conftest import World

SOURCE = "title: Paper\npublisher: {name: Paper}\npublished: 2002-06-01\nlanguage: en\norigin: press\n"
ACTOR = "title: %s\nclassification: state\nsides: [%s]\nsummary: A state.\nsources: [{source: paper}]\n"
TOPIC = "title: Tides\nclassification: dispute\nsummary: About tides.\nsources: [{source: paper}]\n"
EVENT = (
    "title: %s\nclassification: statement\nstatus: occurred\ndate: %s\nsummary: Words.\nsources: [{source: paper}]\n"
)
Claims = dict[str, str | None]
Make = Callable[..., Positions]


def claims(speakers: Claims, topics: str = "[tides]") -> str:
    lines = (
        f"  - {{id: {id}, text: Words., {f'by: {by}, ' if by else ''}topics: {topics}, sources: [{{source: paper}}]}}\n"
        for id, by in speakers.items()
    )
    return "claims:\n" + "".join(lines)


@pytest.fixture
def make(world: World) -> Make:
    """Make positions from events, each with a date and the speakers of its claims by id, and claims on the topic."""

    def positions(events: dict[str, Claims], own: Claims | None = None) -> Positions:
        sides = {"east": "east", "west": "west", "north": "north", "league": "east, west", "nobody": ""}
        files: dict[str, str | bytes] = {f"actors/{id}.yaml": ACTOR % (id.title(), of) for id, of in sides.items()}
        files["actors/nobody.yaml"] = (ACTOR % ("Nobody", "")).replace("sides: []\n", "")
        files |= {f"events/on-{date}.yaml": EVENT % (date, date) + claims(by) for date, by in events.items()}
        topic = {"topics/tides.yaml": TOPIC + (claims(own) if own else "")}
        return Positions(Catalog(read(world({**files, **topic, "sources/paper.yaml": SOURCE})).records))

    return positions


def test_the_two_sides_that_say_most_have_columns_in_the_order_of_their_titles(make: Make) -> None:
    positions = make({"2001": {"a": "west", "b": "west", "c": "east", "d": "east", "e": "north"}})
    assert positions.sides == ["east", "west"]


def test_what_is_not_of_one_of_these_sides_stands_across(make: Make) -> None:
    said: Claims = {"a": "west", "b": "east", "c": "west", "d": "east", "e": "north", "f": "league", "g": "nobody"}
    positions = make({"2001": said})
    columns = {position.voice.key: position.column for position in positions.spoken(positions.catalog.records["tides"])}
    assert columns == {
        "east": "first",
        "west": "second",
        "north": "across",
        "both": "across",
        "others": "across",
    }


def test_positions_stand_in_the_order_of_time_by_year(make: Make) -> None:
    positions = make({"2003-02": {"late": "west"}, "2001-05-06": {"early": "east"}, "2003-01": {"before": "east"}})
    years = positions.by_year(positions.spoken(positions.catalog.records["tides"]))
    ids = [
        (year, [position.reference.claim and position.reference.claim.id for position in group])
        for year, group in years
    ]
    assert ids == [("2001", ["early"]), ("2003", ["before", "late"])]


def test_claim_on_the_topic_itself_stands_by_the_date_of_its_source(make: Make) -> None:
    positions = make({"2001": {"a": "west"}, "2003": {"b": "west"}}, own={"c": "east"})
    found = positions.on(positions.catalog.records["tides"])
    assert [(str(position.date), position.reported) for position in found] == [
        ("2001", False),
        ("1 June 2002", True),
        ("2003", False),
    ]


def test_silent_side_is_counted_as_silent(make: Make) -> None:
    positions = make({"2001": {"a": "west", "b": None}}, own={"c": "east"})
    topic = positions.catalog.records["tides"]
    positions.sides = ["east", "north"]
    assert [(voice.key, number) for voice, number in positions.voices(topic)] == [
        ("told", 1),
        ("east", 1),
        ("north", 0),
        ("west", 1),
    ]


def test_counts_are_of_each_side_of_both_of_others_and_told(make: Make) -> None:
    said: Claims = {
        "a": "west",
        "b": "west",
        "c": "east",
        "d": "league",
        "e": "nobody",
        "f": None,
        "g": None,
        "h": None,
    }
    positions = make({"2001": said})
    assert positions.counts(positions.catalog.records["tides"]) == [1, 2, 1, 1, 3]


def test_notes_name_each_source_once(make: Make) -> None:
    positions = make({"2001": {"a": "west"}}, own={"c": "east"})
    assert positions.notes(positions.catalog.records["tides"]).cited == ["paper"]
