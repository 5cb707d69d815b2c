"""Catalog -> {path: Markdown}. The only module that knows Jinja."""

from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path
from typing import Any, cast

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from catalog import calendars, citations, dictionary, glossary, lanes, phrases, positions, register, text, views
from catalog.band import Band
from catalog.downloads import Files
from catalog.link import UNDATED, Catalog, full_title, when
from catalog.linked_data import LinkedData
from catalog.pictures import LEVELS
from catalog.sites import INCLUDED, Site
from catalog.strip import Strips, decades
from catalog.years import Years

Pages = dict[str, str]


def pages(catalog: Catalog, site: Site, files: Files) -> Pages:
    """Return the Markdown of every page that the data makes, by its path below docs/; `files` is what it offers."""
    jinja = _environment(catalog, site)
    page = partial(_page, jinja)
    return {
        **_records(page, catalog),
        **views.indexes(page, catalog),
        **views.by_year(page, catalog),
        **views.timeline(page, catalog),
        **views.across(page, catalog),
        **views.words(page, catalog),
        **views.to_print(page, catalog),
        **views.about_files(page, site, files),
        f"{INCLUDED}contact.html": _snippet(jinja, "band", band=Band(catalog), root="", table=True),
    }


def _records(page: views.Page, catalog: Catalog) -> Pages:
    """Return the page of each record, and those at the addresses of records that have moved or are retired."""
    made = {f"{record.plural}/{id}.md": page(record.kind, record=record) for id, record in catalog.records.items()}
    for record in catalog.retired:
        made[f"{record.folder}/{record.id}.md"] = page("_retired", record=record)
    for id, moved in catalog.moved:
        made[f"{moved.folder}/{id}.md"] = page("_moved", record=moved, id=id)
    return made


def _page(jinja: Environment, template: str, **values: Any) -> str:
    say = cast(phrases.Phrases, jinja.globals["say"]).anew()
    lines = [line.rstrip() for line in jinja.get_template(f"{template}.md.j2").render(say=say, **values).splitlines()]
    kept = (line for number, line in enumerate(lines) if line or (number and lines[number - 1]))
    return "\n".join(kept).strip() + "\n"


def _snippet(jinja: Environment, picture: str, **values: Any) -> str:
    """Return a picture alone, for pages written by hand to include."""
    return jinja.get_template(f"pictures/{picture}.svg.j2").render(**values) if values["band"].catalog.contact() else ""


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
        grouped=views.grouped,
        shown=phrases.shown,
        levels=list(LEVELS),
        strips=Strips(catalog),
        decades=decades,
        hollow=lanes.hollow,
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
