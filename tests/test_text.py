"""The markup of claims, and text that shows as typed wherever a page puts it."""

import html5lib
import pytest
from catalog.text import Emphasis, Mention, escape, parts, plain
from conftest import ROOT
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown import markdown

EXTENSIONS = ["attr_list", "def_list", "md_in_html", "pymdownx.snippets", "tables", "toc"]
PLACES = {
    "paragraph": "{}",
    "heading": "# {}",
    "item": '<ul markdown="block">\n<li markdown="block">\n\n{}\n\n</li>\n</ul>',
}
ELEMENTS = {"paragraph": {"p"}, "heading": {"h1"}, "item": {"ul", "li", "p"}}
HOSTILE = [
    "<script>alert(1)</script>",
    "{{ 7*7 }}",
    "{% raw %}",
    "[x](javascript:alert(1))",
    "![x](https://elsewhere.example/x.png)",
    "```",
    "*",
    "**bold** and __bold__",
    "1. x",
    "12) x",
    "- x",
    "+ x",
    "---",
    "===",
    ": x",
    "# x",
    "> x",
    "| a | b |",
    "{: #id }",
    "[[x]]",
    "[x]: https://elsewhere.example/",
    "[^1]",
    "&amp;",
    "&#42;",
    "--8<--",
    "!!! note",
    "<!-- hidden -->",
    "<https://elsewhere.example/>",
    "\\*",
    "a  \nb",
    "</li></ul>",
]
MARKUP = {
    "no markup": ("High water at noon.", ["High water at noon."]),
    "link": ("See [[tides]].", ["See ", Mention("tides", None), "."]),
    "link with words": ("[[tides|The tides]] rise.", [Mention("tides", "The tides"), " rise."]),
    "links side by side": ("[[a]][[b|c]]", [Mention("a", None), Mention("b", "c")]),
    "emphasis": ("It is *very* high.", ["It is ", Emphasis("very"), " high."]),
    "emphasis of one letter": ("*a*", [Emphasis("a")]),
    "empty text": ("", []),
    "link without id": ("[[]]", [Mention("", None)]),
}
AS_TYPED = ["[[tides", "tides]]", "[tides]", "[[tides|]]", "[[a|b", "*high", "high*", "2 * 3 * 4", "**", "* a *", "a*"]

PRINTABLE = st.characters(exclude_categories=["Cc", "Cs"])
SPECIAL = st.text(alphabet="ab1 -+:.)(*_`<>&[]{}#!|~^=@$\\/\"'%?")
FOLDED = (st.text(PRINTABLE) | SPECIAL).map(lambda text: " ".join(text.split())).filter(bool)


@pytest.mark.parametrize(("text", "pieces"), MARKUP.values(), ids=MARKUP)
def test_claim_is_split_at_its_markup(text: str, pieces: list[str | Mention | Emphasis]) -> None:
    assert pieces == parts(text)


@pytest.mark.parametrize("text", AS_TYPED)
def test_markup_that_is_not_closed_stays_as_typed(text: str) -> None:
    assert [text] == parts(text)


def test_plain_text_has_titles_for_links_without_words() -> None:
    text = "The *spring* [[tides]] of [[isle|the island]]: 2 * 3."
    titles = {"tides": "Tides of the sea", "isle": "Isle"}
    assert plain(text, titles) == "The spring Tides of the sea of the island: 2 * 3."


@given(st.text())
def test_text_without_markup_is_plain_already(text: str) -> None:
    bare = text.replace("*", "").replace("[", "")
    assert bare == plain(bare, {})


def test_the_extensions_tried_here_are_those_of_the_site() -> None:
    settings = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    listed = settings.partition("\nmarkdown_extensions:\n")[2].partition("\n\n")[0]
    assert [line.strip(" -").partition(":")[0] for line in listed.splitlines()] == EXTENSIONS


def _rendered(text: str, place: str) -> tuple[str, set[str]]:
    tree = html5lib.parse(markdown(PLACES[place].format(text), extensions=EXTENSIONS), namespaceHTMLElements=False)
    body = tree.find("body")
    assert body is not None
    return " ".join("".join(body.itertext()).split()), {element.tag for element in body.iter()} - {"body"}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_text_shows_as_typed(text: str, place: str) -> None:
    shown, elements = _rendered(escape(text), place)
    assert " ".join(text.split()) == shown
    assert ELEMENTS[place] == elements


@pytest.mark.parametrize("place", PLACES)
@settings(deadline=None)
@given(text=FOLDED)
@example(text="1.) - : a")
def test_any_text_shows_as_typed(place: str, text: str) -> None:
    shown, elements = _rendered(escape(text), place)
    assert text == shown
    assert ELEMENTS[place] == elements


@given(st.text())
def test_escaped_text_ends_no_quoted_string_and_no_line(text: str) -> None:
    """Front matter holds it between double quotes."""
    assert not set('"\\\n\r') & set(escape(text))
