"""What held in a year and what happened in it, told of a small world."""

import pytest
from catalog.check import check
from catalog.dates import parse
from catalog.link import Catalog
from catalog.phrases import Phrases
from catalog.read import read
from catalog.records import Record
from catalog.years import Year, Years
from conftest import World

SOURCED = "summary: It is told.\nsources:\n  - source: log\n"
LOG = "title: Log\npublisher: {name: Press}\nlanguage: en\norigin: press\n"
EVENT = "title: {}\ndate: {}\nclassification: talks\nstatus: occurred\n" + SOURCED
MEETING = "title: {}\ndate: {}\nlevel: experts\nformat: talks\nstatus: held\n" + SOURCED
PERSON = "title: {}\nclassification: person\n" + SOURCED + "offices:\n"
OFFICE = "  - {{title: {}, of: mer, date: {}, sources: [{{source: log}}]}}\n"
STEP = "  - {{step: {}, date: {}, sources: [{{source: log}}]}}\n"
TREATY = "title: {}\nclassification: treaty\n" + SOURCED + "life:\n"
FILES = {
    "sources/log.yaml": LOG,
    "events/storm.yaml": EVENT.format("Storm", "1901-03-04") + "contact: suspended\n",
    "events/calm.yaml": EVENT.format("Calm", "1902-03") + "contact: formal\n",
    "events/drift.yaml": EVENT.format("Drift", "1901-11/1902-02"),
    "events/haze.yaml": EVENT.format("Haze", "1902"),
    "events/quay.yaml": EVENT.format("Quay", "1902-05-06") + "meeting: moot\n",
    "events/end.yaml": EVENT.format("End", "1904-01-31"),
    "meetings/moot.yaml": MEETING.format("Moot", "1902-05-06"),
    "actors/mer.yaml": "title: Mer\nclassification: state\n" + SOURCED,
    "actors/ada.yaml": PERSON.format("Ada") + OFFICE.format("Keeper", "1900/1902-06"),
    "actors/bo.yaml": PERSON.format("Bo") + OFFICE.format("Keeper", "1902-06/.."),
    "actors/cy.yaml": PERSON.format("Cy") + OFFICE.format("Envoy", "../1904"),
    "documents/pact.yaml": TREATY.format("Pact")
    + STEP.format("signed", "1899-05-01")
    + STEP.format("in-force", "1902-01-01")
    + STEP.format("ended", "1903-02-03"),
    "documents/note.yaml": TREATY.format("Note") + STEP.format("signed", "1902"),
}


@pytest.fixture
def years(world: World) -> Years:
    reading = read(world({**FILES}))
    assert check(reading, whole=False) == []
    return Years(Catalog(reading.records))


def _year(years: Years, number: int) -> Year:
    return next(year for year in years.all if year.number == number)


def _ids(records: list[Record]) -> list[str]:
    return [record.id for record in records]


def test_years_reach_from_the_first_happening_to_the_last_without_a_gap(years: Years) -> None:
    assert [year.number for year in years.all] == [1901, 1902, 1903, 1904]


def test_state_of_contact_on_1_january_carries_over(years: Years) -> None:
    assert {year.number: _ids([*year.contact()]) for year in years.all} == {
        1901: ["storm"],
        1902: ["storm", "calm"],
        1903: ["calm"],
        1904: ["calm"],
    }


def test_state_at_the_end_of_a_year_is_the_last_brought_about(years: Years) -> None:
    ends = [year.contact_at_end() for year in years.all]
    assert [event and event.id for event in ends] == ["storm", "calm", "calm", "calm"]


def test_months_follow_what_is_known_to_the_year_only(years: Years) -> None:
    months = [(name, _ids([*records])) for name, records in _year(years, 1902).months()]
    assert months == [("", ["haze"]), ("March", ["calm"]), ("May", ["moot"])]


def test_event_at_a_meeting_is_listed_with_it_and_counted(years: Years) -> None:
    assert _ids([*_year(years, 1902).meetings]) == ["moot"]
    assert sorted(_ids([*_year(years, 1902).events])) == ["calm", "haze", "quay"]


def test_what_began_earlier_and_went_on_stands_apart(years: Years) -> None:
    assert {year.number: _ids([*year.earlier]) for year in years.all} == {1901: [], 1902: ["drift"], 1903: [], 1904: []}


def test_all_who_held_an_office_in_the_year_are_named(years: Years) -> None:
    held = {of: [(actor.id, office.title) for actor, office in pairs] for of, pairs in _year(years, 1902).offices()}
    assert held == {"mer": [("ada", "Keeper"), ("bo", "Keeper")]}


def test_office_with_an_open_start_is_known_of_the_year_of_its_end_only(years: Years) -> None:
    found = [year.number for year in years.all for _, pairs in year.offices() if "cy" in _ids([a for a, _ in pairs])]
    assert found == [1904]


def test_document_is_in_force_from_its_entry_to_the_year_of_its_end(years: Years) -> None:
    assert {year.number: _ids([*year.in_force()]) for year in years.all} == {
        1901: [],
        1902: ["pact"],
        1903: ["pact"],
        1904: [],
    }


def test_document_signed_earlier_of_whose_force_no_source_tells_stands_apart(years: Years) -> None:
    assert {year.number: _ids([*year.signed_only()]) for year in years.all} == {
        1901: ["pact"],
        1902: [],
        1903: ["note"],
        1904: ["note"],
    }


def test_steps_of_documents_stand_in_their_year_in_order(years: Years) -> None:
    steps = [(paper.id, step.step.value) for paper, step in _year(years, 1902).steps()]
    assert steps == [("pact", "in-force"), ("note", "signed")]


@pytest.mark.parametrize(
    ("date", "address"),
    [
        ("1902-03-31", "1902.md#march"),
        ("1902-04-01", "1902.md"),
        ("1902", "1902.md"),
        ("../1902-05", "1902.md#may"),
        ("1899-05", None),
    ],
)
def test_date_leads_to_its_month_or_its_year_where_they_have_a_place(
    years: Years, date: str, address: str | None
) -> None:
    assert years.address(parse(date)) == address


def test_date_in_words_is_a_link_only_where_its_year_has_a_page(years: Years) -> None:
    say = Phrases(years.all[0].catalog, years, {})
    assert say.date(parse("1902-03")) == "[March 1902](../years/1902.md#march){ .date }"
    assert say.date(parse("1899")) == "1899"
    assert say.date(None) == ""


def test_each_year_leads_to_the_next_and_back(years: Years) -> None:
    found = [tuple(other and other.number for other in years.neighbours(year)) for year in years.all]
    assert found == [(None, 1902), (1901, 1903), (1902, 1904), (1903, None)]


def test_world_without_dates_has_no_years() -> None:
    assert Years(Catalog([])).all == []
