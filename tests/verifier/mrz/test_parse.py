"""Parsing: tables of MRZs built by the rules of Doc 9303, and whatever else may arrive."""

from __future__ import annotations

import string

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.verifier.mrz.documents import TODAY, documents
from verifier.mrz.check_digits import compute
from verifier.mrz.layout import rules
from verifier.mrz.names import Names, split
from verifier.mrz.parse import parse
from verifier.mrz.record import DigitResult, Layout, Severity, Span
from verifier.mrz.specimen import is_specimen
from verifier.mrz.write import write
from watchlist.entry import Sex
from watchlist.issuers import is_known

TD3 = ("P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10")
TD1 = ("I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<")
TD2 = ("I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6")
MRV_A = ("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L8988901C4XXX4009078F96121096ZE184226B<<<<<<")
MRV_B = ("V<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "L8988901C4XXX4009078F9612109<<<<<<<<")
FRENCH = ("IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<", "9409923102854CORINNE<<<<<<<6512068F4")


def _changed(lines: tuple[str, ...], line: int, start: int, text: str) -> tuple[str, ...]:
    changed = lines[line][:start] + text + lines[line][start + len(text) :]
    return (*lines[:line], changed, *lines[line + 1 :])


@pytest.mark.parametrize(
    ("text", "digit"),
    [("520727", "3"), ("AB2134<<<", "5"), ("HA672242<658022549601086<<<<<<<<<<<<<<0", "8"), ("<<<", "0"), ("", "0")],
)
def test_check_digits(text: str, digit: str) -> None:
    """The examples of Doc 9303-3 §4.9, then nothing but fillers."""
    assert compute(text) == digit


@pytest.mark.parametrize("text", ["a", "Ä", "12 3", "?"])
def test_no_check_digit(text: str) -> None:
    assert compute(text) == ""


@pytest.mark.parametrize(
    ("lines", "layout"),
    [
        (TD1, Layout.TD1),
        (TD2, Layout.TD2),
        (TD3, Layout.TD3),
        (MRV_A, Layout.MRV_A),
        (MRV_B, Layout.MRV_B),
        (FRENCH, Layout.FRENCH_ID),
    ],
)
def test_layouts(lines: tuple[str, ...], layout: Layout) -> None:
    record = parse(lines, TODAY)
    assert record.layout is layout
    assert record.wrong_digits == ()
    assert record.lines == lines
    assert all(finding.severity is Severity.NOTE for finding in record.findings)
    # the same as one text, as one line, and with line ends of any kind
    for text in ("\n".join(lines), "\r\n".join(lines), "".join(lines), " ".join(lines)):
        assert parse(text, TODAY).fields == record.fields


def test_every_field_of_a_passport() -> None:
    record = parse(TD3, TODAY)
    assert {field.name: field.value for field in record.fields} == {
        "document_code": "P",
        "issuing_state": "UTO",
        "document_number": "L898902C3",
        "nationality": "UTO",
        "birth_date": "740812",
        "sex": "F",
        "expiry_date": "120415",
        "optional_data": "ZE184226B",
        "primary_identifier": "ERIKSSON",
        "secondary_identifier": "ANNA MARIA",
        "composite": "",
    }
    number = record.field_named("document_number")
    assert number is not None
    assert (number.raw, number.spans, number.digit) == ("L898902C3", (Span(1, 0, 9),), DigitResult.VALID)
    assert (number.printed_digit, number.computed_digit) == ("6", "6")
    assert is_specimen(record)


@pytest.mark.parametrize(
    ("lines", "wrong"),
    [
        (_changed(TD3, 1, 9, "5"), ("document_number", "composite")),
        (_changed(TD3, 1, 13, "75"), ("birth_date", "composite")),
        (_changed(TD3, 1, 27, "0"), ("expiry_date", "composite")),
        (_changed(TD3, 1, 42, "<"), ("optional_data", "composite")),
        (_changed(TD3, 1, 43, "7"), ("composite",)),
        (_changed(TD3, 1, 43, "<"), ("composite",)),
        (_changed(TD3, 1, 9, "<"), ("document_number", "composite")),  # no overflow on a passport
        (_changed(TD1, 1, 29, "0"), ("composite",)),
        (_changed(TD1, 0, 14, "<"), ("document_number", "composite")),
        (_changed(MRV_B, 1, 9, "0"), ("document_number",)),
        (_changed(FRENCH, 1, 12, "0"), ("document_number", "composite")),
        (_changed(FRENCH, 0, 20, "B"), ("composite",)),  # its composite covers the names too
    ],
)
def test_wrong_digits(lines: tuple[str, ...], wrong: tuple[str, ...]) -> None:
    assert parse(lines, TODAY).wrong_digits == wrong


def test_no_optional_data_may_have_0_or_a_filler() -> None:
    for digit, result in (("0", DigitResult.VALID), ("<", DigitResult.ABSENT), ("1", DigitResult.WRONG)):
        field = parse(_changed(TD3, 1, 28, "<" * 14 + digit), TODAY).field_named("optional_data")
        assert field is not None
        assert field.digit is result


@pytest.mark.parametrize(
    ("first_line", "number", "rest", "result"),
    [
        ("I<UTOD23145890<7349<<<<<<<<<<<", "D23145890734", "", DigitResult.VALID),
        ("I<UTOD23145890<7349ABC<<<<<<<<", "D23145890", "7349ABC", DigitResult.WRONG),  # no digit before the filler
        ("I<UTOD23145890<7349<ABC<<<<<<<", "D23145890734", "ABC", DigitResult.VALID),
        ("I<PRT007777779<ZZ92<<<<<<<<<<<", "007777779ZZ9", "", DigitResult.VALID),
        ("IDBEL600001795<0152<<<<<<<<<<<", "600001795015", "", DigitResult.VALID),  # Belgium counts the filler
        ("IDBEL600001795<0159<<<<<<<<<<<", "600001795015", "", DigitResult.WRONG),
        ("I<UTO123456789<07<<<<<<<<<<<<<", "1234567890", "", DigitResult.VALID),
        ("I<MCO029067<<<0<<<<<<<<<<<<<<<", "029067", "", DigitResult.VALID),
    ],
)
def test_long_numbers(first_line: str, number: str, rest: str, result: DigitResult) -> None:
    record = parse((first_line, TD1[1], TD1[2]), TODAY)
    field = record.field_named("document_number")
    assert field is not None
    assert (field.value, record.value("optional_data"), field.digit) == (number, rest, result)
    overflows = len(number) > 9
    assert ("LONG_DOCUMENT_NUMBER" in _codes(record.findings)) is overflows
    assert (len(field.spans) > 1) is overflows
    # the spans lead to the characters that the value was made of
    pieces = [record.lines[span.line][span.start : span.end] for span in field.spans]
    assert "".join(pieces).rstrip("<") == number


def _codes(findings: tuple[object, ...]) -> set[str]:
    return {getattr(finding, "code", "") for finding in findings}


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("ERIKSSON<<ANNA<MARIA<<<<<", Names("ERIKSSON", "ANNA MARIA", is_truncated=False)),
        ("ARKFREITH<<<<<<", Names("ARKFREITH", "", is_truncated=False)),
        ("SATRIYA<SUDARPA<<<", Names("SATRIYA SUDARPA", "", is_truncated=False)),
        ("<<FIRST<NAME<<<<", Names("", "FIRST NAME", is_truncated=False)),
        ("<<<FIRST<<<<<<<", Names("", "FIRST", is_truncated=False)),
        ("NILAVADHANANANDA<<CHAYAPA<DE<K", Names("NILAVADHANANANDA", "CHAYAPA DE K", is_truncated=True)),
        ("BENNELONG<WOOLOOMOOLOO<W<W<<DI", Names("BENNELONG WOOLOOMOOLOO W W", "DI", is_truncated=True)),
        ("AL<BASRI<<HUDA<MUHAMMAD<JAWAD<", Names("AL BASRI", "HUDA MUHAMMAD JAWAD", is_truncated=False)),
        ("STEVENSON<<PETER<<JOHN<<<<", Names("STEVENSON", "PETER JOHN", is_truncated=False)),
        ("<<<<<<<", Names("", "", is_truncated=False)),
        ("", Names("", "", is_truncated=False)),
    ],
)
def test_names(field: str, names: Names) -> None:
    assert split(field) == names


