"""data/*.yaml -> records. The only module that knows YAML.

YAML is read as text, from the events of libyaml: `NO` is not false, `2007` and `2007-08` are the same
type. What a record does not need and a reader could trip over is refused with its place: repeated
keys, aliases, tags, several documents, and files that are not plain, short UTF-8.
"""

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError
from pydantic_core import ErrorDetails

from catalog import fields
from catalog.problems import Place, Problem, nearest
from catalog.records import FILES, Record

LARGEST = 200_000
DEEPEST = 12
CONTROL = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f]"
QUOTE = "if a text holds a colon or begins with one of [ { * & % @ or a quotation mark, put all of it in quotes"
REMEDY = "look at this line and the one before; " + QUOTE
REMEDIES = {
    "expected ',' or": "close the bracket that opens here or before; " + QUOTE,
    "mapping values are not allowed": "a text that holds a colon goes in quotes, or on lines of its own after >-",
    "did not find expected": "indent this line like its neighbours; " + QUOTE,
    "could not find expected ':'": "write 'name: value' with a space after the colon, here or on the line before",
    "end of stream": "close the quotation mark or bracket that opens here",
    "cannot start any token": QUOTE,
}
LEDGER = "addresses.txt"
NOT_RECORDS = {"schema", LEDGER}
Places = dict[fields.Path, Place]


@dataclass
class Reading:
    """What was read: the sound records, the problems, the kind of each file by its id, and the ledger of addresses."""

    records: list[Record] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    files: list[tuple[str, str]] = field(default_factory=list)
    ledger: list[str] = field(default_factory=list)


class FaultError(Exception):
    """A fault that ends the reading of a file."""

    def __init__(self, message: str, line: int = 1, column: int = 1) -> None:
        """Take the message and where in the file the fault is."""
        super().__init__(message)
        self.line, self.column = line, column


def read(data: Path) -> Reading:
    """Read every record below `data`; problems are named by their path as seen from beside it."""
    reading = Reading()
    folders = {kind.plural: kind for kind in FILES}
    if (data / LEDGER).is_file():
        reading.ledger = (data / LEDGER).read_text(encoding="utf-8", errors="replace").split("\n")
    for path in sorted(path for path in data.iterdir() if not _hidden(path)):
        name = f"{data.name}/{path.name}"
        if path.name in folders and (path.is_symlink() or not path.is_dir()):
            reading.problems.append(Problem(Place(name), "", "is not a plain folder; put the folder itself here"))
        elif path.name in folders:
            for file in sorted(file for file in path.iterdir() if not _hidden(file)):
                _read_file(file, f"{name}/{file.name}", folders[path.name], reading)
        elif path.name not in NOT_RECORDS:
            remedy = nearest(path.name, folders, f"the folders are {', '.join(folders)}")
            reading.problems.append(Problem(Place(name), "", f"is not a folder of records; {remedy}"))
    return reading


def _hidden(path: Path) -> bool:
    return path.name.startswith(".") or path.name.endswith("~")


def _read_file(path: Path, name: str, kind: type[Record], reading: Reading) -> None:
    try:
        if path.is_symlink() or not path.is_file():
            raise FaultError("is not a plain file; put the record itself here")
        if path.suffix != ".yaml":
            raise FaultError("is not read; a record is a file named <id>.yaml")
        reading.files.append((path.stem, kind.kind))
        if not re.fullmatch(fields.ID, path.stem) or len(path.stem) > 80:
            raise FaultError(f"'{path.stem}' is not an id; {fields.ID_RULE}")
        value, places = _parse(_text(path), name)
        record = kind.model_validate(value)
        reading.records.append(record.at(path.stem, places))
    except FaultError as fault:
        reading.problems.append(Problem(Place(name, fault.line, fault.column), "", str(fault)))
    except ValidationError as error:
        reading.problems += (_problem(detail, places, kind) for detail in error.errors())


def _text(path: Path) -> str:
    if path.stat().st_size > LARGEST:
        raise FaultError(f"is larger than {LARGEST:,} bytes; split the record")
    content = path.read_bytes()
    if not content.strip():
        raise FaultError("is empty; write the record or delete the file")
    if content.startswith(b"\xef\xbb\xbf"):
        raise FaultError("begins with a byte order mark; save it as UTF-8 without one")
    if b"\0" in content:
        raise FaultError("holds a NUL byte; delete it", content[: content.index(b"\0")].count(b"\n") + 1)
    try:
        return content.decode()
    except UnicodeDecodeError as error:
        raise FaultError("is not UTF-8; save it as UTF-8", content[: error.start].count(b"\n") + 1) from None


def _parse(content: str, name: str) -> tuple[Any, Places]:
    if tab := re.search(r"^ *\t", content, re.MULTILINE):
        line = content.count("\n", 0, tab.end()) + 1
        raise FaultError("has a tab in the indentation; use spaces", line, tab.end() - tab.start())
    try:
        return _Builder(content, name).document()
    except yaml.reader.ReaderError as error:
        line = content.count("\n", 0, error.position) + 1
        raise FaultError("holds a control character; delete it", line) from None
    except yaml.MarkedYAMLError as error:
        unclosed = "end of stream" in str(error.problem) and error.context_mark
        mark = error.context_mark if unclosed else error.problem_mark or error.context_mark
        remedy = next((remedy for problem, remedy in REMEDIES.items() if problem in str(error.problem)), REMEDY)
        message = f"is not YAML: {error.problem}; {remedy}"
        raise FaultError(message, mark.line + 1, mark.column + 1) if mark else FaultError(message) from None


