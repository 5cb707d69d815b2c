"""Tables -> one SQLite file, made in memory, with indexes and full-text search."""

import sqlite3
from collections.abc import Iterable

from catalog.columns import Column
from catalog.tables import Table

TYPES = {"string": "TEXT", "date": "TEXT", "integer": "INTEGER", "number": "NUMERIC"}
SEARCH = """CREATE VIRTUAL TABLE search USING fts5(
    record UNINDEXED, claim UNINDEXED, title, names, text, tokenize = "unicode61 remove_diacritics 2")"""
FILL = """
INSERT INTO search SELECT id, NULL, title,
    (SELECT group_concat(name, '; ') FROM record_names WHERE record = id), summary FROM records;
INSERT INTO search SELECT record, claims.id, records.title, NULL, text || coalesce(' “' || quote || '”', '')
    FROM claims JOIN records ON records.id = record;
INSERT INTO search(search) VALUES ('optimize');
"""


def database(tables: Iterable[Table], about: dict[str, str], form: int) -> bytes:
    """Return the file: the tables, what they are about, and the version of their form as SQLite's user_version.

    The same tables give the same bytes from the same version of SQLite, which writes its number into the file.
    """
    connection = sqlite3.connect(":memory:")
    connection.execute(f"PRAGMA user_version = {form:d}")
    connection.execute("CREATE TABLE about (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID")
    connection.executemany("INSERT INTO about VALUES (?, ?)", sorted(about.items()))
    for table in tables:
        _add(connection, table)
    connection.execute(SEARCH)
    connection.executescript(FILL)
    connection.commit()
    connection.execute("VACUUM")
    content = connection.serialize()
    connection.close()
    return content


def _add(connection: sqlite3.Connection, table: Table) -> None:
    lines = [_column(column) for column in table.columns] + [f"PRIMARY KEY ({_names(table.key)})"]
    lines += [
        f"FOREIGN KEY ({_name(column.name)}) REFERENCES {column.to} (id)" for column in table.columns if column.to
    ]
    connection.execute(f"CREATE TABLE {_name(table.name)} ({', '.join(lines)})")
    connection.executemany(
        f"INSERT INTO {_name(table.name)} VALUES ({', '.join('?' * len(table.columns))})", table.rows
    )
    for column in table.columns:
        if column.to and column.name != table.key[0]:
            index = _name(f"{table.name}_by_{column.name}")
            connection.execute(f"CREATE INDEX {index} ON {_name(table.name)} ({_name(column.name)})")


def _column(column: Column) -> str:
    return f"{_name(column.name)} {TYPES[column.type]}{' NOT NULL' if column.required else ''}"


def _names(names: Iterable[str]) -> str:
    return ", ".join(map(_name, names))


def _name(name: str) -> str:
    """Return a name in quotation marks: some fields are called like words of SQL."""
    return f'"{name}"'
