"""What is told in plain text: a record with all that its page tells, and the files at the root of the site."""

import re
from urllib.robotparser import RobotFileParser

import pytest
from catalog.downloads import downloads
from catalog.link import Catalog
from catalog.pages import pages
from catalog.plain_text import PlainText, root_files
from conftest import SITE


@pytest.fixture(scope="module")
def made(example: Catalog) -> dict[str, str]:
    return PlainText(example, SITE).files()


@pytest.fixture(scope="module")
def root(example: Catalog) -> dict[str, str]:
    return root_files(example, SITE, pages(example, SITE, downloads(example, SITE)))


def test_every_record_has_a_text_with_its_address_its_claims_and_its_sources(
    example: Catalog, made: dict[str, str]
) -> None:
    assert len(made) == len(example.records)
    for record in example.records.values():
        text = made[f"{record.plural}/{record.id}.txt"]
        assert {SITE.page(record), example.version} <= set(re.split(r"[\s.]+(?=\s|Licence)|\s+", text)), record.id
        assert all(f"{SITE.page(record, claim)}\n" in text for claim in record.own_claims)
        assert all(SITE.page(example.records[id]) in text for id in record.cited)


def test_claim_is_told_with_its_speaker_its_words_its_sources_and_what_came_of_it(made: dict[str, str]) -> None:
    assert (
        "https://mer.example/meetings/table-2003-autumn/#announced\n"
        "The Table: The meeting will be in the second half of October.\n"
        "Sources: tide-2003-05-04\n"
        "Overtaken: They met in December, at the second meeting.\n"
        "Sources: tide-2003-05-04; veldrian-record, p. 40\n"
        "Open: Why it was called off, no source says.\n"
    ) in made["meetings/table-2003-autumn.txt"]
    assert "“seven days, neither more nor less”\n" in made["events/gale-war.txt"]
    assert "Compare, for sources differ: four-days" in made["events/gale-war.txt"]


def test_facts_are_in_words(made: dict[str, str]) -> None:
    text = made["actors/the-table.txt"]
    assert "- date: from 28 May 2002\n" in text
    assert "- predecessor: Harbour Round (https://mer.example/actors/harbour-round/)\n" in text


def test_robots_are_welcome_and_find_the_sitemap(root: dict[str, str]) -> None:
    robots = RobotFileParser()
    robots.parse(root["robots.txt"].splitlines())
    assert robots.can_fetch("anything", "https://mer.example/meetings/all.ics")
    assert robots.site_maps() == ["https://mer.example/sitemap.xml"]


def test_guide_names_every_list_and_view_and_no_record(root: dict[str, str]) -> None:
    named = set(re.findall(r"\]\(https://mer\.example/(.*?)\)", root["llms.txt"]))
    assert named >= {"actors/", "meetings/", "timeline/", "data/", "data/api/", "data-state/"}
    assert [path for path in named if path.startswith("meetings/") and path != "meetings/"] == []


def test_guide_says_how_to_cite_and_where_the_data_is(root: dict[str, str], example: Catalog) -> None:
    words = ("https://mer.example/<kind>s/<id>/#<claim>", "https://mer.example/data/datapackage.json", example.version)
    assert [word for word in words if word not in root["llms.txt"]] == []
