"""Where a record stands in time: its own date on the years of the register, and a few neighbours."""

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from catalog.dates import Date
from catalog.link import Catalog, when
from catalog.pictures import Axis, Extent, dated_years, newest
from catalog.records import Actor, Dated, Document, Event, Meeting, Record

MOST = 6  # neighbours: a page has little room
APART = 1.2  # how far neighbours must be apart to be told apart, in hundredths of the scale
TAIL = 3


class Neighbour(NamedTuple):
    """Another record, and where it stands."""

    record: Record
    x: float


class Strip(NamedTuple):
    """What the picture of a record shows: the scale in hundredths, the record's own dates, and its neighbours."""

    axis: Axis
    own: list[Extent]
    neighbours: list[Neighbour]


class Strips:
    """The strips of one catalog, all on one scale."""

    def __init__(self, catalog: Catalog) -> None:
        """Take the catalog; the scale has the years of its events and meetings."""
        self.catalog = catalog
        self.until = newest(catalog)
        years = dated_years(catalog)
        self.axis = Axis(years[0], max(years[-1], self.until.year), 0, 100) if years else None

    def of(self, record: Record) -> Strip | None:
        """Return the strip of a record; None where it has no date, or none on the scale."""
        axis = self.axis
        own = [at for at in _dates(record) if axis and axis.shows(at)]
        if not axis or not own:
            return None
        extents = [axis.extent(at, self.until, TAIL) for at in own]
        return Strip(axis, extents, self._neighbours(record, axis, extents[0].middle))

    def _neighbours(self, record: Record, axis: Axis, x: float) -> list[Neighbour]:
        """Return the nearest that can be told apart, in order."""
        dated = [(other, at) for other in self._related(record) if (at := when(other)) and axis.shows(at)]
        places = [Neighbour(other, axis.extent(at, tail=TAIL).middle) for other, at in dated]
        chosen: list[Neighbour] = []
        for place in sorted(places, key=lambda place: abs(place.x - x)):
            if len(chosen) < MOST and all(abs(place.x - other.x) >= APART for other in chosen):
                chosen.append(place)
        return sorted(chosen, key=lambda place: place.x)

    def _related(self, record: Record) -> Iterable[Record]:
        """Return events and meetings of the same body, else of its topics, else those in which it took part."""
        if isinstance(record, Meeting) and record.body:
            return [other for other in self._to(record.body, "Meetings") if other != record]
        if isinstance(record, Actor):
            return self._to(record.id, "Meetings", "Took part in")
        topics = getattr(record, "topics", [])
        found = {other.id: other for topic in topics for other in self._to(topic, "Records on this topic")}
        return [other for other in found.values() if other != record]

    def _to(self, id: str, *labels: str) -> list[Record]:
        references = self.catalog.references(self.catalog.records[id], *labels)
        return [reference.record for reference in references if isinstance(reference.record, (Event, Meeting))]


def _dates(record: Record) -> list[Date]:
    if isinstance(record, Actor):
        return [at for at in (record.date, *(office.date for office in record.offices)) if at]
    if isinstance(record, Document):
        return [step.date for step in record.life if step.date]
    return [record.date] if isinstance(record, Dated) and record.date else []


def decades(axis: Axis) -> list[tuple[int, float]]:
    """Return the years that end in 0, and where they begin."""
    return [(of, axis.at(date(of, 1, 1))) for of in axis.years if of % 10 == 0]
