"""The built sites, page by page: the real one, and that of the miniature world."""

import filecmp
import gzip
import json
import re
from collections import Counter
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit
from zipfile import ZipFile

import html5lib
import offline
import pytest
from build import make
from catalog.link import Catalog
from conftest import build, copy_project

HERE = "https://here.example/"
REQUESTED = {"img": "src", "script": "src", "source": "src", "iframe": "src", "object": "data", "embed": "src"}


@dataclass
class Page(HTMLParser):
    """What the tests ask of a page."""

    path: Path
    address: str
    ids: Counter[str] = field(default_factory=Counter)
    links: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)
    headings: Counter[str] = field(default_factory=Counter)

    def __post_init__(self) -> None:
        super().__init__()
        self.text = self.path.read_text(encoding="utf-8")
        self.feed(self.text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.headings[tag] += 1
        if "id" in given:
            self.ids[given["id"]] += 1
        if tag == "a" and "href" in given:
            self.links.append(urljoin(self.address, given["href"]))
        if tag in REQUESTED and REQUESTED[tag] in given:
            self.requests.append(urljoin(self.address, given[REQUESTED[tag]]))
        if tag == "link" and given.get("rel") in ("stylesheet", "icon", "preload", "modulepreload"):
            self.requests.append(urljoin(self.address, given["href"]))


@pytest.fixture(scope="module", params=["site", "example_site"])
def folder(request: pytest.FixtureRequest) -> Path:
    found: Path = request.getfixturevalue(request.param)
    return found


@pytest.fixture(scope="module")
def pages(folder: Path) -> dict[str, Page]:
    found = {}
    for path in sorted(folder.rglob("*.html")):
        address = HERE + path.relative_to(folder).as_posix().removesuffix("index.html")
        found[address] = Page(path, address)
    return found


def test_every_link_and_fragment_leads_somewhere(folder: Path, pages: dict[str, Page]) -> None:
    for page in pages.values():
        for link in page.links:
            address, _, fragment = link.partition("#")
            if not address.startswith(HERE):
                continue
            target = pages.get(address)
            assert target or (folder / unquote(address.removeprefix(HERE))).is_file(), f"{page.address} -> {link}"
            assert not fragment or (target and unquote(fragment) in target.ids), f"{page.address} -> {link}"


def test_links_elsewhere_are_web_addresses(pages: dict[str, Page]) -> None:
    for page in pages.values():
        assert {urlsplit(link).scheme for link in page.links} <= {"https", "http"}, page.address


def test_no_page_asks_another_host(pages: dict[str, Page]) -> None:
    for page in pages.values():
        assert all(request.startswith(HERE) for request in page.requests), page.address


def test_styles_ask_no_other_host(folder: Path) -> None:
    for sheet in folder.rglob("*.css"):
        assert not re.search(r"url\(\s*['\"]?(https?:)?//|@import", sheet.read_text(encoding="utf-8")), sheet


def test_every_page_has_one_main_heading(pages: dict[str, Page]) -> None:
    assert {page.address: 1 for page in pages.values()} == {
        page.address: page.headings["h1"] for page in pages.values()
    }


def test_ids_are_unique_on_their_page(pages: dict[str, Page]) -> None:
    for page in pages.values():
        assert [id for id, times in page.ids.items() if times > 1] == [], page.address


def test_titles_are_unique(pages: dict[str, Page]) -> None:
    titles = Counter(re.findall(r"<title>(.*?)</title>", page.text, re.DOTALL)[0] for page in pages.values())
    assert [title for title, times in titles.items() if times > 1] == []


def test_pages_describe_themselves(pages: dict[str, Page]) -> None:
    for page in pages.values():
        assert '<meta name="description" content="' in page.text or "moved" in page.text, page.address


def test_html_parses(pages: dict[str, Page]) -> None:
    for page in pages.values():
        parser = html5lib.HTMLParser()
        parser.parse(page.text)
        assert parser.errors == [], page.address


def test_article_of_a_record_page_is_complete(site: Path, catalog: Catalog) -> None:
    for record in catalog.records.values():
        page = Page(site / record.plural / record.id / "index.html", HERE)
        assert {claim.id for claim in record.own_claims} <= set(page.ids), record.id
        assert f"data/{record.plural}/{record.id}.yaml" in page.text, record.id


def test_search_knows_every_record_by_title_and_other_names(site: Path, catalog: Catalog) -> None:
    packed = (gzip.decompress(path.read_bytes()) for path in (site / "pagefind" / "fragment").iterdir())
    entries = (json.loads(entry.removeprefix(b"pagefind_dcd")) for entry in packed)
    known = {entry["url"]: entry["meta"] for entry in entries}
    for record in catalog.records.values():
        meta = known[f"/{record.plural}/{record.id}/"]
        assert record.title in (meta.get("title"), meta.get("source"))
        assert all(name.name in meta["names"] for name in getattr(record, "names", []))


def test_hostile_words_show_as_typed(example_site: Path, example: Catalog) -> None:
    record = example.records["hostile-words"]
    text = (example_site / "events" / "hostile-words" / "index.html").read_text(encoding="utf-8")
    tree = html5lib.parse(text, namespaceHTMLElements=False)
    shown = {"".join(element.itertext()).strip() for tag in ("h1", "title") for element in tree.iter(tag)}
    assert {record.title, f"{record.title}, December 2003 - NATO–Russia Reference"} == shown
    programs = [script for script in tree.iter("script") if script.get("type") != "application/ld+json"]
    assert not any(script.text and "alert(" in script.text for script in programs)
    assert not any("javascript:" in link.get("href", "") for link in tree.iter("a"))
    assert not any(name.startswith("on") for element in tree.iter() for name in element.attrib)


def test_former_address_leads_on(example_site: Path) -> None:
    page = (example_site / "actors" / "veldrian-realm" / "index.html").read_text(encoding="utf-8")
    assert '<link rel="canonical" href="../veldria/">' in page
    assert 'url=../veldria/"' in page
    assert 'location.replace("../veldria/" + location.hash)' in page


def test_former_address_of_a_record_with_claims_waits_for_no_refresh(example_site: Path) -> None:
    page = (example_site / "events" / "gale" / "index.html").read_text(encoding="utf-8")
    assert "http-equiv" not in page
    assert '<span id="days"></span><a href="../gale-war/#days">' in page


@pytest.mark.parametrize("name", ["site", "example_site"])
def test_every_address_made_or_published_answers_in_the_site(name: str, request: pytest.FixtureRequest) -> None:
    folder = request.getfixturevalue(name)
    made = make(folder.parent)
    ids: dict[str, set[str]] = {}
    for address in sorted({*made.answers, *made.reading.ledger} - {""}):
        path, _, anchor = address[1:].partition("#")
        file = folder / (f"{path}index.html" if address.endswith("/") or anchor else path)
        assert file.is_file(), address
        if anchor and path not in ids:
            ids[path] = set(Page(file, HERE).ids)
        assert not anchor or anchor in ids[path], address


def test_two_builds_are_the_same_bytes(site: Path, tmp_path: Path) -> None:
    again = build(copy_project(tmp_path))
    files = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    assert files == sorted(path.relative_to(again).as_posix() for path in again.rglob("*") if path.is_file())
    assert filecmp.cmpfiles(site, again, files, shallow=False) == (files, [], [])


def test_every_link_on_disk_names_a_file(site: Path, tmp_path: Path) -> None:
    offline.pack(site, tmp_path / "site.zip")
    ZipFile(tmp_path / "site.zip").extractall(tmp_path)
    for path in (tmp_path / "site").rglob("*.html"):
        for link in Page(path, path.as_uri()).links:
            file = Path(unquote(urlsplit(link).path))
            assert urlsplit(link).scheme != "file" or file.is_file(), f"{path} -> {link}"
