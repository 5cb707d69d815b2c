"""The sorts of field that records are made of: ids, links, texts, dates and web addresses."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Annotated, Any, get_args

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    PlainSerializer,
    PlainValidator,
    StringConstraints,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, core_schema

from catalog import dates

ID = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
ID_RULE = "use small letters, digits and single hyphens, begin with a letter, at most 80 characters"
Path = tuple[str | int, ...]


class Model(BaseModel):
    """What all parts of a record share: no unknown field, nothing changed after reading."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)


class Ref(str):
    """The id of another record, and the link that holds it."""

    link: "Link"


class Link:
    """The kinds of record that a `Ref` may lead to (none named: any), and its name from the other end."""

    def __init__(self, *kinds: str, reverse: str) -> None:
        """Name the kinds, and what the record at the other end calls the link."""
        self.kinds, self.reverse = kinds, reverse

    def ref(self, target: str) -> Ref:
        """Return `target` as a `Ref` of this link."""
        ref = Ref(target)
        ref.link = self
        return ref

    def __get_pydantic_core_schema__(self, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return core_schema.no_info_after_validator_function(
            self.ref, core_schema.str_schema(min_length=1), serialization=core_schema.to_string_ser_schema()
        )

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        return {"type": "string", "pattern": ID, "maxLength": 80}


def refs(value: object, path: Path = ()) -> Iterator[tuple[Path, Ref]]:
    """Yield each `Ref` inside a value, with the path that leads to it."""
    if isinstance(value, Ref):
        yield path, value
    elif isinstance(value, Model):
        for name in type(value).model_fields:
            yield from refs(getattr(value, name), (*path, name))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from refs(item, (*path, number))


def part(annotation: object) -> type[Model] | None:
    """Return the part of a record that a field's type holds, in a list or optionally, if it holds one."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        return annotation
    return next((found for inner in get_args(annotation) if (found := part(inner))), None)


def one_line(value: object) -> object:
    """Fold the line breaks of a text; leave what is no text to the next validator."""
    return " ".join(value.split()) if isinstance(value, str) else value


def web_address(value: str) -> str:
    """Return the address; raises ValueError unless it is http(s), names a host, and has nothing odd."""
    if not re.match(r"https?://", value):
        raise ValueError(f"'{value}' is not a web address; it must begin with https:// or http://")
    if not re.fullmatch(r"https?://[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+([/?#][^\s<>\"\\`]*)?", value):
        raise ValueError(f"'{value}' is not a plain web address; write host and path, no user, port or space")
    return value


class PublishedDate(Model):
    """A date as it is published: as it is written, with its bounds, and in words."""

    edtf: str
    """As it is written here, in the Extended Date/Time Format (EDTF, ISO 8601-2)."""
    earliest: date | None
    """The first day that it can mean; null where the start is open."""
    latest: date | None
    """The last day that it can mean; null where the end is open."""
    words: str
    """In words, as a page says it."""


def published(day: dates.Date) -> PublishedDate:
    """Return a date as it is published."""
    return PublishedDate(edtf=day.edtf, earliest=day.earliest, latest=day.latest, words=str(day))


Id = Annotated[str, StringConstraints(pattern=ID, max_length=80)]
Short = Annotated[str, BeforeValidator(one_line), StringConstraints(min_length=1, max_length=100)]
Long = Annotated[str, BeforeValidator(one_line), StringConstraints(min_length=1, max_length=300)]
Prose = Annotated[str, BeforeValidator(one_line), StringConstraints(min_length=1, max_length=600)]
Url = Annotated[str, AfterValidator(web_address)]
Date = Annotated[
    dates.Date,
    PlainValidator(dates.parse),
    PlainSerializer(published),
    WithJsonSchema({"type": ["string", "integer"], "pattern": f"^({dates.PATTERN})$"}, mode="validation"),
]
