"""A report as PDF, set by Typst: fonts come with the wheel, nothing of the system's is used."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from typing import Any, Final

from simulator.report.blocks import Report
from simulator.report.html import TEMPLATES
from simulator.report.plain import plain_report
from simulator.report.voice import Voice

STANDARD: Final = "ua-1"  # tagged and titled, plots with words: a screen reader can read it


def to_pdf(report: Report, voice: Voice, day: date) -> bytes:
    """PDF/UA-1; the same report on the same day gives the same bytes."""
    made_at = datetime(day.year, day.month, day.day, tzinfo=UTC)
    (document,) = _set(report, voice, {"format": "pdf", "pdf_standards": STANDARD, "timestamp": made_at})
    return document


def to_png(report: Report, voice: Voice, pixels_per_inch: float = 110.0) -> list[bytes]:
    """The same pages as images, for looking at them."""
    return _set(report, voice, {"format": "png", "ppi": pixels_per_inch})


def _set(report: Report, voice: Voice, options: dict[str, Any]) -> list[bytes]:
    import typst  # noqa: PLC0415 - a large library that only reports need

    content = json.dumps(plain_report(report, voice), ensure_ascii=False)
    made = typst.compile(
        (TEMPLATES / "report.typ").read_bytes(),
        ignore_system_fonts=True,  # or the same report would look different elsewhere
        sys_inputs={"report": content},
        **options,
    )
    return list(made) if isinstance(made, list) else [made]
