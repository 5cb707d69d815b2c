"""Catalog -> {path: text}: each record as plain text, and what programs that read sites look for at its root.

The text is Markdown that nothing renders: it is there to be read by programs, and by people without a browser.
"""

import html
import re
from collections.abc import Iterable, Iterator, Mapping

from catalog import text
from catalog.fields import Model, Ref
from catalog.link import Catalog, full_title
from catalog.parts import Citation, Claim, Later
from catalog.records import KINDS, Record, Source
from catalog.sites import Site

APART = {"title", "summary", "claims", "sources", "formerly"}
"""What the text of a record does not list among its facts: it stands elsewhere on it."""
GUIDE = """# {name}

> A reference work. The page of a record (an actor, event, meeting, topic, document or place) is made of claims. Each
> claim names its source and the place in it. What somebody says stands under their name.

Data version {version}. Licence: {licence}

- A record is at {site}/<kind>s/<id>/; the same as plain text at {site}/<kind>s/<id>.txt, and as JSON at
  {site}/<kind>s/<id>.json.
- To cite a claim, give the address of the record's page and the id of the claim: {site}/<kind>s/<id>/#<claim>. These
  addresses last. Say whose claim it is, and name its source besides.
- What there is to take away: {site}/data/datapackage.json. All of it in one file: {site}/data/catalog.sqlite, or
  {site}/data/catalog.json.

## Pages

{pages}
"""


class PlainText:
    """Tells the records of one catalog in plain text."""

    def __init__(self, catalog: Catalog, site: Site) -> None:
        """Take the catalog, and the site on which its pages stand."""
        self.catalog, self.site = catalog, site

    def files(self) -> dict[str, str]:
        """Return the text of each record by path below docs/."""
        records = self.catalog.records.values()
        return {f"{record.plural}/{record.id}.txt": self.record(record) for record in records}

    def record(self, record: Record) -> str:
        """Return a record: title, facts, summary, claims with their addresses, and sources."""
        head = [f"# {full_title(record)}", f"{record.kind.capitalize()}: {self.site.page(record)}"]
        summary = getattr(record, "summary", None)
        blocks = [*head, summary, _lines(self._facts(record)), *self._claims(record), *self._sources(record)]
        version = f"Data version {self.catalog.version}. Licence: {self.site.licence}"
        return "\n\n".join(block for block in (*blocks, version) if block) + "\n"

    def _facts(self, record: Record) -> Iterator[str]:
        for name in type(record).model_fields:
            value = getattr(record, name)
            if value and name not in APART:
                yield f"- {name.replace('_', ' ')}: {self._said(value)}"

    def _said(self, value: object) -> str:
        """Return a value in words: a link as title and address, a part as its fields."""
        if isinstance(value, list):
            return "; ".join(self._said(item) for item in value)
        if isinstance(value, Ref):
            return f"{self.catalog.titles[value]} ({self.site.page(self.catalog.records[value])})"
        if isinstance(value, Model):
            fields = (getattr(value, name) for name in type(value).model_fields if name != "sources")
            return ", ".join(self._said(field) for field in fields if field)
        return str(value)

    def _claims(self, record: Record) -> Iterator[str]:
        if record.own_claims:
            yield "## Claims"
        for claim in record.own_claims:
            yield "\n".join(self._claim(record, claim))

    def _claim(self, record: Record, claim: Claim) -> Iterator[str]:
        yield f"### {claim.id}"
        yield self.site.page(record, claim)
        yield f"{f'{self.catalog.titles[claim.by]}: ' if claim.by else ''}{self._plain(claim)}"
        if claim.quote:
            yield f"“{claim.quote}”"
        yield from self._cited(claim.sources)
        for later in claim.since:
            yield f"{later.verdict}: {self._plain(later)}"
            yield from self._cited(later.sources)
        yield from (f"Compare, for sources differ: {other.id}" for other in self.catalog.differing(record, claim))

    def _plain(self, told: Claim | Later) -> str:
        return text.plain(told.text, self.catalog.titles)

    def _cited(self, citations: Iterable[Citation]) -> Iterator[str]:
        pairs = ((citation.source, citation.at) for citation in citations)
        cited = "; ".join(", ".join(piece for piece in pair if piece) for pair in pairs)
        if cited:
            yield f"Sources: {cited}"

    def _sources(self, record: Record) -> Iterator[str]:
        if record.cited:
            yield "## Sources"
        yield _lines(self._source(self.catalog.records[id]) for id in record.cited)

    def _source(self, source: Record) -> str:
        address = source.address if isinstance(source, Source) else None
        told = (f"{source.id}: {full_title(source)}", self.site.page(source), address)
        return "- " + " ".join(piece for piece in told if piece)


def root_files(catalog: Catalog, site: Site, pages: Mapping[str, str]) -> dict[str, str]:
    """Return robots.txt (RFC 9309) and llms.txt (https://llmstxt.org); `pages` are all, by path below docs/."""
    robots = f"User-agent: *\nAllow: /\n\nSitemap: {site.below('/sitemap.xml')}\n"
    records = {kind.plural for kind in KINDS}
    views = [path for path in pages if path.endswith("/index.md") or path.partition("/")[0] not in records]
    listed = _lines(_view(path, pages[path], site) for path in sorted(views) if path.endswith(".md"))
    guide = GUIDE.format(
        name=site.name, licence=site.licence, version=catalog.version, site=site.below(""), pages=listed
    )
    return {"llms.txt": guide, "robots.txt": robots}


def _view(path: str, page: str, site: Site) -> str:
    """Return a line on a page from its front matter."""
    title, meaning = (html.unescape(words) for words in re.findall(r'^(?:title|description): "(.*)"$', page, re.M)[:2])
    return f"- [{title}]({site.below('/' + path.removesuffix('.md').removesuffix('index').rstrip('/'))}/): {meaning}"


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(lines)
