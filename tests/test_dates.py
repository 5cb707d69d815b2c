"""Dates of reduced precision: their words, their bounds, and what is refused."""

import time
import warnings
from datetime import date

import pytest
from catalog.dates import FORMS, parse
from hypothesis import given, settings
from hypothesis import strategies as st

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # pyparsing warns of how edtf uses it
    from edtf import parse_edtf

QUOTES = 'should be text; put quotes around a date such as "[2009-05-16..2009-05-31]"'
WORDS = {
    "2009-04-29": "29 April 2009",
    "2009-04": "April 2009",
    "2009": "2009",
    "2009-05~": "about May 2009",
    "2009?": "2009 (uncertain)",
    "2009-04-29%": "about 29 April 2009 (uncertain)",
    "2009-05-06/2009-05-09": "6 to 9 May 2009",
    "2009-05-06/2009-06-01": "6 May to 1 June 2009",
    "2008-12-30/2009-01-02": "30 December 2008 to 2 January 2009",
    "2009-05/2009-06": "May to June 2009",
    "2008-12/2009-02": "December 2008 to February 2009",
    "2008/2010": "2008 to 2010",
    "2009/2009": "2009",
    "2009-05-06/2009-07": "6 May 2009 to July 2009",
    "2009-05-06~/2009-05-09": "about 6 May 2009 to 9 May 2009",
    "2009~/2010?": "about 2009 to 2010 (uncertain)",
    "2009-05-06/..": "from 6 May 2009",
    "../2009-05": "until May 2009",
    "2009-05-16/2009-05-31": "second half of May 2009",
    "[2009-05-16..2009-05-31]": "second half of May 2009",
    "[2009-05-01..2009-05-15]": "first half of May 2009",
    "[2009-02-16..2009-02-28]": "second half of February 2009",
    "[2008-02-16..2008-02-28]": "between 16 and 28 February 2008",
    "2009-05-16~/2009-05-31": "about 16 May 2009 to 31 May 2009",
    "[2009-05-06..2009-05-07]": "6 or 7 May 2009",
    "[2009-04-30..2009-05-01]": "30 April or 1 May 2009",
    "[2009-12-31..2010-01-01]": "31 December 2009 or 1 January 2010",
    "[2009-05..2009-08]": "between May and August 2009",
    "[2008-08..]": "August 2008 or later",
    "[..2009]": "2009 or earlier",
}
BOUNDS = {
    "2009-04-29": (date(2009, 4, 29), date(2009, 4, 29)),
    "2009-02": (date(2009, 2, 1), date(2009, 2, 28)),
    "2008-02~": (date(2008, 2, 1), date(2008, 2, 29)),
    "2009?": (date(2009, 1, 1), date(2009, 12, 31)),
    "2009-05-06/2009-06": (date(2009, 5, 6), date(2009, 6, 30)),
    "[2009-05-16..2010]": (date(2009, 5, 16), date(2010, 12, 31)),
    "2009-05/..": (date(2009, 5, 1), None),
    "../2009-05": (None, date(2009, 5, 31)),
    "[2009-05..]": (date(2009, 5, 1), None),
    "[..2009-05]": (None, date(2009, 5, 31)),
}
FAULTS = {
    "2009-02-29": "there is no such day as '2009-02-29'; look at the source again",
    "2009-13": "there is no such day as '2009-13'; look at the source again",
    "2009-04-31/2009-05": "there is no such day as '2009-04-31'; look at the source again",
    "2009-05-00": "'2009-05-00' has a part that is 00; leave out what the source does not say",
    "2009-00": "'2009-00' has a part that is 00; leave out what the source does not say",
    "0000": "'0000' has a part that is 00; leave out what the source does not say",
    "2009-04-29T12:00": "'2009-04-29T12:00' has a time; the day is the finest that a date holds",
    "2009-04-29 12:00": "'2009-04-29 12:00' has a time; the day is the finest that a date holds",
    "2009-06/2009-05": "'2009-06/2009-05' ends before it starts; put the earlier date first",
    "[2009-06..2009-05]": "'[2009-06..2009-05]' ends before it starts; put the earlier date first",
    **{
        text: f"'{text}' is not a date; write it as one of {FORMS}"
        for text in ("", "[..]", "../..", "/2009", "spring 2009", "29.4.2009", "2009-4-29", "2009~-04", "٢٠٠٩", "10000")
    },
}


@pytest.mark.parametrize(("edtf", "words"), WORDS.items(), ids=WORDS)
def test_date_is_said_in_words(edtf: str, words: str) -> None:
    assert words == str(parse(edtf))


@pytest.mark.parametrize(("edtf", "bounds"), BOUNDS.items(), ids=BOUNDS)
def test_date_has_a_first_and_a_last_day(edtf: str, bounds: tuple[date | None, date | None]) -> None:
    assert bounds == (parse(edtf).earliest, parse(edtf).latest)


