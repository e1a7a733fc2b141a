"""What kinds, topics, tools and places of scenarios are called, on a screen and on paper."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ledger.text import Text

CASE_CLASSES: Final[Mapping[str, Text]] = {
    "N": Text(id="tanpa masalah", en="innocent"),
    "D": Text(id="dokumen bermasalah", en="document fraud"),
    "V": Text(id="korban perdagangan orang", en="victim of trafficking"),
    "T": Text(id="pelaku perdagangan orang", en="trafficker"),
    "A": Text(id="tidak jelas", en="ambiguous"),
    "Q": Text(id="sistem atau data yang salah", en="system or data at fault"),
}
TOPICS: Final[Mapping[str, Text]] = {
    "document": Text(id="dokumen", en="documents"),
    "identity": Text(id="identitas", en="identity"),
    "watchlist": Text(id="daftar pantau", en="watchlist"),
    "protection": Text(id="perlindungan", en="protection"),
    "child": Text(id="anak", en="children"),
    "rules": Text(id="aturan", en="rules"),
    "system": Text(id="sistem", en="the system"),
}
COMPETENCIES: Final[Mapping[str, Text]] = {
    "examine": Text(id="memeriksa dokumen", en="examine documents"),
    "compare": Text(id="membandingkan data", en="compare what is stated"),
    "interview": Text(id="mewawancarai", en="interview"),
    "corroborate": Text(id="menguatkan bukti", en="corroborate"),
    "decide": Text(id="memutuskan", en="decide"),
    "protect": Text(id="melindungi", en="protect"),
    "automation": Text(id="tidak menuruti mesin begitu saja", en="not follow the machine blindly"),
    "fairness": Text(id="memperlakukan dengan adil", en="treat people fairly"),
}
LEVELS: Final[Mapping[str, Text]] = {
    "easy": Text(id="mudah", en="easy"),
    "middle": Text(id="sedang", en="medium"),
    "hard": Text(id="sulit", en="hard"),
}
TOOLS: Final[Mapping[str, Text]] = {
    "eye": Text(id="mata", en="the eye"),
    "loupe": Text(id="kaca pembesar", en="loupe"),
    "uv": Text(id="UV", en="UV"),
    "ir": Text(id="inframerah", en="infrared"),
    "mrz": Text(id="teks MRZ", en="text of the MRZ"),
    "chip": Text(id="cip", en="chip"),
}
STYLES: Final[Mapping[str, Text]] = {
    "open": Text(id="terbuka", en="open"),
    "closed": Text(id="tertutup", en="closed"),
    "leading": Text(id="mengarahkan", en="leading"),
    "threatening": Text(id="mengancam", en="threatening"),
    "rapport": Text(id="membangun kepercayaan", en="building trust"),
}
ACTS: Final[Mapping[str, Text]] = {
    "ask": Text(id="bertanya", en="ask"),
    "separate": Text(id="memisahkan", en="separate"),
    "interpreter": Text(id="juru bahasa", en="interpreter"),
    "call": Text(id="menelepon", en="telephone"),
    "look_up": Text(id="mencari di daftar", en="look up"),
    "give": Text(id="memberi", en="hand over"),
    "alert": Text(id="memberi tahu", en="alert"),
}
REGIONS: Final[Mapping[str, Text]] = {
    "photo": Text(id="foto", en="photograph"),
    "birth_date": Text(id="tanggal lahir", en="date of birth"),
    "number": Text(id="nomor", en="number"),
    "expires": Text(id="berlaku sampai", en="valid until"),
    "code": Text(id="kode negara", en="code of the state"),
    "rosette": Text(id="roset", en="rosette"),
    "microprint": Text(id="cetak mikro", en="microprint"),
    "ghost": Text(id="foto bayangan", en="second portrait"),
    "mrz": Text(id="MRZ", en="MRZ"),
    "perforation": Text(id="perforasi", en="perforation"),
    "seam": Text(id="jahitan", en="seam"),
}
DOCUMENT_TYPES: Final[Mapping[str, Text]] = {
    "td3": Text(id="paspor", en="passport"),
    "td1": Text(id="kartu identitas", en="identity card"),
    "td2": Text(id="kartu kecil", en="small card"),
    "mrv_a": Text(id="visa", en="visa"),
    "mrv_b": Text(id="visa kecil", en="small visa"),
}


def word(words: Mapping[str, Text], key: str) -> Text:
    """The word; the key itself where there is none."""
    return words.get(key) or Text(id=key, en=key)
