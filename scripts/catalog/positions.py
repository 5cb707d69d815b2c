"""Who says what on a topic: the positions of the sides beside each other, in the order of time."""

from collections import Counter
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from catalog.dates import Date
from catalog.link import Catalog, Reference, Voice, when, year
from catalog.parts import Claim
from catalog.records import Dated, Document, Record

COLUMNS = ("first", "second")
ACROSS = "across"
TOLD, BOTH = "told", "both"


@dataclass(frozen=True)
class Position:
    """A claim on a topic: whose it is, its column, and its date; `reported` where that is the date of its source."""

    reference: Reference
    voice: Voice
    column: str
    date: Date | None
    reported: bool

    @property
    def year(self) -> str:
        """The year under which it stands."""
        return year(self.date)

    @property
    def order(self) -> tuple[bool, object]:
        """Sort key: by date, the undated last; claims of the same date stay as they are."""
        return self.date is None, self.date.sort_key if self.date else None


class Notes(NamedTuple):
    """The sources that a page brings together, by whose place here their marks are numbered."""

    cited: list[str]


class Positions:
    """The positions on every topic of a catalog."""

    def __init__(self, catalog: Catalog) -> None:
        """Take the catalog; the two sides that say most in it have a column each, on every topic the same."""
        self.catalog = catalog
        claims = (claim for record in catalog.records.values() for claim in catalog.claims(record))
        heard = Counter(voice.key for voice in map(catalog.voice, claims) if voice.key in catalog.records)
        most = [id for id, _ in heard.most_common(len(COLUMNS))]
        self.sides = sorted(most, key=lambda id: catalog.titles[id])

    def on(self, topic: Record) -> list[Position]:
        """Return all claims on a topic, what the sources tell among them, in the order of time."""
        claims = self.catalog.claims(topic) + self.catalog.references(topic, "Claims on this topic")
        return sorted(map(self._position, claims), key=lambda position: position.order)

    def told(self, topic: Record) -> list[Reference]:
        """Return what the sources tell in their own voice."""
        return [position.reference for position in self.on(topic) if position.voice.key == TOLD]

    def spoken(self, topic: Record) -> list[Position]:
        """Return what somebody says."""
        return [position for position in self.on(topic) if position.voice.key != TOLD]

    def by_year(self, positions: list[Position]) -> list[tuple[str, list[Position]]]:
        """Group positions, which are in the order of time, by year."""
        return [(label, list(group)) for label, group in groupby(positions, lambda position: position.year)]

    def voices(self, topic: Record) -> list[tuple[Voice, int]]:
        """Return each voice with the number of its claims: the sides with a column even if they say nothing."""
        counts = Counter(position.voice for position in self.on(topic))
        silent = {self.catalog.side(id): 0 for id in self.sides}
        return sorted({**silent, **counts}.items())

    def counts(self, topic: Record) -> list[int]:
        """Return the number of claims of each side with a column, of both together, of all others, and told."""
        counts = {voice.key: number for voice, number in self.voices(topic)}
        named = [counts.pop(key, 0) for key in (*self.sides, BOTH)]
        told = counts.pop(TOLD, 0)
        return [*named, sum(counts.values()), told]

    def column(self, voice: Voice) -> str:
        """Return the column in which a voice stands; what is not of one of the sides stands across."""
        return COLUMNS[self.sides.index(voice.key)] if voice.key in self.sides else ACROSS

    def notes(self, topic: Record) -> Notes:
        """Return the sources of a topic and of all claims on it, in the order of their first use."""
        claims = (position.reference.claim for position in self.on(topic))
        return Notes(list(dict.fromkeys([*topic.cited, *(id for claim in claims if claim for id in _cited(claim))])))

    def _position(self, reference: Reference) -> Position:
        voice, dated = self.catalog.voice(reference), isinstance(reference.record, (Dated, Document))
        date = when(reference.record) if dated else None
        return Position(reference, voice, self.column(voice), date or self._reported(reference), date is None)

    def _reported(self, reference: Reference) -> Date | None:
        """The date of the earliest source of a claim that stands on a record without a date of its own."""
        citations = reference.claim.sources if reference.claim else []
        dates = (when(self.catalog.records[citation.source]) for citation in citations)
        return min((date for date in dates if date), key=lambda date: date.sort_key, default=None)


def _cited(claim: Claim) -> list[str]:
    citations = [*claim.sources, *(citation for later in claim.since for citation in later.sources)]
    return [citation.source for citation in citations]
