"""Catalog -> {path: Markdown}. The only module that knows Jinja."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable
from itertools import groupby
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from catalog import (
    calendars,
    citations,
    coverage,
    dictionary,
    downloads,
    forms,
    glossary,
    phrases,
    positions,
    queries,
    register,
    text,
)
from catalog.downloads import Files
from catalog.link import UNDATED, Catalog, full_title, when, year
from catalog.linked_data import LinkedData
from catalog.records import FILES, KINDS, Change, Dated, Meeting, Record, Source, Topic
from catalog.register import Choices
from catalog.sites import Site
from catalog.years import Years

Pages = dict[str, str]


def pages(catalog: Catalog, site: Site, files: Files) -> Pages:
    """Return the Markdown of every page that the data makes, by its path below docs/; `files` is what it offers."""
    jinja = _environment(catalog, site)
    made: Pages = {}
    for record in catalog.records.values():
        made[f"{record.plural}/{record.id}.md"] = _page(jinja, record.kind, record=record)
    for record in catalog.retired:
        made[f"{record.folder}/{record.id}.md"] = _page(jinja, "_retired", record=record)
    for id, record in catalog.moved:
        made[f"{record.folder}/{id}.md"] = _page(jinja, "_moved", record=record, id=id)
    for kind in (kind for kind in KINDS if kind is not Meeting):
        groups = grouped(catalog.of(kind.kind))
        made[f"{kind.plural}/index.md"] = _page(jinja, "_index", kind=kind, groups=groups)
    made["topics/index.md"] = _page(jinja, "_topics", kind=Topic, groups=grouped(catalog.of("topic")))
    made["timeline/index.md"] = _page(jinja, "_timeline", groups=grouped(catalog.happenings()))
    made["data-state/index.md"] = _page(jinja, "_state", state=coverage.Coverage(catalog))
    words = {"kinds": FILES, "parts": dictionary.parts(), "vocabularies": dictionary.vocabularies()}
    made["data/fields.md"] = _page(jinja, "_fields", **words)
    made["glossary/index.md"] = _page(jinja, "_glossary", abbreviations=glossary.abbreviations(catalog), **words)
    return {**made, **_by_year(jinja, catalog), **_to_print(jinja, catalog), **_about_files(jinja, site, files)}


def _about_files(jinja: Environment, site: Site, files: Files) -> Pages:
    package, database = json.loads(files[downloads.PACKAGE]), files[downloads.DATABASE]
    assert isinstance(database, bytes)
    by_sort: dict[str, list[Any]] = defaultdict(list)
    for file in package["resources"]:
        by_sort[_sort(file["path"])].append(file)
    return {
        "data/index.md": _page(jinja, "_data", kinds=KINDS, package=package, files=by_sort, site=site),
        "data/queries.md": _page(jinja, "_queries", answers=queries.answers(database)),
        "data/api.md": _page(
            jinja,
            "_api",
            addresses=forms.addresses(),
            envelope=forms.ENVELOPE,
            parts=forms.parts(),
            fields=forms.fields,
        ),
    }


def _sort(path: str) -> str:
    """Return under which heading the page on data lists a file."""
    name, _, ending = path.partition(".")
    return "schemas" if "/" in path else "whole" if name == "catalog" else ending


def _to_print(jinja: Environment, catalog: Catalog) -> Pages:
    """Return the topics as pages to print, at the addresses too that they had before or that stand for retired ones."""
    topics = [(id, topic) for topic in catalog.of("topic") for id in (topic.id, *topic.formerly)]
    made = {f"print/{id}.md": _page(jinja, "_print", record=topic) for id, topic in topics}
    retired = [
        (id, record) for record in catalog.retired for id in (record.id, *record.formerly) if record.was == "topic"
    ]
    return made | {f"print/{id}.md": _page(jinja, "_retired", record=record) for id, record in retired}


def _by_year(jinja: Environment, catalog: Catalog) -> Pages:
    """Return the register of meetings and the pages of the years."""
    meetings = grouped(catalog.of(Meeting.kind))
    years = Years(catalog)
    return {
        "meetings/index.md": _page(jinja, "_register", kind=Meeting, groups=meetings, choices=Choices(catalog)),
        "years/index.md": _page(jinja, "_years", years=years),
        **{f"years/{year.number}.md": _page(jinja, "_year", year=year, years=years) for year in years.all},
    }


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


def _page(jinja: Environment, template: str, **values: Any) -> str:
    say = cast(phrases.Phrases, jinja.globals["say"]).anew()
    lines = [line.rstrip() for line in jinja.get_template(f"{template}.md.j2").render(say=say, **values).splitlines()]
    kept = (line for number, line in enumerate(lines) if line or (number and lines[number - 1]))
    return "\n".join(kept).strip() + "\n"


def _environment(catalog: Catalog, site: Site) -> Environment:
    jinja = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        undefined=StrictUndefined,
        autoescape=True,
        finalize=phrases.shown,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    years, explained = Years(catalog), glossary.explained(catalog)
    say = phrases.Phrases(catalog, years, explained)
    jinja.globals.update(catalog=catalog, say=say, address=phrases.address, positions=positions.Positions(catalog))
    jinja.globals.update(
        language=phrases.language, when=when, entries=dictionary.entries, undated=UNDATED, slug=text.slug
    )
    jinja.globals.update(tally=register.tally, outcome=register.outcome, outcomes=register.IN_ORDER, zip=zip)
    jinja.globals.update(
        each=each,
        grouped=grouped,
        shown=phrases.shown,
        languages=lambda rows: [(phrases.language(code), number) for code, number in rows],
        joined=lambda items: phrases.joined(*items),
        plain=lambda claim: text.plain(claim.text, catalog.titles),
        full_title=full_title,
        offers=calendars.offers(catalog),
        size=phrases.size,
        raw=escape,  # for what stands in a raw block, where Markdown does nothing
    )
    linked = LinkedData(catalog, site)
    jinja.globals.update(
        linked_data=lambda record: Markup(linked.record(record)),
        linked_dataset=lambda summary: Markup(linked.dataset(summary)),
        cited=lambda record, claim=None: _cited(citations.entry(catalog, site, record, claim)),
    )
    return jinja


def _cited(entry: citations.Entry) -> list[tuple[str, Markup]]:
    """Return each form of a citation as HTML: in a raw block, line breaks stand and Markdown does nothing."""
    return [(name, escape(form)) for name, form in citations.forms(entry)]


def each(say: Callable[..., Any], values: Iterable[Any], *more: Any) -> list[Any]:
    """Return what is said of each value."""
    return [say(value, *more) for value in values]
