"""Pictures: nothing looks more precise than its source, labels do not meet, and every mark says and leads."""

import re
from datetime import date
from itertools import pairwise

import pytest
from build import rendered
from catalog.band import Band
from catalog.check import check
from catalog.dates import parse
from catalog.labels import ROWS, Label, Point, labels
from catalog.lanes import decades
from catalog.link import Catalog
from catalog.matrix import matrix
from catalog.pictures import LEVELS, Axis, newest, wrapped
from catalog.read import read
from catalog.strip import MOST, Strips
from catalog.tenures import offices
from catalog.vocabularies import Level
from catalog.yearly import columns
from conftest import SITE, World

AXIS = Axis(2000, 2009, 0, 3652.5)
LOG = "title: Log\npublisher: {name: Harbour}\nlanguage: en\norigin: press\naccessed: 2010-01-01\n"
PERSON = "title: {}\nclassification: person\nsummary: It is told.\nsources: [{{source: log}}]\noffices:\n"
OFFICE = "  - {{title: {}, date: {}, sources: [{{source: log}}]}}\n"


@pytest.fixture(scope="module")
def made(example: Catalog) -> dict[str, str]:
    return {path: str(text) for path, text in rendered(example, SITE).items()}


@pytest.mark.parametrize(
    ("edtf", "sure", "open_ends"),
    [
        ("2001-05-06", True, (False, False)),
        ("2001-05", False, (False, False)),
        ("2001", False, (False, False)),
        ("2001-05-06?", False, (False, False)),
        ("[2001-05-06..2001-05-20]", False, (False, False)),
        ("2001-05-06/2001-09-01", True, (False, False)),
        ("2001-05-06/..", True, (False, True)),
        ("../2001-05-06", False, (True, False)),
        ("[2001-05-06..]", False, (False, True)),
        ("[..2001-05-06]", False, (True, False)),
    ],
)
def test_only_what_a_source_says_looks_sure(edtf: str, sure: bool, open_ends: tuple[bool, bool]) -> None:
    extent = AXIS.extent(parse(edtf), until=date(2009, 1, 1))
    assert (extent.sure is not None, (extent.open_start, extent.open_end)) == (sure, open_ends)


def test_span_between_vague_ends_is_sure_only_between_them() -> None:
    extent = AXIS.extent(parse("2001/2003"))
    assert (extent.start, extent.end) == (AXIS.year(2001), AXIS.year(2004))
    assert extent.sure == (AXIS.at(date(2001, 12, 31)), AXIS.after(date(2003, 1, 1)))


def test_span_that_may_be_of_two_days_is_nowhere_sure() -> None:
    assert AXIS.extent(parse("2001/2002")).sure is None


def test_years_are_of_one_length_whatever_their_days() -> None:
    assert AXIS.at(date(2004, 1, 1)) == AXIS.year(2004)
    assert AXIS.after(date(2004, 12, 31)) == AXIS.year(2005)


def test_what_lies_beyond_the_axis_ends_with_it() -> None:
    extent = AXIS.extent(parse("1990-01-01/2030-01-01"))
    assert (extent.start, extent.end) == (AXIS.start, AXIS.end)


@pytest.mark.parametrize(
    ("edtf", "shown"),
    [
        ("1999-12-31", False),
        ("1999/2000", True),
        ("1990/..", True),
        ("../2005", True),
        ("../2015", False),
        ("[1990..]", False),
        ("2010", False),
    ],
)
def test_open_end_is_shown_where_the_known_one_lies(edtf: str, shown: bool) -> None:
    assert AXIS.shows(parse(edtf)) is shown


def test_every_level_is_drawn_once() -> None:
    assert sorted(level.value for group in LEVELS.values() for level in group) == sorted(level.value for level in Level)


def test_text_is_broken_between_words() -> None:
    assert wrapped("a long harbourmaster sat", 6) == ["a long", "harbourmaster", "sat"]


def _crossed(lower: Label, higher: Label) -> bool:
    return lower.row < higher.row and lower.first < higher.x < lower.last


@pytest.mark.parametrize("gap", [3, 20, 60, 150])
def test_labels_meet_neither_each_other_nor_a_leader(gap: int) -> None:
    points = [Point(number, 20 + gap * number, "1901 The harbour is opened to all ships") for number in range(10)]
    placed = list(labels([point for point in points if point.x < 700], 716).values())
    assert placed
    for label in placed:
        assert label.first >= 0 and label.last <= 716 and label.row < ROWS
        for other in placed:
            if other is not label:
                assert label.row != other.row or label.last < other.first or other.last < label.first
                assert not _crossed(label, other)


