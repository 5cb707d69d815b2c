"""What the tests share: worlds made on the spot, the miniature world, and the sites built from it and from the data."""

import functools
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import manage
import pytest
from catalog.check import check
from catalog.link import Catalog
from catalog.read import read
from catalog.sites import Site
from playwright.sync_api import Browser, Page, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "tests" / "example"
SITE = Site("The Mer Reference", "https://mer.example/", "https://licence.example/by")
World = Callable[..., Path]


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--bless", action="store_true", help="take what the pages are now as what they should be")


@pytest.fixture
def world(tmp_path: Path) -> World:
    """Make data/ from paths and contents: text, or bytes for what is no text; return the folder."""

    def make(files: dict[str, str | bytes]) -> Path:
        for path, content in files.items():
            file = tmp_path / "data" / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content if isinstance(content, bytes) else content.encode())
        return tmp_path / "data"

    return make


@pytest.fixture
def problems(world: World) -> Callable[..., list[str]]:
    """Return what is wrong with a few records by themselves, as a person is told it."""

    def find(files: dict[str, str | bytes]) -> list[str]:
        return [str(problem) for problem in check(read(world(files)), whole=False)]

    return find


@pytest.fixture
def whole_problems(world: World) -> Callable[..., list[str]]:
    """Return what is wrong with a world as a whole, as a person is told it."""

    def find(files: dict[str, str | bytes]) -> list[str]:
        return [str(problem) for problem in check(read(world(files)), whole=True)]

    return find


@pytest.fixture(scope="session")
def example() -> Catalog:
    """The miniature world: invented, and full of awkward cases."""
    reading = read(EXAMPLE / "data")
    assert check(reading) == []
    return Catalog(reading.records)


@pytest.fixture(scope="session")
def catalog() -> Catalog:
    """The real data."""
    return Catalog(read(ROOT / "data").records)


def copy_project(target: Path) -> Path:
    """Copy what the site is made from, without anything made."""
    made = shutil.ignore_patterns("__pycache__", ".gitignore")
    for name in ("scripts", "data"):
        shutil.copytree(ROOT / name, target / name, ignore=made)
    shutil.copy(ROOT / "mkdocs.yml", target)
    (target / "docs").mkdir()
    for path in (ROOT / "docs").iterdir():
        if path.is_dir() and not (path / ".gitignore").exists():
            shutil.copytree(path, target / "docs" / path.name)
        elif path.is_file():
            shutil.copy(path, target / "docs" / path.name)
    return target


def copy_example(target: Path) -> Path:
    """Copy the project with the miniature world in place of the data."""
    project = copy_project(target)
    shutil.rmtree(project / "data")
    shutil.copytree(EXAMPLE / "data", project / "data")
    shutil.copytree(EXAMPLE / "docs", project / "docs", dirs_exist_ok=True)
    return project


def build(project: Path, site: str = "site") -> Path:
    """Build a site the plain way; return its folder."""
    settings = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "SOURCE_DATE_EPOCH": "1000000000"}
    mkdocs = (sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", site)
    for command in ((sys.executable, "scripts/build.py"), mkdocs, (sys.executable, "scripts/indexing.py", site)):
        done = subprocess.run(command, cwd=project, env=settings, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        assert "WARNING" not in done.stderr, done.stderr
    return project / site


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the real data."""
    return build(copy_project(tmp_path_factory.mktemp("project")))


@pytest.fixture(scope="session")
def example_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the miniature world, made by the same program."""
    return build(copy_example(tmp_path_factory.mktemp("example")))


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        pass


def serving(folder: Path) -> Iterator[str]:
    """Serve a folder; yield its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """A browser; the tests fail, and say what to install, where there is none."""
    path = manage.browser()
    assert path, manage.NO_BROWSER
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page of a fresh browser, as wide as a desk's."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    yield context.new_page()
    context.close()
