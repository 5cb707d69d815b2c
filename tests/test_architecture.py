"""The program is stages in one order, each with its own trade, and knows nothing of its subject."""

import ast
import sys
from pathlib import Path

import pytest
from conftest import ROOT

SCRIPTS = ROOT / "scripts"
ORDER = [
    "problems",
    "dates",
    "text",
    "vocabularies",
    "fields",
    "parts",
    "records",
    "read",
    "history",
    "whole_data",
    "retirement",
    "check",
    "link",
    "years",
    "positions",
    "glossary",
    "phrases",
    "register",
    "dictionary",
    "coverage",
    "sites",
    "citations",
    "linked_data",
    "forms",
    "exports",
    "columns",
    "tables",
    "database",
    "queries",
    "calendars",
    "feeds",
    "plain_text",
    "downloads",
    "pictures",
    "labels",
    "band",
    "yearly",
    "strip",
    "tenures",
    "matrix",
    "lanes",
    "views",
    "pages",
    "previews",
    "addresses",
    "renaming",
    "write",
]
MODULES = sorted(path for path in (SCRIPTS / "catalog").glob("*.py") if path.name != "__init__.py")
WRITING = {"write_text", "write_bytes", "mkdir", "unlink", "rmdir", "rename", "touch", "rmtree", "open"}


def _imports(path: Path) -> set[str]:
    """Return what a module imports, by its full name: `from a import b` is both a and a.b."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name} imports by a relative name"
            found |= {node.module or ""} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def _called(path: Path) -> set[str]:
    calls = (node.func for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call))
    return {call.attr if isinstance(call, ast.Attribute) else getattr(call, "id", "") for call in calls}


def _users(package: str) -> list[str]:
    return [path.stem for path in MODULES if package in {name.partition(".")[0] for name in _imports(path)}]


def test_every_module_has_its_place_in_the_order() -> None:
    assert sorted(ORDER) == [path.stem for path in MODULES]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.stem)
def test_module_imports_only_from_those_before_it(path: Path) -> None:
    imported = {name.split(".")[1] for name in _imports(path) if name.startswith("catalog.")}
    assert imported <= set(ORDER[: ORDER.index(path.stem)])


@pytest.mark.parametrize(("package", "module"), [("yaml", "read"), ("jinja2", "pages")])
def test_only_one_module_knows(package: str, module: str) -> None:
    assert [module] == _users(package)


def test_only_one_module_writes() -> None:
    assert [path.stem for path in MODULES if WRITING & _called(path)] == ["write"]


def test_no_module_is_called_like_one_of_the_standard_library() -> None:
    assert {path.stem for path in SCRIPTS.rglob("*.py")} & sys.stdlib_module_names == set()


def test_nothing_of_the_subject_stands_in_the_program() -> None:
    files = [path for pattern in ("*.py", "*.j2") for path in SCRIPTS.rglob(pattern)]
    texts = {path.relative_to(ROOT).as_posix(): path.read_text(encoding="utf-8").lower() for path in files}
    assert len(texts) > len(ORDER)
    assert [path for path, text in texts.items() if "nato" in text or "russia" in text] == []


def test_what_a_person_runs_needs_nothing_but_python() -> None:
    packages = {name.partition(".")[0] for name in _imports(SCRIPTS / "manage.py")}
    assert packages <= {*sys.stdlib_module_names}
