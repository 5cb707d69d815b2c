"""The years, from the first in which something happened to the last: what held in each, and what happened."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import groupby

from catalog.dates import Date, month_name, parse
from catalog.link import Catalog
from catalog.parts import LifeStep, Office
from catalog.records import Actor, Dated, Document, Event, Meeting
from catalog.text import slug
from catalog.vocabularies import Step

Held = tuple[Actor, Office]


@dataclass(frozen=True)
class Year:
    """One year of a catalog."""

    number: int
    catalog: Catalog

    @cached_property
    def began(self) -> list[Dated]:
        """The events and meetings that are listed under the year, in order."""
        return [record for record in self.catalog.happenings() if record.date and self._holds(record.date)]

    @property
    def earlier(self) -> list[Dated]:
        """The events and meetings that are listed under an earlier year and went on, or can have been, in this one."""
        happenings = self.catalog.happenings()
        went_on = (record for record in happenings if self._meets(record.date))
        return [record for record in went_on if record.date and not self._holds(record.date)]

    @property
    def meetings(self) -> list[Meeting]:
        """The meetings that are listed under the year."""
        return [record for record in self.began if isinstance(record, Meeting)]

    @property
    def events(self) -> list[Event]:
        """The events that are listed under the year, those at a meeting too."""
        events = (record for record in self.catalog.of("event") if isinstance(record, Event))
        return [event for event in events if event.date and self._holds(event.date)]

    def months(self) -> list[tuple[str, list[Dated]]]:
        """Return the events and meetings by the name of their month; first those that have none, under no name."""
        ordered = sorted(self.began, key=_month)
        return [(month_name(month) if month else "", list(group)) for month, group in groupby(ordered, _month)]

    def contact(self) -> list[Event]:
        """Return the events that brought about the states of contact in the year: that of 1 January, then others."""
        new_year = date(self.number, 1, 1)
        first = self.catalog.contact_on(new_year)
        later = [event for event in self.catalog.contact() if event.date and self._holds(event.date)]
        return ([first] if first else []) + [event for event in later if event is not first]

    def contact_at_end(self) -> Event | None:
        """Return the event that brought about the state of contact on 31 December."""
        return self.catalog.contact_on(date(self.number, 12, 31))

    def offices(self) -> list[tuple[str | None, list[Held]]]:
        """Return who held which office in the year, by the id of the state or organisation whose office it is."""
        actors = (actor for actor in self.catalog.of("actor") if isinstance(actor, Actor))
        every = ((actor, office) for actor in actors for office in actor.offices)
        held = sorted((pair for pair in every if self._meets(pair[1].date)), key=self._office)
        return [(of, list(group)) for of, group in groupby(held, lambda pair: pair[1].of)]

    def steps(self) -> list[tuple[Document, LifeStep]]:
        """Return what happened to documents in the year, in order."""
        steps = ((paper, step) for paper in self._documents() for step in paper.life)
        dated = [(step.date.sort_key, paper, step) for paper, step in steps if step.date and self._holds(step.date)]
        return [(paper, step) for _, paper, step in sorted(dated, key=lambda found: found[0])]

    def in_force(self) -> list[Document]:
        """Return the documents that entered into force by the end of the year and had not ended before it."""
        return [paper for paper in self._documents() if self._by(paper, Step.IN_FORCE) and self._lasts(paper)]

    def signed_only(self) -> list[Document]:
        """Return the documents signed before the year of whose entry into force by its end no source tells."""
        standing = (paper for paper in self._documents() if self._lasts(paper) and not self._by(paper, Step.IN_FORCE))
        return [paper for paper in standing if self._by(paper, Step.SIGNED, self.number - 1)]

    def _documents(self) -> Iterator[Document]:
        return (paper for paper in self.catalog.of("document") if isinstance(paper, Document))

    def _by(self, paper: Document, step: Step, year: int | None = None) -> bool:
        """Say whether the document had taken the step by the end of a year, this one unless another is named."""
        return any(at.known.year <= (year or self.number) for at in _dates(paper, step))

    def _lasts(self, paper: Document) -> bool:
        return not self._by(paper, Step.ENDED, self.number - 1)

    def _holds(self, date: Date) -> bool:
        return date.known.year == self.number

    def _meets(self, date: Date | None) -> bool:
        """Say whether a date can have a day in the year; an open start reaches no further back than its end's year."""
        return date is not None and date.known.year <= self.number and date.meets(parse(f"{self.number:04}"))

    def _office(self, pair: Held) -> tuple[bool, str, str, object]:
        actor, office = pair
        of = self.catalog.titles[office.of] if office.of else ""
        assert office.date
        return not of, of, office.title, (office.date.sort_key, actor.id)


class Years:
    """The years that have a page, in order."""

    def __init__(self, catalog: Catalog) -> None:
        """Take the catalog whose years they are."""
        listed = [record.date.known.year for record in catalog.happenings() if record.date]
        numbers = range(min(listed), max(listed) + 1) if listed else ()
        self.all = [Year(number, catalog) for number in numbers]
        self._months = {year.number: {name for name, _ in year.months()} for year in self.all}

    def address(self, date: Date) -> str | None:
        """Return the file and the anchor under which a date is told; None if its year has no page."""
        point = date.known
        if point.year not in self._months:
            return None
        month = month_name(point.month) if point.month else ""
        told = month and month in self._months[point.year]
        return f"{point.year}.md#{slug(month)}" if told else f"{point.year}.md"

    def neighbours(self, year: Year) -> tuple[Year | None, Year | None]:
        """Return the years before and after a year, where they have a page."""
        place = year.number - self.all[0].number
        return self.all[place - 1] if place else None, self.all[place + 1] if place + 1 < len(self.all) else None


def _month(record: Dated) -> int:
    return (record.date.known.month if record.date else None) or 0


def _dates(paper: Document, step: Step) -> Iterable[Date]:
    return (taken.date for taken in paper.life if taken.step is step and taken.date)
