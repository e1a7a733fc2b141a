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
    "PACKS_BUSY": (
        Text(id="Dua paket sedang dibuat", en="Two packs are being made"),
        Text(id="Tunggu sampai salah satunya selesai.", en="Wait until one of them is ready."),
    ),
    "CLASS_TOO_SMALL": (
        Text(id="Kelas ini terlalu kecil untuk laporan", en="This class is too small for a report"),
        Text(
            id="Laporan kelas memerlukan tiga peserta atau lebih; kalau kurang, isinya tentang satu orang.",
            en="A class report needs three trainees or more; with fewer it would be about a person.",
        ),
    ),
    "SESSION_PAUSED": (
        Text(id="Pelatih menjeda latihan", en="The trainer has paused the exercise"),
        Text(
            id="Tunggu sebentar: tidak ada yang hilang, dan waktu tidak dihitung.",
            en="Wait a moment: nothing is lost, and no time is counted.",
        ),
    ),
    "SCREENS_FROZEN": (
        Text(id="Semua melihat ke papan", en="Everybody looks at the board"),
        Text(
            id="Kasus Anda tersimpan dan kembali dengan sendirinya.", en="Your case is kept and comes back by itself."
        ),
    ),
    "UNDER_DISCUSSION": (
        Text(id="Kasus ini sedang dibahas", en="This case is being talked about"),
        Text(id="Jawaban Anda tetap seperti adanya.", en="Your answers stay as they are."),
    ),
    "JOIN_SLOW_DOWN": (
        Text(id="Terlalu banyak kode atau kata yang salah", en="Too many wrong codes or words"),
        Text(
            id="Tunggu sepuluh menit, atau minta pelatih. Ponsel yang sudah duduk tetap dapat melanjutkan.",
            en="Wait ten minutes, or ask the trainer. Phones that have a seat go on.",
        ),
    ),
    "NOT_YOUR_SESSION": (
        Text(id="Sesi ini dipegang pelatih lain", en="Another trainer holds this session"),
        Text(id="Minta pelatih itu menambahkan Anda.", en="Ask them to add you."),
    ),
    "CASE_NOT_PLAYED": (
        Text(id="Kasus ini belum dimainkan siapa pun", en="Nobody has had this case yet"),
        Text(id="Pilih kasus yang sudah dibuka.", en="Choose one that was opened."),
    ),
    "NOBODY_AT_WORK": (
        Text(id="Tidak ada kasus yang sedang dikerjakan", en="Nobody is at work on a case"),
        Text(id="Buka kasus dulu; lalu sesuatu dapat terjadi.", en="Open a case first; then something can happen."),
    ),
    "LAST_TRAINER": (
        Text(id="Harus ada yang memegang sesi ini", en="Somebody has to hold this session"),
        Text(id="Tambahkan pelatih lain dulu.", en="Add another trainer first."),
    ),
    "REHEARSAL": (
        Text(id="Ini gladi: tidak ada yang dihitung", en="This is a rehearsal: nothing is counted"),
        Text(id="Laporan ada untuk sesi dengan peserta.", en="Reports are for sessions with trainees."),
    ),
    "NOT_A_REHEARSAL": (
        Text(id="Ini bukan gladi", en="This is no rehearsal"),
        Text(id="Pelatih hanya duduk dalam gladi.", en="Trainers sit down in rehearsals only."),
    ),
    "DEBRIEF_LATER": (
        Text(id="Pembahasan belum dapat dibaca", en="The debrief cannot be read yet"),
        Text(
            id="Datangnya setelah kasus diputuskan, atau ketika pelatih menutup sesi.",
            en="It comes after the case is decided, or when the trainer closes the session.",
        ),
    ),
}
