"""The feeds, read back by feedparser."""

from typing import Any

import feedparser
import pytest
from catalog.feeds import feeds
from catalog.link import Catalog
from catalog.read import read
from conftest import SITE, World

CHANGE = "title: A <b> & more\ndate: {date}\nclassification: {sort}\nsummary: It was & is.\n"


def read_back(catalog: Catalog, path: str) -> Any:
    feed = feedparser.parse(feeds(catalog, SITE)[path].encode())
    assert not feed.bozo, feed.get("bozo_exception")
    return feed


@pytest.fixture
def changed(world: World) -> Catalog:
    sorts = {"1901-02-03": "added", "1902-02-03": "corrected", "1903-02-03": "withdrawn", "1904-02-03": "changed"}
    files: dict[str, str | bytes] = {
        f"changes/{sort}.yaml": CHANGE.format(date=date, sort=sort) for date, sort in sorts.items()
    }
    reading = read(world(files))
    assert reading.problems == []
    return Catalog(reading.records)


def test_feed_has_every_change_the_newest_first(changed: Catalog) -> None:
    feed = read_back(changed, "changes/feed.xml")
    assert [entry.tags[0].term for entry in feed.entries] == ["changed", "withdrawn", "corrected", "added"]
    assert feed.feed.updated == feed.entries[0].updated == "1904-02-03T00:00:00Z"


def test_corrections_are_what_was_wrong_or_is_gone(changed: Catalog) -> None:
    feed = read_back(changed, "changes/corrections.xml")
    assert [entry.tags[0].term for entry in feed.entries] == ["withdrawn", "corrected"]
    assert feed.feed.updated == "1903-02-03T00:00:00Z"


def test_entry_leads_to_its_page_and_says_what_changed(changed: Catalog) -> None:
    entry = read_back(changed, "changes/feed.xml").entries[0]
    assert entry.id == entry.link == "https://mer.example/changes/changed/"
    assert (entry.title, entry.summary) == ("A <b> & more", "It was & is.")


def test_feed_names_itself_and_the_state_of_the_data(changed: Catalog) -> None:
    feed = read_back(changed, "changes/corrections.xml").feed
    addresses = {link.rel: link.href for link in feed.links}
    assert addresses["self"] == feed.id == "https://mer.example/changes/corrections.xml"
    assert changed.version in feed.subtitle


def test_feed_without_changes_is_still_a_feed() -> None:
    feed = read_back(Catalog([]), "changes/feed.xml")
    assert (feed.entries, feed.feed.updated) == ([], "1970-01-01T00:00:00Z")
