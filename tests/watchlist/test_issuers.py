"""Country names as lists write them: the code where it is certain, nothing where it is not."""

from __future__ import annotations

import pytest

from watchlist.issuers import IssuerKind, code_of, is_specimen_code, issuers, same_state


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Indonesia", "IDN"),
        ("Iran (Islamic Republic of)", "IRN"),
        ("Korea, North", "PRK"),
        ("Republic of Korea", "KOR"),
        ("Democratic Republic of the Congo", "COD"),
        ("Republic of China", "TWN"),
        ("China", "CHN"),
        ("Korea", ""),
        ("Congo", ""),
        ("Atlantis", ""),
        ("", ""),
        ("idn", "IDN"),
    ],
)
def test_code_of(name: str, code: str) -> None:
    assert code_of(name) == code


def test_no_training_state_is_a_real_one() -> None:
    training = {code for code, issuer in issuers().items() if issuer.kind is IssuerKind.TRAINING}
    assert training == {f"XZ{letter}" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"}
    assert all(is_specimen_code(code) for code in training | {"UTO"})
    assert not any(is_specimen_code(code) for code in ("IDN", "D", "XXA", "UNO", "XOM", "EUE", "RKS", "GBD"))


def test_every_code_speaks_both_languages() -> None:
    assert all(issuer.name.id and issuer.name.en for issuer in issuers().values())


def test_germany_has_two_codes() -> None:
    assert same_state("D", "DEU")
    assert not same_state("D", "DNK")
