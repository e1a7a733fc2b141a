"""Evidence that no labelled pairs hold, with weights set by hand: sex, place of birth, document and identity numbers.

Each is a logarithm of a likelihood ratio: how much likelier the agreement is for the same person than for another.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from ledger.text import Text
from watchlist.compare.document import bare, same_document
from watchlist.compare.vocabulary import Vocabulary
from watchlist.compare.word import Reading, likenesses
from watchlist.entry import Entry, Evidence, Sex, Subject
from watchlist.names.fold import words

NUMBERS: Final = frozenset({"document", "identity_number"})
_SAME_SEX: Final = 0.6  # half of all others have it, too
_OTHER_SEX: Final = -4.0  # lists err, documents change; both are rare
_SAME_PLACE: Final = 2.5
_OTHER_PLACE: Final = -0.7  # places are written in many ways
_SAME_NUMBER: Final = 14.0
_LEAST_LIKE: Final = 0.85  # words of places


def evidence(subject: Subject, entries: Sequence[Entry]) -> list[tuple[Evidence, ...]]:
    """For each entry, evidence for every feature that both sides know; missing data says nothing and leaves nothing."""
    return [
        tuple(each for each in found if each is not None)
        for found in zip(
            [_sex(subject, entry) for entry in entries],
            _places(subject, entries),
            [_document(subject, entry) for entry in entries],
            [_identity(subject, entry) for entry in entries],
            strict=True,
        )
    ]


def _sex(subject: Subject, entry: Entry) -> Evidence | None:
    seen, listed = subject.sex, entry.sex
    if seen is None or listed is None or Sex.UNSPECIFIED in {seen, listed}:
        return None
    if seen is listed:
        return Evidence("sex", seen.value, listed.value, _SAME_SEX, Text(id="Jenis kelamin sama.", en="Same sex."))
    other = Text(id="Jenis kelamin berbeda.", en="Other sex.")
    return Evidence("sex", seen.value, listed.value, _OTHER_SEX, other)


def _places(subject: Subject, entries: Sequence[Entry]) -> list[Evidence | None]:
    seen = words(subject.birth_place)
    if not seen:
        return [None] * len(entries)
    fitting = _fitting({place for entry in entries for place in entry.birth_places}, seen)
    return [_place(subject, entry, fitting) if entry.birth_places else None for entry in entries]


def _place(subject: Subject, entry: Entry, fitting: set[str]) -> Evidence:
    listed = next((place for place in entry.birth_places if place in fitting), "")
    if listed:
        text = Text(id="Tempat lahir cocok.", en="The places of birth fit.")
        return Evidence("birth_place", subject.birth_place, listed, _SAME_PLACE, text)
    text = Text(id="Tempat lahir berbeda.", en="Other place of birth.")
    return Evidence("birth_place", subject.birth_place, entry.birth_places[0], _OTHER_PLACE, text)


def _fitting(places: set[str], seen: Sequence[str]) -> set[str]:
    """Places that share a word of three letters or more with `seen`."""
    pairs = [
        (place, word, other)
        for place in sorted(places)
        for other in words(place)
        if len(other) > 2
        for word in seen
        if len(word) > 2
    ]
    known = Vocabulary()
    ones, others = (np.array(known.numbers([pair[side] for pair in pairs]), np.intp) for side in (1, 2))
    known.learn()
    alike = likenesses(known, ones, others, np.full(len(pairs), Reading.PLAIN))
    return {place for (place, _, _), each in zip(pairs, alike.tolist(), strict=True) if each >= _LEAST_LIKE}


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
