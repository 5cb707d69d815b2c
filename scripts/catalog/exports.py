"""Catalog -> {path: JSON}: each record's twin, each kind, the whole catalog, and the schemas of them all.

Every answer has one envelope: the version of its form, the version of the data, and the content. A
field has one type: what may be missing is null, what may be several is a list.
"""

import json
import re
import unicodedata
from typing import Any

from catalog import text
from catalog.forms import SCHEMA_VERSION, forms
from catalog.link import Catalog
from catalog.records import FILES, KINDS, Event, Record, Source, Told
from catalog.sites import path


def exports(catalog: Catalog) -> dict[str, str]:
    """Return the JSON of every record, of each kind and of all, and the schemas, by path below docs/."""
    records = {id: _record(record, catalog) for id, record in catalog.records.items()}

    def envelope(**content: Any) -> str:
        return _json({"schema_version": SCHEMA_VERSION, "data_version": catalog.version, **content})

    twins = {f"{record.plural}/{id}.json": envelope(record=records[id]) for id, record in catalog.records.items()}
    retired = {f"{record.folder}/{record.id}.json": _record(record, catalog) for record in catalog.retired}
    twins |= {address: envelope(retired=record) for address, record in retired.items()}
    twins |= {f"{record.folder}/{id}.json": envelope(moved_to=_target(record)) for id, record in catalog.moved}
    kinds = {
        f"data/{kind.plural}.json": envelope(records=[records[record.id] for record in catalog.of(kind.kind)])
        for kind in KINDS
    }
    counts = {kind.plural: len(catalog.of(kind.kind)) for kind in KINDS}
    sources = (source for source in catalog.records.values() if isinstance(source, Source))
    read = [source.accessed.latest.isoformat() for source in sources if source.accessed and source.accessed.latest]
    return {
        **twins,
        **kinds,
        "data/catalog.json": envelope(counts=counts, records=list(records.values()), retired=list(retired.values())),
        "data/contact.json": envelope(contact=[_contact(event) for event in catalog.contact()]),
        "data/words.json": envelope(words=_words(catalog)),
        "data/version.json": envelope(last_read=max(read, default=None)),
        **{f"data/schema/{name}": schema for name, schema in schemas().items()},
        **{f"data/forms/{name}.json": _json(form) for name, form in forms().items()},
    }


def _words(catalog: Catalog) -> list[str]:
    """Return the words of titles and names, plain as the search has them, for it to mend slips of the finger."""
    told = [record for record in catalog.records.values() if isinstance(record, Told)]
    names = " ".join(name for record in told for name in (record.title, *(other.name for other in record.names)))
    letters = (letter for letter in unicodedata.normalize("NFKD", names.lower()) if not unicodedata.combining(letter))
    return sorted(set(re.findall(r"[^\W_]{4,}", "".join(letters))))


def schemas() -> dict[str, str]:
    """Return the JSON Schema of each kind, by file name: what stands in a YAML file of it."""
    return {f"{kind.kind}.json": _json(_without_null(kind.model_json_schema())) for kind in FILES}


def _record(record: Record, catalog: Catalog) -> dict[str, Any]:
    fields = record.model_dump(mode="json")
    for claim in fields.get("claims", []):
        claim["page"] = f"{path(record)}#{claim['id']}"
        for told in (claim, *claim["since"]):
            told["plain"] = text.plain(told["text"], catalog.titles)
    return {"id": record.id, "kind": record.kind, "page": path(record), **fields}


def _target(record: Record) -> dict[str, Any]:
    return {"id": record.id, "kind": record.kind, "page": path(record)}


def _contact(event: Event) -> dict[str, Any]:
    fields = event.model_dump(mode="json")
    return {"state": fields["contact"], "from": fields["date"], "event": event.id, "sources": fields["sources"]}


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def _without_null(schema: Any) -> Any:
    """Take null out of a schema: in a file, an optional field is left out, never left empty."""
    if isinstance(schema, list):
        return [_without_null(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: _without_null(value) for key, value in schema.items() if (key, value) != ("default", None)}
    choices = [choice for choice in kept.pop("anyOf", []) if choice != {"type": "null"}]
    return {**choices[0], **kept} if choices else kept
