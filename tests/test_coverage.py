"""What is counted of a small world: where its sources are from, and what is thin."""

import pytest
from catalog.check import check
from catalog.coverage import Coverage
from catalog.link import Catalog
from catalog.read import read
from conftest import World

SOURCED = "summary: It is told.\nsources: [{source: log}]\n"
SOURCE = "title: {}\npublisher: {{name: Press}}\nlanguage: {}\norigin: {}\n"
READ = "address: https://sea.example/\naccessed: 1999-01-02\n"
ACTOR = "classification: alliance\n" + SOURCED
MOOT = "title: Moot\nlevel: experts\nformat: talks\nstatus: held\n" + SOURCED
CLAIM = "  - {{id: {}, text: So it is., sources: [{}]}}\n"
FILES: dict[str, str | bytes] = {
    "sources/log.yaml": SOURCE.format("Log", "en", "press") + READ,
    "sources/paper.yaml": SOURCE.format("Paper", "fr", "press") + READ + "archived: https://copy.example/\n",
    "sources/book.yaml": SOURCE.format("Book", "en", "party") + "side: mer\n",
    "sources/roll.yaml": SOURCE.format("Roll", "en", "scholarship"),
    "actors/mer.yaml": ACTOR + "title: Isle of Mer\nsides: [mer]\n",
    "actors/ring.yaml": ACTOR + "title: Ring\n",
    "actors/crew.yaml": ACTOR + "title: Crew\n",
    "meetings/m1.yaml": MOOT + "date: 1901-02\nbody: crew\n",
    "meetings/m2.yaml": MOOT + "date: 1901-03\nbody: ring\n",
    "meetings/m3.yaml": MOOT + "date: 1901-12-31/1902\nbody: ring\n",
    "meetings/m4.yaml": MOOT + "date: ../1903\nconfidence: low\nconfidence_note: One log has it.\n",
    "meetings/m5.yaml": MOOT + "date_note: No log says when.\nbody: ring\n",
    "topics/sea.yaml": "title: Sea\nclassification: dispute\none_sided: The ring is silent.\n"
    + SOURCED
    + "claims:\n"
    + CLAIM.format("once", "{source: log}")
    + CLAIM.format("one-source-twice", "{source: log, at: p. 1}, {source: log, at: p. 2}")
    + CLAIM.format("two-sources", "{source: log}, {source: paper}"),
    "topics/tides.yaml": "title: Tides\nclassification: dispute\n" + SOURCED,
}


@pytest.fixture
def coverage(world: World) -> Coverage:
    reading = read(world(FILES))
    assert check(reading, whole=False) == []
    return Coverage(Catalog(reading.records))


def test_meetings_are_counted_by_year_and_body_the_busiest_first_and_those_of_none_last(coverage: Coverage) -> None:
    assert coverage.meetings() == (
        ["ring", "crew"],
        [("1901", [2, 1, 0]), ("1903", [0, 0, 1]), ("No date given", [1, 0, 0])],
    )


def test_sources_are_counted_by_side_or_other_origin(coverage: Coverage) -> None:
    assert dict(coverage.origins()) == {"Press": 2, "Isle of Mer": 1, "Scholarship": 1}
    assert coverage.origins()[0] == ("Press", 2)


def test_sources_are_counted_by_language(coverage: Coverage) -> None:
    assert coverage.languages() == [("en", 3), ("fr", 1)]


def test_claims_that_rest_on_one_source_are_found(coverage: Coverage) -> None:
    assert [reference.claim and reference.claim.id for reference in coverage.single_source()] == [
        "once",
        "one-source-twice",
    ]
    assert len(coverage.claims) == 3


def test_topics_on_which_one_side_is_heard_are_found(coverage: Coverage) -> None:
    assert [topic.id for topic in coverage.one_sided()] == ["sea"]


def test_records_with_less_confidence_are_found(coverage: Coverage) -> None:
    assert [record.id for record in coverage.doubtful()] == ["m4"]


def test_sources_with_an_address_and_no_copy_are_found(coverage: Coverage) -> None:
    assert [source.id for source in coverage.not_archived()] == ["log"]
    assert len(coverage.sources) == 4
