"""What the tests of the rules share: the records of small worlds, and how a table of cases is tried."""

from collections.abc import Callable, Iterator

import pytest
from catalog import whole_data
from catalog.check import RULES
from catalog.problems import Problem
from catalog.read import Reading

Files = dict[str, str]
Refused = dict[str, list[tuple[Files, list[str]]]]
Sound = dict[str, list[Files]]
SOURCED = "summary: It is told.\nsources: [{source: almanac}]\n"
ALMANAC = "title: Almanac\npublisher: {name: Press}\nlanguage: en\norigin: press\n"
TOPIC = "title: Tides\nclassification: dispute\n" + SOURCED
ACTOR = "title: North League\nclassification: alliance\n" + SOURCED
EVENT = "title: Storm\nclassification: incident\nstatus: occurred\n" + SOURCED
MEETING = "title: Moot\nlevel: experts\nformat: talks\nstatus: held\ndate: 1901\n" + SOURCED
PLACE = "title: Cove\n" + SOURCED
CHANGE = "title: First\nclassification: added\nsummary: All of it.\n"
CITED = "    sources: [{source: almanac}]\n"
CLAIM = TOPIC + "claims:\n  - id: high\n    text: Tides are high.\n" + CITED
SINCE = CLAIM.replace("{", "{{").replace("}", "}}") + "    since:\n      - verdict: {}\n        text: Tides were low.\n"
RULE = {rule.__name__: rule for rule in RULES + whole_data.RULES}


def assert_every_rule_is_tried(rules: list[Callable[[Reading], Iterator[Problem]]], *tables: Refused | Sound) -> None:
    """Fail if a rule has no case in one of the tables, or a table has cases of no rule."""
    for table in tables:
        assert sorted(rule.__name__ for rule in rules) == sorted(rule for rule, cases in table.items() if cases)


def each_refused(table: Refused) -> pytest.MarkDecorator:
    """Try a test on each world that a rule refuses, with the messages."""
    cases = [(rule, *case) for rule, listed in table.items() for case in listed]
    return pytest.mark.parametrize(("rule", "files", "messages"), cases, ids=[case[0] for case in cases])


def each_sound(table: Sound) -> pytest.MarkDecorator:
    """Try a test on each world with which a rule is content."""
    cases = [(rule, files) for rule, listed in table.items() for files in listed]
    return pytest.mark.parametrize(("rule", "files"), cases, ids=[case[0] for case in cases])
