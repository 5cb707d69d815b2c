"""What the pages and exports of the miniature world are, to the letter."""

from dataclasses import replace
from pathlib import Path

import pytest
from build import rendered
from catalog.downloads import PACKAGE
from catalog.link import Catalog
from conftest import EXAMPLE, SITE
from mkdocs.utils.meta import get_data

EXPECTED = EXAMPLE / "expected"


@pytest.fixture(scope="module")
def made(example: Catalog) -> dict[str, str]:
    return made_of(example)


def made_of(catalog: Catalog) -> dict[str, str]:
    """Return the pages and files of a catalog, but for what holds the version number of SQLite."""
    return {
        path: text.replace("\r\n", "\n")
        for path, text in rendered(catalog, SITE).items()
        if isinstance(text, str) and path != PACKAGE
    }


def test_pages_and_exports_are_as_expected(made: dict[str, str], request: pytest.FixtureRequest) -> None:
    """If the difference is meant, take it over with `python3 scripts/manage.py test --bless` and read it in git."""
    if request.config.getoption("--bless"):
        _bless(made)
    expected = {str(path.relative_to(EXPECTED).as_posix()): path for path in EXPECTED.rglob("*") if path.is_file()}
    assert sorted(expected) == sorted(made)
    for path, file in expected.items():
        assert file.read_text(encoding="utf-8") == made[path], path


def _bless(made: dict[str, str]) -> None:
    for path in EXPECTED.rglob("*"):
        if path.is_file():
            path.unlink()
    for name, text in made.items():
        (EXPECTED / name).parent.mkdir(parents=True, exist_ok=True)
        (EXPECTED / name).write_text(text, encoding="utf-8", newline="\n")


def test_pages_do_not_depend_on_the_order_of_reading(example: Catalog, made: dict[str, str]) -> None:
    turned = Catalog(reversed([*example.records.values(), *example.retired]))
    assert made == made_of(turned)


def test_every_record_has_a_page_and_a_twin(example: Catalog, made: dict[str, str]) -> None:
    for record in example.records.values():
        assert {f"{record.plural}/{record.id}.md", f"{record.plural}/{record.id}.json"} <= set(made)


def test_front_matter_of_every_page_can_be_read(made: dict[str, str]) -> None:
    pages = {path: get_data(text)[1] for path, text in made.items() if path.endswith(".md")}
    assert [path for path, front in pages.items() if "title" not in front] == []


def test_page_of_a_draft_does_not_change_with_data_that_it_does_not_show(example: Catalog) -> None:
    draft = rendered(example, replace(SITE, draft=True))
    shown = [path for path, text in draft.items() if path.endswith(".md") and example.version in str(text)]
    assert shown == ["data/index.md"]


def test_former_id_leads_on(made: dict[str, str]) -> None:
    assert 'moved_to: "veldria"' in made["actors/veldrian-realm.md"]


def test_undated_stands_last_and_says_so(made: dict[str, str]) -> None:
    timeline = made["timeline/index.md"]
    assert timeline.index("## 2004") < timeline.index("## No date given") < timeline.index("promise-to-mer")


def test_golden_folder_holds_only_text() -> None:
    assert {Path(path).suffix for path in EXPECTED.rglob("*.*")} == {
        ".md",
        ".json",
        ".csv",
        ".txt",
        ".ics",
        ".xml",
        ".js",
        ".html",
    }
