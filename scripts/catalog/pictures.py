"""What all pictures share: dates to positions, and the meetings that they count, by level."""

from calendar import isleap
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from catalog.dates import Date
from catalog.link import Catalog, when, year_of
from catalog.records import Event, Meeting, Record, Source
from catalog.register import outcome
from catalog.vocabularies import Level, MeetingStatus, Status

TAIL = 18  # how far a bar runs on where its end is not known

LEVELS: dict[str, tuple[Level, ...]] = {
    "Heads of state": (Level.HEADS,),
    "Head of organisation": (Level.SECRETARY_GENERAL,),
    "Ministers": (Level.MINISTERS, Level.FOREIGN_MINISTERS, Level.DEFENCE_MINISTERS, Level.DEPUTY_MINISTERS),
    "Ambassadors": (Level.AMBASSADORS,),
    "Military": (Level.CHIEFS_OF_DEFENCE, Level.MILITARY_REPRESENTATIVES, Level.SENIOR_MILITARY),
    "Others": (Level.SENIOR_OFFICIALS, Level.EXPERTS, Level.PARLIAMENTARIANS, Level.UNSPECIFIED),
}


class Extent(NamedTuple):
    """Where a date lies on an axis: all that it can mean, and what of that it surely covers.

    An end that no source names has `open_start` or `open_end`; the extent then runs on for a tail.
    """

    start: float
    end: float
    sure: tuple[float, float] | None
    open_start: bool = False
    open_end: bool = False

    @property
    def exact(self) -> bool:
        """Say whether all of it is sure."""
        return self.sure == (self.start, self.end)

    @property
    def middle(self) -> float:
        """Where a mark stands that has no length of its own."""
        return round((self.start + self.end) / 2, 1)


@dataclass(frozen=True)
class Axis:
    """A line of time from the start of one year to the end of another, each year of one length."""

    first: int
    last: int
    start: float
    length: float

    @property
    def end(self) -> float:
        """Where the axis ends."""
        return self.start + self.length

    @property
    def years(self) -> range:
        """The years of the axis."""
        return range(self.first, self.last + 1)

    @property
    def year_length(self) -> float:
        """The length of a year."""
        return self.length / len(self.years)

    def at(self, day: date) -> float:
        """Return where a day begins; a day beyond the axis is at its end."""
        passed = (day.timetuple().tm_yday - 1) / (366 if isleap(day.year) else 365)
        place = self.start + (day.year + passed - self.first) * self.year_length
        return round(min(max(place, self.start), self.end), 1)

    def year(self, year: int) -> float:
        """Return where a year begins; the one after the last is the end of the axis."""
        return round(self.start + (year - self.first) * self.year_length, 1)

    def after(self, day: date) -> float:
        """Return where a day ends."""
        return self.end if day == date.max else self.at(day + timedelta(days=1))

    def shows(self, at: Date) -> bool:
        """Say whether a date is known to lie on the axis, or some of it; an end that is open adds nothing known."""
        start, end = at.start, at.end
        if start and (end or not at.once):
            return start.year <= self.last and (end is None or self.first <= end.year)
        known = start or end
        return known is not None and self.first <= known.year <= self.last

    def extent(self, at: Date, until: date | None = None, tail: float = TAIL) -> Extent:
        """Return where a date lies; a span without an end runs on to `until`, the last day that the data knows."""
        start = self.at(at.start.first) if at.start else None
        end = self.after(at.end.last) if at.end else None
        if start is None and end is not None:
            return Extent(max(end - tail, self.start), end, None, open_start=True)
        if start is not None and end is None:
            known = self.after(until) if until and not at.once else start
            last = min(max(known, start + tail), self.end)
            return Extent(start, last, (start, max(last - tail, start)) if known > start else None, open_end=True)
        assert start is not None and end is not None, "a date has a start or an end"
        return Extent(start, end, self._sure(at))

    def _sure(self, at: Date) -> tuple[float, float] | None:
        start, end = at.start, at.end
        if at.day:
            return self.at(at.day), self.after(at.day)
        if at.once or not start or not end or start == end or start.qualifier or end.qualifier:
            return None
        first = start.last if not start.day else start.first
        last = end.first if not end.day else end.last
        return (self.at(first), self.after(last)) if last - first > timedelta(days=2) else None


def dated_years(catalog: Catalog) -> list[int]:
    """Return the year of each event and meeting that has one, in order."""
    years = (year_of(record) for kind in ("event", "meeting") for record in catalog.of(kind))
    return sorted(year for year in years if year is not None)


def held(catalog: Catalog) -> list[Meeting]:
    """Return the dated meetings of the sides that a source says were held."""
    meetings = (meeting for meeting in catalog.of("meeting") if isinstance(meeting, Meeting))
    return [meeting for meeting in meetings if meeting.date and outcome(meeting) == "held"]


def by_level(meetings: Iterable[Meeting]) -> dict[str, list[Meeting]]:
    """Group meetings by who met, the highest first."""
    listed = list(meetings)
    return {name: [meeting for meeting in listed if meeting.level in levels] for name, levels in LEVELS.items()}


def newest(catalog: Catalog) -> date:
    """Return the last day of which the data knows: of what happened, and of what was published or read."""
    known = (_known(record) for record in catalog.records.values())
    return max((day for days in known for day in days if day), default=date.min)


def _known(record: Record) -> list[date | None]:
    if isinstance(record, Source):
        return [at.earliest for at in (record.published, record.accessed) if at]
    happened = getattr(record, "status", None) in (Status.OCCURRED, MeetingStatus.HELD)
    at = when(record) if isinstance(record, (Event, Meeting)) and happened else None
    return [at.earliest] if at else []


def wrapped(text: str, width: int) -> list[str]:
    """Break text into lines of at most `width` characters; a longer word has a line of its own."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > width:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines
