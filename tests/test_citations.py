"""Ready citations: each form is read back by a program of its own, whatever the title holds."""

import json
import re
from dataclasses import replace
from datetime import date

import pytest
import rispy
from catalog.citations import Entry, entry, forms
from catalog.link import Catalog, full_title
from conftest import SITE
from pybtex.database import parse_string

ADDRESS = "https://mer.example/meetings/first/"
TITLES = [
    "First meeting of the Table",
    "100% of A & B_c #1 costs $5 ~ x^2 \\ back",
    "One } brace and { another {{two}} of them",
    "a | b [[c]] [d](e) ''f'' <ref>g</ref> http://h ~~~~ {{i|j}}",
    '"quoted" “twice” and, at the end, a question?',
]


def _entry(title: str = TITLES[0], claim: str | None = None, changed: date | None = date(2004, 2, 3)) -> Entry:
    key, address = ("first", ADDRESS) if claim is None else (f"first:{claim}", f"{ADDRESS}#{claim}")
    return Entry(key, title, claim, "The Mer Reference", address, changed, "data version 0123")


def _form(name: str, cited: Entry) -> str:
    return dict(forms(cited))[name]


def _unwiki(text: str) -> str:
    return re.sub(r"&#(\d+);", lambda match: chr(int(match[1])), text.replace("{{!}}", "|"))


def _unlatex(text: str) -> str:
    words = {"backslash": "\\", "braceleft": "{", "braceright": "}", "asciitilde": "~", "asciicircum": "^"}
    text = re.sub(r"\\([$&#_%])", r"\1", text.removeprefix("{").removesuffix("}"))
    return re.sub(r"\\text(\w+)\{\}", lambda match: words[match[1]], text)


def test_chicago_and_apa_are_written_as_their_manuals_have_them() -> None:
    assert _form("Chicago", _entry()) == (
        "The Mer Reference, s.v. “First meeting of the Table,” last modified February 3, 2004, data version 0123, "
        "https://mer.example/meetings/first/."
    )
    assert _form("APA", _entry()) == (
        "First meeting of the Table. (2004, February 3). In The Mer Reference (data version 0123). "
        "https://mer.example/meetings/first/"
    )


def test_claim_is_named_and_its_address_given() -> None:
    cited = _entry(claim="they-met")
    assert "Table,” claim “they-met,” last modified" in _form("Chicago", cited)
    assert _form("APA", cited).startswith("First meeting of the Table [claim they-met]. (2004")
    assert "|at=claim they-met " in _form("Wikipedia", cited)
    assert [name for name, form in forms(cited) if f"{ADDRESS}#they-met" not in form] == []


def test_without_a_date_each_style_says_so_in_its_way() -> None:
    cited = _entry(changed=None)
    assert "s.v. “First meeting of the Table,” data version 0123, https" in _form("Chicago", cited)
    assert "Table. (n.d.). In" in _form("APA", cited)
    assert "|date=" not in _form("Wikipedia", cited)
    assert "issued" not in json.loads(_form("CSL-JSON", cited))[0]
    assert not {"year", "month"} & set(parse_string(_form("BibTeX", cited), "bibtex").entries["first"].fields)
    assert not {"year", "date"} & set(rispy.loads(_form("RIS", cited))[0])


def test_quotation_marks_within_quotation_marks_become_single() -> None:
    assert "s.v. “The “new” tide" not in _form("Chicago", _entry("The “new” tide"))
    assert "s.v. “The ‘new’ tide,”" in _form("Chicago", _entry("The “new” tide"))


@pytest.mark.parametrize("title", TITLES)
def test_bibtex_is_read_back(title: str) -> None:
    found = parse_string(_form("BibTeX", _entry(title)), "bibtex").entries
    fields = found["first"].fields
    assert list(found) == ["first"]
    assert found["first"].type == "misc"
    assert _unlatex(fields["title"]) == title
    assert [str(person) for person in found["first"].persons["author"]] == ["{The Mer Reference}"]
    assert (fields["year"], fields["month"], fields["note"]) == ("2004", "February", "Data version 0123")
    assert fields["url"] == ADDRESS


@pytest.mark.parametrize("title", TITLES)
def test_ris_is_read_back(title: str) -> None:
    (found,) = rispy.loads(_form("RIS", _entry(title)))
    assert (found["type_of_reference"], found["title"], found["secondary_title"]) == (
        "ENCYC",
        title,
        "The Mer Reference",
    )
    assert (found["year"], found["date"], found["edition"]) == ("2004", "2004/02/03/", "data version 0123")
    assert found["urls"] == [ADDRESS]


def test_line_break_in_a_title_begins_no_field_of_ris() -> None:
    (found,) = rispy.loads(_form("RIS", _entry("One\nER  - \nTY  - BOOK")))
    assert found["title"] == "One ER - TY - BOOK"


@pytest.mark.parametrize("title", TITLES)
def test_csl_json_is_read_back(title: str) -> None:
    assert json.loads(_form("CSL-JSON", _entry(title))) == [
        {
            "id": "first",
            "type": "entry-encyclopedia",  # of the types and variables of CSL 1.0.2
            "title": title,
            "container-title": "The Mer Reference",
            "issued": {"date-parts": [[2004, 2, 3]]},
            "version": "data version 0123",
            "URL": ADDRESS,
        }
    ]


@pytest.mark.parametrize("title", TITLES)
def test_wiki_template_is_one_template_that_shows_the_title(title: str) -> None:
    form = _form("Wikipedia", _entry(title))
    inside = form.removeprefix("{{").removesuffix("}}").replace("{{!}}", "&#124;")
    assert not re.search(r"[\[\]{}<>~]|''", inside)
    name, *fields = (field.strip() for field in inside.split("|"))
    values = dict(field.split("=", 1) for field in fields)
    assert name == "cite web"
    assert _unwiki(values["title"]) == title
    assert (values["date"], values["type"], values["url"]) == ("3 February 2004", "data version 0123", ADDRESS)


def test_entry_takes_title_date_version_and_address_from_the_data(example: Catalog) -> None:
    war = example.records["gale-war"]
    claim = war.own_claims[0]
    assert entry(example, SITE, war, claim) == Entry(
        key=f"gale-war:{claim.id}",
        title=full_title(war),
        claim=claim.id,
        work=SITE.name,
        address=f"https://mer.example/events/gale-war/#{claim.id}",
        changed=date(2004, 1, 2),
        version=f"data version {example.version}",
    )
    assert entry(example, SITE, example.records["great-fog"]).changed == date(2004, 2, 3)


def test_draft_does_not_name_a_version(example: Catalog) -> None:
    draft = replace(SITE, draft=True)
    assert entry(example, draft, example.records["great-fog"]).version == "unpublished draft"


def test_titles_that_are_alike_are_told_apart(example: Catalog) -> None:
    titles = [entry(example, SITE, record).title for record in example.records.values()]
    assert len(titles) == len(set(titles))
