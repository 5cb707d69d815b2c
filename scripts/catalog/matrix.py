"""Who met on what: how many meetings were held on each topic in each year."""

from collections import Counter
from typing import NamedTuple

from catalog.link import Catalog, year_of
from catalog.pictures import held
from catalog.records import Record


class Row(NamedTuple):
    """A topic, and how many meetings there were on it in each of the years."""

    topic: Record
    numbers: list[int]


def matrix(catalog: Catalog) -> tuple[list[int], list[Row]]:
    """Return the years, and a row for each topic on which somebody met, the most frequent first."""
    counts = Counter((str(topic), year_of(meeting) or 0) for meeting in held(catalog) for topic in meeting.topics)
    years = list(range(min(of for _, of in counts), max(of for _, of in counts) + 1)) if counts else []
    rows = [Row(topic, [counts[topic.id, of] for of in years]) for topic in catalog.of("topic")]
    met = (row for row in rows if any(row.numbers))
    return years, sorted(met, key=lambda row: (-sum(row.numbers), row.topic.title))