@pytest.mark.parametrize(
    ("code", "sex"), [("F", Sex.FEMALE), ("M", Sex.MALE), ("<", Sex.UNSPECIFIED), ("X", None), ("H", None)]
)
def test_sex(code: str, sex: Sex | None) -> None:
    record = parse(_changed(TD3, 1, 20, code), TODAY)
    assert record.sex is sex
    assert ("UNKNOWN_SEX" in _codes(record.findings)) is (sex is None)


@pytest.mark.parametrize(
    "code",
    [
        "D",
        "UNO",
        "UNA",
        "UNK",
        "XOM",
        "XXA",
        "XXB",
        "XXC",
        "XXX",
        "EUE",
        "RKS",
        "GBD",
        "GBN",
        "GBO",
        "GBP",
        "GBS",
        "XPO",
    ],
)
def test_special_codes_are_known_and_no_specimen(code: str) -> None:
    filled = code.ljust(3, "<")
    record = parse(_changed(_changed(TD3, 0, 2, filled), 1, 10, filled), TODAY)
    assert record.value("issuing_state") == record.value("nationality") == code
    assert is_known(code)
    assert not is_specimen(record)


def test_the_old_french_card() -> None:
    record = parse(FRENCH, TODAY)
    names = ("document_number", "issue_date", "primary_identifier", "secondary_identifier", "department", "office")
    assert [record.value(name) for name in names] == ["940992310285", "9409", "BERTHIER", "CORINNE", "", ""]
    assert record.expiry_dates == ()
    assert record.field_named("expiry_date") is None
    several = parse(_changed(FRENCH, 1, 13, "VICTOR<<MARIE<"), TODAY)
    assert several.value("secondary_identifier") == "VICTOR MARIE"  # this card divides given names by two fillers


