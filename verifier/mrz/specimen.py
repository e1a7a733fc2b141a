"""Documents that prove nothing about anybody."""

from __future__ import annotations

from verifier.mrz.record import MrzRecord
from watchlist.issuers import is_specimen_code


def is_specimen(record: MrzRecord) -> bool:
    """Issuer or nationality of the document is Utopia's or a training state's."""
    return is_specimen_code(record.value("issuing_state")) or is_specimen_code(record.value("nationality"))
