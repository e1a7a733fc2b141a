"""ICAO Doc 9303-3 §6: from names as printed to the characters of the MRZ, and whether one may come from the other."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import product
from typing import Final

# 9303-3 §6 A: letters that do not simply lose their marks; the recommended form first, then other lawful ones
_LATIN: Final = {
    "Ä": ("AE", "A"), "Ö": ("OE", "O"), "Ü": ("UE", "UXX", "U"), "Å": ("AA", "A"), "Ñ": ("N", "NXX"),
    "ß": ("SS",), "ẞ": ("SS",), "Þ": ("TH",), "Æ": ("AE",), "Ø": ("OE", "O"), "Œ": ("OE",), "Đ": ("D",), "Ð": ("D",),
    "Ł": ("L",), "Ħ": ("H",), "Ŋ": ("N",), "Ŧ": ("T",), "İ": ("I",), "ı": ("I",), "ĸ": ("K", "Q"), "Ĳ": ("IJ",),
    "Ə": ("E",),
}  # fmt: skip
# 9303-3 §6 B
_CYRILLIC: Final = {
    "А": "A", "Б": "B", "В": "V", "Г": "G", "Д": "D", "Е": "E", "Ё": "E", "Ж": "ZH", "З": "Z", "И": "I", "І": "I",
    "Й": "I", "К": "K", "Л": "L", "М": "M", "Н": "N", "О": "O", "П": "P", "Р": "R", "С": "S", "Т": "T", "У": "U",
    "Ф": "F", "Х": "KH", "Ц": "TS", "Ч": "CH", "Ш": "SH", "Щ": "SHCH", "Ъ": "IE", "Ы": "Y", "Ь": "", "Э": "E",
    "Ю": "IU", "Я": "IA", "Ѵ": "Y", "Ґ": "G", "Ў": "U", "Ѫ": "U", "Ѓ": "G", "Ђ": "D", "Ѕ": "DZ", "Ј": "J", "Ќ": "K",
    "Љ": "LJ", "Њ": "NJ", "Һ": "C", "Џ": "DZ", "Є": "IE", "Ї": "I", "Ћ": "C",
}  # fmt: skip
# 9303-3 §6 C
_ARABIC: Final = {
    "ء": "XE", "آ": "XAA", "أ": "XAE", "ؤ": "U", "إ": "I", "ئ": "XI", "ا": "A", "ب": "B", "ة": "XTA", "ت": "T",
    "ث": "XTH", "ج": "J", "ح": "XH", "خ": "XKH", "د": "D", "ذ": "XDH", "ر": "R", "ز": "Z", "س": "S", "ش": "XSH",
    "ص": "XSS", "ض": "XDZ", "ط": "XTT", "ظ": "XZZ", "ع": "E", "غ": "G", "ف": "F", "ق": "Q", "ك": "K", "ل": "L",
    "م": "M", "ن": "N", "ه": "H", "و": "W", "ى": "XAY", "ي": "Y", "ٱ": "XXA", "ٹ": "XXT", "پ": "P", "چ": "XCH",
    "ڈ": "XXD", "ڑ": "XXR", "ژ": "XJ", "ک": "XKK", "گ": "XGG", "ں": "XNN", "ھ": "XDO", "ہ": "XYH", "ی": "XYE",
}  # fmt: skip
_DROPPED: Final = frozenset("'’‘ʼ`´.")
_MOST_FORMS: Final = 64


@lru_cache(maxsize=50_000)
def _letter_forms(character: str) -> tuple[str, ...]:
    upper = character.upper() if character not in {"ß", "ı"} else character
    for table in (_CYRILLIC, _ARABIC):
        if upper in table:
            return (table[upper],)
    if upper in _LATIN:
        return _LATIN[upper]
    plain = unicodedata.normalize("NFKD", upper).encode("ascii", "ignore").decode().upper()
    return ("".join(c for c in plain if c.isalnum()),)


def _words(text: str) -> list[str]:
    """Words of letters; apostrophes and full stops vanish, everything else that is no letter divides."""
    composed = unicodedata.normalize("NFC", text)
    kept = "".join(c for c in composed if c not in _DROPPED)
    spaced = "".join(c if c.isalnum() or unicodedata.category(c).startswith("M") else " " for c in kept)
    return spaced.split()


def to_mrz(text: str) -> str:
    """The recommended form: A to Z, digits, and one filler between words."""
    words = ("".join(_letter_forms(character)[0] for character in word) for word in _words(text))
    return "<".join(word for word in words if word)


def _word_forms(word: str) -> tuple[str, ...]:
    choices = [_letter_forms(character) for character in word]
    forms = ("".join(form) for form, _ in zip(product(*choices), range(_MOST_FORMS), strict=False))
    return tuple(dict.fromkeys(form for form in forms if form))


def mrz_forms(text: str) -> tuple[str, ...]:
    """All lawful forms, the recommended one first; at most 64."""
    choices = [forms for word in _words(text) if (forms := _word_forms(word))]
    if not choices:
        return ()
    joined = ("<".join(form) for form, _ in zip(product(*choices), range(_MOST_FORMS), strict=False))
    return tuple(dict.fromkeys(joined))


def could_be(mrz_name: str, printed: str, *, truncated: bool) -> bool:
    """Whether the MRZ name (words divided by spaces or fillers) lawfully comes from the printed one.

    Words may be joined or divided differently. With `truncated`, words may be cut short, or be missing at the end.
    """
    seen = [word for word in mrz_name.upper().replace("<", " ").split() if word]
    options = [forms for word in _words(printed) if (forms := _word_forms(word))]
    if not seen or not options:
        return False
    return _matches(seen, options, truncated=truncated) or _joined_match(seen, printed)


def _matches(seen: list[str], options: list[tuple[str, ...]], *, truncated: bool) -> bool:
    unused = list(options)
    for word in seen:
        found = next((forms for forms in unused if word in forms), None)
        if found is None and truncated:
            found = next((forms for forms in unused if any(form.startswith(word) for form in forms)), None)
        if found is None:
            return False
        unused.remove(found)
    return truncated or not unused


def _joined_match(seen: list[str], printed: str) -> bool:
    whole = "".join(seen)
    return any(form.replace("<", "") == whole for form in mrz_forms(printed))
