"""The search in a browser: what it finds, how it is used by keyboard, and that it costs nothing until it is used."""

import subprocess
import sys
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from zipfile import ZipFile

import offline
import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from conftest import ROOT, serving
from playwright.sync_api import Browser, Page, expect

# Every value is text, so that no query is read as a date or as a number.
QUERIES = yaml.load((ROOT / "tests" / "queries.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
ASK = """async queries => {
  const { pages } = await import("/assets/search.js");
  const answers = {};
  for (const query of queries) answers[query] = (await pages(query)).map(page => page.raw_url);
  return answers;
}"""
SEARCH = ("/pagefind/", "/assets/search.js", "/assets/query.js", "/data/words.json")
USED = "typed => import('/assets/query.js').then(query => query.{}(...typed))"


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    yield from serving(site)


@pytest.fixture(scope="module")
def example_address(example_site: Path) -> Iterator[str]:
    yield from serving(example_site)


@pytest.fixture(scope="module")
def folder(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as it is unpacked from its zip."""
    target = tmp_path_factory.mktemp("disk")
    offline.pack(site, target / "site.zip")
    ZipFile(target / "site.zip").extractall(target)
    return target / "site"


def search(page: Page, query: str) -> None:
    """Open the search and type, without touching the mouse."""
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox", name="Search")).to_be_focused()
    page.keyboard.type(query)
    expect(page.locator(".results a").first).to_be_visible()


def rank(answers: list[str], target: str) -> int:
    """Return the place of the first page that will do, from 1; 0 if there is none among the answers."""
    return next((place for place, url in enumerate(answers, 1) if fnmatch(url.strip("/"), target)), 0)


def test_queries_find_their_pages_first(page: Page, address: str) -> None:
    page.goto(address)
    answers = page.evaluate(ASK, list(QUERIES))
    ranks = {query: rank(answers[query], target) for query, target in QUERIES.items()}
    for query, place in ranks.items():
        if place != 1:
            print(f"{query!r}: {QUERIES[query]} is at {place or 'no place'}, first is {answers[query][:1]}")
    assert sum(1 / place for place in ranks.values() if place) / len(ranks) >= 0.9


def test_every_query_is_for_a_page_that_there_is(site: Path) -> None:
    assert len(QUERIES) >= 60
    assert [target for target in QUERIES.values() if not list(site.glob(f"{target}/index.html"))] == []


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("Who froze the contacts?", ["froze", "contacts"]),
        ("Горбачёв", ["горбачев"]),
        ("Nato’s RÉsumé", ["nato", "resume"]),
        ("NATO-Russia", ["nato", "russia"]),
        ("2009-04-09", ["9", "april", "2009"]),
        ("April 2009-04", ["april", "2009"]),
        ("who was there", ["who", "was", "there"]),
    ],
)
def test_words_of_a_query(page: Page, address: str, typed: str, words: list[str]) -> None:
    page.goto(address)
    assert page.evaluate(USED.format("words"), [typed]) == words


@pytest.mark.parametrize(
    ("word", "mended"),
    [("harbuor", "harbour"), ("harb", "harb"), ("harbours", "harbour"), ("lghts", "lights"), ("mars", "mars")],
)
def test_slips_are_mended(page: Page, address: str, word: str, mended: str) -> None:
    page.goto(address)
    assert page.evaluate(USED.format("mended"), [word, ["harbour", "lights", "maps"]]) == mended


def test_cyrillic_names_in_another_world(page: Page, example_address: str) -> None:
    page.goto(example_address)
    search(page, "Соколин")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{example_address}/actors/ivar-sokolin/")


def test_by_keyboard_to_a_result_and_back(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="Search").focus()
    search(page, "rogozin")
    expect(page.get_by_role("status")).to_contain_text("results")
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("link", name="Dmitry Rogozin", exact=True)).to_be_focused()
    page.keyboard.press("ArrowUp")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.get_by_role("dialog")).to_be_hidden()
    expect(page.get_by_role("link", name="Search")).to_be_focused()
    page.keyboard.press("Control+k")
    page.keyboard.type("rogozin")
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{address}/actors/dmitry-rogozin/")


def test_nothing_found_helps(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="Search").click()
    expect(page.get_by_role("searchbox", name="Search")).to_be_focused()
    page.keyboard.type("xylophone quagga")
    expect(page.get_by_role("status")).to_contain_text("Try fewer words", timeout=20_000)


def test_page_of_the_search_answers_its_address(page: Page, address: str) -> None:
    page.goto(f"{address}/search/?q=founding+act")
    expect(page.locator(".results a").first).to_have_text("Founding Act of NATO and Russia")
    expect(page.get_by_role("searchbox")).to_have_value("founding act")


def test_page_of_the_search_helps_without_script(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)
    page.get_by_role("link", name="Search").click()
    expect(page.locator("noscript")).to_be_visible()
    expect(page.get_by_role("article").get_by_role("link", name="meetings")).to_be_visible()
    context.close()


def test_nothing_of_it_is_loaded_until_it_is_used(page: Page, address: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.removeprefix(address)))
    page.goto(f"{address}/actors/nato/")
    page.wait_for_load_state("networkidle")
    assert [url for url in asked if url.startswith(SEARCH)] == []
    search(page, "rogozin")
    assert all(any(url.startswith(part) for url in asked) for part in SEARCH)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_open_dialog(page: Page, address: str, scheme: str) -> None:
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(address)
    search(page, "rogozin")
    assert [fault["id"] for fault in Axe().run(page).response["violations"]] == []


def test_dialog_keeps_its_size_and_fits_a_small_screen(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(address)
    page.get_by_role("link", name="Search").click()
    before = page.get_by_role("dialog").bounding_box()
    page.keyboard.type("conventional forces")
    expect(page.locator(".results a").first).to_be_visible()
    assert page.get_by_role("dialog").bounding_box() == before
    assert page.evaluate("document.querySelector('dialog').scrollWidth") <= 360


def test_search_from_a_folder_on_disk(page: Page, folder: Path) -> None:
    page.goto((folder / "index.html").as_uri())
    search(page, "rogozin")
    page.keyboard.press("Enter")
    expect(page).to_have_url((folder / "actors" / "dmitry-rogozin" / "index.html").as_uri())


@pytest.mark.parametrize(
    ("link", "on_disk"),
    [
        ("../", "../index.html"),
        (".", "./index.html"),
        ("../..", "../../index.html"),
        ("../../x/#claim", "../../x/index.html#claim"),
        ("../x/?q=1", "../x/index.html?q=1"),
        ("#claim", "#claim"),
        ("x.json", "x.json"),
        ("https://elsewhere.example/x/", "https://elsewhere.example/x/"),
    ],
)
def test_links_on_disk_name_the_file(link: str, on_disk: str) -> None:
    assert offline.address(link) == on_disk


def test_packing_twice_makes_the_same_bytes(example_site: Path, tmp_path: Path) -> None:
    for name in ("one", "two"):
        done = subprocess.run(
            (sys.executable, ROOT / "scripts" / "offline.py", example_site, tmp_path / name), check=False
        )
        assert done.returncode == 0
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
