"""The forms of the published JSON: a JSON Schema for each, made from the models, and the addresses that answer in it.

They differ from the schemas of the YAML files: every field is there, what is not known is null, and a reader must put
up with fields that are new.
"""

from typing import Any, NamedTuple

from catalog.fields import ID, PublishedDate
from catalog.parts import Citation
from catalog.records import KINDS, Event, Record, Retired

SCHEMA_VERSION = 1
Schema = dict[str, Any]
PAGE = {"type": "string", "pattern": "^/", "description": "The address of its page, below that of the site."}
PLAIN = {"type": "string", "description": "The text without markup."}
IDENTITY = {"type": "string", "pattern": ID, "maxLength": 80, "description": "The id, which lasts."}
ENVELOPE = {
    "schema_version": {"const": SCHEMA_VERSION, "description": "The version of this form."},
    "data_version": {
        "type": "string",
        "pattern": "^[0-9a-f]{16}$",
        "description": "The version of the data, made from their content: files with the same one belong together.",
    },
}


class Field(NamedTuple):
    """A field of a form: its name, what it holds in words, the part of the form behind it, and what it is."""

    name: str
    holds: str
    part: str | None
    meaning: str


def forms() -> dict[str, Schema]:
    """Return the JSON Schema of each form, by name: a kind's for its records, else that of the file in /data/."""
    parts = {kind: _parts(kind) for kind in KINDS}
    every: Schema = {name: part for of_kind in parts.values() for name, part in of_kind.items()}
    ones = {
        kind.kind: _form(kind.__doc__ or "", {"record": {**_to(kind), "description": "The record."}}, parts[kind])
        for kind in KINDS
    }
    lists = {
        kind.plural: _form(f"All {kind.plural}.", {"records": _list(_to(kind), "All of them, in order.")}, parts[kind])
        for kind in KINDS
    }
    of_retired = _parts(Retired)
    gone = {**_to(Retired), "description": "What became of it."}
    others = {
        "moved": _form("A record that has another id now.", {"moved_to": MOVED_TO}, {}),
        "retired": _form("A record that stands here no longer.", {"retired": gone}, of_retired),
        "catalog": _catalog({**every, **of_retired}),
        "contact": _contact(),
        "words": _form("The words of titles and names.", {"words": _list({"type": "string"}, "In order.")}, {}),
        "version": _version(),
    }
    return {**ones, **lists, **others}


def parts() -> Schema:
    """Return the parts that forms are made of, by name: each kind first, then what they hold."""
    found = {name: part for form in forms().values() for name, part in form["$defs"].items()}
    kinds = [kind.__name__ for kind in KINDS]
    return dict(sorted(found.items(), key=lambda part: (part[0] not in kinds, part[0])))


def addresses() -> dict[str, tuple[str, str]]:
    """Return the pattern of each address that answers in JSON, with the name of its form and what is there."""
    ones = {f"/{kind.plural}/<id>.json": (kind.kind, f"One {kind.kind}.") for kind in KINDS}
    lists = {f"/data/{kind.plural}.json": (kind.plural, f"All {kind.plural}.") for kind in KINDS}
    return {
        **ones,
        **lists,
        "/data/catalog.json": ("catalog", "All records, and how many there are of each kind."),
        "/data/contact.json": ("contact", "The changes of formal contact, in order."),
        "/data/words.json": ("words", "The words of titles and names, which the search knows."),
        "/data/version.json": ("version", "Which state of the data this is."),
    }


def fields(schema: Schema) -> list[Field]:
    """Return the fields of a form, or of a part of one."""
    return [
        Field(name, *_holds(value), value.get("description", ""))
        for name, value in schema.get("properties", {}).items()
    ]


def _holds(value: Schema) -> tuple[str, str | None]:
    """Return what a field holds in words, and the name of the part of the form that describes it further."""
    if "$ref" in value:
        name = value["$ref"].rpartition("/")[2]
        return name.lower(), name
    if "anyOf" in value:
        holds, part = _holds(value["anyOf"][0])
        return f"{holds} or null", part
    if value.get("type") == "array":
        holds, part = _holds(value["items"])
        return f"list: {holds}", part
    if "const" in value:
        return str(value["const"]), None
    if isinstance(value["type"], list):
        return " or ".join(value["type"]), None
    return "word" if "enum" in value else str(value["type"]), None


def _catalog(parts: Schema) -> Schema:
    number = {"type": "integer", "minimum": 0}
    counts = _object("How many records there are of each kind.", {kind.plural: number for kind in KINDS})
    records = _list({"anyOf": [_to(kind) for kind in KINDS]}, "The records, in order.")
    retired = _list(_to(Retired), "The records that stand here no longer.")
    return _form("The whole catalog.", {"counts": counts, "records": records, "retired": retired}, parts)


def _contact() -> Schema:
    parts = _parts(Event)
    event = parts["Event"]["properties"]
    change = {
        "state": {**event["contact"]["anyOf"][0], "description": "The state of formal contact from then on."},
        "from": {"$ref": "#/$defs/PublishedDate", "description": event["date"]["description"]},
        "event": {**IDENTITY, "description": "The event that brought it about."},
        "sources": event["sources"],
    }
    kept = {name: parts[name] for name in (PublishedDate.__name__, Citation.__name__)}
    parts = {"Contact": _object("A change of formal contact.", change), **kept}
    changes = _list({"$ref": "#/$defs/Contact"}, "The changes, in order.")
    return _form("The changes of formal contact.", {"contact": changes}, parts)


def _version() -> Schema:
    last_read = {
        "type": ["string", "null"],
        "format": "date",
        "description": "The last day on which a source was read.",
    }
    return _form("Which state of the data this is.", {"last_read": last_read}, {})


def _form(meaning: str, content: Schema, parts: Schema) -> Schema:
    whole = _object(meaning, {**ENVELOPE, **content})
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **whole, "$defs": parts}


def _object(meaning: str, properties: Schema) -> Schema:
    return {"type": "object", "description": meaning, "properties": properties, "required": list(properties)}


MOVED_TO = _object(
    "The record as it is called now.",
    {"id": IDENTITY, "kind": {"type": "string", "description": "The kind of record."}, "page": PAGE},
)


def _to(kind: type[Record]) -> Schema:
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _list(items: Schema, meaning: str) -> Schema:
    return {"type": "array", "items": items, "description": meaning}


def _parts(kind: type[Record]) -> Schema:
    """Return a kind and the parts that it is made of, each with what is published besides the fields of the model."""
    schema = kind.model_json_schema(mode="serialization")
    identity = {"id": IDENTITY, "kind": {"const": kind.kind, "description": "The kind of record."}, "page": PAGE}
    record = {**schema, "properties": {**identity, **schema["properties"]}}
    more = {"Claim": {"page": PAGE, "plain": PLAIN}, "Later": {"plain": PLAIN}}
    parts = {kind.__name__: record, **schema.get("$defs", {})}
    return {
        name: _object(part["description"], {**_tidy(part["properties"]), **more.get(name, {})})
        for name, part in parts.items()
    }


def _tidy(properties: Schema) -> Schema:
    """Leave out what holds for YAML alone: a field there may be missing, and has a name made from its name."""
    return {
        name: {key: value for key, value in field.items() if key not in ("title", "default")}
        for name, field in properties.items()
    }
