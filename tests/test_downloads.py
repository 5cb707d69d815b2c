"""What is there to take away, read back by programs that are not ours."""

import csv
import hashlib
import io
import json
import warnings
from pathlib import Path
from typing import Any

import pytest
from catalog.downloads import Files, downloads
from catalog.link import Catalog
from catalog.tables import Tables
from conftest import SITE

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # it uses what its own libraries advise against
    import frictionless


@pytest.fixture(scope="module")
def made(catalog: Catalog) -> Files:
    return downloads(catalog, SITE)


@pytest.fixture(scope="module")
def package(made: Files) -> Any:
    return json.loads(made["data/datapackage.json"])


def coded(content: str | bytes) -> bytes:
    return content.encode() if isinstance(content, str) else content


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", ["example", "catalog"])
def test_package_is_valid_and_so_are_all_its_tables(
    name: str, tmp_path: Path, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path, content in downloads(request.getfixturevalue(name), SITE).items():
        if path.startswith("data/"):
            (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / path).write_bytes(coded(content))
    monkeypatch.chdir(tmp_path / "data")
    report = frictionless.Package("datapackage.json").validate()
    assert report.flatten(["name", "rowNumber", "fieldName", "message"]) == []
    assert report.valid
    assert {task.name for task in report.tasks if task.type == "table"} >= {"claims", "citations", "meetings"}


def test_package_names_every_file_with_its_length_and_hash(made: Files, package: Any) -> None:
    described = {f"data/{resource['path']}": resource for resource in package["resources"]}
    assert set(described) == {path for path in made if path.startswith("data/")} - {"data/datapackage.json"}
    for path, resource in described.items():
        content = coded(made[path])
        assert [resource["bytes"], resource["hash"]] == [len(content), f"sha256:{hashlib.sha256(content).hexdigest()}"]


def test_package_says_which_state_of_the_data_it_is_and_on_what_terms(catalog: Catalog, package: Any) -> None:
    assert package["version"] == catalog.version
    assert package["licenses"] == [{"path": SITE.licence}]


def test_every_column_is_described(package: Any) -> None:
    columns = [column for resource in package["resources"] for column in resource.get("schema", {}).get("fields", [])]
    assert len(columns) > 100
    assert [column for column in columns if not column["description"]] == []


def test_tables_read_back_as_they_were(made: Files, catalog: Catalog) -> None:
    for table in Tables(catalog).flat():
        names, *rows = csv.reader(io.StringIO(str(made[f"data/{table.name}.csv"])))
        assert names == [column.name for column in table.columns]
        assert rows == [["" if cell is None else str(cell) for cell in row] for row in table.rows]


def test_files_are_the_same_bytes_each_time(example: Catalog) -> None:
    assert downloads(example, SITE) == downloads(Catalog(reversed([*example.records.values(), *example.retired])), SITE)
