"""The calendars, read back by icalendar: whole days, nothing vaguer, and no word of the clock."""

from datetime import date, datetime, timezone
from typing import Any

import icalendar
import pytest
from catalog.calendars import calendars, offers
from catalog.link import Catalog
from catalog.read import read
from conftest import SITE, World

LOG = "title: Log\npublisher: {name: Press}\nlanguage: en\norigin: press\n"
MER = "title: Mer\nclassification: state\nsummary: An isle.\nsources: [{source: log}]\n"
MEETING = "title: They met\nlevel: ministers\nformat: talks\nsummary: They met.\nsources: [{source: log}]\n"


def meeting(date: str, more: str = "status: held\n") -> str:
    return f'{MEETING}date: "{date}"\n{more}'


def entries(world: World, files: dict[str, str | bytes], path: str = "meetings/all.ics") -> list[Any]:
    reading = read(world({"sources/log.yaml": LOG, "actors/mer.yaml": MER, **files}))
    assert reading.problems == []
    made = calendars(Catalog(reading.records), SITE)
    return icalendar.Calendar.from_ical(made[path]).walk("VEVENT") if path in made else []


@pytest.mark.parametrize(
    ("written", "first", "after"),
    [
        ("1901-02-03", date(1901, 2, 3), date(1901, 2, 4)),
        ("1901-12-30/1901-12-31", date(1901, 12, 30), date(1902, 1, 1)),
    ],
)
def test_days_are_whole_and_the_end_is_the_day_after(world: World, written: str, first: date, after: date) -> None:
    (entry,) = entries(world, {"meetings/met.yaml": meeting(written)})
    assert (entry.decoded("dtstart"), entry.decoded("dtend")) == (first, after)
    assert entry["dtstart"].params["VALUE"] == "DATE"


@pytest.mark.parametrize(
    "written",
    [
        "1901",
        "1901-02",
        "1901-02-03~",
        "1901-02-03?",
        "[1901-02-03..1901-02-04]",
        "1901-02-03/..",
        "1901-02-03/1901-03",
    ],
)
def test_what_has_no_day_is_left_out_and_counted(world: World, written: str) -> None:
    files: dict[str, str | bytes] = {
        "sources/log.yaml": LOG,
        "meetings/vague.yaml": meeting(written),
        "meetings/met.yaml": meeting("1902-01-02"),
    }
    catalog = Catalog(read(world(files)).records)
    offer = offers(catalog)["index"]
    assert ([one.id for one in offer.without_day], len(offer.meetings)) == (["vague"], 2)
    made = icalendar.Calendar.from_ical(calendars(catalog, SITE)[offer.path])
    assert [str(entry["uid"]) for entry in made.walk("VEVENT")] == ["met@the-mer-reference"]
    assert made["description"] == "Left out, for want of a day: 1 of 2."


@pytest.mark.parametrize(
    ("status", "word"),
    [
        ("held", "CONFIRMED"),
        ("scheduled", "TENTATIVE"),
        ("unknown", "TENTATIVE"),
        ("cancelled", "CANCELLED"),
        ("postponed", "CANCELLED"),
        ("not-held", "CANCELLED"),
    ],
)
def test_what_was_called_off_says_so(world: World, status: str, word: str) -> None:
    (entry,) = entries(world, {"meetings/met.yaml": meeting("1901-02-03", f"status: {status}\n")})
    assert entry["status"] == word


def test_stamps_come_from_the_data(world: World) -> None:
    change = "title: Mended\ndate: 1999-08-07\nclassification: corrected\nsummary: It was wrong.\nrecords: [met]\n"
    met: dict[str, str | bytes] = {"meetings/met.yaml": meeting("1901-02-03")}
    (before,) = entries(world, met)
    (after,) = entries(world, {**met, "changes/mended.yaml": change})
    changed = datetime(1999, 8, 7, tzinfo=timezone.utc)
    assert (before.decoded("dtstamp"), "last-modified" in before) == (datetime(1901, 2, 3, tzinfo=timezone.utc), False)
    assert (after.decoded("dtstamp"), after.decoded("last-modified")) == (changed, changed)


def test_entry_leads_to_its_page(world: World) -> None:
    (entry,) = entries(world, {"meetings/met.yaml": meeting("1901-02-03")})
    assert entry["url"] == "https://mer.example/meetings/met/"


def test_actor_has_the_meetings_of_which_it_was_the_body_or_at_which_it_was(world: World) -> None:
    files: dict[str, str | bytes] = {
        "meetings/other.yaml": meeting("1901-02-03"),
        "meetings/body.yaml": meeting("1902-02-03", "status: held\nbody: mer\n"),
        "meetings/there.yaml": meeting("1903-02-03", "status: held\nparticipants: [{actor: mer, role: Host}]\n"),
        "meetings/both.yaml": meeting(
            "1904-02-03",
            "status: held\nbody: mer\nparticipants: [{actor: mer, role: Host}, {actor: mer, role: Guest}]\n",
        ),
    }
    found = [str(entry["uid"]).partition("@")[0] for entry in entries(world, files, "actors/mer.ics")]
    assert found == ["body", "there", "both"]


def test_there_is_no_calendar_without_a_day(world: World) -> None:
    assert entries(world, {"meetings/vague.yaml": meeting("1901", "status: held\nbody: mer\n")}) == []


@pytest.mark.parametrize("name", ["example", "catalog"])
def test_every_meeting_is_in_the_calendar_or_counted(name: str, request: pytest.FixtureRequest) -> None:
    catalog = request.getfixturevalue(name)
    made = calendars(catalog, SITE)
    assert set(made) == {offer.path for offer in offers(catalog).values()}
    for offer in offers(catalog).values():
        found = icalendar.Calendar.from_ical(made[offer.path]).walk("VEVENT")
        assert len(found) + len(offer.without_day) == len(offer.meetings)
        assert len({str(entry["uid"]) for entry in found}) == len(found) > 0
