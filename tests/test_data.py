"""The real data, as its own test."""

from pathlib import Path

import pytest
from catalog.check import check
from catalog.link import Catalog
from catalog.read import read
from catalog.records import KINDS, Source
from conftest import ROOT

FOUNDING = "rferl-2009-04-29"


def test_data_is_sound() -> None:
    assert [str(problem) for problem in check(read(ROOT / "data"))] == []


def test_there_are_records_of_every_kind(catalog: Catalog) -> None:
    least = {"actors": 16, "events": 10, "meetings": 3, "topics": 9, "documents": 2, "sources": 1}
    counts = {kind.plural: len(catalog.of(kind.kind)) for kind in KINDS}
    assert all(counts[plural] >= number for plural, number in least.items()), counts


def test_founding_report_can_be_cited_place_by_place(catalog: Catalog) -> None:
    source = catalog.records[FOUNDING]
    assert isinstance(source, Source)
    assert ["headline", "caption", *(f"¶{number}" for number in range(1, 15))] == source.locators


def test_no_place_of_a_source_is_left_without_a_claim(catalog: Catalog) -> None:
    for source in catalog.of("source"):
        assert isinstance(source, Source)
        cited = catalog.cited(source)
        assert [place for place in source.locators if not any(reference.claim for reference in cited[place])] == []


def test_every_actor_is_linked_from_another_record(catalog: Catalog) -> None:
    for actor in catalog.of("actor"):
        assert catalog.references(actor, "Said by") or catalog.connections(actor), actor.id


def test_every_source_carries_something(catalog: Catalog) -> None:
    for source in catalog.of("source"):
        assert catalog.references(source, "Cited by"), source.id


@pytest.mark.parametrize(
    ("id", "date", "words", "status"),
    [
        ("nrc-ambassadors-2009-04-29", "2009-04-29", "29 April 2009", "held"),
        ("nrc-ministerial-2009-05", "[2009-05-16..2009-05-31]", "second half of May 2009", "scheduled"),
        ("nrc-military-chiefs-2009-05-07", "2009-05-07", "7 May 2009", "cancelled"),
        ("exercises-in-georgia-2009-05", "2009-05-06/2009-06-01", "6 May to 1 June 2009", "scheduled"),
        ("formal-contact-frozen-2008", "2008-08~", "about August 2008", "occurred"),
        ("russia-suspends-cfe-2007", "2007", "2007", "occurred"),
        ("georgia-promised-membership", None, None, "occurred"),
        ("transit-to-afghanistan-agreed", None, None, "occurred"),
    ],
)
def test_dates_are_as_precise_as_the_report(
    catalog: Catalog, id: str, date: str | None, words: str | None, status: str
) -> None:
    record = catalog.records[id]
    found = record.value(("date",))
    assert (date, words) == (found and getattr(found, "edtf", None), found and str(found))
    assert status == getattr(record.value(("status",)), "value", None)
    assert record.value(("date_note",))


@pytest.mark.parametrize("path", sorted((ROOT / "data").glob("*/*.yaml")), ids=lambda path: path.stem)
def test_file_names_the_schema_of_its_kind(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert f"# yaml-language-server: $schema=../schema/{path.parent.name.removesuffix('s')}.json" == first
