"""The same telephone in every spelling, and nothing else taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.patterns.contact import normal_contact, normal_phone


@pytest.mark.parametrize(
    "written",
    [
        "+62 812-3456-7890",
        "0812 3456 7890",
        "0062 812 3456 7890",
        "62 812 3456 7890",
        "812.3456.7890",
        "+62 (0)812 3456 7890",
        "(0812) 3456/7890",
        "\uff10\uff18\uff11\uff12\u20133456\u20137890",  # full-width digits, en dashes
        "\u0660\u0668\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669\u0660",  # Arabic-Indic digits
    ],
)
def test_one_telephone_has_one_spelling(written: str) -> None:
    assert normal_phone(written) == "+6281234567890"


def test_the_home_country_is_a_setting() -> None:
    assert normal_phone("020 7946 0958", home_prefix="44") == "+442079460958"
    assert normal_phone("020 7946 0958") != normal_phone("020 7946 0958", home_prefix="44")


@pytest.mark.parametrize(
    "text", ["", "none", "-", "12", "+62 812 CALL", "1234567890123456789", "+0812345678", "0812x1"]
)
def test_what_is_no_telephone_is_refused(text: str) -> None:
    assert normal_phone(text) is None


@pytest.mark.parametrize(
    ("written", "normal"),
    [
        (" Adi@Example.ORG ", "mail:adi@example.org"),
        ("@Recruiter  ", "name:@recruiter"),
        ("WA  Bos", "name:wa bos"),
        ("   ", None),
        ("0812 3456 7890", "tel:+6281234567890"),
    ],
)
def test_contacts(written: str, normal: str | None) -> None:
    assert normal_contact(written) == normal


@given(st.text(max_size=60))
def test_the_spelling_of_a_spelling_is_itself(text: str) -> None:
    once = normal_phone(text)
    assert once is None or normal_phone(once) == once


@given(st.integers(10_000_000, 9_999_999_999), st.lists(st.sampled_from(" -.()/"), min_size=1, max_size=5))
def test_separators_never_matter(number: int, separators: list[str]) -> None:
    digits = str(number)
    spaced = "".join(each + separators[at % len(separators)] for at, each in enumerate(digits))
    if "(0)" not in spaced:
        assert normal_phone("+" + spaced) == normal_phone("+" + digits)
