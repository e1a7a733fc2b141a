"""All patterns that there are."""

from __future__ import annotations

from typing import Final

from verifier.patterns.consecutive_documents import CONSECUTIVE_DOCUMENTS
from verifier.patterns.contact_burst import CONTACT_BURST
from verifier.patterns.different_minors import DIFFERENT_MINORS
from verifier.patterns.other_passport import OTHER_PASSPORT
from verifier.patterns.pattern import Pattern
from verifier.patterns.postponed_elsewhere import POSTPONED_ELSEWHERE
from verifier.patterns.same_agency import SAME_AGENCY
from verifier.patterns.same_contact import SAME_CONTACT
from verifier.patterns.same_payer import SAME_PAYER

PATTERNS: Final[tuple[Pattern, ...]] = (
    SAME_PAYER,
    SAME_CONTACT,
    SAME_AGENCY,
    DIFFERENT_MINORS,
    OTHER_PASSPORT,
    CONSECUTIVE_DOCUMENTS,
    POSTPONED_ELSEWHERE,
    CONTACT_BURST,
)
