"""Sentences of the search."""

from __future__ import annotations

from typing import Final

from ledger.text import Text

SAME_DOCUMENT: Final = Text(id="Nomor dokumen sama.", en="Same document number.")
