"""A record or a claim gets another id: what that changes, letter by letter, in data/ and in pages written by hand."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from catalog import fields
from catalog.problems import Place, nearest
from catalog.read import Reading
from catalog.records import MENTION, Record, Retired

Files = dict[str, str | None]
NO_PART = r"(?![A-Za-z0-9-])"


class RefusedError(Exception):
    """Why something cannot be renamed, and what to do."""


class Edit(NamedTuple):
    """At a place in a file, one piece of text (empty: nothing) gives way to another."""

    place: Place
    old: str
    new: str


def renamed(root: Path, reading: Reading, pages: Iterable[str], old: str, new: str) -> Files:
    """Return the files below `root` that change when the id `old` becomes `new`, by path; None for one that goes.

    `old` is the id of a record, or record#claim; `reading` has no problems; `pages` are those by hand below docs/.
    Raises RefusedError if there is no such id, if the new one will not do, or if a text cannot be changed safely.
    """
    id, of_claim, claim = old.partition("#")
    if not re.fullmatch(fields.ID, new) or len(new) > 80:
        raise RefusedError(f"'{new}' is not an id; {fields.ID_RULE}.")
    texts, record = _Texts(root), _record(reading, id)
    files = [f"docs/{page}" for page in pages]
    if of_claim:
        _rename_claim(texts, reading, record, claim, new, files)
        return texts.changed()
    _rename_record(texts, reading, record, new, files)
    changed = texts.changed()
    file = record.place().file
    return {**changed, f"data/{record.folder}/{new}.yaml": changed[file], file: None}


def _record(reading: Reading, id: str) -> Record:
    records = {record.id: record for record in reading.records}
    now = next((record.id for record in reading.records if id in record.formerly), None)
    if now:
        raise RefusedError(f"'{id}' is '{now}' now; rename that.")
    if id not in records:
        raise RefusedError(f"There is no record '{id}'; {nearest(id, records, 'look for its id in data/')}")
    if isinstance(records[id], Retired):
        raise RefusedError(f"'{id}' is retired and keeps its id; rename what took its place.")
    return records[id]


def _rename_record(texts: "_Texts", reading: Reading, record: Record, new: str, pages: list[str]) -> None:
    taken = {id: other.id for other in reading.records for id in (other.id, *other.formerly)} | {"index": "the lists"}
    if new in taken:
        raise RefusedError(f"'{new}' is taken, now or formerly, by {taken[new]}; choose another id.")
    for other in reading.records:
        refs = [(path, ref) for path, ref in other.refs if ref == record.id]
        for path, ref in refs:
            if ref.link is not MENTION:
                texts.edit(other.place(path), record.id, new)
        if any(ref.link is MENTION for _, ref in refs):
            texts.replace(other.place().file, _mention(record.id), f"[[{new}")
    _note_former(texts, record, (), "title", record.id)
    for page in pages:
        texts.replace(page, rf"(?<![\w-]){record.folder}/{record.id}{NO_PART}", f"{record.folder}/{new}")
        texts.replace(page, _mention(record.id), f"[[{new}")


def _mention(id: str) -> str:
    return rf"\[\[{id}(?=[\]|])"


def _rename_claim(texts: "_Texts", reading: Reading, record: Record, claim: str, new: str, pages: list[str]) -> None:
    ids = [other.id for other in record.own_claims]
    if claim not in ids:
        remedy = nearest(claim, ids, "look for its id in its file")
        raise RefusedError(f"There is no claim '{claim}' on '{record.id}'; {remedy}")
    if new in record.anchors:
        raise RefusedError(f"'{new}' is taken, now or formerly, by a claim of '{record.id}'; choose another id.")
    for place in _uses(reading, record, claim):
        texts.edit(place, claim, new)
    _note_former(texts, record, ("claims", ids.index(claim)), "id", claim)
    for page in pages:
        texts.replace(page, rf"({record.folder}/{record.id}(?:\.md|/)#){claim}{NO_PART}", rf"\g<1>{new}")


def _uses(reading: Reading, record: Record, claim: str) -> Iterator[Place]:
    for number, other in enumerate(record.own_claims):
        if other.id == claim:
            yield record.place(("claims", number, "id"))
        for place, id in enumerate(other.differs_from):
            if id == claim:
                yield record.place(("claims", number, "differs_from", place))
    for leading in reading.records:
        for number, gone in enumerate(leading.retired_claims):
            if (gone.to, gone.claim) == (record.id, claim):
                yield leading.place(("retired", number, "claim"))


def _note_former(texts: "_Texts", record: Record, path: fields.Path, behind: str, old: str) -> None:
    """Put an id into `formerly` of the record or claim at `path`; where there is none, behind the field `behind`."""
    part = record.value(path)
    assert isinstance(part, fields.Model)
    if "formerly" in part.model_fields_set:
        place = record.place((*path, "formerly", 0))
        line = texts.before(place)
        in_a_line = not line.strip().endswith("-")
        texts.edit(place, "", f"{old}, " if in_a_line else f"{old}\n{line}")
        return
    keys = sorted(record.place((*path, name, "key")) for name in part.model_fields_set)
    own = record.place((*path, behind, "key"))
    place = next((key for key in keys if key > own), own)
    line = texts.before(place)
    texts.edit(place, "", f"formerly: [{old}]" + (f"\n{line}" if not line.strip() else ", "))


class _Texts:
    """The texts of files below a folder, and what is to be changed in them."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.edits: set[Edit] = set()
        self.patterns: dict[str, dict[str, str]] = {}

    def edit(self, place: Place, old: str, new: str) -> None:
        self.edits.add(Edit(place, old, new))

    def replace(self, file: str, pattern: str, new: str) -> None:
        self.patterns.setdefault(file, {})[pattern] = new

    def before(self, place: Place) -> str:
        """Return what stands before a place on its line."""
        return self._lines(place.file)[place.line - 1][: place.column - 1]

    def changed(self) -> dict[str, str | None]:
        """Return the texts that change, by the path of their file."""
        found: dict[str, str | None] = {}
        for file in {edit.place.file for edit in self.edits} | set(self.patterns):
            text = "\n".join(self._edited(file))
            for pattern, new in self.patterns.get(file, {}).items():
                text = re.sub(pattern, new, text)
            if text != "\n".join(self._lines(file)):
                found[file] = text
        return found

    def _lines(self, file: str) -> list[str]:
        return (self.root / file).read_bytes().decode().split("\n")

    def _edited(self, file: str) -> list[str]:
        """Return the lines of a file with the edits made, the last first, so that the places of the others hold."""
        lines = self._lines(file)
        for place, old, new in sorted((edit for edit in self.edits if edit.place.file == file), reverse=True):
            line, start = lines[place.line - 1], place.column - 1
            start += bool(old) and line[start : start + 1] in ("'", '"')
            if not line.startswith(old, start):
                raise RefusedError(f"{place}: '{old}' is not written plainly here; write it so and try again.")
            lines[place.line - 1] = line[:start] + new + line[start + len(old) :]
        return lines
