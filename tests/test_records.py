"""The models are one with the schemas that editors use, and each field says what it holds."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from catalog import dictionary
from catalog.dates import FORMS, parse
from catalog.exports import schemas
from catalog.fields import Model
from catalog.records import KINDS
from conftest import EXAMPLE, ROOT
from jsonschema import Draft202012Validator

MODELS: list[type[Model]] = [*KINDS, *dictionary.parts()]
DATA = [
    path
    for data in (ROOT / "data", EXAMPLE / "data")
    for kind in KINDS
    for path in sorted((data / kind.plural).glob("*.yaml"))
]


class Loader(yaml.SafeLoader):
    """YAML 1.2 as editors read it: text, numbers, booleans and null, and no dates."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, form) for tag, form in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def _loaded(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), Loader)


def _example(plural: str) -> Path:
    return next(path for path in DATA if path.parent == EXAMPLE / "data" / plural)


@cache
def _validator(plural: str) -> Draft202012Validator:
    kind = next(kind for kind in KINDS if kind.plural == plural)
    return Draft202012Validator(json.loads(schemas()[f"{kind.kind}.json"]))


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_is_described_in_a_sentence(model: type[Model]) -> None:
    undescribed = [name for name, field in model.model_fields.items() if not (field.description or "").endswith(".")]
    assert undescribed == []
    assert (model.__doc__ or "").endswith(".")


def test_the_schemas_in_the_data_folder_are_those_of_the_models() -> None:
    committed = {path.name: path.read_text(encoding="utf-8") for path in (ROOT / "data" / "schema").iterdir()}
    assert committed == schemas(), "run `python3 scripts/manage.py build`"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_schema_is_one_that_editors_understand(kind: type[Model]) -> None:
    schema = json.loads(schemas()[f"{kind.__name__.lower()}.json"])
    Draft202012Validator.check_schema(schema)
    assert schema["additionalProperties"] is False
    assert {name for name, field in kind.model_fields.items() if field.is_required()} == set(schema["required"])


@pytest.mark.parametrize("path", DATA, ids=lambda path: str(path.relative_to(ROOT)))
def test_record_is_accepted_by_its_schema(path: Path) -> None:
    errors = [error.message for error in _validator(path.parent.name).iter_errors(_loaded(path))]
    assert errors == []


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.kind)
def test_schema_refuses_an_unknown_field(kind: type[Model]) -> None:
    plural = f"{kind.__name__.lower()}s"
    record = _loaded(_example(plural))
    errors = [error.message for error in _validator(plural).iter_errors({**record, "zebra": "a"})]
    assert errors == ["Additional properties are not allowed ('zebra' was unexpected)"]


@pytest.mark.parametrize("value", ["", None, "2009-05-06T12:00", "spring", ["2009"], {"from": "2009"}])
def test_schema_refuses_what_is_no_date(value: object) -> None:
    record = {**_loaded(_example("meetings")), "date": value}
    assert [list(error.path) for error in _validator("meetings").iter_errors(record)] == [["date"]]


@pytest.mark.parametrize("form", FORMS.replace(" or ", ", ").split(", "))
def test_the_forms_of_date_that_are_offered_pass_model_and_schema(form: str) -> None:
    text = form.strip('"')
    assert parse(text).edtf == text
    assert list(_validator("meetings").iter_errors({**_loaded(_example("meetings")), "date": text})) == []
