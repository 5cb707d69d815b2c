"""The timeline at large: the decades, and for each the lanes of what happened in it."""

from collections.abc import Callable
from typing import NamedTuple

from catalog.dates import Date
from catalog.link import Catalog, when
from catalog.pictures import Axis, Extent, dated_years, newest
from catalog.records import Actor, Event, Meeting, Record

WIDTH, HALF = 712, 340
MARK = 7  # no mark is narrower: it must be seen and hit
CHARACTER = 6.6
Width = Callable[[Record, Extent], float]


class Mark(NamedTuple):
    """A record in a lane: what is said of it, where it lies, where its words or itself start, in which row."""

    record: Record
    name: str
    at: Extent
    start: float
    row: int


class Lane(NamedTuple):
    """Marks of one sort, in rows in which none meets another."""

    name: str
    marks: list[Mark]
    pitch: int

    @property
    def height(self) -> int:
        """How high it is with its name."""
        return 22 + self.pitch * (max((mark.row for mark in self.marks), default=0) + 1)


class View(NamedTuple):
    """Some years as one picture."""

    axis: Axis
    lanes: list[Lane]


class Decade(NamedTuple):
    """Ten years: as one wide picture and as two narrow ones; how many events and meetings each year has."""

    first: int
    wide: View
    narrow: list[View]
    counts: dict[int, int]

    @property
    def name(self) -> str:
        """What it is called: 1990s."""
        return f"{self.first}s"

    @property
    def number(self) -> int:
        """How many events and meetings it has."""
        return sum(self.counts.values())


def decades(catalog: Catalog) -> list[Decade]:
    """Return the decades in which there were events or meetings."""
    dated = dated_years(catalog)
    return [_decade(catalog, first, dated) for first in sorted({of // 10 * 10 for of in dated})]


def _decade(catalog: Catalog, first: int, dated: list[int]) -> Decade:
    wide = _view(catalog, Axis(first, first + 9, 4, WIDTH))
    halves = [_view(catalog, Axis(half, half + 4, 4, HALF - 8)) for half in (first, first + 5)]
    return Decade(first, wide, halves, {of: dated.count(of) for of in range(first, first + 10)})


def _view(catalog: Catalog, axis: Axis) -> View:
    kinds = ("meeting", "event", "document")
    dated = {
        kind: [(record, record.title, at) for record in catalog.of(kind) if (at := when(record))] for kind in kinds
    }
    offices: list[tuple[Record, str, Date]] = [
        (person, f"{person.title}, {office.title}", office.date)
        for person in catalog.of("actor")
        if isinstance(person, Actor)
        for office in person.offices
        if office.date
    ]
    lanes = [_lane(catalog, axis, f"{kind}s".capitalize(), of, _narrow, 11) for kind, of in dated.items()]
    return View(axis, [lane for lane in (*lanes, _lane(catalog, axis, "Offices", offices, _named, 22)) if lane.marks])


def _lane(
    catalog: Catalog, axis: Axis, name: str, records: list[tuple[Record, str, Date]], width: Width, pitch: int
) -> Lane:
    until = newest(catalog)
    found = [(record, words, axis.extent(at, until), at) for record, words, at in records if axis.shows(at)]
    ends: list[float] = []
    marks = []
    for record, words, place, at in sorted(found, key=lambda each: (each[2].start, each[2].end, each[0].id)):
        start = max(min(place.start, axis.end - width(record, place)), axis.start)
        row = next((row for row, end in enumerate(ends) if end <= start), len(ends))
        ends[row : row + 1] = [start + width(record, place) + 2]
        marks.append(Mark(record, f"{words}, {at}", place, start, row))
    return Lane(name, marks, pitch)


def _narrow(_: Record, place: Extent) -> float:
    return max(place.end - place.start, MARK)


def _named(record: Record, place: Extent) -> float:
    return max(place.end - place.start, len(record.title) * CHARACTER)


def hollow(record: Record) -> bool:
    """Say whether a mark stands for what did not happen, or of which nobody says that it did."""
    return isinstance(record, (Event, Meeting)) and record.status.value not in ("held", "occurred")
