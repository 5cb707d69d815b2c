"""What makes `mkdocs serve` comfortable: it rebuilds from data/, and shows in the browser what is wrong there.

A hook of MkDocs. Nothing depends on it: `mkdocs build` publishes whatever is in docs/.
"""

import html
import re
import sys
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent))  # MkDocs takes it out again once this file is loaded

from build import build
from catalog.problems import Problem
from catalog.write import owned
from indexing import index
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import get_plugin_logger

log = get_plugin_logger("data")
serving = False
problems: list[Problem] = []


def on_startup(*, command: str, **_: Any) -> None:
    """Note whether the site is being served."""
    global serving
    serving = command == "serve"


def on_pre_build(config: MkDocsConfig) -> None:
    """Make docs/ anew from the data; keep what is wrong with it for the pages to show."""
    global problems
    if serving:
        _, problems = build(Path(config.config_file_path).parent, draft=True)
        for problem in problems:
            log.error(str(problem))


def on_post_page(output: str, **_: Any) -> str:
    """Put what is wrong with the data at the top of every page."""
    if not problems:
        return output
    lines = "\n".join(html.escape(str(problem)) for problem in problems)
    notice = (
        f'<div role="alert" class="problems"><strong>Not up to date: mend the data.</strong><pre>{lines}</pre></div>'
    )
    return re.sub(r"<body[^>]*>", lambda body: body[0] + notice, output, count=1)


def on_post_template(output: str, *, template_name: str, **_: Any) -> str:
    """Put it on the page for addresses without a page too, and look again: that of a faulty new record is one."""
    if template_name != "404.html" or not problems:
        return output
    return on_post_page(output).replace("<head>", '<head><meta http-equiv="refresh" content="2">', 1)


def on_post_build(config: MkDocsConfig) -> None:
    """Index the pages for the search, once: it may lag behind an edit until `serve` is started again."""
    if serving and not (Path(config.site_dir) / "pagefind").exists():
        index(Path(config.site_dir))


def on_serve(server: LiveReloadServer, config: MkDocsConfig, **_: Any) -> LiveReloadServer:
    """Watch what is written by hand in docs/, not what the build writes there: else each edit builds twice."""
    server.unwatch(config.docs_dir)
    for path in Path(config.docs_dir).iterdir():
        if path.name != ".gitignore" and not owned(path):
            server.watch(str(path))
    return server
