"""What the training room's stable reasons mean to a trainee or a trainer: what happened, what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ledger.text import Text

CLASSROOM_REASONS: Final[Mapping[str, tuple[Text, Text]]] = {
    "SESSION_UNKNOWN": (
        Text(id="Tidak ada sesi dengan kode ini", en="No session has this code"),
        Text(id="Lihat papan sekali lagi.", en="Look at the board again."),
    ),
    "SESSION_CLOSED": (
        Text(id="Sesi ini sudah ditutup", en="This session is closed"),
        Text(id="Pembahasan Anda masih dapat dibaca.", en="Your debriefs can still be read."),
    ),
    "SESSION_FULL": (
        Text(id="Sesi ini penuh", en="This session is full"),
        Text(id="Minta pelatih membuka sesi lain.", en="Ask the trainer to open another one."),
    ),
    "SEAT_TAKEN": (
        Text(id="Kursi ini sudah ditempati", en="Somebody sits there"),
        Text(id="Pilih kursi lain atau meja lain.", en="Choose the other seat, or another desk."),
    ),
    "SEAT_KIND": (
        Text(id="Kursi ini tidak ada di sesi ini", en="This session has no such seat"),
        Text(
            id="Berdua di satu meja: pilih primer atau sekunder. Sendiri: biarkan kosong.",
            en="Two at a desk choose primary or secondary; alone, leave it empty.",
        ),
    ),
    "REJOIN_REFUSED": (
        Text(id="Nomor dan kata itu tidak cocok", en="That number and word do not belong together"),
        Text(
            id="Setelah lima kata yang salah hanya ponsel lama yang dapat kembali; minta pelatih.",
            en="After five wrong words only the old phone can come back; ask the trainer.",
        ),
    ),
    "ALREADY_DECIDED": (
        Text(id="Kasus ini sudah diputuskan", en="This case is decided"),
        Text(id="Tidak ada keputusan kedua. Lihat pembahasannya.", en="There is no second decision. Read the debrief."),
    ),
    "CASE_NOT_OPEN": (
        Text(id="Kasus ini tidak sedang dibuka", en="This case is not open now"),
        Text(id="Muat ulang halaman: pelatih sudah melanjutkan.", en="Load the page again: the trainer has gone on."),
    ),
    "SELF_PACED": (
        Text(id="Semua orang melanjutkan sendiri", en="Everybody goes on by themselves"),
        Text(id="Sesi ini tidak dibuka per kasus.", en="Cases of this session are not opened one by one."),
    ),
    "SCENARIO_UNKNOWN": (
        Text(id="Tidak ada skenario itu", en="There is no such scenario"),
        Text(id="Muat ulang daftar skenario.", en="Load the list of scenarios again."),
    ),
    "CLASS_TOO_SMALL": (
        Text(id="Kelas ini terlalu kecil untuk laporan", en="This class is too small for a report"),
        Text(
            id="Laporan kelas memerlukan tiga peserta atau lebih; kalau kurang, isinya tentang satu orang.",
            en="A class report needs three trainees or more; with fewer it would be about a person.",
        ),
    ),
}
