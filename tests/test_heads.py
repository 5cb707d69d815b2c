"""What the heads of built pages tell programs that show, cite or follow them."""

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from build import site as site_of
from catalog.link import Catalog
from catalog.sites import path
from conftest import ROOT

HERE = site_of(ROOT).address.rstrip("/")
NAME = site_of(ROOT).name


class Head(HTMLParser):
    """The metadata of a page, its links, its ids and its JSON-LD."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self.meta: dict[str, str] = {}
        self.links: list[dict[str, str]] = []
        self.ids: set[str] = set()
        self.scripts: list[str] = []
        self._inside = False
        self.feed(file.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self.ids |= {given["id"]} if "id" in given else set()
        self._inside = given.get("type") == "application/ld+json"
        if tag == "meta" and (name := given.get("name") or given.get("property")):
            assert name not in self.meta, name
            self.meta[name] = given["content"]
        if tag == "link":
            self.links.append(given)

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.scripts.append(data)
            self._inside = False

    def link(self, rel: str) -> list[str]:
        return [link["href"] for link in self.links if link["rel"] == rel]


@pytest.fixture(scope="module")
def heads(example_site: Path) -> dict[str, Head]:
    """The heads of the miniature world's pages, by their address below that of the site."""
    pages = sorted(example_site.rglob("index.html"))
    return {f"/{page.relative_to(example_site).as_posix().removesuffix('index.html')}": Head(page) for page in pages}


@pytest.fixture(scope="module")
def records(heads: dict[str, Head], example: Catalog) -> dict[str, Head]:
    return {id: heads[path(record)] for id, record in example.records.items()}


def test_every_page_but_the_moved_is_shown_under_its_own_address(heads: dict[str, Head]) -> None:
    assert len(heads) > 30
    for address, head in heads.items():
        [canonical] = head.link("canonical")
        if not canonical.startswith("../"):
            assert head.meta["og:url"] == canonical
            assert canonical == HERE + address.replace("/print/", "/topics/")
            assert (head.meta["og:site_name"], head.meta["twitter:card"]) == (NAME, "summary_large_image")
            assert head.meta["og:title"]
            assert head.meta["og:description"]


def test_card_is_there_in_the_size_that_is_asked_for(heads: dict[str, Head], example_site: Path) -> None:
    image = example_site / heads["/"].meta["og:image"].removeprefix(f"{HERE}/")
    header = image.read_bytes()[:24]
    assert header[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(header[16:20]), int.from_bytes(header[20:24])) == (1200, 630)


def test_record_can_be_cited_from_its_head(records: dict[str, Head]) -> None:
    for id, head in records.items():
        found = {name: head.meta[f"citation_{name}"] for name in ("author", "inbook_title", "publisher", "language")}
        assert found == {"author": NAME, "inbook_title": NAME, "publisher": NAME, "language": "en"}, id
        assert head.meta["citation_title"] == head.meta["og:title"]
        assert head.meta["citation_public_url"] == head.meta["og:url"]
        assert head.meta["z:itemType"] == "encyclopediaArticle"


def test_date_of_a_citation_is_that_of_the_last_change(records: dict[str, Head]) -> None:
    dates = {id: records[id].meta["citation_publication_date"] for id in ("great-fog", "table-founded")}
    assert dates == {"great-fog": "2004/02/03", "table-founded": "2004/01/02"}


def test_hostile_title_stands_in_the_head_as_typed(records: dict[str, Head], example: Catalog) -> None:
    title = f"{example.records['hostile-words'].title}, December 2003"
    head = records["hostile-words"]
    assert [head.meta["og:title"], head.meta["citation_title"], json.loads(head.scripts[0])["name"]] == [title] * 3


def test_twin_of_a_record_is_named(records: dict[str, Head], example: Catalog, example_site: Path) -> None:
    for id, head in records.items():
        twins = [link["href"] for link in head.links if link.get("type") == "application/json"]
        address = urljoin(path(example.records[id]), twins[0])
        assert json.loads((example_site / address[1:]).read_text(encoding="utf-8"))["record"]["id"] == id
        assert len(twins) == 1


def test_feeds_are_named(heads: dict[str, Head]) -> None:
    for address in ("/", "/events/great-fog/"):
        feeds = [link["href"] for link in heads[address].links if link.get("type") == "application/atom+xml"]
        assert [urljoin(address, feed) for feed in feeds] == ["/changes/feed.xml", "/changes/corrections.xml"]


def _addresses(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for inner in value.values():
            yield from _addresses(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _addresses(inner)
    elif isinstance(value, str) and value.startswith(HERE):
        yield value.removeprefix(HERE)


def test_addresses_in_linked_data_answer(heads: dict[str, Head], example_site: Path) -> None:
    told = [address for head in heads.values() for script in head.scripts for address in _addresses(json.loads(script))]
    assert len(told) > 100
    for address in told:
        page, _, anchor = address.partition("#")
        assert page in heads or (example_site / page[1:]).is_file(), address
        assert not anchor or anchor in heads[page].ids, address


def test_records_home_and_data_have_linked_data(heads: dict[str, Head], records: dict[str, Head]) -> None:
    types = {address: [json.loads(script)["@type"] for script in head.scripts] for address, head in heads.items()}
    assert (types["/"], types["/data/"]) == (["WebSite"], ["Dataset"])
    assert {id: [json.loads(script)["@type"] for script in head.scripts] for id, head in records.items()} == {
        id: ["WebPage"] for id in records
    }


def test_address_of_the_site_can_be_set_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SITE_URL", "https://elsewhere.example/work/")
    assert site_of(ROOT).below("/data/") == "https://elsewhere.example/work/data/"
