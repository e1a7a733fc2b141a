"""Sentences of the search."""

from __future__ import annotations

from typing import Final

from ledger.text import Text

SAME_DOCUMENT: Final = Text(id="Nomor dokumen sama.", en="Same document number.")


def common_name_note(carriers_per_10_000: float) -> Text:
    """That the name is carried by many: it proves nothing by itself."""
    count = f"{carriers_per_10_000:.0f}"
    return Text(
        id=f"Nama ini disandang oleh kira-kira {count} dari 10.000 pelancong; nama saja tidak membuktikan apa-apa.",
        en=f"This name is carried by an estimated {count} travellers in 10,000; by itself it proves nothing.",
    )


def excluded_note(count: int) -> Text:
    """That somebody decided before that a hit is another person."""
    return Text(
        id=f"{count} hasil sebelumnya telah diputuskan sebagai orang lain untuk dokumen ini.",
        en=f"{count} of the hits were decided before to be another person than the holder of this document.",
    )