@pytest.mark.parametrize(
    ("lines", "code", "field"),
    [
        (("HELLO", "WORLD"), "NO_LAYOUT", ""),
        ((), "NO_LAYOUT", ""),
        (TD3[:1], "NO_LAYOUT", ""),
        ((*TD3, *TD3), "NO_LAYOUT", ""),
        ((TD1[0], TD3[1]), "NO_LAYOUT", ""),
        ((TD3[0], TD3[1][:-4]), "NO_LAYOUT", ""),
        ((TD3[0], TD3[1][:-1]), "WRONG_LENGTH", ""),
        ((TD3[0] + "<", TD3[1]), "WRONG_LENGTH", ""),
        ((TD3[0].lower(), TD3[1]), "LOWER_CASE", ""),
        ((TD3[0].replace("<", "«"), TD3[1]), "LOOK_ALIKE", ""),
        (("\uff30" + TD3[0][1:], TD3[1]), "LOOK_ALIKE", ""),  # a full-width P
        ((TD3[0][:10] + " " + TD3[0][10:], TD3[1]), "SPACES_REMOVED", ""),
        (_changed(TD3, 0, 5, "\u0415"), "FOREIGN_CHARACTER", ""),  # a Cyrillic letter that looks like E
        (_changed(TD3, 0, 5, "Ñ"), "FOREIGN_CHARACTER", ""),
        (_changed(TD3, 0, 5, "3"), "MISPLACED_CHARACTER", "primary_identifier"),
        (_changed(TD3, 1, 10, "0"), "MISPLACED_CHARACTER", "nationality"),
        (_changed(TD3, 1, 13, "O"), "NO_DATE", "birth_date"),
        (_changed(TD3, 1, 13, "740231"), "NO_DATE", "birth_date"),
        (_changed(TD3, 1, 21, "<<<<<<"), "NO_DATE", "expiry_date"),
        (_changed(TD3, 1, 17, "<<"), "PARTIAL_BIRTH_DATE", "birth_date"),
        (_changed(TD3, 1, 13, "<<<<<<"), "PARTIAL_BIRTH_DATE", "birth_date"),
        (_changed(TD3, 0, 5, "<" * 39), "EMPTY_NAME", "primary_identifier"),
        (_changed(TD3, 0, 43, "A"), "NAME_MAY_BE_CUT", "primary_identifier"),
    ],
)
def test_findings(lines: tuple[str, ...], code: str, field: str) -> None:
    record = parse(lines, TODAY)
    found = {finding.code: finding for finding in record.findings}
    assert code in found
    assert found[code].field == field
    assert found[code].text.id
    assert found[code].text.en
    assert (record.layout is None) is (code == "NO_LAYOUT")


@settings(max_examples=300, deadline=None)
@given(st.text(max_size=300) | st.lists(st.text(max_size=50), max_size=6))
@example("\x1c\x85\u2028")
@example("é" * 100_000)
@example("\n" * 1_000)
@example("<" * 88)
@example("<" * 90)
@example("1" * 72)
def test_arbitrary_text_never_raises(text: str | list[str]) -> None:
    record = parse(text, TODAY)
    assert len(record.findings) < 2_000
    if record.layout is not None:
        rule = rules()[record.layout]
        assert [len(line) for line in record.lines] == [rule.width] * rule.lines
    else:
        assert record.fields == ()
        assert "NO_LAYOUT" in _codes(record.findings)


_NOISE = st.text(string.printable + "ÄЖم٣＜«\u0130\ufb01", max_size=3)


@pytest.mark.parametrize("layout", list(Layout))
@settings(max_examples=60, deadline=None)
@given(choices=st.data())
def test_mutated_mrzs_never_raise(layout: Layout, choices: st.DataObject) -> None:
    """Lines as a bad reader gives them: characters changed, lost and added, lines lost and swapped."""
    lines = list(write(choices.draw(documents(layout))))
    for _ in range(choices.draw(st.integers(1, 4))):
        number = choices.draw(st.integers(0, len(lines) - 1))
        start = choices.draw(st.integers(0, len(lines[number])))
        lost = choices.draw(st.integers(0, 3))
        lines[number] = lines[number][:start] + choices.draw(_NOISE) + lines[number][start + lost :]
    record = parse(choices.draw(st.permutations(lines)), TODAY)
    for field in record.fields:
        assert "<" not in field.value
        assert all(span.end <= len(record.lines[span.line]) for span in field.spans)
    for finding in record.findings:
        assert finding.span is None or finding.span.line < max(len(record.lines), 1)
