"""Evidence that no labelled pairs hold, with weights set by hand: sex, place of birth, document and identity numbers.

Each is a logarithm of a likelihood ratio: how much likelier the agreement is for the same person than for another.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ledger.text import Text
from watchlist.compare.document import bare, same_document
from watchlist.compare.word import similarity
from watchlist.entry import Entry, Evidence, Sex, Subject
from watchlist.names.fold import words

NUMBERS: Final = frozenset({"document", "identity_number"})
_SAME_SEX: Final = 0.6  # half of all others have it, too
_OTHER_SEX: Final = -4.0  # lists err, documents change; both are rare
_SAME_PLACE: Final = 2.5
_OTHER_PLACE: Final = -0.7  # places are written in many ways
_SAME_NUMBER: Final = 14.0


def evidence(subject: Subject, entry: Entry) -> tuple[Evidence, ...]:
    """Evidence for every feature that both sides know; missing data says nothing and leaves nothing."""
    found = (_sex(subject, entry), _place(subject, entry), _document(subject, entry), _identity(subject, entry))
    return tuple(each for each in found if each is not None)


def _sex(subject: Subject, entry: Entry) -> Evidence | None:
    seen, listed = subject.sex, entry.sex
    if seen is None or listed is None or Sex.UNSPECIFIED in {seen, listed}:
        return None
    if seen is listed:
        return Evidence("sex", seen.value, listed.value, _SAME_SEX, Text(id="Jenis kelamin sama.", en="Same sex."))
    other = Text(id="Jenis kelamin berbeda.", en="Other sex.")
    return Evidence("sex", seen.value, listed.value, _OTHER_SEX, other)


def _place(subject: Subject, entry: Entry) -> Evidence | None:
    seen = words(subject.birth_place)
    if not seen or not entry.birth_places:
        return None
    listed = next((place for place in entry.birth_places if _share_a_word(seen, words(place))), "")
    if listed:
        text = Text(id="Tempat lahir cocok.", en="The places of birth fit.")
        return Evidence("birth_place", subject.birth_place, listed, _SAME_PLACE, text)
    text = Text(id="Tempat lahir berbeda.", en="Other place of birth.")
    return Evidence("birth_place", subject.birth_place, entry.birth_places[0], _OTHER_PLACE, text)


def _share_a_word(seen: Iterable[str], listed: Iterable[str]) -> bool:
    others = [word for word in listed if len(word) > 2]
    return any(similarity(word, other) >= 0.85 for word in seen if len(word) > 2 for other in others)


def _document(subject: Subject, entry: Entry) -> Evidence | None:
    for key in subject.documents:
        for listed in entry.documents:
            if same_document(key, listed):
                text = Text(id="Nomor dokumen sama.", en="Same document number.")
                return Evidence("document", key.number, listed.number, _SAME_NUMBER, text)
    return None


def _identity(subject: Subject, entry: Entry) -> Evidence | None:
    numbers = {bare(number) for number in subject.identity_numbers} - {""}
    listed = next((number for number in entry.identity_numbers if bare(number) in numbers), None)
    if listed is None:
        return None
    text = Text(id="Nomor identitas sama.", en="Same identity number.")
    return Evidence("identity_number", listed, listed, _SAME_NUMBER, text)
