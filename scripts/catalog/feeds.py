"""Catalog -> {path: Atom}: what was changed in the data, and apart from that what was wrong or is gone."""

from datetime import date
from xml.etree import ElementTree

from catalog.link import Catalog
from catalog.records import Change
from catalog.sites import Site
from catalog.vocabularies import ChangeSort

ATOM = "http://www.w3.org/2005/Atom"
BEFORE_ALL = date(1970, 1, 1)
"""Stands where nothing was changed yet: Atom wants a day, and the clock's would differ from build to build."""


def feeds(catalog: Catalog, site: Site) -> dict[str, str]:
    """Return both feeds (RFC 4287) by path below docs/."""
    faults = [
        change for change in catalog.changes if change.classification in (ChangeSort.CORRECTED, ChangeSort.WITHDRAWN)
    ]
    return {
        "changes/feed.xml": _feed("changes/feed.xml", "Changes", catalog.changes, catalog, site),
        "changes/corrections.xml": _feed("changes/corrections.xml", "Corrections", faults, catalog, site),
    }


def _feed(path: str, title: str, changes: list[Change], catalog: Catalog, site: Site) -> str:
    address = site.below(f"/{path}")
    feed = ElementTree.Element("feed", {"xmlns": ATOM, "xml:lang": "en"})
    _add(feed, "id", address)
    _add(feed, "title", f"{site.name}: {title}")
    _add(feed, "subtitle", f"Data version {catalog.version}")
    _add(feed, "updated", _moment(changes[0] if changes else None))
    _add(_add(feed, "author"), "name", site.name)
    _add(feed, "link", rel="self", type="application/atom+xml", href=address)
    _add(feed, "link", rel="alternate", type="text/html", href=site.below("/changes/"))
    _add(feed, "rights", site.licence)
    for change in changes:
        _entry(feed, change, site)
    ElementTree.indent(feed)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ElementTree.tostring(feed, encoding="unicode")}\n'


def _entry(feed: ElementTree.Element, change: Change, site: Site) -> None:
    entry = _add(feed, "entry")
    _add(entry, "id", site.page(change))
    _add(entry, "title", change.title)
    _add(entry, "updated", _moment(change))
    _add(entry, "category", term=str(change.classification.value), label=str(change.classification))
    _add(entry, "link", rel="alternate", type="text/html", href=site.page(change))
    _add(entry, "summary", change.summary)


def _add(parent: ElementTree.Element, name: str, text: str | None = None, **attributes: str) -> ElementTree.Element:
    element = ElementTree.SubElement(parent, name, attributes)
    element.text = text
    return element


def _moment(change: Change | None) -> str:
    day = change.date.day if change else None
    return f"{day or BEFORE_ALL}T00:00:00Z"
