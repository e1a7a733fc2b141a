"""A whole pack on paper as plain values, the one thing that its template reads; and as PDF, set by Typst."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final

from ledger.text import Text
from simulator.report import pack_words as words
from simulator.report.html import TEMPLATES
from simulator.report.pack_case import PackCase
from simulator.report.pack_class import class_part, picture_name
from simulator.report.pack_key import key_part
from simulator.report.pack_order import PackPart
from simulator.report.pdf import STANDARD
from simulator.report.voice import Voice

Plain = dict[str, Any]
_TEMPLATE: Final = "pack.typ"


def plain_pack(title: Text, cases: Sequence[PackCase], voice: Voice, part: PackPart) -> Plain:
    """Texts become lists of one or two strings (see Voice). The trainees' part of `CLASS` holds no answer."""
    for_class = part in {PackPart.CLASS, PackPart.ALL}
    for_trainer = part in {PackPart.KEY, PackPart.ALL}
    return {
        "languages": voice.languages,
        "kind": voice.said(words.TITLE),
        "title": voice.said(title),
        "for_class": voice.said(words.FOR_CLASS),
        "for_trainer": voice.said(words.FOR_TRAINER),
        "how_class": [voice.said(each) for each in words.HOW_CLASS] if for_class else [],
        "how_trainer": [voice.said(each) for each in words.HOW_TRAINER] if for_trainer else [],
        "labels": {key: voice.said(text) for key, text in words.LABELS.items()},
        "footer": voice.said(words.FOOTER),
        "cases": [class_part(each, voice) for each in cases] if for_class else [],
        "keys": [key_part(each, voice) for each in cases] if for_trainer else [],
    }


def pack_pdf(title: Text, cases: Sequence[PackCase], voice: Voice, part: PackPart, day: date) -> bytes:
    """PDF/UA-1 in A4; the same cases on the same day give the same bytes."""
    import typst  # noqa: PLC0415 - a large library that only reports need

    made_at = datetime(day.year, day.month, day.day, tzinfo=UTC)
    with tempfile.TemporaryDirectory(prefix="lintas-pack-") as name:
        folder = Path(name)
        (folder / _TEMPLATE).write_bytes((TEMPLATES / _TEMPLATE).read_bytes())
        (folder / "pack.json").write_text(
            json.dumps(plain_pack(title, cases, voice, part), ensure_ascii=False), encoding="utf-8"
        )
        if part is not PackPart.KEY:
            for case in cases:
                for picture in case.pictures:
                    (folder / picture_name(case, picture)).write_bytes(picture.jpeg)
        return typst.compile(
            folder / _TEMPLATE,
            root=folder,
            ignore_system_fonts=True,  # or the same pack would look different elsewhere
            format="pdf",
            pdf_standards=STANDARD,
            timestamp=made_at,
        )
