"""The pages that cut across records: years, the timeline, offices, what was met on, what is printed and taken away."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any

from catalog import band, coverage, dictionary, downloads, forms, glossary, lanes, queries
from catalog.downloads import Files
from catalog.link import UNDATED, Catalog, when, year
from catalog.matrix import matrix
from catalog.records import FILES, KINDS, Change, Dated, Meeting, Record, Source, Topic
from catalog.register import Choices
from catalog.sites import Site
from catalog.tenures import offices
from catalog.yearly import columns
from catalog.years import Years

Views = dict[str, str]
Page = Callable[..., str]
"""What makes a page from the name of its template and what is to be shown."""


def grouped(records: Iterable[Record]) -> list[tuple[str, list[Record]]]:
    """Group records for a list: what happens by year with the undated last, the rest by classification."""
    ordered = sorted(records, key=_group)
    return [(label, list(group)) for (_, label), group in groupby(ordered, _group)]


def _group(record: Record) -> tuple[bool, str]:
    if not isinstance(record, (Dated, Source, Change)):
        label = getattr(record, "classification", None) or getattr(record, "country", None)
        return label is None, str(label or "Countries, regions and seas")
    label = year(when(record))
    return label == UNDATED, label


def indexes(page: Page, catalog: Catalog) -> Views:
    """Return the list of each kind; that of the meetings is the register, that of the topics counts positions."""
    made = {kind.plural: ("_index", kind, grouped(catalog.of(kind.kind))) for kind in KINDS}
    made[Topic.plural] = ("_topics", Topic, made[Topic.plural][2])
    made[Meeting.plural] = ("_register", Meeting, made[Meeting.plural][2])
    more = {Meeting.plural: {"choices": Choices(catalog), "columns": columns(catalog)}}
    return {
        f"{plural}/index.md": page(template, kind=kind, groups=groups, **more.get(plural, {}))
        for plural, (template, kind, groups) in made.items()
    }


def by_year(page: Page, catalog: Catalog) -> Views:
    """Return the pages of the years."""
    years = Years(catalog)
    made = {f"years/{year.number}.md": page("_year", year=year, years=years) for year in years.all}
    return {"years/index.md": page("_years", years=years), **made}


def timeline(page: Page, catalog: Catalog) -> Views:
    """Return the timeline, whole and by decade."""
    large = lanes.decades(catalog)
    views = {"band": band.Band(catalog), "root": "../", "table": False, "decades_at_large": large}
    made = {"timeline/index.md": page("_timeline", groups=grouped(catalog.happenings()), **views)}
    for before, decade, after in zip([None, *large], large, [*large[1:], None], strict=False):
        around = {"before": before, "after": after, "root": "../../"}
        made[f"timeline/{decade.name}.md"] = page("_decade", decade=decade, **around)
    return made


def across(page: Page, catalog: Catalog) -> Views:
    """Return who held which office, who met on what, and the state of the data."""
    years, held = offices(catalog)
    years_met, rows = matrix(catalog)
    return {
        "offices/index.md": page("_offices", years=years, offices=held),
        "matrix/index.md": page("_matrix", years=years_met, rows=rows),
        "data-state/index.md": page("_state", state=coverage.Coverage(catalog)),
    }


def words(page: Page, catalog: Catalog) -> Views:
    """Return the data dictionary and the glossary."""
    known = {"kinds": FILES, "parts": dictionary.parts(), "vocabularies": dictionary.vocabularies()}
    abbreviations = glossary.abbreviations(catalog)
    return {
        "data/fields.md": page("_fields", **known),
        "glossary/index.md": page("_glossary", abbreviations=abbreviations, **known),
    }


def to_print(page: Page, catalog: Catalog) -> Views:
    """Return the topics as pages to print, at the addresses too that they had before or that stand for retired ones."""
    topics = [(id, topic) for topic in catalog.of(Topic.kind) for id in (topic.id, *topic.formerly)]
    gone = (record for record in catalog.retired if record.was == Topic.kind)
    retired = [(id, record) for record in gone for id in (record.id, *record.formerly)]
    made = {f"print/{id}.md": page("_print", record=topic) for id, topic in topics}
    return made | {f"print/{id}.md": page("_retired", record=record) for id, record in retired}


def about_files(page: Page, site: Site, files: Files) -> Views:
    """Return the pages on what there is to take away."""
    package, database = json.loads(files[downloads.PACKAGE]), files[downloads.DATABASE]
    assert isinstance(database, bytes)
    by_sort: dict[str, list[Any]] = defaultdict(list)
    for file in package["resources"]:
        by_sort[_sort(file["path"])].append(file)
    known = {"addresses": forms.addresses(), "envelope": forms.ENVELOPE, "parts": forms.parts(), "fields": forms.fields}
    return {
        "data/index.md": page("_data", kinds=KINDS, package=package, files=by_sort, site=site),
        "data/queries.md": page("_queries", answers=queries.answers(database)),
        "data/api.md": page("_api", **known),
    }


def _sort(path: str) -> str:
    """Return under which heading the page on data lists a file."""
    name, _, ending = path.partition(".")
    return "schemas" if "/" in path else "whole" if name == "catalog" else ending
