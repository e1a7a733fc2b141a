"""Words of an exercise in the terminal."""

from __future__ import annotations

from typing import Final

from ledger.text import Text

HELP: Final = Text(
    id=(
        "facts                 fakta yang dapat ditunjuk, bernomor\n"
        "questions             langkah yang dapat diambil, bernomor\n"
        "ask N                 ambil langkah nomor N\n"
        "look DOC TOOL [PLACE] lihat: eye loupe uv ir; PLACE: photo birth_date … atau 0.3,0.4,0.5,0.5\n"
        "                      DOC.inner halaman sesudah halaman data (paspor)\n"
        "scan [report]         pindai dengan mesin; report: laporkan temuan\n"
        "cite N [M]            kaitkan dua fakta sebagai bukti; uncite N [M] menariknya\n"
        "write TEXT            tulis alasan\n"
        "decide OUTCOME PERCENT  putuskan: clear refer defer refuse hold protect, dan seberapa yakin\n"
        "quit                  berhenti tanpa memutuskan"
    ),
    en=(
        "facts                 facts that can be pointed at, numbered\n"
        "questions             steps that can be taken, numbered\n"
        "ask N                 take step number N\n"
        "look DOC TOOL [PLACE] look: eye loupe uv ir; PLACE: photo birth_date … or 0.3,0.4,0.5,0.5\n"
        "                      DOC.inner the page after the data page (passports)\n"
        "scan [report]         scan with the engine; report: tell it what was found\n"
        "cite N [M]            link two facts as evidence; uncite N [M] takes it back\n"
        "write TEXT            write the reason down\n"
        "decide OUTCOME PERCENT  decide: clear refer defer refuse hold protect, and how sure\n"
        "quit                  leave without deciding"
    ),
)
NOT_UNDERSTOOD: Final = Text(id="Tidak dimengerti. `help` menjelaskan.", en="Not understood. `help` explains.")
NO_SUCH_NUMBER: Final = Text(id="Tidak ada nomor itu.", en="There is no such number.")
DOCUMENTS: Final = Text(id="Dokumen", en="Documents")
COMPANION: Final = Text(id="Pendamping", en="Companion")
TRAVELLER: Final = Text(id="Pelintas", en="Traveller")
QUEUE: Final = Text(id="orang menunggu", en="people are waiting")
LINK_DOWN: Final = Text(
    id="Tidak tersambung ke pusat; daftar berumur {} jam.", en="No link to the centre; the list is {} hours old."
)
NOTED: Final = Text(id="Dicatat.", en="Noted.")
SAVED: Final = Text(id="Gambar", en="Picture")
LEFT: Final = Text(id="Latihan ditinggalkan; tidak ada yang disimpan.", en="Left; nothing was kept.")
YOUR_DECISION: Final = Text(id="Keputusan Anda", en="Your decision")
HOW_IT_FELT: Final = Text(id="Bagaimana rasanya", en="How it felt")
WHAT_WAS_GOING_ON: Final = Text(id="Yang sebenarnya terjadi", en="What was going on")
WHAT_COULD_BE_SEEN: Final = Text(id="Yang dapat dilihat", en="What could be seen")
TO_TAKE_ALONG: Final = Text(id="Untuk dibawa pulang", en="To take along")
DECISIONS: Final = Text(id="Keputusan", en="Decisions")
EVIDENCE: Final = Text(id="Bukti", en="Evidence")
PLANTED: Final = Text(id="Yang sengaja ditanam", en="What was planted")
HARM: Final = Text(id="Kerugian", en="Harm")
CITED: Final = Text(id="dikutip", en="cited")
MISSED: Final = Text(id="terlewat", en="missed")
DECOY: Final = Text(id="pengecoh", en="decoy")
FOUND: Final = Text(id="ditemukan", en="found")
POINTS: Final = Text(id="Nilai", en="Points")
STRAY: Final = Text(id="Kaitan yang tidak membuktikan apa pun", en="Links that show nothing")
ADVICE_WAS_WRONG: Final = Text(
    id="Saran yang ditampilkan sengaja dibuat salah.", en="The advice shown was wrong on purpose."
)
TIME: Final = Text(id="Waktu (tidak dinilai)", en="Time (not scored)")
HANDED_OVER: Final = Text(id="Diteruskan ke kursi kedua", en="Passed on to the second seat")
LOST: Final = Text(id="Tidak diteruskan", en="Not passed on")
IDLE: Final = Text(id="Fakta yang tidak menunjukkan apa pun", en="Facts that show nothing")
CASE: Final = Text(id="Kasus", en="Case")
