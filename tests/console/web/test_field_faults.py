"""Labels and words of faults: every field that services name on these forms has a label in both languages."""

from __future__ import annotations

import re

import pytest

from console.web.field_faults import described, faults_of, told_fields
from console.web.field_words import DESCRIPTIONS, LABELS, PATTERNS


@pytest.mark.parametrize(
    ("path", "name", "label"),
    [
        ("journey.party[2].age_years", "age_2", "Companion 3: age"),
        ("journey.legs[0].number", "flight_0", "Journey 1: flight or ship"),
        ("journey.booking.group_size", "group_size", "persons in the booking"),
        ("visual_zone.birth_date", "birth_date", "date of birth"),
        ("entry.identity_or_document", "identity_numbers", "identity or passport number"),
        ("entry.valid_until", "valid_until", "valid until"),
        ("call_back.number_source", "number_source", "where the number was found"),
        ("referral.consent", "consent", "consent"),
        ("reason", "reason", "reason"),
    ],
)
def test_a_path_of_a_request_is_a_field_of_a_form(path: str, name: str, label: str) -> None:
    (told,) = told_fields([(path, "required")])
    assert (told.name, told.label.en) == (name, label)
    assert told.text.id == "wajib diisi"


def test_a_field_that_nobody_named_is_still_no_machine_word() -> None:
    (told,) = told_fields([("request.odd_new_field[3]", "is odd")])
    assert "_" not in told.label.en
    assert told.text.en == "is odd"
    assert re.search(r"periksa", told.text.id)


@pytest.mark.parametrize(
    ("said", "indonesian"),
    [
        ("a number from 0 to 125", "angka dari 0 sampai 125"),
        ("between 0 and 125", "angka dari 0 sampai 125"),
        ("0 to 36525", "angka dari 0 sampai 36525"),
        ("at most 2,000 characters", "paling banyak 2,000 huruf"),
        ("at most 6 months after valid_from", "paling lama 6 bulan sesudah awal berlakunya"),
    ],
)
def test_descriptions_with_numbers(said: str, indonesian: str) -> None:
    assert described(said).id == indonesian


def test_all_words_are_there_in_both_languages() -> None:
    texts = [*LABELS.values(), *DESCRIPTIONS.values(), *(text for _, text in PATTERNS)]
    assert all(text.id.strip() and text.en.strip() for text in texts)
    assert not [text for text in texts if "_" in text.id + text.en]


def test_faults_of_a_form_by_input() -> None:
    assert faults_of([("reason", "required")])["reason"].en == "required"
