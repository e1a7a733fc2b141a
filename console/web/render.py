"""Templates to HTML, in two languages. Everything is escaped; a name that a template misspells is an error."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final, Protocol
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime
from babel.numbers import format_decimal, format_percent
from google.protobuf.timestamp_pb2 import Timestamp
from google.type.date_pb2 import Date
from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PrefixLoader, StrictUndefined

from console.web.booth import words
from console.web.booth.names import Names
from console.web.messages import WEB, template_folders, translations


class Bilingual(Protocol):
    """A sentence in both languages: ledger.text.Text, or the same on the wire."""

    @property
    def id(self) -> str:
        """Indonesian."""

    @property
    def en(self) -> str:
        """English."""


class Renderer:
    """Holds one environment a language; built once."""

    def __init__(self, *, zone: ZoneInfo, asset: Callable[[str], str], web: Path = WEB) -> None:
        self._zone = zone
        self._environments = {language: self._environment(language, asset, web) for language in ("id", "en")}

    def render(self, language: str, template: str, values: Mapping[str, Any]) -> str:
        """The HTML. Raises jinja2 errors for templates that are wrong."""
        return self._environments[language].get_template(template).render(**values)

    def _environment(self, language: str, asset: Callable[[str], str], web: Path) -> Environment:
        folders = template_folders(web)
        faces = {name: FileSystemLoader(folder) for name, folder in folders.items() if name != "base"}
        environment = Environment(
            loader=ChoiceLoader([FileSystemLoader(folders["base"]), PrefixLoader(faces)]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
            extensions=["jinja2.ext.i18n"],
        )
        environment.policies["ext.i18n.trimmed"] = True
        environment.install_gettext_translations(translations(language, web), newstyle=True)  # type: ignore[attr-defined]  # added by the extension
        environment.filters |= _Filters(language, self._zone).by_name()
        environment.globals |= {"asset": asset, "names": Names(), "words": words}
        return environment


_INSTANT: Final = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z")
_PARTIAL: Final = {1: "yyyy", 2: "MMMM yyyy"}


class _Filters:
    """How people of one language write things."""

    def __init__(self, language: str, zone: ZoneInfo) -> None:
        self._language = language
        self._locale = "en_GB" if language == "en" else language
        self._zone = zone

    def by_name(self) -> Mapping[str, Callable[..., str]]:
        return {
            "say": self.say,
            "moment": self.moment,
            "instant": self.instant,
            "clock": self.clock,
            "day": self.day,
            "percent": self.percent,
            "number": self.number,
            "cap": self.cap,
        }

    def say(self, text: Bilingual) -> str:
        """The sentence in this language."""
        return text.id if self._language == "id" else text.en

    def moment(self, instant: datetime | Timestamp) -> str:
        """Date and time at the post, with the zone."""
        local = _aware(instant).astimezone(self._zone)
        return f"{format_datetime(local, 'd MMM yyyy, HH:mm', tzinfo=self._zone, locale=self._locale)} {local.tzname()}"

    def instant(self, text: str) -> str:
        """A text that is an instant in UTC (`2026-11-19T17:00:00Z`) as a moment at the post; any other as it is."""
        if not _INSTANT.fullmatch(text):
            return text
        return self.moment(datetime.fromisoformat(text))

    def clock(self, instant: datetime | Timestamp) -> str:
        """Hours and minutes at the post."""
        return str(format_datetime(_aware(instant), "HH:mm", tzinfo=self._zone, locale=self._locale))

    def day(self, value: date | Date) -> str:
        """A date, as much of it as is known."""
        parts = 1 + bool(value.month) + bool(value.month and value.day)
        if not value.year:
            return ""
        known = date(value.year, value.month or 1, value.day or 1)
        return str(format_date(known, _PARTIAL.get(parts, "d MMM yyyy"), locale=self._locale))

    def percent(self, share: float) -> str:
        """0.934 as 93 %."""
        return str(format_percent(share, "#,##0\u00a0%" if self._language == "id" else "#,##0%", locale=self._locale))

    def cap(self, text: str) -> str:
        """With a large first letter."""
        return text[:1].upper() + text[1:]

    def number(self, value: float) -> str:
        """With the separators of the language."""
        return str(format_decimal(value, locale=self._locale))


def _aware(instant: datetime | Timestamp) -> datetime:
    return instant.ToDatetime(tzinfo=UTC) if isinstance(instant, Timestamp) else instant
