"""The MRZ of a sample document."""

from __future__ import annotations

from console.samples.documents import SampleDocument

_LETTERS = {"Č": "C", "Ä": "AE"}  # 9303-3 §6.A, as far as the samples need it
_WEIGHTS = (7, 3, 1)


def mrz_lines(document: SampleDocument) -> tuple[str, ...]:
    """The MRZ as printed: computed from the fields, then overprinted where the sample says so."""
    lines = [list(each) for each in (_passport(document) if document.layout == "TD3" else _card(document))]
    for row, column, letter in document.overprint:
        lines[row][column] = letter
    return tuple("".join(each) for each in lines)


def _passport(document: SampleDocument) -> tuple[str, str]:
    number, birth, expiry = _field(document.number, 9), _six(document.birth_date), _six(document.expiry_date)
    personal = _field(document.personal_number, 14)
    first = _field(document.code + document.issuing_state + _names(document), 44)
    checked = (number + digit(number), birth + digit(birth), expiry + digit(expiry), personal + digit(personal))
    second = checked[0] + document.nationality + checked[1] + _sex(document) + checked[2] + checked[3]
    return first, second + digit("".join(checked))


def _card(document: SampleDocument) -> tuple[str, str, str]:
    number, birth, expiry = _field(document.number, 9), _six(document.birth_date), _six(document.expiry_date)
    first = _field(document.code + document.issuing_state + number + digit(number), 30)
    dates = (birth + digit(birth), expiry + digit(expiry))
    optional = "<" * 11
    composite = digit(first[5:] + dates[0] + dates[1] + optional)
    second = dates[0] + _sex(document) + dates[1] + document.nationality + optional + composite
    return first, second, _field(_names(document), 30)


def digit(text: str) -> str:
    """The check digit of 9303-3 §4.9."""
    values = (0 if each == "<" else int(each, 36) for each in text)
    return str(sum(value * _WEIGHTS[index % 3] for index, value in enumerate(values)) % 10)


def _field(text: str, length: int) -> str:
    return text.ljust(length, "<")[:length]


def _names(document: SampleDocument) -> str:
    parts = [document.surname, document.given_names] if document.given_names else [document.surname]
    plain = "<<".join(parts).replace(" ", "<")
    return "".join(_LETTERS.get(each, each) for each in plain)


def _sex(document: SampleDocument) -> str:
    return "<" if document.sex == "X" else document.sex


def _six(iso: str) -> str:
    return iso[2:].replace("-", "")