def test_band_has_the_states_of_contact_one_after_the_other(example: Catalog) -> None:
    band = Band(example)
    segments = band.segments(band.across)
    assert [segment.event.id for segment in segments] == [event.id for event in example.contact()]
    assert all(first.end <= second.start for first, second in pairwise(segments))


def test_band_ends_with_what_the_data_knows(example: Catalog) -> None:
    assert Band(example).years[1] == newest(example).year


def test_columns_count_each_held_meeting_once(example: Catalog) -> None:
    found = {column.year: column.number for column in columns(example)}
    assert {year: number for year, number in found.items() if number} == {1997: 1, 2002: 1, 2003: 2}
    assert list(found) == list(range(1997, 2004))


def test_strip_is_small_and_its_neighbours_can_be_told_apart(catalog: Catalog) -> None:
    strips = Strips(catalog)
    for record in catalog.records.values():
        strip = strips.of(record)
        assert strip is None or len(strip.neighbours) <= MOST
        assert strip is None or record not in [other.record for other in strip.neighbours]


def test_strip_takes_no_more_than_two_thousand_characters(catalog: Catalog) -> None:
    strips = re.compile(r'<figure class="picture strip".*?</figure>', re.DOTALL)
    sizes = {
        path: len(found[0]) for path, text in rendered(catalog, SITE).items() if (found := strips.search(str(text)))
    }
    assert sizes
    assert {path: size for path, size in sizes.items() if size > 2000} == {}


def test_undated_record_has_no_strip(example: Catalog) -> None:
    assert Strips(example).of(example.records["promise-to-mer"]) is None


def test_offices_are_those_with_two_dated_holders(world: World) -> None:
    reading = read(
        world(
            {
                "sources/log.yaml": LOG,
                "actors/ann.yaml": PERSON.format("Ann") + OFFICE.format("Keeper", "1990/1996-01"),
                "actors/bo.yaml": PERSON.format("Bo")
                + OFFICE.format("Keeper", "1996-01-05/..")
                + OFFICE.format("Cook", "1990"),
                "actors/cy.yaml": PERSON.format("Cy") + "  - {title: Keeper, sources: [{source: log}]}\n",
            }
        )
    )
    assert check(reading, whole=False) == []
    years, found = offices(Catalog(reading.records))
    assert (years[0], years[-1]) == (1990, 2010)
    assert [
        (office.title, [t.person.id for t in office.tenures], [p.id for p in office.undated]) for office in found
    ] == [("Keeper", ["ann", "bo"], ["cy"])]


def test_matrix_counts_meetings_by_topic_and_year(example: Catalog) -> None:
    years, rows = matrix(example)
    assert years == [2002]
    assert [(row.topic.id, row.numbers) for row in rows] == [("lights", [1])]


def test_marks_in_a_lane_do_not_meet(catalog: Catalog) -> None:
    for decade in decades(catalog):
        for lane in decade.wide.lanes:
            rows: dict[int, float] = {}
            for mark in lane.marks:
                assert rows.get(mark.row, -1) <= mark.start, mark.name
                rows[mark.row] = mark.at.end


def test_every_mark_has_a_name(made: dict[str, str]) -> None:
    for path, text in made.items():
        for svg in re.findall(r"<svg.*?</svg>", text, re.DOTALL):
            for link in re.findall(r"<a .*?</a>", svg, re.DOTALL):
                assert "<title>" in link or "aria-label=" in link, (path, link)


def test_pictures_have_a_title_and_a_description_and_no_blank_line(made: dict[str, str]) -> None:
    for path, text in made.items():
        for figure in re.findall(r"<figure.*?</figure>", text, re.DOTALL):
            assert "\n\n" not in figure, path
            for svg in re.findall(r'<svg[^>]*role="group".*?</svg>', figure, re.DOTALL):
                assert "<title" in svg and "<desc" in svg, path


def test_hostile_words_stay_words_in_pictures(made: dict[str, str]) -> None:
    pages = {path: text for path, text in made.items() if path.endswith((".md", ".html"))}
    assert [path for path, text in pages.items() if "<script" in text] == []
