"""The booth's words for what the service says in codes; the command line's words serve here, too."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ledger.text import Text

ADVICE_LIGHT: Final[Mapping[str, str]] = {
    "ADVICE_KIND_CLEAR": "ok",
    "ADVICE_KIND_RETRY": "warn",
    "ADVICE_KIND_REFER": "bad",
    "ADVICE_KIND_PROTECT": "care",
    "ADVICE_KIND_UNSPECIFIED": "none",
}
ADVICE_MEANING: Final[Mapping[str, Text]] = {
    "ADVICE_KIND_CLEAR": Text(
        id="Tidak ada yang menghalangi pada dokumen, daftar pantau, dan petunjuk perlindungan.",
        en="Nothing stands against it: document, watchlist and protection.",
    ),
    "ADVICE_KIND_RETRY": Text(
        id="Pembacaan belum dapat diandalkan. Letakkan dokumen sekali lagi.",
        en="The reading cannot be relied on yet. Place the document once more.",
    ),
    "ADVICE_KIND_REFER": Text(
        id="Ada yang perlu dilihat lebih teliti di pemeriksaan lanjutan.",
        en="Something needs a closer look at secondary inspection.",
    ),
    "ADVICE_KIND_PROTECT": Text(
        id="Orang ini mungkin memerlukan perlindungan. Bicaralah dengan tenang dan tanpa pendamping.",
        en="This person may need protection. Speak calmly, and without whoever travels along.",
    ),
    "ADVICE_KIND_UNSPECIFIED": Text(id="Belum ada saran.", en="No advice."),
}
ADVICE_NONE: Final = Text(id="TANPA SARAN", en="NO ADVICE")
RESULT_LIGHT: Final[Mapping[str, str]] = {
    "CHECK_RESULT_SUCCESSFUL": "ok",
    "CHECK_RESULT_FAILED": "bad",
    "CHECK_RESULT_UNDETERMINED": "warn",
    "CHECK_RESULT_NOT_SUPPORTED": "none",
    "CHECK_RESULT_ABORTED": "none",
    "CHECK_RESULT_UNSPECIFIED": "none",
}
NO_RESULT: Final = Text(id="tidak diperiksa", en="not checked")
GROUP: Final[Mapping[str, Text]] = {
    "CHECK_GROUP_OPTICAL": Text(id="Optik", en="Optical"),
    "CHECK_GROUP_ELECTRONIC": Text(id="Elektronik (cip)", en="Electronic (chip)"),
    "CHECK_GROUP_COMBINED": Text(id="Gabungan", en="Combined"),
    "CHECK_GROUP_SEAL": Text(id="Segel digital", en="Digital seal"),
    "CHECK_GROUP_UNSPECIFIED": Text(id="Lainnya", en="Other"),
}
TRACK: Final[Mapping[str, Text]] = {
    "DOCUMENT": Text(id="Dokumen", en="Document"),
    "WATCHLIST": Text(id="Daftar pantau", en="Watchlist"),
    "PROTECTION": Text(id="Perlindungan", en="Protection"),
    "READING": Text(id="Pembacaan", en="Reading"),
    "POLICY": Text(id="Kebijakan", en="Policy"),
}
READING_NOTE: Final[Mapping[str, Text]] = {
    "LOW_CONFIDENCE": Text(id="keyakinan rendah", en="low confidence"),
    "REPAIRED": Text(id="ada karakter yang dibetulkan", en="characters were repaired"),
    "CUT_AT_EDGE": Text(id="terpotong di tepi gambar", en="cut at the edge of the picture"),
    "SECOND_OPINION": Text(id="dibaca dua mesin", en="read by two engines"),
    "SECOND_OPINION_DISAGREES": Text(id="dua mesin tidak sependapat", en="two engines disagree"),
    "SEVERAL_DOCUMENTS": Text(id="ada beberapa dokumen pada gambar", en="several documents in the picture"),
}
DIRECTION: Final[Mapping[str, Text]] = {
    "DIRECTION_ARRIVAL": Text(id="Kedatangan", en="Arrival"),
    "DIRECTION_DEPARTURE": Text(id="Keberangkatan", en="Departure"),
}
PURPOSE: Final[Mapping[str, Text]] = {
    "PURPOSE_TOURISM": Text(id="Wisata", en="Tourism"),
    "PURPOSE_FAMILY": Text(id="Keluarga", en="Family"),
    "PURPOSE_BUSINESS": Text(id="Urusan usaha", en="Business"),
    "PURPOSE_WORK": Text(id="Bekerja", en="Work"),
    "PURPOSE_STUDY": Text(id="Belajar", en="Study"),
    "PURPOSE_RELIGION": Text(id="Ibadah", en="Religion"),
    "PURPOSE_MEDICAL": Text(id="Berobat", en="Medical treatment"),
    "PURPOSE_TRANSIT": Text(id="Transit", en="Transit"),
    "PURPOSE_RETURN_HOME": Text(id="Pulang", en="Going home"),
    "PURPOSE_OTHER": Text(id="Lainnya", en="Other"),
}
PAYER: Final[Mapping[str, Text]] = {
    "PAYER_SELF": Text(id="Sendiri", en="The traveller"),
    "PAYER_FAMILY": Text(id="Keluarga", en="Family"),
    "PAYER_EMPLOYER": Text(id="Pemberi kerja", en="Employer"),
    "PAYER_AGENCY": Text(id="Agen", en="Agency"),
    "PAYER_COMPANION": Text(id="Pendamping", en="Companion"),
    "PAYER_OTHER": Text(id="Orang lain", en="Somebody else"),
}
VISA_CLASS: Final[Mapping[str, Text]] = {
    "VISA_CLASS_VISIT": Text(id="Kunjungan", en="Visit"),
    "VISA_CLASS_TRANSIT": Text(id="Transit", en="Transit"),
    "VISA_CLASS_WORK": Text(id="Kerja", en="Work"),
    "VISA_CLASS_STUDY": Text(id="Belajar", en="Study"),
    "VISA_CLASS_FAMILY": Text(id="Keluarga", en="Family"),
    "VISA_CLASS_RESIDENCE": Text(id="Tinggal tetap", en="Residence"),
}
SEX: Final[Mapping[str, Text]] = {
    "SEX_FEMALE": Text(id="Perempuan (F)", en="Female (F)"),
    "SEX_MALE": Text(id="Laki-laki (M)", en="Male (M)"),
    "SEX_X": Text(id="X", en="X"),
}
STANDING: Final[Mapping[str, Text]] = {
    "CUE_STANDING_COUNTED": Text(id="berlaku", en="counts"),
    "CUE_STANDING_CANCELLED": Text(id="sudah terjelaskan", en="explained"),
    "CUE_STANDING_ASKING": Text(id="hanya memunculkan pertanyaan", en="only chose a question"),
    "CUE_STANDING_LOGGED": Text(id="hanya dicatat", en="only logged"),
    "CUE_STANDING_UNSPECIFIED": Text(id="-", en="-"),
}
EVIDENCE_SIDE: Final = {
    "for": Text(id="mendukung", en="for"),
    "strongly_for": Text(id="sangat mendukung", en="strongly for"),
    "against": Text(id="menentang", en="against"),
    "strongly_against": Text(id="sangat menentang", en="strongly against"),
    "neutral": Text(id="tidak berkata apa-apa", en="says nothing"),
}
