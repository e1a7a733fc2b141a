"""How two travellers are related, in a closed set of codes; words of both languages are understood."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from types import MappingProxyType
from typing import Final


class Relation(Enum):
    """What one is to the other. Kinship is as claimed; a word that is not understood is no relation at all.

    `is_kin`: family, or a guardian who stands for it. `is_elder`: a parent or grandparent, who is older than the other.
    `is_generation`: one of the two is a parent or grandparent of the other.
    """

    is_kin: bool
    is_elder: bool
    is_generation: bool

    def __new__(cls, code: str, kinship: str) -> Relation:
        """The code is the value; kinship is kept beside it."""
        relation = object.__new__(cls)
        relation._value_ = code
        relation.is_kin = bool(kinship)
        # plain attributes: a party of 200 asks for them often
        relation.is_elder = code in {"parent", "grandparent"}
        relation.is_generation = code in {"parent", "grandparent", "child", "grandchild"}
        return relation

    PARENT = ("parent", "kin")
    GUARDIAN = ("guardian", "kin")
    GRANDPARENT = ("grandparent", "kin")
    SIBLING = ("sibling", "kin")
    SPOUSE = ("spouse", "kin")
    CHILD = ("child", "kin")
    WARD = ("ward", "kin")
    GRANDCHILD = ("grandchild", "kin")
    RELATIVE = ("relative", "kin")
    FRIEND = ("friend", "")
    COLLEAGUE = ("colleague", "")
    TEACHER = ("teacher", "")
    PUPIL = ("pupil", "")
    EMPLOYER = ("employer", "")
    EMPLOYEE = ("employee", "")
    AGENT = ("agent", "")
    CLIENT = ("client", "")
    NONE = ("none", "")

    @property
    def inverse(self) -> Relation:
        """What the other is to the one."""
        return _INVERSE.get(self._value_, self)


_PAIRS: Final = (
    (Relation.PARENT, Relation.CHILD),
    (Relation.GUARDIAN, Relation.WARD),
    (Relation.GRANDPARENT, Relation.GRANDCHILD),
    (Relation.TEACHER, Relation.PUPIL),
    (Relation.EMPLOYER, Relation.EMPLOYEE),
    (Relation.AGENT, Relation.CLIENT),
)
# by code, since the hash of a string is the cheaper one
_INVERSE: Final[Mapping[str, Relation]] = MappingProxyType(
    {one.value: other for pair in _PAIRS for one, other in (pair, pair[::-1])}
)
_RELATIVES_IN_INDONESIAN: Final = (
    *("bibi", "paman", "tante", "om", "sepupu", "keponakan"),
    *("saudara", "kerabat", "famili", "keluarga", "ipar", "mertua"),
)
_WORDS: Final[Mapping[Relation, tuple[str, ...]]] = MappingProxyType(
    {
        Relation.PARENT: ("mother", "father", "ibu", "ayah", "bapak", "orang tua", "orangtua", "ibu kandung"),
        Relation.GUARDIAN: (
            "legal guardian",
            "wali",
            "foster parent",
            "orang tua asuh",
            "step-parent",
            "orang tua tiri",
        ),
        Relation.GRANDPARENT: ("grandmother", "grandfather", "nenek", "kakek"),
        Relation.SIBLING: ("brother", "sister", "kakak", "adik", "saudara kandung"),
        Relation.SPOUSE: ("husband", "wife", "suami", "istri", "isteri", "pasangan", "partner"),
        Relation.CHILD: ("son", "daughter", "anak", "anak kandung"),
        Relation.WARD: ("anak asuh", "foster child", "anak tiri", "stepchild"),
        Relation.GRANDCHILD: ("cucu", "grandson", "granddaughter"),
        Relation.RELATIVE: ("aunt", "uncle", "cousin", "niece", "nephew", "family", *_RELATIVES_IN_INDONESIAN),
        Relation.FRIEND: ("teman", "sahabat", "kenalan", "acquaintance", "neighbour", "tetangga"),
        Relation.COLLEAGUE: ("co-worker", "rekan kerja", "rekan", "teammate", "crew", "kru"),
        Relation.TEACHER: ("coach", "guru", "pelatih", "pembimbing", "chaperone", "pendamping"),
        Relation.PUPIL: ("student", "siswa", "murid", "player", "pemain", "atlet"),
        Relation.EMPLOYER: ("majikan", "pemberi kerja", "boss", "atasan"),
        Relation.EMPLOYEE: ("pekerja", "karyawan", "worker"),
        Relation.AGENT: (
            "recruiter",
            "broker",
            "sponsor",
            "calo",
            "perekrut",
            "agen",
            "tour leader",
            "ketua rombongan",
        ),
        Relation.CLIENT: ("customer", "peserta", "jemaah", "jamaah", "klien"),
        Relation.NONE: ("stranger", "tidak kenal", "tidak ada hubungan", "unrelated"),
    }
)
_BY_WORD: Final[Mapping[str, Relation]] = MappingProxyType(
    {each.value: each for each in Relation} | {word: each for each, words in _WORDS.items() for word in words}
)


def relation_of(claimed: str) -> Relation | None:
    """The relation that the words claim; None where nothing was claimed or the words are not understood."""
    return _BY_WORD.get(claimed) or _BY_WORD.get(" ".join(claimed.lower().split()))
