"""What the previews of links say, as the scripts that hold it."""

import json
import re

from catalog.link import Catalog
from catalog.previews import previews
from catalog.records import KINDS


def held(script: str) -> dict[str, list[str]]:
    match = re.fullmatch(r"\(globalThis\.previews \?\?= \{\}\)\.[a-z]+ = (.*)\n", script)
    assert match
    found: dict[str, list[str]] = json.loads(match[1])
    return found


def test_every_record_has_a_preview_in_the_script_of_its_kind(example: Catalog) -> None:
    scripts = previews(example)
    assert sorted(scripts) == sorted(f"data/previews/{kind.plural}.js" for kind in KINDS)
    for kind in KINDS:
        records = held(scripts[f"data/previews/{kind.plural}.js"])
        assert sorted(records) == sorted(record.id for record in example.of(kind.kind))


def test_preview_has_title_facts_and_summary(example: Catalog) -> None:
    events = held(previews(example)["data/previews/events.js"])
    summary = getattr(example.records["gale-war"], "summary")  # noqa: B009 (not every record has one)
    assert events["gale-war"] == ["War of the Gale", "Event · Armed conflict · August 2001 · Took place", summary]


def test_preview_of_a_source_names_its_publisher_and_date(example: Catalog) -> None:
    sources = held(previews(example)["data/previews/sources.js"])
    assert sources["tide-2003-05-04"][1] == "Source · Morning Tide · 4 May 2003"
