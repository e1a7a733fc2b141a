"""Whether all check digits of an MRZ text pass, computed apart from `verifier.mrz` so that no engine grades itself.

Sources: ICAO 9303-3 §4.9; composite digits 9303-4 §4.2.2, 9303-5 §4.2.2, 9303-6 §4.2.2; visas have none (9303-7).
"""

from __future__ import annotations

_WEIGHTS = (7, 3, 1)
_PERSON = ((1, 0, 9, 9), (1, 13, 19, 19), (1, 21, 27, 27))  # line, start, end, where the digit stands
_SPANS = {
    "TD1": ((0, 5, 14, 14), (1, 0, 6, 6), (1, 8, 14, 14)),
    "TD2": _PERSON,
    "TD3": (*_PERSON, (1, 28, 42, 42)),
    "MRVA": _PERSON,
    "MRVB": _PERSON,
    "FRID": ((1, 0, 12, 12), (1, 27, 33, 33)),
}
_LENGTHS = {"TD1": (30, 30, 30), "TD2": (36, 36), "TD3": (44, 44), "MRVA": (44, 44), "MRVB": (36, 36), "FRID": (36, 36)}


def check_digit(text: str) -> str:
    """The digit for `text`; '' when a character is outside the MRZ alphabet."""
    try:
        values = [0 if each == "<" else int(each, 36) for each in text]
    except ValueError:
        return ""
    return str(sum(value * _WEIGHTS[index % 3] for index, value in enumerate(values)) % 10)


def layout_of(lines: tuple[str, ...]) -> str:
    """The name as in truth.csv, '' when the lines have no layout's lengths."""
    lengths = tuple(len(each) for each in lines)
    if lengths == (30, 30, 30):
        return "TD1"
    if lengths == (44, 44):
        return "MRVA" if lines[0].startswith("V") else "TD3"
    if lengths == (36, 36):
        return "FRID" if lines[0].startswith("IDFRA") else "MRVB" if lines[0].startswith("V") else "TD2"
    return ""


def all_digits_pass(lines: tuple[str, ...]) -> bool:
    """Every check digit that the layout has is right. A filler passes where the checked field is empty, and for a long
    document number that runs on into the optional data (9303-5 §4.2.2, note j)."""
    layout = layout_of(lines)
    if not layout:
        return False
    return all(_passes(lines, *span) for span in _SPANS[layout]) and _composite_passes(lines, layout)


def _passes(lines: tuple[str, ...], line: int, start: int, end: int, at: int) -> bool:
    checked, printed = lines[line][start:end], lines[line][at]
    if printed == "<":
        return not checked.strip("<") or _long_number_passes(lines, line, start, end)
    return printed == check_digit(checked)


def _long_number_passes(lines: tuple[str, ...], line: int, start: int, end: int) -> bool:
    if end - start != 9:
        return False
    optional = lines[line][15:30] if len(lines[line]) == 30 else lines[line][28:35]
    rest = optional.split("<")[0]
    return len(rest) > 1 and rest[-1] == check_digit(lines[line][start:end] + rest[:-1])


def _composite_passes(lines: tuple[str, ...], layout: str) -> bool:
    last = lines[1]
    if layout == "TD1":
        return last[29] == check_digit(lines[0][5:30] + last[0:7] + last[8:15] + last[18:29])
    if layout == "TD2":
        return last[35] == check_digit(last[0:10] + last[13:20] + last[21:35])
    if layout == "TD3":
        return last[43] == check_digit(last[0:10] + last[13:20] + last[21:43])
    if layout == "FRID":
        return last[35] == check_digit(lines[0] + last[0:35])
    return True
