"""The JSON of the data: one envelope, one type a field, and a version that follows the data."""

import json
from collections import defaultdict
from collections.abc import Iterator
from typing import Any, get_origin

import pytest
from catalog import text
from catalog.exports import exports
from catalog.forms import SCHEMA_VERSION
from catalog.link import Catalog
from catalog.read import read
from catalog.records import KINDS
from conftest import World

LOG = "title: Log\npublisher: {name: Press}\nlanguage: en\norigin: press\naccessed: 1999-01-02\n"
SEA = "title: Sea\nclassification: dispute\nsummary: It is told.\nsources: [{source: log}]\n"


@pytest.fixture(scope="module")
def made(catalog: Catalog) -> dict[str, Any]:
    return {path: json.loads(content) for path, content in exports(catalog).items()}


def test_every_answer_has_the_envelope(made: dict[str, Any]) -> None:
    versions = {
        (answer["schema_version"], answer["data_version"]) for path, answer in made.items() if path.count("/") == 1
    }
    assert versions == {(SCHEMA_VERSION, made["data/version.json"]["data_version"])}


def test_every_record_has_a_twin_that_names_its_page(catalog: Catalog, made: dict[str, Any]) -> None:
    twins = {f"{record.plural}/{id}.json": f"/{record.plural}/{id}/" for id, record in catalog.records.items()}
    assert sorted(twins) == sorted(path for path in made if not path.startswith("data/"))
    assert [path for path, page in twins.items() if page not in made[path]["record"].values()] == []


def test_catalog_holds_every_record_and_claim(catalog: Catalog, made: dict[str, Any]) -> None:
    whole = made["data/catalog.json"]
    assert [made[f"{record.plural}/{id}.json"]["record"] for id, record in catalog.records.items()] == whole["records"]
    assert {kind.plural: len(catalog.of(kind.kind)) for kind in KINDS} == whole["counts"]
    claims = [(record.id, claim.id) for record in catalog.records.values() for claim in record.own_claims]
    assert claims == [(record["id"], claim["id"]) for record in whole["records"] for claim in record.get("claims", [])]


def test_claim_carries_its_address_and_its_plain_text(catalog: Catalog, made: dict[str, Any]) -> None:
    claims = {
        claim["page"]: claim["plain"]
        for record in made["data/catalog.json"]["records"]
        for claim in record.get("claims", [])
    }
    expected = {
        f"/{record.plural}/{record.id}/#{claim.id}": text.plain(claim.text, catalog.titles)
        for record in catalog.records.values()
        for claim in record.own_claims
    }
    assert expected == claims
    assert [plain for plain in claims.values() if "[[" in plain] == []


def _values(value: Any, path: str = "") -> Iterator[tuple[str, Any]]:
    yield path, value
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _values(inner, f"{path}.{key}")
    elif isinstance(value, list):
        for inner in value:
            yield from _values(inner, f"{path}[]")


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_field_has_one_type_or_is_null(kind: Any, made: dict[str, Any]) -> None:
    records = [record for record in made["data/catalog.json"]["records"] if record["kind"] == kind.kind]
    types: dict[str, set[str]] = defaultdict(set)
    for record in records:
        for path, value in _values(record):
            types[path].add(type(value).__name__)
    assert {path: found for path, found in types.items() if len(found - {"NoneType"}) > 1} == {}
    assert {frozenset(record) for record in records} == {frozenset([*records[0], *kind.model_fields])}
    lists = {f".{name}" for name, field in kind.model_fields.items() if get_origin(field.annotation) is list}
    assert {path: types[path] for path in lists} == {path: {"list"} for path in lists}


def _exported(world: World, files: dict[str, str]) -> dict[str, Any]:
    reading = read(world({"sources/log.yaml": LOG, "topics/sea.yaml": SEA, **files}))
    assert reading.problems == []
    return {path: json.loads(content) for path, content in exports(Catalog(reading.records)).items()}


@pytest.mark.parametrize(
    ("change", "same"),
    [
        ({"topics/sea.yaml": SEA.replace("It is told", "It was told")}, False),
        ({"topics/tides.yaml": SEA}, False),
        ({"topics/sea.yaml": "# A remark\n" + SEA.replace("It is told.", "'It is told.'")}, True),
    ],
    ids=["text", "another record", "remark and quotes"],
)
def test_version_follows_the_data(world: World, change: dict[str, str], same: bool) -> None:
    before = _exported(world, {})["data/version.json"]["data_version"]
    assert same is (before == _exported(world, change)["data/version.json"]["data_version"])


def test_version_says_when_a_source_was_last_read(world: World) -> None:
    later = {"sources/paper.yaml": LOG.replace("1999-01-02", "2001-03-04")}
    assert _exported(world, later)["data/version.json"]["last_read"] == "2001-03-04"


def test_date_is_exported_as_written_with_its_bounds_and_words(world: World) -> None:
    files = {"sources/log.yaml": LOG + "published: 1998-02/..\n"}
    assert _exported(world, files)["sources/log.json"]["record"]["published"] == {
        "edtf": "1998-02/..",
        "earliest": "1998-02-01",
        "latest": None,
        "words": "from February 1998",
    }


def test_contact_is_exported_as_it_changed_each_time_with_the_event_that_brought_it_about(world: World) -> None:
    storm = "title: Storm\nclassification: incident\nstatus: occurred\nsummary: It blew.\n"
    files = {
        "events/truce.yaml": storm + "sources: [{source: log, at: p. 1}]\ndate: 1903-05-06\ncontact: formal\n",
        "events/storm.yaml": storm + "sources: [{source: log}]\ndate: 1901\ncontact: suspended\n",
        "events/calm.yaml": storm + "sources: [{source: log}]\ndate: 1902\n",
        "events/rumour.yaml": storm + "sources: [{source: log}]\ndate_note: No log says when.\ncontact: ended\n",
    }
    made = _exported(world, files)
    assert made["data/contact.json"]["contact"] == [
        {
            "state": "suspended",
            "from": made["events/storm.json"]["record"]["date"],
            "event": "storm",
            "sources": [{"source": "log", "at": None}],
        },
        {
            "state": "formal",
            "from": made["events/truce.json"]["record"]["date"],
            "event": "truce",
            "sources": [{"source": "log", "at": "p. 1"}],
        },
    ]


def test_coordinates_are_exported_as_numbers(world: World) -> None:
    cove = "title: Cove\nsummary: It is deep.\nsources: [{source: log}]\n"
    files = {
        "places/cove.yaml": cove + "country: Mer\nlatitude: 54.25\nlongitude: -12\n",
        "places/bay.yaml": cove,
    }
    made = _exported(world, files)
    found = [
        [made[f"places/{id}.json"]["record"][name] for name in ("latitude", "longitude")] for id in ("cove", "bay")
    ]
    assert found == [[54.25, -12.0], [None, None]]
