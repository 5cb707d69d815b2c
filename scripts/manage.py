"""What a person runs. Needs nothing but Python 3.11: it sets up the rest by itself, in .venv.

    python3 scripts/manage.py setup    install what is needed (the other commands do it when it is missing or stale)
    python3 scripts/manage.py check    say whether the data is sound, and if not, what is wrong and where
    python3 scripts/manage.py build    make the site in site/; a build that fails leaves the last good one there.
                                       --publish: note its new addresses in data/addresses.txt, to answer for ever
                                       --offline: also pack site.zip, to read and search from a folder on disk
    python3 scripts/manage.py serve    show the site in a browser, and follow every edit
    python3 scripts/manage.py rename   OLD NEW: give a record another id; RECORD#OLD NEW: give a claim another id
    python3 scripts/manage.py pictures draw the pictures of pages that README shows, and the card beside links, anew
    python3 scripts/manage.py test     lint, types and all tests

What follows the command is handed on, by `serve` to mkdocs and by `test` to pytest.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import venv
from datetime import datetime, timezone
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "installed"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
RUNTIME, DEVELOPMENT = "requirements.txt", "requirements-dev.txt"
BROWSERS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "C:/Program Files/Google/Chrome/Application/chrome.exe",
)
NO_BROWSER = """No Chromium or Chrome was found, and the browser tests need one. Install it and try again:
  Debian     sudo apt install chromium
  macOS      brew install --cask google-chrome
  Windows    winget install Google.Chrome"""


def setup(requirements: str = RUNTIME) -> None:
    """Make .venv hold just the packages of a hash-locked list; does nothing if it does already.

    Exits with a message if Python has no venv or pip, or a package can't be had.
    """
    installed = STAMP.read_text() if STAMP.is_file() else ""
    if installed in {_stamp(requirements), _stamp(DEVELOPMENT)}:
        return
    print(f"Setting up .venv from {requirements}; this takes about half a minute.", flush=True)
    try:
        if installed != _stamp(RUNTIME):  # else the rest is put on top, under a site that may be being served
            venv.create(VENV, clear=True, with_pip=True)
    except subprocess.CalledProcessError:
        sys.exit("Python could not set up pip in .venv. On Debian: sudo apt install python3-venv")
    except OSError as error:
        sys.exit(f"Could not make .venv anew ({error.strerror}). Stop what runs from it, such as serve, and try again.")
    pip = ("-m", "pip", "--disable-pip-version-check", "install", "-qq", "--require-hashes", "-r", requirements)
    if run(*pip):
        sys.exit(f"The packages of {requirements} could not be installed; pip says above why.")
    STAMP.write_text(_stamp(requirements))


def _stamp(requirements: str) -> str:
    content = (ROOT / requirements).read_bytes()
    return f"{requirements} {hashlib.sha256(content).hexdigest()} {sys.version_info[:2]}"


def run(*arguments: str, **environment: str) -> int:
    """Run the Python of .venv in the project's folder; return its exit status."""
    settings = {"NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", **os.environ, **environment}
    return subprocess.run([str(PYTHON), *arguments], cwd=ROOT, env=settings, check=False).returncode


def check() -> int:
    """Check the data."""
    return run("scripts/build.py", "--check")


def build(*arguments: str) -> int:
    """Make site/, all of it or nothing; with --publish, note its addresses in the ledger; with --offline, pack it."""
    if status := run("scripts/build.py", *(argument for argument in arguments if argument == "--publish")):
        return status
    with tempfile.TemporaryDirectory(prefix=".site-", dir=ROOT) as folder:
        made, old, site = Path(folder) / "made", Path(folder) / "old", ROOT / "site"
        if status := run("-m", "mkdocs", "build", "--strict", "--site-dir", str(made), SOURCE_DATE_EPOCH=_newest()):
            return status
        if status := run("scripts/indexing.py", str(made)):
            return status
        if site.exists():
            site.rename(old)
        try:
            made.rename(site)
        except OSError:
            old.rename(site)
            raise
    print("The site is in site/.")
    if "--offline" not in arguments:
        return 0
    if not (status := run("scripts/offline.py", "site", "site.zip")):
        print("To read it from a folder on disk, unpack site.zip and open index.html in it.")
    return status


def _newest() -> str:
    """Return the last day on which a source was read, in seconds: a clock that makes the same of the same data."""
    day = json.loads((ROOT / "docs/data/version.json").read_text(encoding="utf-8"))["last_read"] or "2000-01-01"
    return str(int(datetime.fromisoformat(day).replace(tzinfo=timezone.utc).timestamp()))


def serve(*arguments: str) -> int:
    """Show the site and follow every edit, until interrupted."""
    if not arguments and not _free(8000):
        print("Port 8000 is taken. Use another: manage.py serve --dev-addr 127.0.0.1:8001", file=sys.stderr)
        return 1
    try:
        return run("-m", "mkdocs", "serve", "--dirty", *arguments)  # after an edit only the pages that it changed
    except KeyboardInterrupt:
        return 0


def _free(port: int) -> bool:
    with socket.socket() as server:
        server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            server.bind(("127.0.0.1", port))
        except OSError:
            return False
    return True


def rename(*arguments: str) -> int:
    """Give a record or a claim another id, all over data/ and the pages written by hand."""
    return run("scripts/rename.py", *arguments)


def pictures() -> int:
    """Draw the images that are committed, from the site as it is now."""
    return build() or run("scripts/screenshots.py")


def test(*arguments: str) -> int:
    """Lint, check types and run the tests; return the first status that is not 0."""
    if not browser():
        _install_browser()
    steps = (("ruff", "check", "."), ("ruff", "format", "--check", "."), ("mypy",), ("pytest", *arguments))
    statuses = [run("-m", *step) for step in steps]
    return next((status for status in statuses if status), 0)


def browser() -> str | None:
    """Return the path of a Chromium or Chrome on this machine, or None."""
    return next((found for name in BROWSERS if (found := shutil.which(name))), None)


def _install_browser() -> None:
    """Install Debian's Chromium if this is root on Debian; exit with what to install if that is not so."""
    if hasattr(os, "geteuid") and os.geteuid() == 0 and shutil.which("apt-get"):
        print("Installing Chromium for the browser tests; this takes about a minute.", flush=True)
        for command in (("update",), ("install", "--yes", "chromium")):
            subprocess.run(["apt-get", "-qq", *command], stdout=subprocess.DEVNULL, check=False)
    if not browser():
        sys.exit(NO_BROWSER)


def main() -> int:
    """Set up what a command needs and run it; return its exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("command", choices=["setup", "check", "build", "serve", "rename", "pictures", "test"])
    parser.add_argument("rest", nargs=argparse.REMAINDER, help="handed on by build, serve, rename and test")
    options = parser.parse_args()
    command, rest = options.command, options.rest
    taken = {"build": {"--publish", "--offline"}, "setup": set(), "check": set(), "pictures": set()}.get(command)
    if taken is not None and not taken.issuperset(rest):
        parser.error(f"{command} takes {' or '.join(sorted(taken)) or 'nothing'} after it")
    setup(DEVELOPMENT if command in ("pictures", "test") else RUNTIME)
    commands = {"setup": lambda: 0, "check": check, "build": build, "serve": serve}
    commands |= {"rename": rename, "pictures": pictures, "test": test}
    return commands[command](*rest)


if __name__ == "__main__":
    if sys.version_info < (3, 11):
        sys.exit(f"Python 3.11 or later is needed; this is {sys.version.split()[0]}.")
    sys.exit(main())
