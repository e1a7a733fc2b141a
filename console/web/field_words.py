"""Labels of fields as the forms have them, and what services say of them, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ledger.text import Text

LABELS: Final[Mapping[str, Text]] = {
    # the document
    "image": Text(id="gambar dokumen", en="picture of the document"),
    "mrz_lines": Text(id="baris MRZ", en="MRZ lines"),
    "visa_mrz_lines": Text(id="MRZ visa", en="MRZ of the visa"),
    "chip_mrz_lines": Text(id="MRZ dari cip", en="MRZ from the chip"),
    "surname": Text(id="nama keluarga", en="surname"),
    "given_names": Text(id="nama depan", en="given names"),
    "document_number": Text(id="nomor dokumen", en="document number"),
    "issuing_state": Text(id="negara penerbit", en="issuing state"),
    "nationality": Text(id="kewarganegaraan", en="nationality"),
    "birth_date": Text(id="tanggal lahir", en="date of birth"),
    "expiry_date": Text(id="tanggal habis berlaku", en="date of expiry"),
    "issue_date": Text(id="tanggal penerbitan", en="date of issue"),
    "birth_place": Text(id="tempat lahir", en="place of birth"),
    "personal_number": Text(id="nomor pribadi", en="personal number"),
    "sex": Text(id="jenis kelamin", en="sex"),
    # the journey
    "direction": Text(id="arah", en="direction"),
    "purpose": Text(id="tujuan", en="purpose"),
    "stay_until": Text(id="tinggal sampai", en="stay until"),
    "origin": Text(id="dari (kode tempat)", en="from (place code)"),
    "destination": Text(id="ke (kode tempat)", en="to (place code)"),
    "flight": Text(id="penerbangan atau kapal", en="flight or ship"),
    "payer": Text(id="siapa yang membayar", en="who paid"),
    "agency": Text(id="agen", en="agency"),
    "group_size": Text(id="jumlah orang dalam pemesanan", en="persons in the booking"),
    "contact_hashes": Text(id="kontak", en="contacts"),
    "visa_class": Text(id="visa atau izin", en="visa or permit"),
    "max_stay_days": Text(id="hari yang diberikan", en="days granted"),
    "party": Text(id="yang bepergian bersama", en="who travels along"),
    "party_links": Text(id="hubungan antarpelintas", en="relations of those who travel together"),
    "member": Text(id="kasus atau label", en="case or label"),
    "relation": Text(id="mengaku sebagai", en="says to be"),
    "age": Text(id="umur", en="age"),
    "holds": Text(id="memegang dokumen pelintas", en="holds the traveller's papers"),
    "officer_cues": Text(id="isyarat", en="cues"),
    "counter_cues": Text(id="isyarat yang menenangkan", en="reassuring cues"),
    # decisions, calls, referrals, outcomes, tips, leads
    "outcome": Text(id="keputusan", en="outcome"),
    "decision": Text(id="putusan", en="decision"),
    "state": Text(id="putusan", en="decision"),
    "reason": Text(id="alasan", en="reason"),
    "reason_code": Text(id="alasan", en="reason"),
    "note": Text(id="catatan", en="note"),
    "emergency": Text(id="keadaan darurat", en="emergency"),
    "confirms_decision_id": Text(id="keputusan yang ditegaskan", en="decision that is confirmed"),
    "etag": Text(id="keadaan yang dilihat", en="state that was seen"),
    "request_id": Text(id="formulir", en="form"),
    "case": Text(id="kasus", en="case"),
    "name": Text(id="nama", en="name"),
    "call_time": Text(id="waktu panggilan", en="time of the call"),
    "parent_reached": Text(id="orang tua terhubung", en="parent reached"),
    "confirms_journey": Text(id="mengetahui perjalanan ini", en="knows of the journey"),
    "number_source": Text(id="asal nomor telepon", en="where the number was found"),
    "consent_paper": Text(id="surat persetujuan", en="consent paper"),
    "consent": Text(id="persetujuan", en="consent"),
    "service": Text(id="layanan", en="service"),
    "decided_by": Text(id="siapa yang menyimpulkan", en="who decided that"),
    "status": Text(id="hasil", en="status"),
    "stage": Text(id="tahap", en="stage"),
    "minutes": Text(id="berapa menit ditahan", en="minutes kept"),
    "reference": Text(id="rujukan", en="reference"),
    "receive_time": Text(id="waktu diterima", en="time of receipt"),
    # insight and the record
    "start_time": Text(id="dari", en="from"),
    "end_time": Text(id="sampai", en="until"),
    "heads": Text(id="kepala rantai yang dicatat", en="heads noted earlier"),
    "kind": Text(id="jenis", en="kind"),
    "officer_id": Text(id="petugas", en="officer"),
    "subject": Text(id="tentang", en="about"),
    "limit": Text(id="jumlah", en="number of rows"),
    # the desk
    "file": Text(id="berkas", en="file"),
    "chunk": Text(id="berkas", en="file"),
    "list_id": Text(id="daftar", en="list"),
    "source": Text(id="format", en="format"),
    "objection_reference": Text(id="nomor surat keberatan", en="number of the objection"),
    "review_date": Text(id="ditinjau pada", en="review on"),
    "months": Text(id="bulan", en="months"),
    "what": Text(id="tindakan", en="what to do"),
    "targets": Text(id="entri", en="entries"),
    # a running class
    "amount": Text(id="jam atau orang", en="hours or people"),
    "words": Text(id="kata Anda sendiri", en="your own words"),
    "trainer": Text(id="pelatih lain", en="another trainer"),
}
_REQUIRED: Final = Text(id="wajib diisi", en="required")
DESCRIPTIONS: Final[Mapping[str, Text]] = {
    "required": _REQUIRED,
    "required for this category": Text(id="wajib untuk kategori ini", en="required for this category"),
    "does not fit the category": Text(id="tidak cocok dengan kategorinya", en="does not fit the category"),
    "a document needs its issuer": Text(id="dokumen memerlukan penerbitnya", en="a document needs its issuer"),
    "training states never stand on the live list": Text(
        id="negara latihan tidak pernah ada di daftar sungguhan", en="training states never stand on the live list"
    ),
    "choose one": Text(id="pilih salah satu", en="choose one"),
    "choose a decision first": Text(id="pilih keputusan dahulu", en="choose a decision first"),
    "approve, reject or withdraw": Text(id="setujui, tolak, atau tarik kembali", en="approve, reject or withdraw"),
    "looked at, passed on or set aside": Text(
        id="pilih: dilihat, diteruskan, atau dikesampingkan", en="choose: looked at, passed on or set aside"
    ),
    "say why it is set aside, or to whom it was passed on": Text(
        id="tulis mengapa dikesampingkan, atau kepada siapa diteruskan",
        en="say why it is set aside, or to whom it was passed on",
    ),
    "not a date": Text(id="bukan tanggal", en="not a date"),
    "a date such as 1985-03-12 or 12-03-1985": Text(
        id="tanggal seperti 1985-03-12 atau 12-03-1985", en="a date such as 1985-03-12 or 12-03-1985"
    ),
    "year, month and day are needed": Text(id="tahun, bulan, dan hari diperlukan", en="year, month and day are needed"),
    "one of the list": Text(id="pilih dari daftar", en="choose from the list"),
    "must lie after valid_from": Text(id="harus sesudah awal berlakunya", en="must lie after the first day"),
    "lies in the past": Text(id="sudah lewat", en="lies in the past"),
    "lies in the future": Text(id="belum terjadi", en="lies in the future"),
    "there is such an entry": Text(id="entri itu sudah ada", en="there is such an entry"),
    "says what the entry says already": Text(id="tidak mengubah apa pun", en="changes nothing"),
    "only an extension makes it longer": Text(
        id="hanya perpanjangan yang dapat menambah waktunya", en="only an extension makes it longer"
    ),
    "another category is another decision": Text(
        id="kategori lain adalah keputusan lain: usulkan entri baru",
        en="another category is another decision: propose a new entry",
    ),
    "one a line: issuer, number, and the code if known, as in IDN X1234567 P": Text(
        id="satu per baris: penerbit, nomor, dan kode bila diketahui, seperti IDN X1234567 P",
        en="one a line: issuer, number, and the code if known, as in IDN X1234567 P",
    ),
    "names somebody who is not in the party": Text(
        id="menyebut orang yang tidak ada dalam rombongan", en="names somebody who is not in the party"
    ),
    "contradicts another relation of the same two people": Text(
        id="bertentangan dengan hubungan lain dari dua orang yang sama",
        en="contradicts another relation of the same two people",
    ),
    "a child cannot be as old as its parent or grandparent": Text(
        id="anak tidak mungkin setua orang tua atau kakek-neneknya",
        en="a child cannot be as old as its parent or grandparent",
    ),
    "somebody would be their own ancestor": Text(
        id="ada yang menjadi leluhurnya sendiri", en="somebody would be their own ancestor"
    ),
    "comes twice, or is 'traveller'": Text(
        id="tertulis dua kali, atau memakai kata 'traveller'", en="comes twice, or is 'traveller'"
    ),
    "no such id in the catalogue": Text(id="tidak ada dalam katalog", en="not in the catalogue"),
    "the list is empty": Text(id="daftarnya kosong", en="the list is empty"),
    "choose the list's file": Text(id="pilih berkas daftarnya", en="choose the list's file"),
    "choose a case": Text(id="pilih kasus", en="choose a case"),
    "choose what happens": Text(id="pilih kejadian", en="choose what happens"),
    "hours or people, as a number": Text(id="tulis jam atau orang sebagai angka", en="hours or people, as a number"),
    "no such place in the order": Text(id="tidak ada kasus dengan nomor itu", en="there is no case of that number"),
    "no trainer has an account of this name": Text(
        id="tidak ada pelatih dengan akun bernama itu", en="no trainer has an account of this name"
    ),
    "must be later than start_time": Text(id="harus sesudah tanggal awal", en="must be later than the first day"),
}
# descriptions with numbers in them
PATTERNS: Final[tuple[tuple[str, Text], ...]] = (
    (
        r"(?:a number from |between )?(?P<least>-?[\d,.]+) (?:to|and) (?P<most>-?[\d,.]+)",
        Text(id="angka dari {least} sampai {most}", en="a number from {least} to {most}"),
    ),
    (r"at least (?P<least>[\d,.]+)", Text(id="paling sedikit {least}", en="at least {least}")),
    (
        r"at most (?P<most>[\d,.]+) months after valid_from",
        Text(id="paling lama {most} bulan sesudah awal berlakunya", en="at most {most} months after the first day"),
    ),
    (
        r"give valid_from and valid_until: at most (?P<most>[\d,.]+) months",
        Text(
            id="isi awal dan akhir berlakunya: paling lama {most} bulan",
            en="give the first day and the end: at most {most} months",
        ),
    ),
    (
        r"(?P<least>\d+) to (?P<most>\d+) for this kind",
        Text(id="untuk kejadian ini: angka dari {least} sampai {most}", en="for this: a number from {least} to {most}"),
    ),
    (
        r"at most (?P<most>\d+) characters on one line",
        Text(id="paling banyak {most} huruf dalam satu baris", en="at most {most} characters on one line"),
    ),
    (r"at most (?P<most>[\d,.]+) characters", Text(id="paling banyak {most} huruf", en="at most {most} characters")),
    (r"at most (?P<most>[\d,.]+) days", Text(id="paling lama {most} hari", en="at most {most} days")),
    (r"at most (?P<most>[\d,.]+) lines", Text(id="paling banyak {most} baris", en="at most {most} lines")),
    (r"at most (?P<most>[\d,.]+)(?: \w+)?", Text(id="paling banyak {most}", en="at most {most}")),
)
UNKNOWN_DESCRIPTION: Final = "isian ini belum benar; periksa lagi"
