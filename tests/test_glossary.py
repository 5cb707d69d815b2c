"""Abbreviations: which names are some, what they are short for, and where a page explains them."""

import pytest
from catalog.glossary import abbreviations, explained
from catalog.link import Catalog
from catalog.phrases import Phrases
from catalog.records import Actor
from catalog.years import Years


def actor(id: str, title: str, *names: str) -> Actor:
    values = {
        "title": title,
        "classification": "forum",
        "summary": "A body.",
        "sources": [{"source": "paper"}],
        "names": [{"name": name, "language": "en"} for name in names],
    }
    return Actor.model_validate(values).at(id, {})


@pytest.mark.parametrize(
    ("title", "names", "letters", "full"),
    [
        ("Council of the Tides", ["CT"], "CT", "Council of the Tides"),
        ("Tides", ["CT", "Council of the Tides", "TC"], "CT", "Council of the Tides"),
        ("LOT", ["League of the Tides"], "LOT", None),
        ("LT", ["League of the Tides"], "LT", "League of the Tides"),
        ("Tidal Force", ["TIFOR"], "TIFOR", "Tidal Force"),
        ("New Council", ["NC", "OLD"], "OLD", None),
    ],
)
def test_abbreviation_is_short_for_the_name_whose_capitals_spell_it(
    title: str, names: list[str], letters: str, full: str | None
) -> None:
    found = {entry.letters: entry.full for entry in abbreviations(Catalog([actor("body", title, *names)]))}
    assert found[letters] == full


@pytest.mark.parametrize("name", ["Table", "T", "TABLETOP", "T-2", "ТБ"])
def test_other_names_are_no_abbreviations(name: str) -> None:
    assert abbreviations(Catalog([actor("body", "The Body", name)])) == []


def test_abbreviation_of_two_things_is_not_explained() -> None:
    records = [
        actor("one", "Council of Tides", "CT"),
        actor("two", "Court of Terns", "CT"),
        actor("x", "Big Sea", "BS"),
    ]
    assert explained(Catalog(records)) == {"BS": "Big Sea"}


def test_page_explains_an_abbreviation_where_it_comes_first() -> None:
    say = Phrases(Catalog([]), Years(Catalog([])), {"CT": "Council of Tides"})
    assert say.running("The CT met; the CT left.") == ('The <abbr title="Council of Tides">CT</abbr> met; the CT left.')
    assert say.running("CT again") == "CT again"


def test_only_whole_words_are_explained() -> None:
    say = Phrases(Catalog([]), Years(Catalog([])), {"CT": "Council of Tides"})
    assert say.running("ACT, CTs, act, CT’s") == 'ACT, CTs, act, <abbr title="Council of Tides">CT</abbr>’s'


def test_explanation_is_escaped() -> None:
    say = Phrases(Catalog([]), Years(Catalog([])), {"CT": 'A"<b>'})
    assert say.running("<CT>") == '&#60;<abbr title="A&#34;&#60;b&#62;">CT</abbr>&#62;'
