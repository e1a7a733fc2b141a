"""Document and identity numbers: equal or not, once the ways of writing them are taken away."""

from __future__ import annotations

from watchlist.entry import DocumentKey
from watchlist.issuers import same_state


def bare(number: str) -> str:
    """Letters and digits only, upper case."""
    upper = number.upper()
    if upper.isalnum():  # nearly always; lists of millions feel it
        return upper
    return "".join(character for character in upper if character.isalnum())


def same_document(seen: DocumentKey, listed: DocumentKey) -> bool:
    """Same number, and no contradiction in the issuer: lists often leave it out."""
    if not bare(seen.number) or bare(seen.number) != bare(listed.number):
        return False
    return not seen.issuer or not listed.issuer or same_state(seen.issuer, listed.issuer)
