"""The site in a browser: finding one's way, and what axe says in light and dark."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from conftest import serving
from playwright.sync_api import Browser, Page, expect

PAGES = [
    "/",
    "/about/",
    "/search/?q=rogozin",
    "/method/",
    "/contribute/",
    "/timeline/",
    "/timeline/2000s/",
    "/offices/",
    "/matrix/",
    "/data/",
    "/data/fields/",
    "/data-state/",
    "/glossary/",
    "/places/",
    "/places/brussels/",
    "/404.html",
    "/meetings/",
    "/meetings/?from=2008&to=2009",
    "/meetings/nrc-ambassadors-2009-04-29/",
    "/years/",
    "/years/2009/",
    "/actors/jaap-de-hoop-scheffer/",
    "/actors/permanent-joint-council/",
    "/events/",
    "/events/de-hoop-scheffer-press-2009-04-29/",
    "/actors/",
    "/actors/nato/",
    "/topics/",
    "/topics/working-of-the-nrc/",
    "/print/working-of-the-nrc/",
    "/documents/",
    "/documents/cfe-treaty/",
    "/changes/",
    "/changes/register-published/",
    "/sources/",
    "/sources/rferl-2009-04-29/",
]
EXAMPLE_PAGES = ["/events/gale-war/", "/events/hostile-words/", "/actors/ivar-sokolin/", "/documents/lights-treaty/"]


@pytest.fixture(scope="module")
def address(site: Path) -> Iterator[str]:
    yield from serving(site)


@pytest.fixture(scope="module")
def example_address(example_site: Path) -> Iterator[str]:
    yield from serving(example_site)


def test_from_home_to_a_claim_and_its_source(page: Page, address: str) -> None:
    page.goto(address)
    page.get_by_role("link", name="The meetings", exact=True).click()
    page.get_by_role("link", name="Ambassadors of NATO states meet Russia's envoy").click()
    claim = page.locator("#first-formal-since-the-war")
    claim.hover()
    claim.get_by_role("link", name="Link to this claim").click()
    expect(page).to_have_url(f"{address}/meetings/nrc-ambassadors-2009-04-29/#first-formal-since-the-war")
    claim.get_by_role("link", name="1, ¶3").click()
    expect(page).to_have_url(f"{address}/sources/rferl-2009-04-29/#p3")
    expect(page.locator("#p3")).to_be_in_viewport()


REGISTER = "/meetings/?year=2003&level=ministers"


def test_register_narrowed_by_address_answers_in_words(page: Page, example_address: str) -> None:
    page.goto(example_address + REGISTER)
    expect(page.get_by_role("status")).to_have_text("3 of 6 meetings: 2 held, 1 not held")
    expect(page.locator(".register tbody:visible th")).to_have_text(["2003 2 held, 1 not held"])
    expect(page.get_by_label("From")).to_have_value("2003")
    expect(page.get_by_role("link", name="Link to this choice")).to_have_attribute(
        "href", REGISTER.removeprefix("/meetings/")
    )


def test_register_is_narrowed_by_keyboard_and_back_brings_the_choice_back(page: Page, example_address: str) -> None:
    page.goto(f"{example_address}/meetings/")
    page.locator("select[name=level]").focus()
    page.keyboard.type("Min")
    page.keyboard.press("Tab")
    expect(page).to_have_url(f"{example_address}/meetings/?level=ministers")
    page.get_by_role("link", name="Second meeting of the Table", exact=True).press("Enter")
    page.wait_for_url(f"{example_address}/meetings/table-2003-12-01/")
    page.go_back()
    expect(page.get_by_role("status")).to_have_text("3 of 6 meetings: 2 held, 1 not held")
    page.get_by_role("button", name="Clear").press("Enter")
    expect(page).to_have_url(f"{example_address}/meetings/")
    expect(page.locator(".register [data-year]:visible")).to_have_count(6)


def test_register_passes_over_what_it_does_not_know(page: Page, example_address: str) -> None:
    page.goto(f"{example_address}/meetings/?level=kings&year=1066&nothing=1")
    expect(page.locator(".register [data-year]:visible")).to_have_count(6)


def test_register_stands_whole_without_script(chromium: Browser, example_address: str) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(example_address + REGISTER)
    expect(page.locator("form.choices")).to_be_hidden()
    expect(page.locator(".register [data-year]:visible")).to_have_count(6)
    context.close()


def test_arriving_at_a_claim_marks_it(page: Page, address: str) -> None:
    page.goto(f"{address}/meetings/nrc-ambassadors-2009-04-29/#first-formal-since-the-war")
    marked, plain = (
        page.locator(f"#{id}").evaluate("claim => getComputedStyle(claim).backgroundColor")
        for id in ("first-formal-since-the-war", "prepares-a-ministerial")
    )
    assert marked != plain


def test_former_address_keeps_the_fragment(page: Page, example_address: str) -> None:
    page.goto(f"{example_address}/actors/veldrian-realm/#_sources")
    expect(page).to_have_url(f"{example_address}/actors/veldria/#_sources")


def test_former_address_leads_to_the_claim_without_a_script(chromium: Browser, example_address: str) -> None:
    with chromium.new_context(java_script_enabled=False) as context:
        page = context.new_page()
        page.goto(f"{example_address}/events/gale/#days")
        page.get_by_role("link", name="days", exact=True).click()
        expect(page).to_have_url(f"{example_address}/events/gale-war/#days")


def test_unknown_address_helps(page: Page, address: str) -> None:
    page.goto(f"{address}/404.html")
    expect(page.get_by_role("article").get_by_role("link", name="Meetings")).to_be_visible()


@pytest.mark.parametrize("opened", ["served", "from a folder"])
def test_preview_shows_what_a_link_leads_to_and_escape_closes_it(
    page: Page, address: str, site: Path, opened: str
) -> None:
    home = address if opened == "served" else site.as_uri()
    page.goto(f"{home}/documents/cfe-treaty/index.html")
    page.get_by_role("link", name="Russia", exact=True).first.hover()
    preview = page.get_by_role("tooltip")
    expect(preview).to_contain_text("Actor · State")
    preview.hover()
    page.wait_for_timeout(400)
    expect(preview).to_be_visible()
    page.keyboard.press("Escape")
    expect(preview).to_be_hidden()


def test_preview_shows_for_the_keyboard_too(page: Page, address: str) -> None:
    page.goto(f"{address}/documents/cfe-treaty/")
    page.get_by_role("link", name="Documents", exact=True).first.focus()
    page.locator("main .facts a").first.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(page.get_by_role("tooltip")).to_be_visible()


@pytest.mark.parametrize(("width", "level"), [(1280, True), (360, False)])
def test_sides_stand_beside_each_other_where_there_is_room(page: Page, address: str, width: int, level: bool) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(f"{address}/topics/working-of-the-nrc/")
    tops = [page.locator(f".side{side}").bounding_box() for side in (".first", ".second")]
    assert all(tops)
    assert (len({box["y"] for box in tops if box}) == 1) == level


@pytest.mark.parametrize("path", PAGES)
def test_page_does_not_scroll_sideways(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    for width in (320, 360, 768, 1280, 1920):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_axe_would_find_something(page: Page) -> None:
    page.set_content('<html><body><img src="data:,"></body></html>')
    assert "image-alt" in {fault["id"] for fault in Axe().run(page).response["violations"]}


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(chromium: Browser, address: str, path: str, scheme: str) -> None:
    assert violations(chromium, address + path, scheme) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", EXAMPLE_PAGES)
def test_axe_finds_nothing_in_awkward_cases(chromium: Browser, example_address: str, path: str, scheme: str) -> None:
    assert violations(chromium, example_address + path, scheme) == []


def violations(chromium: Browser, url: str, scheme: str) -> list[str]:
    """Open a page afresh, see that it asks no other host and throws no error, and return what axe objects to."""
    context = chromium.new_context(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
    page = context.new_page()
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(url)
    found = Axe().run(page).response["violations"]
    context.close()
    host = url.split("/", 3)[2]
    assert [other for other in asked if other.split("/", 3)[2] != host] == []
    assert errors == []
    return [f"{fault['id']}: {node['html']}" for fault in found for node in fault["nodes"]]
