"""Packs a built site so that it can be read, and searched, from a folder on disk: offline.py SITE ZIP."""

import json
import re
import sys
from base64 import b64encode
from pathlib import Path
from urllib.parse import urlsplit
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FOLDER = "site"
ONLINE = {"404.html", "sitemap.xml", "sitemap.xml.gz"}
FETCHED = ("assets/search.js", "assets/query.js", "data/words.json", "pagefind/**/*")
FETCHING = "assets/filed.js"
ADDRESS = re.compile(r'(<[^<>]*\bhref="|<meta[^<>]*; url=|<script>location\.replace\(")([^"]*)')


def pack(site: Path, target: Path) -> None:
    """Write the zip of a site; the same site makes the same bytes."""
    with ZipFile(target, "w", ZIP_DEFLATED) as packed:
        for path in sorted(path for path in site.rglob("*") if path.is_file()):
            name = path.relative_to(site).as_posix()
            if name not in ONLINE and not name.startswith("pagefind/"):
                packed.writestr(_entry(name), _content(site, name))


def _entry(name: str) -> ZipInfo:
    entry = ZipInfo(f"{FOLDER}/{name}")  # of 1 January 1980, as the time of packing is not part of the site
    entry.compress_type = ZIP_DEFLATED
    entry.external_attr = 0o644 << 16
    return entry


def _content(site: Path, name: str) -> bytes:
    content = (site / name).read_bytes()
    if name.endswith(".html"):
        return ADDRESS.sub(lambda found: found[1] + address(found[2]), content.decode()).encode()
    return files(site) + content if name == FETCHING else content


def address(link: str) -> str:
    """Return a link as it must be on disk: to the index.html that a server would have found for its folder."""
    path, mark, rest = re.split(r"([?#]|$)", link, maxsplit=1)
    folder = path and not urlsplit(link).scheme and path.rpartition("/")[2] in ("", ".", "..")
    return f"{path.removesuffix('/')}/index.html{mark}{rest}" if folder else link


def files(site: Path) -> bytes:
    """Return the script that holds what the search loads, which no page in a folder may fetch."""
    paths = sorted(path for pattern in FETCHED for path in site.glob(pattern) if path.is_file())
    content = {path.relative_to(site).as_posix(): b64encode(path.read_bytes()).decode() for path in paths}
    return f"const files = {json.dumps(content)};\n".encode()


if __name__ == "__main__":
    pack(Path(sys.argv[1]), Path(sys.argv[2]))
