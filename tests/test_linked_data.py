"""JSON-LD: the types of schema.org that fit, and no field that the data does not carry."""

import json
from typing import Any

import pytest
from catalog.link import Catalog
from catalog.linked_data import LinkedData
from catalog.read import read
from conftest import SITE, World

LOG = "title: Log\npublisher: {name: Press}\nlanguage: en\norigin: press\n"
TOLD = "summary: It is told.\nsources: [{source: log}]\n"
STORM = f"title: Storm\nclassification: incident\n{TOLD}"
TALK = f"title: Talk\nlevel: ministers\nformat: formal\n{TOLD}"
MER = f"title: Mer\nclassification: state\n{TOLD}"
TABLE = f"title: Table\nclassification: forum\n{TOLD}"


def _page(world: World, path: str, files: dict[str, str]) -> dict[str, Any]:
    reading = read(world({"sources/log.yaml": LOG, **files}))
    assert reading.problems == []
    catalog = Catalog(reading.records)
    found: dict[str, Any] = json.loads(LinkedData(catalog, SITE).record(catalog.records[path]))
    return found


def _thing(world: World, kind: str, content: str) -> dict[str, Any]:
    found: dict[str, Any] = _page(world, "it", {f"{kind}s/it.yaml": content})["mainEntity"]
    return found


@pytest.mark.parametrize(
    ("kind", "content", "wanted"),
    [
        ("actor", TABLE, "Organization"),
        ("actor", TABLE.replace("forum", "person"), "Person"),
        ("actor", MER, "Country"),
        ("actor", TABLE.replace("forum", "news-organisation"), "NewsMediaOrganization"),
        ("event", f"{STORM}status: occurred\n", "Event"),
        ("event", f"{STORM}status: occurred\n".replace("incident", "report"), "Event"),
        ("meeting", f"{TALK}status: held\n", "Event"),
        ("topic", f"title: Sea\nclassification: dispute\n{TOLD}", "DefinedTerm"),
        ("document", f"title: Pact\nclassification: treaty\n{TOLD}", "Legislation"),
        ("document", f"title: Note\nclassification: letter\n{TOLD}", "CreativeWork"),
        ("document", f"title: Study\nclassification: report\n{TOLD}", "Report"),
        ("place", f"title: Cove\n{TOLD}", "Place"),
        ("source", LOG, "NewsArticle"),
        ("source", LOG.replace("press", "reference"), "CreativeWork"),
        ("change", "title: First\ndate: 2004-01-02\nclassification: added\nsummary: All.\n", "CreativeWork"),
    ],
)
def test_each_sort_of_record_has_its_type(world: World, kind: str, content: str, wanted: str) -> None:
    assert _thing(world, kind, content)["@type"] == wanted


def test_body_that_meets_is_a_series_and_its_meeting_a_part_of_it(world: World) -> None:
    meeting = f"{TALK}status: held\nbody: table\nparticipants: [{{actor: mer, role: host}}]\n"
    files = {"actors/table.yaml": TABLE, "actors/mer.yaml": MER, "meetings/talk.yaml": meeting}
    table = {
        "@type": ["Organization", "EventSeries"],
        "@id": "https://mer.example/actors/table/#_page",
        "name": "Table",
    }
    mer = {"@type": "Country", "@id": "https://mer.example/actors/mer/#_page", "name": "Mer"}
    found = _page(world, "talk", files)["mainEntity"]
    assert (found["organizer"], found["superEvent"], found["attendee"]) == (table, table, [mer])
    assert _page(world, "table", files)["mainEntity"]["@type"] == table["@type"]


@pytest.mark.parametrize(
    ("date", "bounds"),
    [
        ("1901-02-03", ("1901-02-03", None)),
        ("1901-02", ("1901-02", None)),
        ("1901", ("1901", None)),
        ("1901-02-03/1901-03", ("1901-02-03", "1901-03")),
        ("1901-02-03/..", ("1901-02-03", None)),
        ("../1902", (None, "1902")),
        ("1901~", (None, None)),
        ("1901-02?/1902", (None, "1902")),
        ("'[1901-02-03..1901-02-05]'", (None, None)),
    ],
)
def test_date_is_given_only_where_it_is_known(world: World, date: str, bounds: tuple[str | None, str | None]) -> None:
    found = _thing(world, "event", f"{STORM}status: occurred\ndate: {date}\n")
    assert (found.get("startDate"), found.get("endDate")) == bounds


@pytest.mark.parametrize(
    ("status", "wanted"),
    [
        ("held", "https://schema.org/EventScheduled"),
        ("scheduled", "https://schema.org/EventScheduled"),
        ("cancelled", "https://schema.org/EventCancelled"),
        ("postponed", "https://schema.org/EventPostponed"),
        ("not-held", None),
        ("unknown", None),
    ],
)
def test_status_is_given_only_where_schema_org_has_a_word_for_it(world: World, status: str, wanted: str | None) -> None:
    assert _thing(world, "meeting", f"{TALK}status: {status}\n").get("eventStatus") == wanted


def test_place_has_coordinates_only_where_both_are_known(world: World) -> None:
    cove = f"title: Cove\ncountry: Mer\n{TOLD}"
    geo = {"@type": "GeoCoordinates", "latitude": 54.25, "longitude": 0.0}
    assert _thing(world, "place", f"{cove}latitude: 54.25\nlongitude: 0\n")["geo"] == geo
    assert "geo" not in _thing(world, "place", f"{cove}latitude: 54.25\n")


def test_claim_names_its_speaker_its_place_and_its_sources(world: World) -> None:
    claim = "{id: it-blew, text: 'It *blew* on [[mer]].', by: mer, sources: [{source: log}, {source: web, at: ¶1}]}"
    files = {
        "actors/mer.yaml": MER,
        "sources/web.yaml": f"{LOG}address: https://web.example/1\n",
        "events/storm.yaml": f"{STORM}status: occurred\nclaims: [{claim}]\n",
    }
    page = _page(world, "storm", files)
    assert page["hasPart"] == [
        {
            "@type": "Claim",
            "@id": "https://mer.example/events/storm/#it-blew",
            "text": "It blew on Mer.",
            "author": {"@type": "Country", "@id": "https://mer.example/actors/mer/#_page", "name": "Mer"},
            "appearance": "https://mer.example/events/storm/#it-blew",
            "citation": ["https://mer.example/sources/log/", "https://web.example/1"],
        }
    ]


def test_nothing_is_empty(example: Catalog) -> None:
    def values(value: Any) -> list[Any]:
        inner = list(value.values()) if isinstance(value, dict) else value if isinstance(value, list) else []
        return [value, *(found for item in inner for found in values(item))]

    pages = [LinkedData(example, SITE).record(record) for record in example.records.values()]
    assert len(pages) > 20
    assert [page for page in pages if any(value in (None, "", [], {}) for value in values(json.loads(page)))] == []


def test_nothing_ends_the_script_or_the_front_matter_around_it(example: Catalog) -> None:
    page = LinkedData(example, SITE).record(example.records["hostile-words"])
    assert not {"<", "'", "\n"} & set(page)
    assert json.loads(page)["mainEntity"]["name"] == example.records["hostile-words"].title


def test_dataset_names_its_version_its_terms_and_its_file(example: Catalog) -> None:
    found = json.loads(LinkedData(example, SITE).dataset("All of it."))
    assert (found["@type"], found["version"], found["license"]) == ("Dataset", example.version, SITE.licence)
    assert found["distribution"][0]["contentUrl"] == "https://mer.example/data/catalog.json"
