"""What a page tells machines in its head: JSON-LD in the words of schema.org, and no more than the data carries."""

import json
import re
from typing import Any

from catalog import text
from catalog.dates import Date
from catalog.link import Catalog, full_title, when
from catalog.parts import Claim, Name, Participation
from catalog.records import Actor, Change, Dated, Document, Event, Meeting, Place, Record, Source, Topic
from catalog.sites import Site

Thing = dict[str, Any]
TYPES = {
    "actor": "Organization",
    "event": "Event",
    "meeting": "Event",
    "topic": "DefinedTerm",
    "document": "CreativeWork",
    "place": "Place",
    "source": "CreativeWork",
    "change": "CreativeWork",
}
SORTS = {
    "person": "Person",
    "news-organisation": "NewsMediaOrganization",
    "state": "Country",
    "territory": "Place",
    "treaty": "Legislation",
    "press": "NewsArticle",
    "scholarship": "ScholarlyArticle",
    "report": "Report",
}
STATUS = {
    "scheduled": "EventScheduled",
    "held": "EventScheduled",  # schema.org: "is taking place or has taken place"
    "occurred": "EventScheduled",
    "cancelled": "EventCancelled",
    "postponed": "EventPostponed",
}


class LinkedData:
    """Says in schema.org's words what the pages of one catalog are about."""

    def __init__(self, catalog: Catalog, site: Site) -> None:
        """Take the catalog, and the site on which its pages stand."""
        self.catalog, self.site = catalog, site

    def record(self, record: Record) -> str:
        """Return the JSON-LD of a record's page: the page, the thing that it is about, and the claims on it."""
        return _script(
            {
                "@type": "WebPage",
                "@id": self.site.page(record),
                "name": full_title(record),
                "isPartOf": self._site(),
                "dateModified": self.catalog.changed(record),
                "license": self.site.licence,
                "mainEntity": self._thing(record),
                "hasPart": [self._claim(record, claim) for claim in record.own_claims],
            }
        )

    def dataset(self, summary: str) -> str:
        """Return the JSON-LD of the page from which the data can be taken away."""
        whole = {"@type": "DataDownload", "encodingFormat": "application/json"}
        return _script(
            {
                "@type": "Dataset",
                "@id": self.site.below("/data/"),
                "name": self.site.name,
                "description": summary,
                "isPartOf": self._site(),
                "creator": {"@type": "Organization", "name": self.site.name},
                "license": self.site.licence,
                "version": self.catalog.version,
                "distribution": [{**whole, "contentUrl": self.site.below("/data/catalog.json")}],
            }
        )

    def _site(self) -> Thing:
        return {"@type": "WebSite", "@id": self.site.below("/"), "name": self.site.name}

    def _claim(self, record: Record, claim: Claim) -> Thing:
        address = self.site.page(record, claim)
        sources = dict.fromkeys(str(citation.source) for citation in claim.sources)
        return {
            "@type": "Claim",
            "@id": address,
            "text": text.plain(claim.text, self.catalog.titles),
            "author": self._name(claim.by) if claim.by else None,
            "appearance": address,
            "citation": [self._address(id) for id in sources],
        }

    def _address(self, id: str) -> str:
        source = self.catalog.records[id]
        return (isinstance(source, Source) and source.address) or self.site.page(source)

    def _name(self, id: str) -> Thing:
        record = self.catalog.records[id]
        return {"@type": self._type(record), "@id": f"{self.site.page(record)}#_page", "name": record.title}

    def _names(self, ids: list[Any]) -> list[Thing]:
        return [self._name(id) for id in dict.fromkeys(ids)]

    def _type(self, record: Record) -> str | list[str]:
        sort = None if isinstance(record, Dated) else getattr(record, "origin", getattr(record, "classification", None))
        found = SORTS.get(sort or "", TYPES[record.kind])
        return [found, "EventSeries"] if self.catalog.references(record, "Meetings") else found

    def _thing(self, record: Record) -> Thing:
        return {
            **self._name(record.id),
            "description": getattr(record, "summary", None),
            "sameAs": record.same_as,
            **self._details(record),
        }

    def _details(self, record: Record) -> Thing:
        match record:
            case Dated():
                return self._event(record)
            case Actor():
                return _actor(record, self._type(record))
            case Topic():
                return {"inDefinedTermSet": self.site.below(f"/{record.plural}/")}
            case Document():
                return self._document(record)
            case Source():
                return _source(record)
            case Place():
                return _place(record)
        return {"datePublished": _bounds(when(record))[0]} if isinstance(record, Change) else {}

    def _event(self, record: Dated) -> Thing:
        first, last = _bounds(record.date)
        status = STATUS.get(record.status) if isinstance(record, (Event, Meeting)) else None
        venue = [{"@type": "Place", "name": record.venue}] if record.venue else []
        body = self._name(record.body) if isinstance(record, Meeting) and record.body else None
        return {
            "eventStatus": status and f"https://schema.org/{status}",
            "startDate": first,
            "endDate": last,
            "location": venue + self._names(record.places),
            "about": self._names([*_actors(record, Event), *record.topics]),
            "attendee": self._names(_actors(record, Meeting)),
            "organizer": body,
            "superEvent": body,
        }

    def _document(self, record: Document) -> Thing:
        return {
            "alternateName": _other_names(record.names),
            "dateCreated": _bounds(when(record))[0],
            "url": record.address,
            "about": self._names(record.topics),
        }


