"""Meetings a year: how many were held on each level."""

from typing import NamedTuple

from catalog.link import Catalog, year_of
from catalog.pictures import LEVELS, by_level, held


class Part(NamedTuple):
    """The meetings of a year on one level: its place among the levels, how many, and how many stand below them."""

    level: int
    name: str
    number: int
    below: int


class Column(NamedTuple):
    """A year, level by level, without those on which nobody met."""

    year: int
    parts: list[Part]

    @property
    def number(self) -> int:
        """How many meetings were held."""
        return sum(part.number for part in self.parts)


def columns(catalog: Catalog) -> list[Column]:
    """Return a column for every year from the first held meeting to the last."""
    meetings = held(catalog)
    years = [of for meeting in meetings if (of := year_of(meeting)) is not None]
    span = range(min(years), max(years) + 1) if years else ()
    return [_column(of, [len(on) for on in by_level(m for m in meetings if year_of(m) == of).values()]) for of in span]


def _column(of: int, numbers: list[int]) -> Column:
    parts = [
        Part(level, name, number, sum(numbers[:level]))
        for level, (name, number) in enumerate(zip(LEVELS, numbers, strict=True))
        if number
    ]
    return Column(of, parts)
