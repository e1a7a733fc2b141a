"""The demonstration watchlist: a handful of invented persons and documents, one of them met among the samples."""

from __future__ import annotations

from typing import Final

COLUMNS: Final = (
    "entry_id", "kind", "category", "action", "authority", "names", "family", "given", "birth_dates", "birth_places",
    "sex", "nationalities", "documents", "identity_numbers", "legal_ground", "valid_from", "valid_until", "remarks",
)  # fmt: skip

_PERIOD = {"valid_from": "2026-01-15T00:00:00Z", "valid_until": "2036-01-15T00:00:00Z"}
_INVENTED = "Entri peragaan: orang rekaan / demonstration entry: invented person"

ENTRIES: Final[tuple[dict[str, str], ...]] = (
    {
        "entry_id": "DEMO-0001",
        "kind": "person",
        "category": "entry_ban",
        "action": "refuse_entry",
        "authority": "Direktorat Jenderal Imigrasi (peragaan)",
        "names": "KOVARIČEK DANILO ANTE|KOVARICEK DANILO",
        "family": "KOVARIČEK",
        "given": "DANILO ANTE",
        "birth_dates": "1979-11-23",
        "birth_places": "OSIJEK",
        "sex": "M",
        "nationalities": "HRV",
        "legal_ground": "UU 6/2011 Pasal 98 (peragaan)",
        **_PERIOD,
        "remarks": _INVENTED,
    },
    {
        "entry_id": "DEMO-0002",
        "kind": "person",
        "category": "wanted",
        "action": "verify_identity",
        "authority": "Kepolisian Negara Republik Indonesia (peragaan)",
        "names": "HARJOSUMITRO PANDU WIRATAMA|PANDU HARJO SUMITRO",
        "family": "HARJOSUMITRO",
        "given": "PANDU WIRATAMA",
        "birth_dates": "1972-03-09|1972",
        "birth_places": "KEDIRI",
        "sex": "M",
        "nationalities": "IDN",
        "documents": "IDN:P:X0173320",
        "legal_ground": "Daftar pencarian orang (peragaan)",
        **_PERIOD,
        "remarks": _INVENTED,
    },
    {
        "entry_id": "DEMO-0003",
        "kind": "person",
        "category": "missing_person",
        "action": "protect_person",
        "authority": "Kementerian Pemberdayaan Perempuan dan Perlindungan Anak (peragaan)",
        "names": "SIMATUPANG MELATI AYUNDARI",
        "family": "SIMATUPANG",
        "given": "MELATI AYUNDARI",
        "birth_dates": "2009-07-28",
        "birth_places": "BALIGE",
        "sex": "F",
        "nationalities": "IDN",
        "legal_ground": "Laporan orang hilang (peragaan)",
        **_PERIOD,
        "remarks": _INVENTED,
    },
    {
        "entry_id": "DEMO-0004",
        "kind": "document",
        "category": "stolen_document",
        "action": "seize_document",
        "authority": "INTERPOL SLTD (peragaan)",
        "documents": "UTO:P:L46802999",
        "legal_ground": "Laporan kehilangan dokumen (peragaan)",
        **_PERIOD,
        "remarks": "Entri peragaan: dokumen rekaan / demonstration entry: invented document",
    },
    {
        "entry_id": "DEMO-0005",
        "kind": "document",
        "category": "stolen_blank_document",
        "action": "seize_document",
        "authority": "INTERPOL SLTD (peragaan)",
        "documents": "HRV:P:094410001|HRV:P:094410002",
        "legal_ground": "Laporan kehilangan blangko (peragaan)",
        **_PERIOD,
        "remarks": "Entri peragaan: dokumen rekaan / demonstration entry: invented document",
    },
)
