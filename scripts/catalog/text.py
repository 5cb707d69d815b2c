"""Text from the data: the little markup that a claim may use, and the one place where text is escaped."""

import re
from typing import NamedTuple

MARKUP = re.compile(
    r"\[\[(?P<id>[^\[\]|]*)(?:\|(?P<words>[^\[\]]+))?\]\]"  # [[id]] or [[id|words]]: a link to a record
    r"|\*(?P<emphasis>[^*\s](?:[^*]*[^*\s])?)\*"  # *words*: emphasis
)
SPECIAL = re.compile(r"[&<>\"`\\*_\[\]{}|~^=#!@$]|^[-+:]|^\d(?=\d*[.)]\s)")


class Mention(NamedTuple):
    """A link to a record inside a text; without words of its own it shows the record's title."""

    id: str
    words: str | None


class Emphasis(NamedTuple):
    """Words to be stressed."""

    words: str


def parts(text: str) -> list[str | Mention | Emphasis]:
    """Split a claim's text into plain pieces, mentions and emphasis, in order."""
    found: list[str | Mention | Emphasis] = []
    end = 0
    for match in MARKUP.finditer(text):
        found.append(text[end : match.start()])
        emphasis = match["emphasis"]
        found.append(Emphasis(emphasis) if emphasis else Mention(match["id"], match["words"]))
        end = match.end()
    return [part for part in (*found, text[end:]) if part]


def slug(text: str) -> str:
    """Return text as part of an address: small letters, digits and hyphens; ¶ becomes p."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower().replace("¶", "p")).strip("-")


def plain(text: str, titles: dict[str, str]) -> str:
    """Return a claim's text without markup, a mention without words as its record's title."""
    return "".join(_plain(part, titles) for part in parts(text))


def _plain(part: str | Mention | Emphasis, titles: dict[str, str]) -> str:
    if isinstance(part, Mention):
        return part.words or titles[part.id]
    return part.words if isinstance(part, Emphasis) else part


def escape(text: str) -> str:
    """Return text that shows as typed in Markdown, in HTML and in a quoted string of front matter.

    Each character that one of the three could take for markup becomes a numeric character reference
    (CommonMark 6.2), which none of them does.
    """
    return SPECIAL.sub(lambda match: f"&#{ord(match[0])};", re.sub(r"\s+", " ", text))
