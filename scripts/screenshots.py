"""Draws the images that are committed, not built: the card beside links, and pages that mkdocs.yml names."""

import functools
import html
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from build import ROOT
from manage import browser
from mkdocs.utils.yaml import yaml_load
from playwright.sync_api import sync_playwright

ASSETS = ROOT / "docs" / "assets"
WIDTH, HEIGHT = 1200, 630  # what those who show links make room for
CARD = """<!doctype html><meta charset="utf-8"><style>
  body {{ margin: 0; padding: 0 110px; height: 630px; box-sizing: border-box; display: flex; flex-direction: column;
    justify-content: center; background: #fdfcf9; color: #1e2126; border-bottom: 18px double #d9d4c8;
    font-family: Charter, "Source Serif 4", "Noto Serif", Georgia, serif; }}
  svg {{ width: 110px; height: 110px; margin: 0 0 30px -5px; }}
  h1 {{ font-weight: 400; font-size: 84px; line-height: 1.1; margin: 0 0 28px; }}
  p {{ font-size: 34px; line-height: 1.4; margin: 0; color: #595d63; }}
</style>{mark}<h1>{name}</h1><p>{description}</p>"""


def draw(assets: Path = ASSETS, site: Path = ROOT / "site") -> None:
    """Draw all images into `assets`, from the built site."""
    with (ROOT / "mkdocs.yml").open(encoding="utf-8") as file:
        settings = yaml_load(file)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=browser(), args=["--no-sandbox"])
        page = chromium.new_page(viewport={"width": WIDTH, "height": HEIGHT})
        page.set_content(card(settings))
        page.screenshot(path=assets / "card.png")
        page.set_viewport_size({"width": 1240, "height": 900})
        with _served(site) as address:
            for name, path in settings["extra"]["screenshots"].items():
                page.goto(address + path)
                page.screenshot(path=assets / f"{name}.png")
        chromium.close()


def card(settings: dict[str, Any]) -> str:
    """Return the card that stands beside a link to the site elsewhere: its name, its description and its mark."""
    return CARD.format(
        mark=(ASSETS / "mark.svg").read_text(encoding="utf-8"),
        name=html.escape(settings["site_name"]),
        description=html.escape(settings["site_description"]),
    )


@contextmanager
def _served(folder: Path) -> Iterator[str]:
    handler = functools.partial(SimpleHTTPRequestHandler, directory=str(folder))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


if __name__ == "__main__":
    draw()
