"""What a fact is called: `passport.chip.dob` is the birth date in the chip, to people who must link it to another."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ledger.text import Text
from lintas.v1 import training_pb2 as wire

_PLACES: Final = {
    "page": Text(id="halaman", en="page"),
    "mrz": Text(id="MRZ", en="MRZ"),
    "chip": Text(id="cip", en="chip"),
}
_FIELDS: Final = {
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
_GROUPS: Final = {
    "bearer": Text(id="Pelintas", en="The traveller"),
    "journey": Text(id="Perjalanan", en="The journey"),
    "companion": Text(id="Pendamping", en="Companions"),
    "answer": Text(id="Jawaban", en="Answers"),
    "shown": Text(id="Yang terlihat", en="What is seen"),
    "hit": Text(id="Daftar pantau", en="Watchlist"),
    "passport": Text(id="Paspor", en="Passport"),
    "visa": Text(id="Visa", en="Visa"),
}


def told(fact: wire.TrainingFact) -> Text:
    """The label where there is one, then what is known: `page, date of birth: 2008-02-19`."""
    text = Text(id=fact.text.id, en=fact.text.en)
    parts = fact.name.split(".")
    labels = [_PLACES.get(part) or _FIELDS.get(part) for part in parts[1:]]
    known = [label for label in labels if label is not None]
    if not known or (parts[0] not in {"journey"} and parts[1] not in _PLACES):
        return text
    return Text(
        id=f"{', '.join(each.id for each in known)}: {text.id}", en=f"{', '.join(each.en for each in known)}: {text.en}"
    )


def grouped(facts: Iterable[wire.TrainingFact]) -> list[tuple[Text, list[tuple[str, Text]]]]:
    """Facts by what they are about, in the order of the case; names with their labels."""
    groups: dict[str, list[tuple[str, Text]]] = {}
    for fact in facts:
        groups.setdefault(fact.name.split(".")[0], []).append((fact.name, told(fact)))
    return [(_GROUPS.get(key) or Text(id=key, en=key), found) for key, found in groups.items()]
