"""Catalog -> {path: text or bytes}: all that is there to take away, and the data package that describes it.

The package is what Frictionless calls it: a file for programs that says of every file in
/data/ what it is, how long it is and how it can be told that it came whole.
"""

import csv
import hashlib
import io
import json
from collections.abc import Mapping
from typing import Any

from catalog.calendars import calendars
from catalog.columns import Column
from catalog.database import database
from catalog.exports import exports, schemas
from catalog.feeds import feeds
from catalog.forms import SCHEMA_VERSION, addresses, forms
from catalog.link import Catalog
from catalog.plain_text import PlainText
from catalog.sites import Site
from catalog.tables import Table, Tables
from catalog.text import slug

Files = dict[str, str | bytes]
MEDIA_TYPES = {"json": "application/json", "csv": "text/csv", "sqlite": "application/vnd.sqlite3"}
LICENCES = {"https://creativecommons.org/licenses/by/4.0/": {"name": "CC-BY-4.0"}}
"""The names that the Open Definition has for licences: a data package is to use them."""
DATABASE = "data/catalog.sqlite"
PACKAGE = "data/datapackage.json"


def downloads(catalog: Catalog, site: Site) -> Files:
    """Return every file that is not a page, by path below docs/."""
    tables = Tables(catalog)
    flat, lists = tables.flat(), tables.lists()
    about = {"work": site.name, "address": site.address, "licence": site.licence, "version": catalog.version}
    made: Files = {
        **exports(catalog),
        **{f"data/{table.name}.csv": _csv(table) for table in flat},
        DATABASE: database([*flat, *lists], about, SCHEMA_VERSION),
        **calendars(catalog, site),
        **feeds(catalog, site),
        **PlainText(catalog, site).files(),
    }
    return {**made, PACKAGE: _package(made, flat, catalog, site)}


def _csv(table: Table) -> str:
    """Return a table as CSV (RFC 4180), with the names of the columns in the first line."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(column.name for column in table.columns)
    writer.writerows(table.rows)
    return text.getvalue()


def _package(files: Mapping[str, str | bytes], tables: list[Table], catalog: Catalog, site: Site) -> str:
    """Return the description of all files in /data/: https://specs.frictionlessdata.io/data-package/."""
    of_path = {f"data/{table.name}.csv": table for table in tables}
    meanings = _meanings(tables)
    package = {
        "profile": "data-package",
        "name": slug(site.name),
        "title": site.name,
        "homepage": site.address,
        "version": catalog.version,
        "licenses": [{**LICENCES.get(site.licence, {}), "path": site.licence}],
        "resources": [_resource(path, files[path], meanings[path], of_path.get(path)) for path in sorted(meanings)],
    }
    return json.dumps(package, ensure_ascii=False, indent=1) + "\n"


def _meanings(tables: list[Table]) -> dict[str, str]:
    """Return what each file in /data/ is, by its path below docs/."""
    answers = addresses()
    named = {name: f"The form of an answer, as a JSON Schema. {form['description']}" for name, form in forms().items()}
    return {
        DATABASE: "All tables, also those of lists, and full-text search, as an SQLite database.",
        **{f"data/{table.name}.csv": table.meaning for table in tables},
        **{path[1:]: meaning for path, (_, meaning) in answers.items() if path.startswith("/data/")},
        **{f"data/schema/{name}": "What a YAML file of this kind may hold, as a JSON Schema." for name in schemas()},
        **{f"data/forms/{name}.json": meaning for name, meaning in named.items()},
    }


def _resource(path: str, content: str | bytes, meaning: str, table: Table | None) -> dict[str, Any]:
    coded = content.encode() if isinstance(content, str) else content
    form = path.rpartition(".")[2]
    resource = {
        "name": table.name if table else path.removeprefix("data/").replace("/", "."),
        "path": path.removeprefix("data/"),
        "description": meaning,
        "format": form,
        "mediatype": MEDIA_TYPES[form],
        "bytes": len(coded),
        "hash": f"sha256:{hashlib.sha256(coded).hexdigest()}",
    }
    if not table:
        return {**resource, "profile": "data-resource", "type": "json" if form == "json" else "file"}
    return {
        **resource,
        "profile": "tabular-data-resource",
        "type": "table",
        "encoding": "utf-8",
        "schema": _schema(table),
    }


def _schema(table: Table) -> dict[str, Any]:
    links = [column for column in table.columns if column.to]
    return {
        "fields": [_field(column) for column in table.columns],
        "missingValues": [""],
        "primaryKey": list(table.key),
        "foreignKeys": [
            {"fields": column.name, "reference": {"resource": _other(column, table), "fields": "id"}}
            for column in links
        ],
    }


def _field(column: Column) -> dict[str, Any]:
    field = {"name": column.name, "type": column.type, "description": column.meaning}
    return {**field, "constraints": {"required": True}} if column.required else field


def _other(column: Column, table: Table) -> str | None:
    """Return the table to which a column leads as the package names it: its own one has no name."""
    return "" if column.to == table.name else column.to