class _Builder:
    """Builds text, lists and dicts from the events of libyaml, and notes where each value stands."""

    def __init__(self, content: str, name: str) -> None:
        self.lines = content.splitlines()
        self.loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)(content)
        self.name = name
        self.places: Places = {}

    def document(self) -> tuple[Any, Places]:
        self.loader.get_event()  # the start of the stream
        if self.loader.check_event(yaml.StreamEndEvent):
            raise FaultError("holds only comments; write the record or delete the file")
        self.loader.get_event()  # the start of the document
        value = self.value((), self.loader.get_event())
        self.loader.get_event()  # the end of the document
        if not self.loader.check_event(yaml.StreamEndEvent):
            raise _fault("begins a second document; one file holds one record", self.loader.peek_event())
        return value, self.places

    def value(self, path: fields.Path, event: Any) -> Any:
        _refuse_odd(event)
        if len(path) > DEEPEST:
            raise _fault("is nested too deep; look at the brackets", event)
        self.places[path] = self.place(event)
        if isinstance(event, yaml.ScalarEvent) and not event.style:
            self._refuse_cut(event)
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(path)
        return self.sequence(path) if isinstance(event, yaml.SequenceStartEvent) else event.value

    def _refuse_cut(self, event: Any) -> None:
        end = event.end_mark
        if end.line < len(self.lines) and re.match(r"\s+#\S", self.lines[end.line][end.column :]):
            raise _fault("has a text that ends at a #, for what follows is a comment; put all of it in quotes", event)

    def place(self, event: Any) -> Place:
        return Place(self.name, event.start_mark.line + 1, event.start_mark.column + 1)

    def sequence(self, path: fields.Path) -> list[Any]:
        values: list[Any] = []
        while not isinstance(event := self.loader.get_event(), yaml.SequenceEndEvent):
            values.append(self.value((*path, len(values)), event))
        return values

    def mapping(self, path: fields.Path) -> dict[str, Any]:
        values: dict[str, Any] = {}
        while not isinstance(event := self.loader.get_event(), yaml.MappingEndEvent):
            if not isinstance(event, yaml.ScalarEvent):
                raise _fault("has a key that is not a word; look at the brackets and colons", event)
            _refuse_odd(event)
            key = event.value
            if key in values:
                raise _fault(f"has the key '{key}' twice; keep one of them", event)
            self.places[*path, key, "key"] = self.place(event)
            values[key] = self.value((*path, key), self.loader.get_event())
        return values


def _refuse_odd(event: Any) -> None:
    if isinstance(event, yaml.AliasEvent) or event.anchor:
        raise _fault("uses an alias or anchor (* or &); write the value out, or put it in quotes", event)
    if isinstance(event, yaml.ScalarEvent) and re.search(CONTROL, event.value):
        raise _fault("holds a control character; delete it", event)
    if event.tag:
        raise _fault(f"uses the tag {event.tag}; write the plain value, or put it in quotes", event)


def _fault(message: str, event: Any) -> FaultError:
    return FaultError(message, event.start_mark.line + 1, event.start_mark.column + 1)


def _problem(detail: ErrorDetails, places: Places, kind: type[Record]) -> Problem:
    path = detail["loc"]
    names = [str(step) for step in path if isinstance(step, str)]
    where = (*path, "key") if detail["type"] == "extra_forbidden" else path
    while where not in places:
        where = where[:-1]
    return Problem(places[where], ".".join(names), _message(detail, kind, names))


def _message(detail: ErrorDetails, kind: type[Record], names: list[str]) -> str:
    """Say in our words what pydantic found, and quote what the model says of the field."""
    model, about = _describe(kind, names)
    if isinstance(detail["input"], str) and not detail["input"].strip():
        return f"is empty; fill it, or leave the field out if it is not required ({about})"
    match detail["type"]:
        case "extra_forbidden":
            close = nearest(names[-1], model.model_fields, "")
            return f"no such field; {close + ' ' if close else ''}the fields are {', '.join(model.model_fields)}"
        case "missing":
            return f"is missing; add it ({about})"
        case "value_error":
            return str(detail["ctx"]["error"])
        case "string_pattern_mismatch" if detail["ctx"]["pattern"] == fields.ID:
            return f"'{detail['input']}' is not an id; {fields.ID_RULE}"
        case "string_pattern_mismatch":
            return f"'{detail['input']}' does not have the form of this field ({about})"
        case "string_too_long" | "too_long":
            return f"is {len(detail['input'])} characters long; at most {detail['ctx']['max_length']} fit"
        case "too_short":
            return f"is an empty list; fill it ({about})"
        case "string_type":
            return f"should be text; write words, in quotes if need be ({about})"
        case "list_type":
            return f"should be a list; write each item behind a hyphen ({about})"
        case "model_type":
            held = fields.part(kind.model_fields[names[0]].annotation) if names else kind
            wanted = [name for name, field in (held or kind).model_fields.items() if field.is_required()]
            return f"should be a set of fields, at least {', '.join(wanted)}; write 'name: value' for each ({about})"
        case "int_parsing" | "float_parsing":
            return f"'{detail['input']}' is not a number; write it in digits ({about})"
        case _:
            return f"{detail['msg'][0].lower()}{detail['msg'][1:]} ({about})"


def _describe(kind: type[Record], names: list[str]) -> tuple[type[fields.Model], str]:
    """Return the part of the record that the names lead into, and the description of the last one."""
    model: type[fields.Model] = kind
    about = kind.__doc__ or ""
    for name in names:
        if name in model.model_fields:
            found = model.model_fields[name]
            about, model = found.description or "", fields.part(found.annotation) or model
    return model, about