def _actors(record: Dated, kind: type[Dated]) -> list[str]:
    """Return who had a part in a record of this kind: at an event it is about them, at a meeting they sit."""
    parts: list[Participation] = getattr(record, "actors", []) + getattr(record, "participants", [])
    return [part.actor for part in parts] if isinstance(record, kind) else []


def _actor(record: Actor, types: str | list[str]) -> Thing:
    first, last = _bounds(record.date) if "Organization" in types else (None, None)
    return {"alternateName": _other_names(record.names), "foundingDate": first, "dissolutionDate": last}


def _source(record: Source) -> Thing:
    agency = record.agency and {"@type": "Organization", "name": record.agency.name}
    return {
        "url": record.address,
        "archivedAt": record.archived,
        "inLanguage": record.language,
        "datePublished": _bounds(record.published)[0],
        "author": record.author,  # in words: the data does not say whether it is a person, or how many they are
        "publisher": {"@type": "Organization", "name": record.publisher.name},
        "sourceOrganization": agency,
    }


def _place(record: Place) -> Thing:
    known = record.latitude is not None and record.longitude is not None
    geo = {"@type": "GeoCoordinates", "latitude": record.latitude, "longitude": record.longitude}
    country = {"@type": "Country", "name": record.country}
    return {"geo": geo if known else None, "containedInPlace": country if record.country else None}


def _other_names(names: list[Name]) -> list[str]:
    return [name.name for name in names]


def _bounds(date: Date | None) -> tuple[str | None, str | None]:
    """Return the start and the end of a date where each is known without a doubt, as ISO 8601 has them."""
    if date is None or date.once:
        return None, None
    first, _, last = date.edtf.partition("/")
    return _known(first), _known(last)


def _known(point: str) -> str | None:
    return point if re.fullmatch(r"\d{4}(-\d\d){0,2}", point) else None


def _script(thing: Thing) -> str:
    """Return JSON that may stand in a script element and in a quoted string of front matter: without < and '."""
    whole = json.dumps({"@context": "https://schema.org", **_kept(thing)}, ensure_ascii=False, default=str)
    return whole.replace("<", r"\u003c").replace("'", r"\u0027")


def _kept(value: Any) -> Any:
    """Leave out what is not known."""
    if isinstance(value, list):
        return [_kept(item) for item in value]
    if isinstance(value, dict):
        return {key: _kept(inner) for key, inner in value.items() if inner not in (None, [], "")}
    return value
