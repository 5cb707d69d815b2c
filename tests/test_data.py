"""The real data, as its own test."""

import subprocess
from datetime import date
from pathlib import Path

import build
import pytest
from catalog import renaming
from catalog.check import check
from catalog.link import Catalog
from catalog.read import LEDGER, read
from catalog.records import KINDS, Source
from catalog.write import by_hand, change
from conftest import ROOT, copy_project

FOUNDING = "rferl-2009-04-29"


def test_data_is_sound() -> None:
    assert [str(problem) for problem in check(read(ROOT / "data"))] == []


def test_there_are_records_of_every_kind(catalog: Catalog) -> None:
    least = {"actors": 125, "events": 190, "meetings": 227, "topics": 42, "documents": 57, "places": 80, "sources": 690}
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
        listed = catalog.references(actor, "Said by", "Took part in", "Meetings")
        assert listed or catalog.connections(actor), actor.id


def test_every_source_carries_something(catalog: Catalog) -> None:
    for source in catalog.of("source"):
        assert catalog.references(source, "Cited by"), source.id


def test_claims_of_the_founding_report_stand_as_they_were_written(catalog: Catalog) -> None:
    claims = [reference for reference in catalog.references(catalog.records[FOUNDING], "Cited by") if reference.claim]
    assert len({(reference.record.id, reference.claim and reference.claim.id) for reference in claims}) >= 44


@pytest.mark.parametrize(
    ("id", "claim", "verdict"),
    [
        ("nrc-ministerial-2009-05", "expected-in-late-may", "overtaken"),
        ("exercises-in-georgia-2009-05", "planned-dates", "confirmed"),
        ("nrc-military-chiefs-2009-05-07", "called-off-in-protest", "refined"),
        ("russia-suspends-cfe-2007", "suspended-in-2007", "refined"),
        ("transit-to-afghanistan-agreed", "agreement-exists", "refined"),
    ],
)
def test_what_became_of_it_is_told(catalog: Catalog, id: str, claim: str, verdict: str) -> None:
    found = next(told for told in catalog.records[id].own_claims if told.id == claim)
    assert verdict in [later.verdict.value for later in found.since]


@pytest.mark.parametrize(
    ("day", "state"),
    [
        (date(1990, 1, 1), "liaison"),
        (date(1998, 1, 1), "formal"),
        (date(1999, 6, 1), "suspended"),
        (date(2005, 1, 1), "formal"),
        (date(2008, 12, 1), "suspended"),
        (date(2009, 4, 29), "formal"),
        (date(2015, 1, 1), "limited"),
        (date(2026, 1, 1), "ended"),
    ],
)
def test_state_of_contact_is_known_for_any_day(catalog: Catalog, day: date, state: str) -> None:
    event = catalog.contact_on(day)
    assert event is not None
    assert event.contact is not None
    assert state == event.contact.value
    assert event.sources


@pytest.mark.parametrize("path", sorted((ROOT / "data").glob("*/*.yaml")), ids=lambda path: path.stem)
def test_file_names_the_schema_of_its_kind(path: Path) -> None:
    first = path.read_text(encoding="utf-8").splitlines()[0]
    assert f"# yaml-language-server: $schema=../schema/{path.parent.name.removesuffix('s')}.json" == first


def git(*arguments: str) -> str:
    """Return what git says of the project; skips the test where it has no history."""
    try:
        done = subprocess.run(("git", *arguments), cwd=ROOT, capture_output=True, check=True, encoding="utf-8")
    except (OSError, subprocess.CalledProcessError) as error:
        pytest.skip(f"there is no git history here: {error}")
    return done.stdout


@pytest.fixture(scope="module")
def made() -> build.Made:
    """All that the real data makes."""
    return build.make(ROOT)


def test_every_address_is_in_the_ledger_and_every_address_of_the_ledger_answers(made: build.Made) -> None:
    assert made.problems == []
    new = sorted(made.answers - set(made.reading.ledger))
    assert new == [], "run `python3 scripts/manage.py build --publish` and commit data/addresses.txt"


def test_no_address_was_ever_taken_out_of_the_ledger(made: build.Made) -> None:
    if git("rev-parse", "--is-shallow-repository").strip() == "true":
        pytest.skip("the git history here is cut short; fetch all of it")
    log = git("log", "-m", "-p", "--format=", "--", f"data/{LEDGER}")
    removed = {line[1:] for line in log.splitlines() if line.startswith("-/")}
    assert sorted(removed - set(made.reading.ledger)) == []


def test_whatever_is_renamed_every_address_answers(tmp_path: Path, made: build.Made, catalog: Catalog) -> None:
    """Twenty claims and ten records of several kinds get other ids, one after the other, some of them both."""
    root = copy_project(tmp_path)
    pages = by_hand(root / "docs")
    told = [record for record in catalog.records.values() if record.own_claims]
    some = told[:: len(told) // 20][:20]
    for record in some:
        old = f"{record.id}#{record.own_claims[-1].id}"
        change(renaming.renamed(root, made.reading, pages, old, "another-name"), root)
    records = [*some[::4], *catalog.of("source")[:2], *catalog.of("place")[:1], *catalog.of("topic")[:2]]
    for record in records:
        change(renaming.renamed(root, read(root / "data"), pages, record.id, f"x-{record.id}"[:80]), root)
    assert (len(some), len(records)) == (20, 10)
    after = build.make(root)
    assert after.problems == []
    assert made.answers < after.answers
