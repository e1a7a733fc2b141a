"""Evidence added up in nats over an explicit prior. First cut: the weights are set by hand, not yet learned."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from ledger.text import Text
from watchlist.compare import birth_date, document, name
from watchlist.compare.birth_date import DateMatch
from watchlist.entry import Comparison, Entry, Evidence, Grade, NameStrength, Sex, Subject
from watchlist.issuers import same_state
from watchlist.names.tokens import tokens

# log-odds that a given traveller is a given entry, before anything is known: one listed traveller in 20,000
PRIOR_NATS: Final = -9.9

_DATE_NATS: Final = {
    DateMatch.EQUAL: 4.0,
    DateMatch.SWAPPED: 2.5,
    DateMatch.ONE_DIGIT: 1.5,
    DateMatch.YEAR: 1.5,
    DateMatch.NEAR_YEAR: -1.0,
    DateMatch.DIFFERENT: -5.0,
    DateMatch.UNKNOWN: 0.0,
}
_DATE_TEXT: Final = {
    DateMatch.EQUAL: Text(id="Tanggal lahir sama.", en="Same birth date."),
    DateMatch.SWAPPED: Text(
        id="Tanggal lahir sama bila hari dan bulan ditukar.", en="Same with day and month swapped."
    ),
    DateMatch.ONE_DIGIT: Text(id="Tanggal lahir berbeda satu angka.", en="The birth dates differ in one digit."),
    DateMatch.YEAR: Text(id="Tahun lahir sama.", en="Same year of birth."),
    DateMatch.NEAR_YEAR: Text(id="Tahun lahir berdekatan, tanggal berbeda.", en="Near year of birth, other date."),
    DateMatch.DIFFERENT: Text(id="Tanggal lahir berbeda.", en="Other birth date."),
    DateMatch.UNKNOWN: Text(id="Tanggal lahir tidak diketahui.", en="Birth date unknown."),
}
_SECOND_DATE: Final = frozenset({DateMatch.EQUAL, DateMatch.SWAPPED})
_NAME_FLOOR: Final = 0.6  # below this the names are different, whatever else agrees


@dataclass(frozen=True, slots=True)
class Scorer:
    """Compares a subject with an entry. `word_weight` is the information in a word, in nats: rare words have more."""

    word_weight: name.WordWeight
    prior_nats: float = PRIOR_NATS

    def compare(self, subject: Subject, entry: Entry) -> Comparison:
        """All evidence, one probability, a grade."""
        found, score = self._name(subject, entry)
        evidence = [found, *self._others(subject, entry)]
        has_number = any(each.feature in {"document", "identity_number"} and each.weight_nats > 0 for each in evidence)
        if score < _NAME_FLOOR and not has_number:
            return Comparison(0.0, Grade.POSSIBLE, tuple(evidence))
        total = self.prior_nats + sum(each.weight_nats for each in evidence)
        probability = 1 / (1 + math.exp(-max(min(total, 50.0), -50.0)))
        date = birth_date.match(subject.birth_dates, entry.birth_dates)
        return Comparison(probability, _grade(probability, score, date, has_number=has_number), tuple(evidence))

    def _name(self, subject: Subject, entry: Entry) -> tuple[Evidence, float]:
        best, seen_best, listed_best = name.NameMatch(0.0, 0, 0.0), "", ""
        for seen in subject.names:
            for listed in entry.names:
                match = name.match(tokens(seen.full), tokens(listed.full), self.word_weight, truncated=seen.truncated)
                weak = listed.strength is NameStrength.WEAK
                if (match.score * (0.85 if weak else 1.0), match.matched_weight_nats) > (
                    best.score,
                    best.matched_weight_nats,
                ):
                    best, seen_best, listed_best = match, seen.full, listed.full
        weight = min(best.matched_weight_nats * best.score, 14.0) - (1 - best.score) * 12.0 if best.score else -14.0
        text = Text(
            id=f"Kemiripan nama {best.score:.0%}, {best.matched_words} kata cocok.",
            en=f"The names agree to {best.score:.0%}, {best.matched_words} words fit.",
        )
        if not subject.names or not entry.names:
            return Evidence("name", "", "", 0.0, Text(id="Nama tidak diketahui.", en="Name unknown.")), 0.0
        return Evidence("name", seen_best, listed_best, weight, text), best.score

    def _others(self, subject: Subject, entry: Entry) -> list[Evidence]:
        date = birth_date.match(subject.birth_dates, entry.birth_dates)
        return [
            Evidence(
                "birth_date",
                _joined(subject.birth_dates),
                _joined(entry.birth_dates),
                _DATE_NATS[date],
                _DATE_TEXT[date],
            ),
            _sex(subject, entry),
            _nationality(subject, entry),
            *_numbers(subject, entry),
        ]


def _joined(values: Sequence[object]) -> str:
    return ", ".join(str(value) for value in values[:4])


def _sex(subject: Subject, entry: Entry) -> Evidence:
    known = {subject.sex, entry.sex} - {None, Sex.UNSPECIFIED}
    seen, listed = (each.value if each else "" for each in (subject.sex, entry.sex))
    if subject.sex is None or entry.sex is None or Sex.UNSPECIFIED in {subject.sex, entry.sex}:
        return Evidence("sex", seen, listed, 0.0, Text(id="Jenis kelamin tidak diketahui.", en="Sex unknown."))
    if len(known) == 1:
        return Evidence("sex", seen, listed, 0.5, Text(id="Jenis kelamin sama.", en="Same sex."))
    return Evidence("sex", seen, listed, -3.0, Text(id="Jenis kelamin berbeda.", en="Other sex."))


def _nationality(subject: Subject, entry: Entry) -> Evidence:
    """Agreement says a little about identity; it never raises a result that name and date do not carry."""
    seen, listed = subject.nationality, _joined(entry.nationalities)
    if not seen or not entry.nationalities:
        unknown = Text(id="Kewarganegaraan tidak diketahui.", en="Nationality unknown.")
        return Evidence("nationality", seen, listed, 0.0, unknown)
    if any(same_state(seen, code) for code in entry.nationalities):
        return Evidence("nationality", seen, listed, 0.7, Text(id="Kewarganegaraan sama.", en="Same nationality."))
    other = Text(id="Kewarganegaraan berbeda.", en="Other nationality.")
    return Evidence("nationality", seen, listed, -0.7, other)


def _numbers(subject: Subject, entry: Entry) -> list[Evidence]:
    found = []
    for key in subject.documents:
        listed = next((each for each in entry.documents if document.same_document(key, each)), None)
        if listed is not None:
            text = Text(id="Nomor dokumen sama.", en="Same document number.")
            found.append(Evidence("document", key.number, listed.number, 12.0, text))
            break
    numbers = {document.bare(number) for number in subject.identity_numbers if document.bare(number)}
    listed_number = next((each for each in entry.identity_numbers if document.bare(each) in numbers), None)
    if listed_number is not None:
        text = Text(id="Nomor identitas sama.", en="Same identity number.")
        found.append(Evidence("identity_number", listed_number, listed_number, 12.0, text))
    return found


def _grade(probability: float, score: float, date: DateMatch, *, has_number: bool) -> Grade:
    """Above POSSIBLE only with a second identifier beside the name (Permenkumham 38/2021 practice)."""
    if has_number and score >= _NAME_FLOOR:
        return Grade.EXACT
    if date is DateMatch.EQUAL and score >= 0.97 and probability >= 0.9:
        return Grade.EXACT
    second = has_number or date in _SECOND_DATE
    if second and probability >= 0.5:
        return Grade.PROBABLE
    return Grade.POSSIBLE
