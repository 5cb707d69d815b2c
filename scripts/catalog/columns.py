"""The columns that a model makes in a table, read off the model itself.

A date makes three: as it is written, its first and its last day. A part makes one for each of its fields. A list of
ids or words makes one, joined by `;`, and so does a list of parts that begin with an id or a word.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from operator import attrgetter
from typing import Any

from catalog.dictionary import Entry, entries
from catalog.fields import Link, Model
from catalog.records import KINDS
from catalog.vocabularies import Word

Value = str | int | float | None
Plain = Callable[[str], str]
MANY = "list: "
PLURALS = {kind.kind: kind.plural for kind in KINDS}


@dataclass(frozen=True)
class Column:
    """A column: its name, what it is, what stands in it for an item, its type, and the table that it leads to.

    The types are those of Frictionless Table Schema (https://specs.frictionlessdata.io/table-schema/).
    """

    name: str
    meaning: str
    value: Callable[[Any], Value]
    type: str = "string"
    to: str | None = None
    required: bool = False

    def of(self, get: Callable[[Any], Any]) -> "Column":
        """Return the same column for items that hold what it is made from."""
        return replace(self, value=lambda item: self.value(get(item)))


def of_model(model: type[Model], plain: Plain) -> list[Column]:
    """Return the columns of a kind or of a part; `plain` takes the markup out of a text."""
    return [column for entry in entries(model) for column in _of_field(entry, plain)]


def of_item(entry: Entry, plain: Plain) -> list[Column]:
    """Return the columns of an item of the list that a field holds."""
    if entry.held and issubclass(entry.held, Model):
        return of_model(entry.held, plain)
    return [Column("item", entry.meaning, cell, to=table(entry.link), required=True)]


def lists(model: type[Model]) -> list[Entry]:
    """Return the fields of a kind or a part that hold lists."""
    return [entry for entry in entries(model) if entry.holds.startswith(MANY)]


def table(link: Link | None) -> str | None:
    """Return the table to which a link leads: that of its kind, or that of all records."""
    return (PLURALS[link.kinds[0]] if len(link.kinds) == 1 else "records") if link else None


def cell(value: object) -> Value:
    """Return a value as it stands in a cell: words and dates as they are written."""
    if isinstance(value, Word):
        return str(value.value)
    return value if isinstance(value, (int, float)) else None if value is None else str(value)


def _of_field(entry: Entry, plain: Plain) -> list[Column]:
    get = attrgetter(entry.name)
    if entry.holds.startswith(MANY):
        return _joined(entry)
    if entry.holds == "date":
        return _date(entry)
    if entry.held and issubclass(entry.held, Model):
        return [_of_part(entry, column) for column in of_model(entry.held, plain)]
    one = Column(
        entry.name, entry.meaning, lambda item: cell(get(item)), _type(entry), table(entry.link), entry.required
    )
    return [replace(one, value=lambda item: plain(get(item)))] if entry.holds == "text with links" else [one]


def _type(entry: Entry) -> str:
    return "number" if entry.holds == "number" else "string"


def _of_part(entry: Entry, column: Column) -> Column:
    get = attrgetter(entry.name)
    meaning = f"{entry.meaning} {column.meaning}"
    named = replace(column, name=f"{entry.name}_{column.name}", meaning=meaning, required=False)
    return replace(named, value=lambda item: None if get(item) is None else column.value(get(item)))


def _date(entry: Entry) -> list[Column]:
    def bound(name: str, meaning: str) -> Column:
        get = attrgetter(name)
        return Column(
            f"{entry.name}_{name}",
            meaning,
            lambda item: cell(date and get(date)) if (date := own(item)) else None,
            "date",
        )

    own = attrgetter(entry.name)
    written = Column(entry.name, entry.meaning, lambda item: own(item) and own(item).edtf, required=entry.required)
    first = bound("earliest", "The first day that it can mean; empty where the start is open.")
    last = bound("latest", "The last day that it can mean; empty where the end is open.")
    return [written, first, last]


def _joined(entry: Entry) -> list[Column]:
    """Return the column of a list: what its items are, or what they begin with, where that holds no `;` of its own."""
    inner, name = entry, ""
    if entry.held and issubclass(entry.held, Model):
        inner = entries(entry.held)[0]
        name = inner.name
    if not inner.holds.removeprefix(MANY).startswith(("id", "word")):
        return []
    get = attrgetter(entry.name)
    meaning = f"{entry.meaning} Joined by ;."

    def join(holder: object) -> Value:
        items = (getattr(item, name) if name else item for item in get(holder))
        return ";".join(str(cell(item)) for item in items) or None

    return [Column(entry.name, meaning, join)]
