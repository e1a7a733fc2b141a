"""The command line's own words in both languages; everything else comes bilingual from the service."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ledger.text import Text

ADVICE: Final[Mapping[str, Text]] = {
    "ADVICE_KIND_CLEAR": Text(id="LANJUT", en="CLEAR"),
    "ADVICE_KIND_RETRY": Text(id="BACA ULANG", en="READ AGAIN"),
    "ADVICE_KIND_REFER": Text(id="PERIKSA LANJUTAN", en="REFER"),
    "ADVICE_KIND_PROTECT": Text(id="LINDUNGI", en="PROTECT"),
}
RESULT: Final[Mapping[str, Text]] = {
    "CHECK_RESULT_SUCCESSFUL": Text(id="sesuai", en="successful"),
    "CHECK_RESULT_FAILED": Text(id="gagal", en="failed"),
    "CHECK_RESULT_UNDETERMINED": Text(id="belum pasti", en="undetermined"),
    "CHECK_RESULT_NOT_SUPPORTED": Text(id="tidak didukung", en="not supported"),
    "CHECK_RESULT_ABORTED": Text(id="terhenti", en="aborted"),
}
GRADE: Final[Mapping[str, Text]] = {
    "GRADE_EXACT": Text(id="sama", en="exact"),
    "GRADE_PROBABLE": Text(id="sangat mungkin", en="probable"),
    "GRADE_POSSIBLE": Text(id="mungkin", en="possible"),
    "GRADE_EXCLUDED": Text(id="bukan orang yang sama", en="excluded"),
}
ACTION: Final[Mapping[str, Text]] = {
    "ACTION_UNSPECIFIED": Text(id="-", en="-"),
    "ACTION_VERIFY_IDENTITY": Text(id="pastikan identitas", en="verify identity"),
    "ACTION_REFUSE_DEPARTURE": Text(id="cegah keberangkatan", en="refuse departure"),
    "ACTION_REFUSE_ENTRY": Text(id="tolak masuk", en="refuse entry"),
    "ACTION_DISCREET_REPORT": Text(id="laporkan diam-diam", en="report discreetly"),
    "ACTION_ARREST_ON_WARRANT": Text(id="tangkap sesuai surat perintah", en="arrest on warrant"),
    "ACTION_PROTECT_CHILD": Text(id="lindungi anak", en="protect the child"),
    "ACTION_PROTECT_PERSON": Text(id="lindungi orang ini", en="protect the person"),
    "ACTION_SEIZE_DOCUMENT": Text(id="tahan dokumen", en="seize the document"),
}
STATE: Final[Mapping[str, Text]] = {
    "ENTRY_STATE_UNSPECIFIED": Text(id="-", en="-"),
    "ENTRY_STATE_ACTIVE": Text(id="berlaku", en="active"),
    "ENTRY_STATE_NOT_YET_VALID": Text(id="belum berlaku", en="not yet valid"),
    "ENTRY_STATE_LAPSED": Text(id="sudah berakhir", en="lapsed"),
    "ENTRY_STATE_REVOKED": Text(id="dicabut", en="revoked"),
    "ENTRY_STATE_SUSPENDED": Text(id="ditangguhkan", en="suspended"),
}
OUTCOME: Final[Mapping[str, Text]] = {
    "OUTCOME_UNSPECIFIED": Text(id="belum diputuskan", en="not decided"),
    "OUTCOME_CLEAR": Text(id="lanjut", en="clear"),
    "OUTCOME_REFER": Text(id="periksa lanjutan", en="refer"),
    "OUTCOME_DEFER": Text(id="tunda", en="defer"),
    "OUTCOME_REFUSE": Text(id="tolak", en="refuse"),
    "OUTCOME_HOLD": Text(id="tahan sementara", en="hold"),
    "OUTCOME_PROTECT": Text(id="lindungi", en="protect"),
}
FIELD: Final[Mapping[str, Text]] = {
    "document_code": Text(id="Kode dokumen", en="Document code"),
    "issuing_state": Text(id="Negara penerbit", en="Issuing state"),
    "document_number": Text(id="Nomor dokumen", en="Document number"),
    "nationality": Text(id="Kewarganegaraan", en="Nationality"),
    "birth_date": Text(id="Tanggal lahir", en="Date of birth"),
    "sex": Text(id="Jenis kelamin", en="Sex"),
    "expiry_date": Text(id="Berlaku sampai", en="Date of expiry"),
    "optional_data": Text(id="Data tambahan", en="Optional data"),
    "optional_data_2": Text(id="Data tambahan 2", en="Optional data 2"),
    "primary_identifier": Text(id="Nama keluarga", en="Surname"),
    "secondary_identifier": Text(id="Nama depan", en="Given names"),
    "composite": Text(id="Angka pemeriksa gabungan", en="Composite check digit"),
    "issue_date": Text(id="Tanggal terbit", en="Date of issue"),
    "department": Text(id="Wilayah", en="Department"),
    "office": Text(id="Kantor", en="Office"),
}
LABEL: Final[Mapping[str, Text]] = {
    "advice": Text(id="Saran", en="Advice"),
    "reasons": Text(id="Alasan", en="Reasons"),
    "changes": Text(id="Yang dapat mengubah saran", en="What would change it"),
    "handling": Text(id="Langkah penanganan", en="Handling"),
    "questions": Text(id="Pertanyaan netral", en="Neutral questions"),
    "document": Text(id="Dokumen", en="Document"),
    "checks": Text(id="Pemeriksaan", en="Checks"),
    "overall": Text(id="Keseluruhan", en="Overall"),
    "hits": Text(id="Daftar pantau", en="Watchlist"),
    "no_hits": Text(id="tidak ada yang cocok", en="no hits"),
    "read_by": Text(id="dibaca oleh", en="read by"),
    "confidence": Text(id="keyakinan", en="confidence"),
    "decided": Text(id="Keputusan", en="Decision"),
    "no_mrz": Text(id="Tidak ada MRZ yang ditemukan.", en="No MRZ was found."),
    "person_decides": Text(
        id="Ini saran mesin. Keputusan ada pada petugas.", en="The engine advises. The officer decides."
    ),
}
LEAD_STATE: Final[Mapping[str, Text]] = {
    "LEAD_STATE_NEW": Text(id="baru", en="new"),
    "LEAD_STATE_GROWN": Text(id="bukti bertambah", en="more evidence"),
    "LEAD_STATE_LOOKED_AT": Text(id="sudah dilihat", en="looked at"),
    "LEAD_STATE_PASSED_ON": Text(id="diteruskan", en="passed on"),
    "LEAD_STATE_SET_ASIDE": Text(id="dikesampingkan", en="set aside"),
    "LEAD_STATE_EXPLAINED": Text(id="terjelaskan oleh izin", en="explained by an allowance"),
}
# what patterns count, by the names that leads give
MEASURE: Final[Mapping[str, Text]] = {
    "travellers": Text(id="pelintas", en="travellers"),
    "unrelated": Text(id="kelompok yang tidak saling terkait", en="parties that are strangers to each other"),
    "peak": Text(id="kelompok dalam hari-hari terpadat", en="parties within the busiest days"),
    "due": Text(id="kelompok yang semestinya sudah kembali", en="parties that should have come back"),
    "unreturned": Text(id="kelompok yang belum tercatat kembali", en="parties not seen coming back"),
    "minors": Text(id="anak", en="children"),
    "journeys": Text(id="perjalanan", en="journeys"),
    "links": Text(id="pasang dokumen bernomor urut", en="pairs of documents in sequence"),
    "documents": Text(id="paspor", en="passports"),
    "switches": Text(id="pergantian paspor", en="changes of passport"),
    "agencies": Text(id="agen", en="agencies"),
    "posts": Text(id="TPI", en="posts"),
    "payers": Text(id="pembayar", en="payers"),
}
