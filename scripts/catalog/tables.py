"""Catalog -> tables: all records, each kind, all claims, all citations, and each list that a record or claim holds."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from catalog import text
from catalog.columns import Column, Value, cell, lists, of_item, of_model
from catalog.dictionary import Entry
from catalog.fields import Path
from catalog.link import Catalog, Reference, when
from catalog.parts import Citation, Claim
from catalog.records import KINDS, Actor, Record
from catalog.sites import path

Row = tuple[Value, ...]
ID = Column("id", "The id, which is the same in all kinds.", lambda record: record.id, required=True)
PAGE = Column("page", "The address of the page, below that of the site.", path, required=True)


@dataclass(frozen=True)
class Table:
    """A table: its name, what it holds, the columns that tell its rows apart, all columns, and the rows."""

    name: str
    meaning: str
    key: tuple[str, ...]
    columns: list[Column]
    rows: list[Row]


class Item(NamedTuple):
    """An item of a list: whose it is, its place in the list from 1 on, and itself."""

    holder: Reference
    position: int
    value: object


class Cited(NamedTuple):
    """A citation, the record on which it stands, and the path to it."""

    record: Record
    path: Path
    citation: Citation


RECORD = Column("record", "The record.", lambda holder: holder.record.id, to="records", required=True)
CLAIM = Column("claim", "The claim of the record.", lambda holder: holder.claim.id, required=True)


class Tables:
    """The tables of one catalog."""

    def __init__(self, catalog: Catalog) -> None:
        """Take the catalog."""
        self.catalog = catalog
        self.records = list(catalog.records.values())
        self.claims = list(chain.from_iterable(map(catalog.claims, self.records)))

    def flat(self) -> list[Table]:
        """Return the tables that can be read by themselves: records, each kind, claims and citations."""
        kinds = [self._kind(kind) for kind in KINDS]
        records = _table("records", "All records, with what all kinds share.", ["id"], SHARED, self.records)
        return [records, *kinds, self._claims(), self._citations()]

    def lists(self) -> list[Table]:
        """Return a table for each list, one for what several kinds hold; claims and citations have theirs already."""
        found: dict[str, tuple[Entry, list[str]]] = {}
        for kind in KINDS:
            for entry in lists(kind):
                found.setdefault(entry.name, (entry, []))[1].append(kind.kind)
        of_records = [
            self._list(kinds[0] if len(kinds) == 1 else "record", entry, self._holders(kinds), [RECORD])
            for entry, kinds in found.values()
            if entry.held not in (Claim, Citation)
        ]
        of_claims = [
            self._list("claim", entry, self.claims, [RECORD, CLAIM])
            for entry in lists(Claim)
            if entry.held is not Citation
        ]
        return of_records + of_claims

    def _plain(self, words: str) -> str:
        return text.plain(words, self.catalog.titles)

    def _holders(self, kinds: list[str]) -> list[Reference]:
        return [Reference("", record) for record in self.records if record.kind in kinds]

    def _kind(self, kind: type[Record]) -> Table:
        columns = [ID, PAGE, *of_model(kind, self._plain)]
        return _table(kind.plural, kind.__doc__ or "", ["id"], columns, self.catalog.of(kind.kind))

    def _claims(self) -> Table:
        own = [column.of(lambda reference: reference.claim) for column in of_model(Claim, self._plain)]
        columns = [
            RECORD,
            *own,
            Column("page", "The address of the claim, below that of the site.", _page, required=True),
            Column("sides", "The sides for which its speaker speaks. Joined by ;.", self._sides),
            Column("places", "Its sources, each with the place in it. Joined by ;.", _places, required=True),
        ]
        meaning = "All claims, each with its address and without markup."
        return _table("claims", meaning, ["record", "id"], columns, self.claims)

    def _sides(self, reference: Reference) -> Value:
        speaker = self.catalog.records.get(reference.claim.by or "") if reference.claim else None
        return ";".join(speaker.sides) or None if isinstance(speaker, Actor) else None

    def _citations(self) -> Table:
        found = []
        for record in self.records:
            for steps, _ in record.refs:
                citation = record.value(steps[:-1])
                if isinstance(citation, Citation):
                    found.append(Cited(record, steps[:-1], citation))
        return _table("citations", "What rests on what source.", ["record", "pointer"], CITATION, found)

    def _list(self, owner: str, entry: Entry, holders: Iterable[Reference], of: list[Column]) -> Table:
        items = [
            Item(holder, position, value)
            for holder in holders
            for position, value in enumerate(getattr(holder.claim or holder.record, entry.name), 1)
        ]
        keys = [*(column.of(lambda item: item.holder) for column in of), POSITION]
        columns = [column.of(lambda item: item.value) for column in of_item(entry, self._plain)]
        key = [column.name for column in keys]
        return _table(f"{owner}_{entry.name}", f"{entry.meaning} One row for each.", key, [*keys, *columns], items)


def _table(name: str, meaning: str, key: list[str], columns: list[Column], items: Iterable[object]) -> Table:
    rows = [tuple(column.value(item) for column in columns) for item in items]
    return Table(name, meaning, tuple(key), columns, rows)


def _page(reference: Reference) -> str:
    assert reference.claim
    return f"{path(reference.record)}#{reference.claim.id}"


def _places(reference: Reference) -> str:
    assert reference.claim
    pairs = ((citation.source, citation.at) for citation in reference.claim.sources)
    return "; ".join(", ".join(piece for piece in pair if piece) for pair in pairs)


def _claim(cited: Cited) -> str | None:
    return cited.record.own_claims[int(cited.path[1])].id if cited.path[0] == "claims" else None


def _bound(record: Record, name: str) -> Value:
    date = when(record)
    return cell(getattr(date, name)) if date else None


SHARED = [
    ID,
    Column("kind", "The kind of record.", lambda record: record.kind, required=True),
    Column("title", "The title.", lambda record: record.title, required=True),
    Column("summary", "What it is in a sentence or two.", lambda record: record.summary),
    PAGE,
    Column("earliest", "The first day of the date by which it is sorted.", lambda one: _bound(one, "earliest"), "date"),
    Column("latest", "The last day of that date.", lambda one: _bound(one, "latest"), "date"),
]
POSITION = Column("position", "Its place in the list, from 1 on.", lambda item: item.position, "integer", required=True)
CITATION = [
    RECORD,
    Column(
        "pointer",
        "Where the citation stands in the JSON of the record (JSON Pointer, RFC 6901).",
        lambda cited: "".join(f"/{step}" for step in cited.path),
        required=True,
    ),
    Column(
        "field",
        "The field in which it stands.",
        lambda cited: ".".join(step for step in cited.path if isinstance(step, str)),
        required=True,
    ),
    Column("claim", "The claim, where it stands on one.", _claim),
    Column("source", "The source.", lambda cited: str(cited.citation.source), to="sources", required=True),
    Column("at", "The place in the source.", lambda cited: cited.citation.at),
]
