"""Coded words of protection on the command line: taken in lower case, shown in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import typer
from google.protobuf.timestamp_pb2 import Timestamp

from ledger.text import Text

SHOWN: Final[Mapping[str, Text]] = {
    "TRAFFICKING_STATUS_POSSIBLE": Text(id="mungkin korban", en="possible victim"),
    "TRAFFICKING_STATUS_ACTUAL": Text(id="korban", en="victim"),
    "TRAFFICKING_STATUS_NOT": Text(id="bukan korban", en="not a victim"),
    "REFERRAL_STATE_SENT": Text(id="terkirim, menunggu tanda terima", en="sent, no receipt yet"),
    "REFERRAL_STATE_ACKNOWLEDGED": Text(id="sudah diterima", en="received"),
    "REFERRAL_STATE_DECLINED": Text(id="tidak dapat diterima", en="declined"),
    "OUTCOME_STAGE_SECONDARY": Text(id="pemeriksaan lanjutan", en="secondary"),
    "OUTCOME_STAGE_LATER": Text(id="belakangan", en="later"),
    "TIP_STATE_NEW": Text(id="baru", en="new"),
    "TIP_STATE_ACTED_ON": Text(id="ditindaklanjuti", en="acted on"),
    "TIP_STATE_PASSED_ON": Text(id="diteruskan", en="passed on"),
    "TIP_STATE_PROPOSED": Text(id="menjadi usulan", en="became a proposal"),
    "TIP_STATE_NO_ACTION": Text(id="tanpa tindakan", en="no action"),
    "TIP_STATE_DUPLICATE": Text(id="sudah ada", en="duplicate"),
    "ANSWER_YES": Text(id="ya", en="yes"),
    "ANSWER_NO": Text(id="tidak", en="no"),
    "ANSWER_UNKNOWN": Text(id="tidak diketahui", en="not known"),
}


def words_of(wrapper: Any) -> dict[str, str]:
    """Word in lower case → name on the wire, the unspecified one left out."""
    names = [str(name) for name in wrapper.keys()]  # noqa: SIM118 - no mapping, whatever it looks like
    prefix = names[0].removesuffix("UNSPECIFIED")
    return {name.removeprefix(prefix).lower().replace("_", "-"): name for name in names[1:]}


def chosen(wrapper: Any, word: str, option: str) -> str:
    """The name on the wire; '' stays ''. Refuses other words, naming those that there are."""
    if not word:
        return ""
    known = words_of(wrapper)
    name = known.get(word.lower().replace("_", "-"))
    if name is None:
        raise typer.BadParameter(f"one of {', '.join(known)}", param_hint=option)
    return name


def chosen_all(wrapper: Any, words: Iterable[str] | None, option: str) -> list[str]:
    """Several; commas part them, too."""
    given = [part.strip() for word in words or () for part in word.split(",") if part.strip()]
    return [chosen(wrapper, word, option) for word in given]


def named(name: str, collection: str) -> str:
    """The full resource name; an id alone will do."""
    return name if not name or "/" in name else f"{collection}/{name}"


def instant(text: str, option: str) -> Timestamp | None:
    """A date (midnight UTC), a time with its zone, or '30d' before now; None for nothing."""
    if not text:
        return None
    stamp = Timestamp()
    try:
        if text.endswith("d") and text[:-1].isdecimal():
            moment = datetime.now(UTC) - timedelta(days=int(text[:-1]))
        else:
            moment = datetime.fromisoformat(text)
            moment = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
        stamp.FromDatetime(moment.astimezone(UTC))
    except (ValueError, OverflowError):
        raise typer.BadParameter("a date such as 2026-11-24, a time, or 30d", param_hint=option) from None
    return stamp
