"""Who was in office: the holders of one office, side by side over time."""

from collections import defaultdict
from typing import NamedTuple

from catalog.link import Catalog
from catalog.parts import Office
from catalog.pictures import Axis, Extent, newest
from catalog.records import Actor, Record

CHARACTER = 7


class Tenure(NamedTuple):
    """A holder of an office, in what time, and where that lies: on the wide and on the narrow form."""

    person: Actor
    office: Office
    wide: Extent
    narrow: Extent

    @property
    def name_after(self) -> bool:
        """Say whether the name has room behind the bar."""
        return self.wide.end + len(self.person.title) * CHARACTER < WIDE.start + WIDE.length


class Held(NamedTuple):
    """An office with its dated holders in order, and those of whom no source says when."""

    title: str
    of: Record | None
    tenures: list[Tenure]
    undated: list[Actor]


WIDE = Axis(0, 0, 4, 712)
NARROW = Axis(0, 0, 4, 332)


def offices(catalog: Catalog) -> tuple[range, list[Held]]:
    """Return the years, and each office of which the data dates two holders or more, by whose office it is."""
    holders = _holders(catalog)
    drawn = {key: both for key, both in holders.items() if sum(office.date is not None for _, office in both) > 1}
    days = [
        office.date.sort_key[0] for both in drawn.values() for _, office in both if office.date and office.date.start
    ]
    years = range(min(day.year for day in days), newest(catalog).year + 1) if days else range(0)
    held = [_held(catalog, key, both, years) for key, both in drawn.items()]
    return years, sorted(held, key=lambda each: (each.of.title if each.of else "", each.title))


def _holders(catalog: Catalog) -> dict[tuple[str | None, str], list[tuple[Actor, Office]]]:
    holders: dict[tuple[str | None, str], list[tuple[Actor, Office]]] = defaultdict(list)
    for person in catalog.of("actor"):
        if isinstance(person, Actor):
            for office in person.offices:
                holders[office.of, office.title].append((person, office))
    return holders


def _held(catalog: Catalog, key: tuple[str | None, str], holders: list[tuple[Actor, Office]], years: range) -> Held:
    of, title = key
    until = newest(catalog)
    wide, narrow = (Axis(years[0], years[-1], axis.start, axis.length) for axis in (WIDE, NARROW))
    tenures = [
        Tenure(person, office, wide.extent(office.date, until), narrow.extent(office.date, until))
        for person, office in holders
        if office.date
    ]
    undated = [person for person, office in holders if not office.date]
    ordered = sorted(tenures, key=lambda tenure: (tenure.wide.end, tenure.wide.start, tenure.person.title))
    return Held(title, catalog.records[of] if of else None, ordered, undated)
