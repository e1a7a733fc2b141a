"""Builds MRZs with right check digits for tests, so that each test spoils exactly what it means to spoil."""

from __future__ import annotations

from verifier.mrz.check_digits import compute


def td3(
    *,
    surname: str = "SANTOSO",
    given: str = "BUDI",
    issuer: str = "IDN",
    nationality: str = "",
    number: str = "X1234567",
    born: str = "850312",
    sex: str = "M",
    expires: str = "340101",
    optional: str = "",
    code: str = "P<",
) -> tuple[str, str]:
    """A passport, or a visa of format A with `code` V…."""
    first = f"{code}{issuer.ljust(3, '<')}{surname.replace(' ', '<')}<<{given.replace(' ', '<')}".ljust(44, "<")[:44]
    padded = number.ljust(9, "<")
    start = (
        f"{padded}{compute(padded)}{(nationality or issuer).ljust(3, '<')}"
        f"{born}{compute(born)}{sex}{expires}{compute(expires)}"
    )
    if code.startswith("V"):
        return first, start + optional.ljust(16, "<")
    field = optional.ljust(14, "<")
    body = start + field + compute(field)
    return first, body + compute(body[0:10] + body[13:20] + body[21:43])


def td1(
    *, surname: str = "SANTOSO", given: str = "BUDI", number: str = "X1234567", born: str = "850312"
) -> tuple[str, ...]:
    """An Indonesian card of three lines."""
    padded = number.ljust(9, "<")
    first = f"I<IDN{padded}{compute(padded)}".ljust(30, "<")
    second = f"{born}{compute(born)}M340101{compute('340101')}IDN".ljust(29, "<")
    composite = compute(first[5:30] + second[0:7] + second[8:15] + second[18:29])
    return first, second + composite, f"{surname}<<{given}".ljust(30, "<")


def spoiled(lines: tuple[str, ...], line: int, column: int, character: str) -> tuple[str, ...]:
    """The same MRZ with one character changed."""
    changed = lines[line][:column] + character + lines[line][column + 1 :]
    return (*lines[:line], changed, *lines[line + 1 :])
