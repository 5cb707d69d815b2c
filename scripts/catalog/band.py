"""The band of contact: the state of formal contact over time, its turning points, and the meetings below it."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from catalog.labels import Label, Point, labels
from catalog.link import Catalog, year_of
from catalog.pictures import LEVELS, Axis, Extent, by_level, held, newest, wrapped
from catalog.records import Event, Meeting
from catalog.vocabularies import Contact

RANKS = {
    Contact.FORMAL: 4,
    Contact.LIMITED: 3,
    Contact.LIAISON: 2,
    Contact.SUSPENDED: 1,
    Contact.NONE: 0,
    Contact.ENDED: 0,
}
LEFT, RIGHT = 132, 716
YEAR_DOWN = 26  # the length of a year in the form that runs downwards
LINE = 16


class Segment(NamedTuple):
    """A state of contact: the event that brought it about, where it begins, where it surely holds, where it ends."""

    event: Event
    number: int
    rank: int
    begins: float
    start: float
    end: float


class Note(NamedTuple):
    """The words beside a turning point of the band that runs downwards: where they stand, line by line."""

    y: float
    lines: list[str]


class Stroke(NamedTuple):
    """The meetings of a year on one level: how many, and the path that draws them."""

    name: str
    year: int
    number: int
    row: int
    path: str


@dataclass(frozen=True)
class Band:
    """What the picture shows, as numbers; it needs at least one state of contact."""

    catalog: Catalog

    @cached_property
    def years(self) -> tuple[int, int]:
        """The first and the last year."""
        days = [event.date.sort_key[0] for event in self.catalog.contact() if event.date]
        return min(day.year for day in days), newest(self.catalog).year

    @cached_property
    def across(self) -> Axis:
        """The axis of the wide form."""
        return Axis(*self.years, LEFT, RIGHT - LEFT)

    @cached_property
    def down(self) -> Axis:
        """The axis of the narrow form."""
        first, last = self.years
        return Axis(first, last, 20, YEAR_DOWN * (last - first + 1))

    @property
    def ranks(self) -> list[tuple[Contact, int]]:
        """The states that have a height and occur, with it."""
        found = {event.contact for event in self.catalog.contact()}
        return [(state, rank) for state, rank in RANKS.items() if rank and state in found]

    def segments(self, axis: Axis) -> list[Segment]:
        """Return the states of contact, in order; each lasts until the next can have begun."""
        events = self.catalog.contact()
        places = [axis.extent(event.date) for event in events if event.date]
        ends = [*(place.start for place in places[1:]), axis.after(newest(self.catalog))]
        return [
            Segment(event, number, RANKS[event.contact], place.start, _known(place), round(max(end, _known(place)), 1))
            for number, (event, place, end) in enumerate(zip(events, places, ends, strict=True), 1)
            if event.contact
        ]

    @cached_property
    def labels(self) -> dict[int, Label]:
        """The labels that fit above the band, by number of the turning point."""
        points = [(segment.number, segment.begins, _words(segment.event)) for segment in self.segments(self.across)]
        return labels([Point(*point) for point in points], RIGHT)

    @property
    def row_height(self) -> int:
        """How high a row of labels is."""
        return 15 * max((len(label.lines) for label in self.labels.values()), default=1) + 6

    @property
    def top(self) -> int:
        """Where the rows of labels end and the band begins."""
        numbers = 14 * (len(self.labels) < len(self.catalog.contact()))
        return self.row_height * (max((label.row for label in self.labels.values()), default=-1) + 1) + 8 + numbers

    @cached_property
    def notes(self) -> list[Note]:
        """The words beside the narrow form: each at its point, or below the words before it."""
        notes: list[Note] = []
        free = 0.0
        for segment in self.segments(self.down):
            lines = wrapped(segment.event.title, 29)
            y = max(segment.begins + 4, free)
            free = y + LINE * (len(lines) + 1) + 8
            notes.append(Note(y, lines))
        return notes

    @property
    def height(self) -> float:
        """How high the narrow form is."""
        last = self.notes[-1]
        return max(self.down.end, last.y + LINE * len(last.lines)) + 8

    def strokes(self) -> list[Stroke]:
        """Return the held meetings on the wide form: a row a level, a link a year, a stroke a meeting."""
        return [
            Stroke(name, of, len(meetings), row, "".join(_upright(self._place(m), 14 - 1.6 * row) for m in meetings))
            for row, (name, on_level) in enumerate(by_level(held(self.catalog)).items())
            for of, meetings in _by_year(on_level).items()
            if of in self.across.years
        ]

    def _place(self, meeting: Meeting) -> Extent:
        assert meeting.date, "only dated meetings are drawn"
        return self.across.extent(meeting.date)

    def strokes_down(self) -> list[Stroke]:
        """Return the held meetings on the narrow form: a stroke a meeting, the longer the higher the level."""
        return [
            Stroke("", of, len(meetings), 0, "".join(self._lying(meeting) for meeting in meetings))
            for of, meetings in _by_year(held(self.catalog)).items()
            if of in self.down.years
        ]

    def _lying(self, meeting: Meeting) -> str:
        assert meeting.date, "only dated meetings are drawn"
        place = self.down.extent(meeting.date)
        row = next(row for row, levels in enumerate(LEVELS.values()) if meeting.level in levels)
        length = 36 - 5 * row
        return f"M72 {place.middle}h-{length}" if _looks_exact(place) else f"M72 {place.start}V{place.end}"


def _words(event: Event) -> str:
    assert event.date, "a state of contact has a date"
    return f"{event.date.sort_key[0].year} {event.title}"


def _known(place: Extent) -> float:
    """Return where a state has surely begun."""
    return place.start if place.sure else place.end


def _by_year(meetings: list[Meeting]) -> dict[int, list[Meeting]]:
    years = sorted({of for meeting in meetings if (of := year_of(meeting)) is not None})
    return {of: [meeting for meeting in meetings if year_of(meeting) == of] for of in years}


def _looks_exact(place: Extent) -> bool:
    return place.end - place.start < 2


def _upright(place: Extent, height: float) -> str:
    """Return the stroke of a meeting; one that is not of a day lies flat, as long as the time it may have been."""
    if _looks_exact(place):
        return f"M{place.middle} 0v-{height:.1f}"
    return f"M{place.start} -{height / 2:.1f}H{place.end}"
