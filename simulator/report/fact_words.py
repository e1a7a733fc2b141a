"""What a fact is called: `passport.chip.dob` is the birth date in the chip, on a screen and on paper."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ledger.text import Text

PLACES: Final[Mapping[str, Text]] = {
    "page": Text(id="halaman", en="page"),
    "mrz": Text(id="MRZ", en="MRZ"),
    "chip": Text(id="cip", en="chip"),
}
FIELDS: Final[Mapping[str, Text]] = {
    "surname": Text(id="nama keluarga", en="surname"),
    "given": Text(id="nama depan", en="given names"),
    "number": Text(id="nomor dokumen", en="document number"),
    "inner_number": Text(id="nomor di halaman dalam", en="number on the next page"),
    "dob": Text(id="tanggal lahir", en="date of birth"),
    "sex": Text(id="jenis kelamin", en="sex"),
    "nationality": Text(id="kewarganegaraan", en="nationality"),
    "issuer": Text(id="penerbit", en="issuer"),
    "issued": Text(id="diterbitkan", en="issued"),
    "expires": Text(id="berlaku sampai", en="valid until"),
    "photo": Text(id="foto", en="photograph"),
    "place_of_birth": Text(id="tempat lahir", en="place of birth"),
    "personal_number": Text(id="nomor pribadi", en="personal number"),
    "digits": Text(id="baris", en="lines"),
    "direction": Text(id="arah", en="direction"),
    "legs": Text(id="perjalanan", en="legs"),
    "booking": Text(id="pemesanan", en="booking"),
    "purpose": Text(id="tujuan", en="purpose"),
    "party": Text(id="rombongan", en="party"),
    "party_links": Text(id="hubungan rombongan", en="links of the party"),
    "is_party_complete": Text(id="rombongan lengkap", en="party is complete"),
    "visa": Text(id="visa", en="visa"),
    "stay_until": Text(id="tinggal sampai", en="stays until"),
    "permitted_until": Text(id="izin sampai", en="permitted until"),
    "was_deported": Text(id="pernah dideportasi", en="was deported"),
    "is_placement_registered": Text(id="penempatan terdaftar", en="placement is registered"),
    "is_receiver_verified": Text(id="penerima terverifikasi", en="receiver is verified"),
    "is_passport_issued_far_from_home": Text(id="paspor terbit jauh dari rumah", en="passport issued far from home"),
}
GROUPS: Final[Mapping[str, Text]] = {
    "bearer": Text(id="Pelintas", en="The traveller"),
    "journey": Text(id="Perjalanan", en="The journey"),
    "companion": Text(id="Pendamping", en="Companions"),
    "answer": Text(id="Jawaban", en="Answers"),
    "shown": Text(id="Yang terlihat", en="What is seen"),
    "hit": Text(id="Daftar pantau", en="Watchlist"),
    "passport": Text(id="Paspor", en="Passport"),
    "visa": Text(id="Visa", en="Visa"),
}
