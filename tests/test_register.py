"""What the register of meetings counts, and what it can be narrowed to."""

from collections.abc import Callable

import pytest
from catalog.check import check
from catalog.link import Catalog
from catalog.read import read
from catalog.records import Meeting
from catalog.register import Choices, outcome, tally
from conftest import World

SOURCED = "summary: It is told.\nsources:\n  - source: log\n"
MEETING = "title: {title}\nlevel: {level}\nformat: {format}\nstatus: {status}\ndate_note: None is given.\n" + SOURCED
Meetings = Callable[..., Choices]


@pytest.fixture
def meetings(world: World) -> Meetings:
    """Make meetings of these levels, formats and states; the last is of the Crew and on tides and fish."""

    def make(*given: tuple[str, str, str]) -> Choices:
        files: dict[str, str] = {
            "sources/log.yaml": "title: Log\npublisher: {name: Press}\nlanguage: en\norigin: press\n",
            "actors/crew.yaml": "title: Crew\nclassification: forum\n" + SOURCED,
            "topics/tides.yaml": "title: Tides\nclassification: dispute\n" + SOURCED,
            "topics/cod.yaml": "title: Fish\nclassification: dispute\n" + SOURCED,
        }
        for number, (level, format, status) in enumerate(given):
            more = "body: crew\ntopics: [tides, cod]\n" if number == len(given) - 1 else ""
            words = {"title": f"Moot {number}", "level": level, "format": format, "status": status}
            files[f"meetings/m{number}.yaml"] = MEETING.format(**words) + more
        reading = read(world(files))
        assert check(reading, whole=False) == []
        return Choices(Catalog(reading.records))

    return make


@pytest.mark.parametrize(
    ("format", "status", "counted"),
    [
        ("talks", "held", "held"),
        ("talks", "cancelled", "not held"),
        ("talks", "postponed", "not held"),
        ("talks", "not-held", "not held"),
        ("talks", "scheduled", "scheduled"),
        ("talks", "unknown", "of unknown outcome"),
        ("context", "held", "given as context"),
        ("context", "cancelled", "given as context"),
    ],
)
def test_meeting_is_counted_by_what_became_of_it_unless_it_was_not_one_of_the_sides(
    meetings: Meetings, format: str, status: str, counted: str
) -> None:
    (meeting,) = meetings(("experts", format, status)).meetings
    assert outcome(meeting) == counted


def test_tally_names_what_there_is_the_held_first(meetings: Meetings) -> None:
    states = [("talks", "not-held"), ("context", "held"), ("talks", "held"), ("visit", "held"), ("talks", "cancelled")]
    found = meetings(*(("experts", format, status) for format, status in states)).meetings
    assert tally(found) == "2 held, 2 not held, 1 given as context"
    assert tally(list[Meeting]()) == ""


def test_choices_are_what_some_meeting_has_words_in_their_order_and_titles_by_letter(meetings: Meetings) -> None:
    choices = meetings(("experts", "talks", "unknown"), ("ambassadors", "talks", "held"), ("experts", "visit", "held"))
    assert choices.fields() == [
        ("body", [("crew", "Crew")]),
        ("level", [("ambassadors", "Ambassadors"), ("experts", "Experts")]),
        ("status", [("held", "Held"), ("unknown", "Outcome unknown")]),
        ("topic", [("cod", "Fish"), ("tides", "Tides")]),
    ]


def test_without_meetings_there_is_nothing_to_choose(meetings: Meetings) -> None:
    assert meetings().fields() == [("body", []), ("level", []), ("status", []), ("topic", [])]