@pytest.mark.parametrize(("text", "message"), FAULTS.items(), ids=FAULTS)
def test_what_is_no_date_is_refused(text: str, message: str) -> None:
    with pytest.raises(ValueError) as error:
        parse(text)
    assert message == str(error.value)


@pytest.mark.parametrize("value", [["2009-05-16..2009-05-31"], None, 2009, {}])
def test_date_that_is_no_text_is_refused(value: object) -> None:
    with pytest.raises(ValueError) as error:
        parse(value)
    assert str(error.value) == QUOTES


def test_the_forms_that_a_message_offers_are_dates() -> None:
    offered = FORMS.replace(" or ", ", ").split(", ")
    assert [form.strip('"') for form in offered] == [parse(form.strip('"')).edtf for form in offered]


def test_sorting_is_by_the_first_day_then_the_last_and_open_ends_are_outermost() -> None:
    ordered = ["../2009", "2008", "2009-01-01", "2009-01", "2009", "2009/2010", "2009/..", "2009-01-02"]
    assert ordered == sorted(set(ordered), key=lambda text: parse(text).sort_key)


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("2009-05-06", "2009-05-06", True),
        ("2009-05-06", "2009-05-07", False),
        ("2009-05-31", "2009-05", True),
        ("2009-06-01", "2009-05", False),
        ("2009", "2008/2009-01", True),
        ("2008/2010", "2009-05-06", True),
        ("2009-05-06/..", "2031", True),
        ("2009-05-06/..", "2009-05-05", False),
        ("../2009-05", "2009-05-31", True),
        ("../2009-05", "2009-06-01", False),
        ("../2009-05", "2009-05/..", True),
        ("[2009-05-16..2009-05-31]", "2009-05-01/2009-05-16", True),
        ("2009-05~", "2009-06", False),
    ],
)
def test_two_dates_meet_if_they_can_have_a_day_in_common(one: str, other: str, meet: bool) -> None:
    assert [meet, meet] == [parse(one).meets(parse(other)), parse(other).meets(parse(one))]


def test_only_a_plain_day_is_a_day() -> None:
    days = {text: parse(text).day for text in ("2009-04-29", "2009-04-29~", "2009-04-29/2009-04-29", "2009-04", "2009")}
    assert {"2009-04-29": date(2009, 4, 29)} == {text: day for text, day in days.items() if day}


@st.composite
def points(draw: st.DrawFn, qualifiers: str = "~?%") -> str:
    text: str = draw(st.dates(date(1000, 1, 1))).isoformat()
    precise = draw(st.sampled_from([4, 7, 10]))
    qualifier: str = draw(st.sampled_from(["", *qualifiers]))
    return text[:precise] + qualifier


def _in_order(pair: tuple[str, str]) -> bool:
    return parse(pair[0]).sort_key[0] <= parse(pair[1]).sort_key[1]


def _alike(pair: tuple[str, str]) -> bool:
    return len(pair[0]) == len(pair[1])


SPANS = st.tuples(points(), points()).filter(_in_order)
SETS = st.tuples(points(""), points("")).filter(_alike).filter(_in_order)  # edtf reads no set of mixed precision
VALID = (
    points()
    | SPANS.map("/".join)
    | points().map("{}/..".format)
    | points().map("../{}".format)
    | SETS.map(lambda pair: "[{}..{}]".format(*pair))
    | points("").map("[{}..]".format)
    | points("").map("[..{}]".format)
)


def _oracle(bound: time.struct_time | float) -> date | None:
    return None if isinstance(bound, float) else date(*bound[:3])


@settings(deadline=None)
@given(VALID)
def test_bounds_agree_with_the_package_edtf(text: str) -> None:
    found, other = parse(text), parse_edtf(text)
    assert (_oracle(other.lower_strict()), _oracle(other.upper_strict())) == (found.earliest, found.latest)


@settings(deadline=None)
@given(VALID)
def test_words_name_the_year_of_every_end(text: str) -> None:
    found = parse(text)
    years = {str(point.year) for point in (found.start, found.end) if point}
    assert years <= set(str(found).split())


@settings(deadline=None)
@given(st.text() | st.text(alphabet="0129-/.[]~?%T ") | st.from_regex(r"\[?\d{4}-\d\d-\d\d[/.]{1,2}\d{4}(-\d\d)?\]?"))
def test_any_text_is_a_date_or_refused(text: str) -> None:
    try:
        assert str(parse(text)).strip()
    except ValueError as error:
        assert ";" in str(error)


@given(st.dates())
def test_every_day_of_the_calendar_is_its_own_first_and_last(day: date) -> None:
    found = parse(day.isoformat())
    assert (day, day, day) == (found.earliest, found.latest, found.day)


@pytest.mark.parametrize(
    ("written", "known"), [("2009-05/2010", (2009, 5)), ("2009/..", (2009, None)), ("../2010-02", (2010, 2))]
)
def test_date_is_listed_under_its_start_or_else_its_end(written: str, known: tuple[int, int | None]) -> None:
    point = parse(written).known
    assert (point.year, point.month) == known
