"""The data dictionary: what each field of each kind holds and means, read off the models themselves."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated, get_args, get_origin, get_type_hints

from catalog import dates, fields
from catalog.fields import Link, Model
from catalog.records import FILES
from catalog.vocabularies import Word

Held = type[Model] | type[Word]


@dataclass(frozen=True)
class Entry:
    """A field: its name, what it holds in words, the part or vocabulary behind it, its link, and what it means."""

    name: str
    holds: str
    held: Held | None
    link: Link | None
    required: bool
    meaning: str


def entries(model: type[Model]) -> list[Entry]:
    """Return the fields of a kind, or of a part of a record."""
    hints = get_type_hints(model, include_extras=True)
    return [
        Entry(
            name=name,
            holds=_holds(hints[name]),
            held=next(_held(hints[name]), None),
            link=next((part for part in _inside(hints[name]) if isinstance(part, Link)), None),
            required=field.is_required(),
            meaning=field.description or "",
        )
        for name, field in model.model_fields.items()
    ]


def parts() -> list[type[Model]]:
    """Return the parts that records are made of, each once, in the order in which the kinds use them."""
    found: dict[type[Model], None] = {}
    models: list[type[Model]] = list(FILES)
    for model in models:
        held = [entry.held for entry in entries(model) if entry.held and issubclass(entry.held, Model)]
        new = [part for part in held if part not in found]
        found.update(dict.fromkeys(new))
        models += new
    return list(found)


def vocabularies() -> list[type[Word]]:
    """Return the vocabularies that the kinds and their parts use, each once."""
    held = (entry.held for model in (*FILES, *parts()) for entry in entries(model))
    return list(dict.fromkeys(word for word in held if word and issubclass(word, Word)))


def _inside(hint: object) -> Iterator[object]:
    """Yield a type, and the types and annotations that it is made of."""
    yield hint
    for inner in get_args(hint):
        yield from _inside(inner)


def _held(hint: object) -> Iterator[Held]:
    for part in _inside(hint):
        if isinstance(part, type) and issubclass(part, (Model, Word)):
            yield part


def _holds(hint: object) -> str:
    if get_origin(hint) is list:
        return f"list: {_holds(get_args(hint)[0])}"
    names = {
        fields.Prose: "text with links",
        fields.Url: "web address",
        fields.Id: "id",
        fields.Date: "date",
        dates.Date: "date",
        int: "number",
        float: "number",
    }
    if hint in names:
        return names[hint]
    if get_origin(hint) is Annotated:
        links = [extra for extra in get_args(hint) if isinstance(extra, Link)]
        return f"id of: {' or '.join(links[0].kinds) or 'any record'}" if links else _holds(get_args(hint)[0])
    inner = [arg for arg in get_args(hint) if arg is not type(None)]
    if inner:
        return _holds(inner[0])
    held = next(_held(hint), None)
    return "text" if held is None else "word" if issubclass(held, Word) else held.__name__.lower()
