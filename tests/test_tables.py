"""The tables: what the models make of a tiny world, and the database of the same tables, read back by SQLite itself."""

import sqlite3
from collections.abc import Iterator

import pytest
from catalog.columns import lists
from catalog.database import database
from catalog.fields import Model
from catalog.link import Catalog
from catalog.parts import Citation, Claim
from catalog.read import read
from catalog.records import KINDS
from catalog.tables import Table, Tables
from conftest import World

FILES = {
    "sources/log.yaml": "title: Log\npublisher: {name: Press}\nlanguage: en\norigin: press\npublished: 1901-02/..\n",
    "actors/mer.yaml": """
title: Mer
classification: state
names: [{name: Île de Mér, language: fr}]
sides: [mer]
summary: An isle.
sources: [{source: log}]
""",
    "topics/fish.yaml": """
title: Fish
classification: dispute
summary: Whose they are.
topics: [tides]
sources: [{source: log, at: p. 1}, {source: log, at: p. 2}]
claims:
  - id: ours
    text: "*All* fish are of [[mer]]."
    by: mer
    topics: [fish, tides]
    sources: [{source: log, at: p. 3}, {source: log}]
    since:
      - {verdict: confirmed, text: They are., sources: [{source: log, at: p. 4}]}
      - {verdict: open, text: 'Of [[mer|the isle]] no more is said.'}
""",
    "topics/tides.yaml": "title: Tides\nclassification: question\nsummary: They turn.\nsources: [{source: log}]\n",
}


def tables_of(catalog: Catalog) -> list[Table]:
    made = Tables(catalog)
    return [*made.flat(), *made.lists()]


def rows(catalog: Catalog, name: str) -> list[dict[str, object]]:
    table = next(table for table in tables_of(catalog) if table.name == name)
    return [dict(zip((column.name for column in table.columns), row, strict=True)) for row in table.rows]


@pytest.fixture
def tiny(world: World) -> Catalog:
    reading = read(world(FILES))
    assert reading.problems == []
    return Catalog(reading.records)


@pytest.fixture(scope="module")
def file(catalog: Catalog) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(database(tables_of(catalog), {"version": catalog.version}, 7))
    yield connection
    connection.close()


def test_date_is_three_cells(tiny: Catalog) -> None:
    (source,) = rows(tiny, "sources")
    found = [source[name] for name in ("published", "published_earliest", "published_latest")]
    assert found == ["1901-02/..", "1901-02-01", None]


def test_part_is_spread_and_empty_where_there_is_none(tiny: Catalog) -> None:
    (source,) = rows(tiny, "sources")
    found = [source[name] for name in ("publisher_name", "publisher_actor", "agency_name")]
    assert found == ["Press", None, None]


def test_list_is_one_cell_and_a_table_of_its_own(tiny: Catalog) -> None:
    (claim,) = rows(tiny, "claims")
    assert [claim["topics"], claim["since"]] == ["fish;tides", "confirmed;open"]
    assert [(row["position"], row["item"]) for row in rows(tiny, "claim_topics")] == [(1, "fish"), (2, "tides")]


def test_claim_has_its_address_its_side_its_sources_and_no_markup(tiny: Catalog) -> None:
    (claim,) = rows(tiny, "claims")
    found = [claim[name] for name in ("page", "sides", "places", "text")]
    assert found == ["/topics/fish/#ours", "mer", "log, p. 3; log", "All fish are of Mer."]
    assert "Of the isle no more is said." in [row["text"] for row in rows(tiny, "claim_since")]


def test_citation_says_where_it_stands(tiny: Catalog) -> None:
    found = [tuple(row.values()) for row in rows(tiny, "citations") if row["record"] == "fish"]
    assert found == [
        ("fish", "/sources/0", "sources", None, "log", "p. 1"),
        ("fish", "/sources/1", "sources", None, "log", "p. 2"),
        ("fish", "/claims/0/sources/0", "claims.sources", "ours", "log", "p. 3"),
        ("fish", "/claims/0/sources/1", "claims.sources", "ours", "log", None),
        ("fish", "/claims/0/since/0/sources/0", "claims.since.sources", "ours", "log", "p. 4"),
    ]


def test_every_list_of_the_models_is_in_a_table(catalog: Catalog) -> None:
    names = {table.name.partition("_")[2] for table in tables_of(catalog)}
    models: list[type[Model]] = [*KINDS, Claim]
    held = {entry.name for model in models for entry in lists(model) if entry.held not in (Claim, Citation)}
    assert held <= names


def test_every_row_is_as_long_as_the_table_is_wide_and_has_a_key_of_its_own(catalog: Catalog) -> None:
    for table in tables_of(catalog):
        names = [column.name for column in table.columns]
        keys = [tuple(row[names.index(name)] for name in table.key) for row in table.rows]
        assert {len(row) for row in table.rows} <= {len(names)}
        assert len(set(keys)) == len(keys), table.name


def test_database_is_whole(file: sqlite3.Connection) -> None:
    assert file.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert file.execute("PRAGMA foreign_key_check").fetchall() == []
    assert file.execute("PRAGMA user_version").fetchone() == (7,)


def test_database_holds_what_the_catalog_holds(file: sqlite3.Connection, catalog: Catalog) -> None:
    for kind in KINDS:
        (number,) = file.execute(f"SELECT count(*) FROM {kind.plural}").fetchone()
        assert number == len(catalog.of(kind.kind))
    claims = file.execute("SELECT record, id FROM claims ORDER BY rowid").fetchall()
    assert claims == [(record.id, claim.id) for record in catalog.records.values() for claim in record.own_claims]
    assert file.execute("SELECT value FROM about WHERE name = 'version'").fetchone() == (catalog.version,)


def test_database_is_the_same_bytes_each_time(tiny: Catalog) -> None:
    turned = Catalog(reversed(list(tiny.records.values())))
    assert database(tables_of(tiny), {}, 1) == database(tables_of(turned), {}, 1)


@pytest.mark.parametrize("words", ["ile", "ÎLE", "mer", "isle"])
def test_search_finds_names_and_summaries_without_their_accents(tiny: Catalog, words: str) -> None:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(database(tables_of(tiny), {}, 1))
    found = connection.execute("SELECT record FROM search WHERE search MATCH ? AND claim IS NULL", [words]).fetchall()
    connection.close()
    assert ("mer",) in found


def test_search_finds_claims(tiny: Catalog) -> None:
    connection = sqlite3.connect(":memory:")
    connection.deserialize(database(tables_of(tiny), {}, 1))
    found = connection.execute("SELECT record, claim FROM search WHERE search MATCH 'fish AND mer'").fetchall()
    connection.close()
    assert found == [("fish", "ours")]
