"""From any script to plain words of A to Z, the way lists and passports romanise: lossy on purpose."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from anyascii import anyascii

_LONGEST_NAME: Final = 300  # characters; no name is longer, and comparing costs the square of it
_JOINED: Final = str.maketrans("", "", "'’‘ʼ`´ʻʾʿ\u0640")
_MARKED: Final = str.maketrans({"ß": "SS", "ẞ": "SS", "Þ": "TH", "þ": "TH", "ı": "I", "Ə": "E", "ə": "E"})
# by sound, with the long vowels that Arabic script does write
_ARABIC: Final = str.maketrans(
    {
        "ا": "A", "أ": "A", "إ": "I", "آ": "A", "ٱ": "A", "ى": "A", "ة": "A", "ء": "", "ؤ": "U", "ئ": "I", "ع": "A",
        "و": "U", "ي": "I", "ی": "I", "ه": "H", "ث": "TH", "ش": "SH", "خ": "KH", "غ": "GH", "ذ": "DH", "ظ": "Z",
        "ض": "D", "ص": "S", "ط": "T", "ح": "H", "ق": "Q", "ک": "K", "ك": "K", "گ": "G", "چ": "CH", "پ": "P", "ژ": "ZH",
    }
)  # fmt: skip
# words that Latin spellings join or divide otherwise, before single letters are read
_ARABIC_HABITS: Final = tuple(
    (re.compile(pattern), latin)
    for pattern, latin in (
        (r"[\u064b-\u0650\u0652\u0670]", ""),
        (r"\bعبد ?ال(?!له|لة)", "ABDUL "),
        (r"(?<=\w) ?(?:الله|اللة|ٱلله)\b", "ULLAH"),
        (r"(?<=\w) ?(?:الدین|الدين)\b", "UDDIN"),
        (r"\bال(?=\w\w)", "AL "),
        (r"\bو|و(?=[اآ])", "W"),
        (r"\b[يی]|[يی](?=[اآ])", "Y"),
    )
)
_ABJAD = re.compile(r"[\u0590-\u06ff]")
_LATIN = re.compile(r"[A-Za-z]")
_HAN = re.compile(r"[\u3400-\u9fff\uac00-\ud7af]")
_SYLLABLE = re.compile(r"([a-z])([A-Z])")
_WORD = re.compile(r"[A-Z0-9]+")
# what a reader of worn print takes a letter for
_DIGIT_LETTERS: Final = str.maketrans("0123456789", "OIZEASGTBG")


@lru_cache(maxsize=1 << 17)
def words(name: str) -> tuple[str, ...]:
    """Words of a name in the order written, upper case; empty where nothing readable is left.

    Apostrophes join, everything else that is no letter divides. Digits inside words are taken for the letters that
    they are misread from. Scripts other than Latin are romanised by sound (anyascii), not by Doc 9303.
    """
    text = _readable(name[:_LONGEST_NAME])
    latin = text if text.isascii() else anyascii(_read_arabic(text))
    # Chinese and Korean come out a syllable at a time, each with a capital: LiXiannian is three words
    if not text.isascii():
        latin = _SYLLABLE.sub(r"\1 \2", latin) if _HAN.search(text) else latin
    return tuple(map(_without_digits, _WORD.findall(latin.upper().translate(_JOINED))))


def _readable(name: str) -> str:
    """Compatible characters only, none that join and none that are invisible."""
    text = name if name.isascii() else unicodedata.normalize("NFKC", name).translate(_MARKED)
    text = text.translate(_JOINED)
    if text.isprintable():  # so nothing in it is invisible
        return text
    return "".join(c for c in text if c.isspace() or unicodedata.category(c) not in _INVISIBLE)


def is_unvowelled(name: str) -> bool:
    """Written in Arabic or Hebrew script alone, which leave short vowels out: it is compared by its consonants."""
    return not name.isascii() and _ABJAD.search(name) is not None and _LATIN.search(name) is None


def _read_arabic(text: str) -> str:
    if text.isascii() or _ABJAD.search(text) is None:
        return text
    for pattern, latin in _ARABIC_HABITS:
        text = pattern.sub(latin, text)
    return text.translate(_ARABIC)


_INVISIBLE: Final = frozenset({"Cf", "Cc"})


def _without_digits(word: str) -> str:
    if word.isalpha() or word.isdecimal():
        return word
    return word.translate(_DIGIT_LETTERS)
