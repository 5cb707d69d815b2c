"""Dates of the precision that a source gives: a subset of EDTF (ISO 8601-2), its bounds and its words.

2009-04-29                  a day; 2008-08 a month; 2007 a year
2009-05~  2009-05?  2009%   about; uncertain; both
2009-05-06/2009-06-01       from the one to the other; `..` for an end that is open
[2009-05-16..2009-05-31]    once, some time between the two; either may be left out
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from babel.dates import format_date

ONCE = '"[2009-05-16..2009-05-31]"'
FORMS = f"2009-04-29, 2009-04, 2009, 2009-04~, 2009-05-06/2009-06-01, 2009-05-06/.. or {ONCE}"
ZERO = r"-00\b|\b0000\b"
DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"
POINT = r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?[~?%]?"
PATTERN = rf"{POINT}|{POINT}/{POINT}|{POINT}/\.\.|\.\./{POINT}|\[(?:{POINT})?\.\.(?:{POINT})?\]"


@dataclass(frozen=True)
class Point:
    """A day, a month or a year; `~` about, `?` uncertain, `%` both."""

    year: int
    month: int | None = None
    day: int | None = None
    qualifier: str = ""

    @property
    def first(self) -> date:
        """The first day that it can mean."""
        return date(self.year, self.month or 1, self.day or 1)

    @property
    def last(self) -> date:
        """The last day that it can mean."""
        month = self.month or 12
        return date(self.year, month, self.day or monthrange(self.year, month)[1])


@dataclass(frozen=True)
class Date:
    """What a source says of when: a point, a span (`a/b`), or one time within a span (`[a..b]`)."""

    edtf: str
    start: Point | None
    end: Point | None
    once: bool

    @property
    def earliest(self) -> date | None:
        """The first day it can have been; None where the start is open."""
        return self.start.first if self.start else None

    @property
    def latest(self) -> date | None:
        """The last day it can have been; None where the end is open."""
        return self.end.last if self.end else None

    @property
    def known(self) -> Point:
        """The point under which it is listed: its start, or its end where the start is open."""
        point = self.start or self.end
        assert point, "no form of date is open at both ends"
        return point

    @property
    def sort_key(self) -> tuple[date, date]:
        """The one rule by which everything is sorted: the earliest day, then the latest."""
        return self.earliest or date.min, self.latest or date.max

    def meets(self, other: "Date") -> bool:
        """Say whether the two can have a day in common."""
        (first, last), (begin, end) = self.sort_key, other.sort_key
        return first <= end and begin <= last

    @property
    def day(self) -> date | None:
        """The day, where the source names one without a doubt."""
        return self.earliest if re.fullmatch(DAY, self.edtf) else None

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day, where the source names both without a doubt."""
        return self.sort_key if re.fullmatch(f"{DAY}(/{DAY})?", self.edtf) else None

    def __str__(self) -> str:
        """The date in words, as a page says it."""
        start, end = self.start, self.end
        if start and start == end:
            return _words(start)
        if start and end and (half := _half_of_month(start, end)):
            return half
        if self.once:
            return _once(start, end)
        if start and end:
            return f"{_shortened(start, end)} to {_words(end)}"
        return f"from {_words(start)}" if start else f"until {_words(end)}" if end else ""


def parse(text: object) -> Date:
    """Read a date of the forms above.

    Raises ValueError with the fault and its remedy: not of these forms, no such day, end before start.
    """
    if not isinstance(text, str):
        raise ValueError(f"should be text; put quotes around a date such as {ONCE}")
    if not re.fullmatch(PATTERN, text) or re.search(ZERO, text) or text == "[..]":
        raise ValueError(_fault(text))
    once = text.startswith("[")
    first, between, last = text[1:-1].partition("..") if once else text.partition("/")
    start, end = _read(first), _read(last if between else first)
    if start and end and end.last < start.first:
        raise ValueError(f"'{text}' ends before it starts; put the earlier date first")
    return Date(text, start, end, once)


def month_name(number: int) -> str:
    """Return the name of a month, counted from 1."""
    return format_date(date(2000, number, 1), "MMMM", locale="en_GB")


def _read(text: str) -> Point | None:
    if text in ("", ".."):
        return None
    qualifier = text[-1] if text[-1] in "~?%" else ""
    year, month, day = (int(part) for part in f"{text.removesuffix(qualifier)}-0-0".split("-")[:3])
    point = Point(year, month or None, day or None, qualifier)
    try:
        point.first, point.last  # noqa: B018 (computed only to see that there is such a day)
    except ValueError:
        raise ValueError(f"there is no such day as '{text}'; look at the source again") from None
    return point


def _fault(text: str) -> str:
    if re.search(ZERO, text):
        return f"'{text}' has a part that is 00; leave out what the source does not say"
    if re.match(r"\d{4}-\d\d-\d\d[T ]", text):
        return f"'{text}' has a time; the day is the finest that a date holds"
    return f"'{text}' is not a date; write it as one of {FORMS}"


@cache
def _words(point: Point, pattern: str | None = None) -> str:
    finest = "d MMMM y" if point.day else "MMMM y" if point.month else "y"
    words = format_date(point.first, pattern or finest, locale="en_GB")
    about = "about " if point.qualifier in ("~", "%") else ""
    return about + words + (" (uncertain)" if point.qualifier in ("?", "%") else "")


def _shortened(start: Point, end: Point) -> str:
    """The start in words, without the month and year that it shares with the end."""
    alike = start.month and end.month and bool(start.day) == bool(end.day)
    if not alike or start.qualifier or end.qualifier or start.year != end.year:
        return _words(start)
    if not start.day:
        return _words(start, "MMMM")
    return _words(start, "d" if start.month == end.month else "d MMMM")


def _half_of_month(start: Point, end: Point) -> str | None:
    if (
        not (start.day and end.day)
        or (start.year, start.month) != (end.year, end.month)
        or start.qualifier + end.qualifier
    ):
        return None
    halves = {(1, 15): "first", (16, Point(start.year, start.month).last.day): "second"}
    half = halves.get((start.day, end.day))
    return f"{half} half of {_words(end, 'MMMM y')}" if half else None


def _once(start: Point | None, end: Point | None) -> str:
    if not start or not end:
        return f"{_words(start)} or later" if start else f"{_words(end)} or earlier" if end else ""
    if start.day and end.day and end.first - start.first == timedelta(days=1):
        return f"{_shortened(start, end)} or {_words(end)}"
    return f"between {_shortened(start, end)} and {_words(end)}"
