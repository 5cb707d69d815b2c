"""Makes the index of the search in a built site, with Pagefind: indexing.py SITE."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Marks, ways around the site, and lists that only repeat the titles of other pages.
LEFT_OUT = (
    ".mark",
    ".permalink",
    ".crumbs",
    ".edit",
    ".colophon",
    ".records",
    ".printed",
    ".cited",
    ".cite",
    ".jump",
    ".choices",
    ".picture",
)
USED = ("pagefind.js", "pagefind-entry.json")


def index(site: Path) -> int:
    """Index what stands in the articles of a site, but for what is left out; return the exit status."""
    command: tuple[str, ...] = (sys.executable, "-m", "pagefind", "--site", str(site.resolve()), "--quiet")
    command += tuple(option for selector in LEFT_OUT for option in ("--exclude-selectors", selector))
    status = subprocess.run(command, cwd=ROOT, check=False).returncode
    for file in (site / "pagefind").glob("pagefind*.*s*"):
        if file.name not in USED:  # the dialogs that Pagefind brings; the site has its own
            file.unlink()
    return status


if __name__ == "__main__":
    sys.exit(index(Path(sys.argv[1])))
