"""Words over points of a line: in rows, so that no label meets the words or the leader of another."""

from itertools import count
from typing import NamedTuple

from catalog.pictures import wrapped

CHARACTER = 6.4  # the widest that a character of a label is on average
ROWS = 6


class Point(NamedTuple):
    """A point with its number and its words."""

    number: int
    x: float
    words: str


class Label(NamedTuple):
    """The words at a point: in a row above it, the lowest being 0, from left to right."""

    lines: list[str]
    x: float
    row: int
    first: float
    last: float


def labels(points: list[Point], right: float) -> dict[int, Label]:
    """Return the labels that fit between 0 and `right`, by number of their point.

    Placed one after the other, what comes first decides what fits: so several orders are tried, and the
    one that places the most, in the lowest rows, is taken.
    """
    orders = [sorted(points, key=lambda other: abs(other.x - each.x)) for each in points]
    orders += [[each, *(other for other in order if other != each)] for order in orders for each in points]
    placings = [_placed(order, lines, right) for order in orders for lines in (2, 3)]
    return max(placings, key=lambda placed: (len(placed), -sum(label.row + 1 for label in placed.values())))


def _placed(points: list[Point], most: int, right: float) -> dict[int, Label]:
    placed: dict[int, Label] = {}
    for point in points:
        taken = placed.values()
        choices = _choices(point, most, right, [other.x for other in points])
        fitting = (label for label in choices if not any(_collide(label, other) for other in taken))
        if label := next(fitting, None):
            placed[point.number] = label
    return placed


def _choices(point: Point, most: int, right: float, others: list[float]) -> list[Label]:
    """Return where a label of at most so many lines can stand over its point, the lowest rows first."""
    text, x = point.words, point.x
    lines = next(lines for width in count(len(text) // most) if len(lines := wrapped(text, width)) <= most)
    width = max(len(line) for line in lines) * CHARACTER
    edges = {x - 3, x - width / 2, x + 3 - width}
    edges |= {edge for other in others for edge in (other + 7, other - 7 - width)}  # between two leaders
    over = (edge for edge in edges if x - width + 3 <= edge <= x - 3 and 0 <= edge <= right - width)
    firsts = sorted(over, key=lambda edge: (x - edge, edge))
    return [Label(lines, x, row, round(first, 1), round(first + width, 1)) for row in range(ROWS) for first in firsts]


def _collide(label: Label, other: Label) -> bool:
    if label.row == other.row:
        return label.first - 8 < other.last and other.first - 8 < label.last
    lower, higher = sorted((label, other), key=lambda each: each.row)
    return lower.first - 4 < higher.x < lower.last + 4
