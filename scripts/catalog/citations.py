"""Ready citations of a record or a claim, in the forms that readers, word processors and wikis take.

They name the version of the data instead of a day of access, which no page made beforehand can know.
"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from babel.dates import format_date

from catalog.link import Catalog, full_title
from catalog.parts import Claim
from catalog.records import Record
from catalog.sites import Site

BIBTEX = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",  # BibTeX counts \{ as a brace, so that a single one would never close
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{character: f"\\{character}" for character in "$&#_%"},
}
WIKI = re.compile(r"[&<>\[\]{}~_]|''|://")


@dataclass(frozen=True)
class Entry:
    """What all forms are made of."""

    key: str
    title: str
    claim: str | None
    work: str
    address: str
    changed: date | None
    version: str

    @property
    def name(self) -> str:
        """The title, with the claim if it is one, for forms that have one field for both."""
        return f"{self.title} [claim {self.claim}]" if self.claim else self.title


def entry(catalog: Catalog, site: Site, record: Record, claim: Claim | None = None) -> Entry:
    """Return what is to be cited: a record, or a claim on it."""
    return Entry(
        key=f"{record.id}:{claim.id}" if claim else record.id,
        title=full_title(record),
        claim=claim.id if claim else None,
        work=site.name,
        address=site.page(record, claim),
        changed=catalog.changed(record),
        version="unpublished draft" if site.draft else f"data version {catalog.version}",
    )


def forms(cited: Entry) -> list[tuple[str, str]]:
    """Return each form of a citation with its name."""
    return [(name, form(cited)) for name, form in FORMS.items()]


def chicago(cited: Entry) -> str:
    """Return a note as the Chicago Manual of Style (17th edition, 14.233) has it for a reference work online."""
    changed = cited.changed and f"last modified {_day(cited, 'MMMM d, y')}"
    claim = cited.claim and f"claim “{cited.claim},”"
    entry = f"s.v. “{_quoted(cited.title)},”"
    after = [piece for piece in (changed, cited.version, cited.address) if piece]
    return f"{cited.work}, {' '.join(piece for piece in (entry, claim) if piece)} {', '.join(after)}."


def apa(cited: Entry) -> str:
    """Return a reference as the APA (7th edition, 10.3) has it for an entry without an author in a reference work."""
    changed = _day(cited, "y, MMMM d") or "n.d."
    return f"{cited.name}. ({changed}). In {cited.work} ({cited.version}). {cited.address}"


def bibtex(cited: Entry) -> str:
    """Return an entry for BibTeX; braces within braces keep the capitals of names."""
    fields = {
        "title": f"{{{{{_bibtex(cited.name)}}}}}",
        "author": f"{{{{{_bibtex(cited.work)}}}}}",
        "year": _day(cited, "y"),
        "month": _day(cited, "MMM").lower(),  # a name that BibTeX knows
        "note": f"{{{_bibtex(cited.version[0].upper() + cited.version[1:])}}}",
        "url": f"{{{cited.address}}}",
    }
    lines = [f"  {name} = {value}" for name, value in fields.items() if value]
    return f"@misc{{{cited.key},\n" + ",\n".join(lines) + "\n}"


def ris(cited: Entry) -> str:
    """Return an entry in RIS: a tag and a value on each line, the date as year/month/day/."""
    fields = [
        ("TY", "ENCYC"),
        ("TI", cited.name),
        ("T2", cited.work),
        ("PY", _day(cited, "y")),
        ("DA", _day(cited, "y/MM/dd/")),
        ("ET", cited.version),
        ("UR", cited.address),
    ]
    return "".join(f"{tag}  - {' '.join(value.split())}\n" for tag, value in fields if value) + "ER  - "


def csl_json(cited: Entry) -> str:
    """Return an entry in the JSON of the Citation Style Language, which reference managers import."""
    changed = cited.changed
    item = {
        "id": cited.key,
        "type": "entry-encyclopedia",
        "title": cited.name,
        "container-title": cited.work,
        "issued": changed and {"date-parts": [[changed.year, changed.month, changed.day]]},
        "version": cited.version,
        "URL": cited.address,
    }
    lines = [f"  {json.dumps(name)}: {json.dumps(value, ensure_ascii=False)}" for name, value in item.items() if value]
    return "[{\n" + ",\n".join(lines) + "\n}]"


def wiki(cited: Entry) -> str:
    """Return the template `cite web` of Wikipedia and its like."""
    fields = {
        "title": _wiki(cited.title),
        "at": cited.claim and f"claim {cited.claim}",
        "website": _wiki(cited.work),
        "date": _day(cited, "d MMMM y"),
        "type": cited.version,
        "url": cited.address,
    }
    return "{{cite web" + "".join(f" |{name}={value}" for name, value in fields.items() if value) + "}}"


FORMS: dict[str, Callable[[Entry], str]] = {
    "Chicago": chicago,
    "APA": apa,
    "BibTeX": bibtex,
    "RIS": ris,
    "CSL-JSON": csl_json,
    "Wikipedia": wiki,
}


def _day(cited: Entry, pattern: str) -> str:
    """Return the day of the last change in a pattern of Unicode's (TR 35); nothing if there was none."""
    return format_date(cited.changed, pattern, locale="en") if cited.changed else ""


def _quoted(title: str) -> str:
    """Return a title as it stands within quotation marks: its own become single ones."""
    return title.replace("“", "‘").replace("”", "’")


def _bibtex(text: str) -> str:
    return "".join(BIBTEX.get(character, character) for character in text)


def _wiki(text: str) -> str:
    """Return text that shows as typed in the field of a wiki's template."""
    escaped = WIKI.sub(lambda match: "".join(f"&#{ord(character)};" for character in match[0]), text)
    return escaped.replace("|", "{{!}}")
