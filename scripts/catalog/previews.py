"""Catalog -> {path: script}: what the preview of a link shows, a file a kind, loaded when the first is asked for.

They are scripts, not JSON, because a page that is opened from a folder may load a script but not read a file.
"""

import json

from catalog.link import Catalog, when
from catalog.records import KINDS, Record, Source


def previews(catalog: Catalog) -> dict[str, str]:
    """Return a script for each kind that gives each record's title, line of facts and summary by its id."""
    return {f"data/previews/{kind.plural}.js": _script(kind.plural, catalog.of(kind.kind)) for kind in KINDS}


def _script(plural: str, records: list[Record]) -> str:
    shown = {record.id: [record.title, _line(record), getattr(record, "summary", None) or ""] for record in records}
    return f"(globalThis.previews ??= {{}}).{plural} = {json.dumps(shown, ensure_ascii=False, separators=(',', ':'))}\n"


def _line(record: Record) -> str:
    sort = record.publisher.name if isinstance(record, Source) else getattr(record, "classification", None)
    facts = (record.kind.capitalize(), sort, when(record), getattr(record, "status", None))
    return " · ".join(str(fact) for fact in facts if fact)
