"""The forms of the published JSON: every file has the form that its address promises, and no field goes undescribed."""

import json
from typing import Any

import jsonschema
import pytest
from catalog.exports import exports
from catalog.forms import addresses, fields, forms
from catalog.link import Catalog

Schema = dict[str, Any]
GONE = {"moved": "moved_to", "retired": "retired"}


@pytest.fixture(scope="module", params=["example", "catalog"])
def made(request: pytest.FixtureRequest) -> dict[str, Any]:
    return {path: json.loads(content) for path, content in exports(request.getfixturevalue(request.param)).items()}


def _closed(schema: Any) -> Any:
    """Return a schema that refuses fields which it does not name."""
    if isinstance(schema, list):
        return [_closed(item) for item in schema]
    if not isinstance(schema, dict):
        return schema
    closed = {key: _closed(value) for key, value in schema.items()}
    return {**closed, "additionalProperties": False} if isinstance(schema.get("properties"), dict) else closed


def _form_of(path: str) -> str:
    folder, _, name = path.partition("/")
    return name.removesuffix(".json") if folder == "data" else folder.removesuffix("s")


def test_every_file_has_just_the_fields_of_its_form(made: dict[str, Any]) -> None:
    checks = {
        name: jsonschema.Draft202012Validator(_closed(form), format_checker=jsonschema.FormatChecker())
        for name, form in forms().items()
    }
    answers = {path: answer for path, answer in made.items() if path.count("/") == 1}
    assert len(answers) > len(checks)
    for path, answer in answers.items():
        gone = next((form for form, field in GONE.items() if field in answer and "counts" not in answer), None)
        assert [error.message for error in checks[gone or _form_of(path)].iter_errors(answer)] == [], path


def test_forms_are_published_and_are_schemas(made: dict[str, Any]) -> None:
    for name, form in forms().items():
        jsonschema.Draft202012Validator.check_schema(form)
        assert made[f"data/forms/{name}.json"] == form


def test_every_documented_address_answers(made: dict[str, Any]) -> None:
    for address, (form, _) in addresses().items():
        folder, _, name = address.removeprefix("/").partition("/")
        found = [path for path in made if path.startswith(f"{folder}/") and name in ("<id>.json", path.split("/")[1])]
        assert found, address
        assert {form} == {_form_of(path) for path in found}, address


def test_every_json_file_but_the_schemas_is_documented(made: dict[str, Any]) -> None:
    documented = set(addresses())
    for path in made:
        folder, _, name = path.partition("/")
        assert (folder == "data" and (f"/{path}" in documented or "/" in name)) or f"/{folder}/<id>.json" in documented


def test_every_field_of_every_form_is_described() -> None:
    for name, form in forms().items():
        for part in (form, *form["$defs"].values()):
            assert [field.name for field in fields(part) if not field.meaning] == [], name


def test_a_form_puts_up_with_new_fields(example: Catalog) -> None:
    answer = json.loads(exports(example)["data/version.json"])
    jsonschema.validate({**answer, "new": 1}, forms()["version"])


def test_a_form_refuses_a_field_of_another_type(example: Catalog) -> None:
    answer = json.loads(exports(example)["data/topics.json"])
    answer["records"][0]["summary"] = None
    with pytest.raises(jsonschema.ValidationError, match="None is not of type"):
        jsonschema.validate(answer, forms()["topics"])
