"""The words of a pack on paper."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from ledger.text import Text

TITLE: Final = Text(id="Paket latihan di atas kertas", en="Exercise on paper")
FOR_CLASS: Final = Text(id="Untuk peserta", en="For trainees")
FOR_TRAINER: Final = Text(id="Untuk pelatih saja", en="For the trainer alone")
FOOTER: Final = Text(
    id="Orang, dokumen, dan negara rekaan. Lintas memberi saran, manusia yang memutuskan.",
    en="Invented people, documents and states. Lintas advises, a person decides.",
)
HOW_CLASS: Final = (
    Text(
        id="Baca keadaannya, lalu periksa gambar-gambar dokumen: cahaya tampak, UV, inframerah, kaca pembesar.",
        en="Read the situation, then examine the pictures of the documents: daylight, UV, infrared, loupe.",
    ),
    Text(
        id="Minta jawaban mesin kepada pelatih: satu kartu pindai untuk setiap pemindaian (15 detik).",
        en="Ask the trainer for the machine's answer: one scan card for each scan (15 seconds).",
    ),
    Text(
        id="Tunjukkan kartu pertanyaan satu per satu; pelatih menjawab sebagai pelintas. Tulis urutannya.",
        en="Show question cards one at a time; the trainer answers as the traveller. Write down their order.",
    ),
    Text(
        id="Tulis bukti berpasangan: dua hal yang bersama-sama menunjukkan sesuatu.",
        en="Write evidence in pairs: two things that show something together.",
    ),
    Text(
        id="Putuskan satu kali, dengan tingkat keyakinan dan alasan. Serahkan lembar jawaban.",
        en="Decide once, with how sure you are and why. Hand the answer sheet in.",
    ),
)
HOW_TRAINER: Final = (
    Text(
        id="Cetak bagian peserta satu per orang atau per meja; bagian ini tidak pernah dibagikan.",
        en="Print the trainees' part for each person or desk; this part is never handed out.",
    ),
    Text(
        id="Gunting kartu pertanyaan dan kartu pindai. Kartu “baru setelah …” disimpan dulu, diberikan bila syaratnya "
        "terpenuhi.",
        en="Cut out question cards and scan cards. Keep the cards “only after …” back until their condition holds.",
    ),
    Text(
        id="Mainkan pelintas: jawaban pertama yang syaratnya terpenuhi. Hitung kepercayaan dan tekanan mulai dari 0.",
        en="Play the traveller: the first answer whose condition holds. Count trust and stress from 0.",
    ),
    Text(
        id="Bahas setelah semua lembar terkumpul, dengan urutan: perasaan, apa yang terjadi, mengapa, untuk besok.",
        en="Debrief when all sheets are in, in this order: feelings, what went on, why, for tomorrow.",
    ),
    Text(
        id="Kumpulkan lembar jawaban dan musnahkan setelah pelatihan: namanya samaran, jawabannya tetap milik peserta.",
        en="Collect the answer sheets and destroy them after the course: names are made up, answers stay personal.",
    ),
)
LABELS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "case": Text(id="Kasus", en="Case"),
        "minutes": Text(id="menit", en="minutes"),
        "contents": Text(id="Isi", en="Contents"),
        "how": Text(id="Cara memakai", en="How to use it"),
        "situation": Text(id="Keadaan", en="The situation"),
        "demeanour": Text(id="Yang terlihat", en="What is seen"),
        "says": Text(id="berkata", en="says"),
        "facts": Text(id="Yang diketahui", en="What is known"),
        "documents": Text(id="Dokumen", en="Documents"),
        "visible": Text(id="cahaya tampak", en="daylight"),
        "true_size": Text(id="cahaya tampak, ukuran asli", en="daylight, true size"),
        "uv": Text(id="ultraviolet", en="ultraviolet"),
        "ir": Text(id="inframerah", en="infrared"),
        "inner": Text(id="halaman berikutnya", en="next page"),
        "loupe": Text(id="kaca pembesar", en="loupe"),
        "face": Text(id="wajah di konter", en="the face at the counter"),
        "cards": Text(id="Kartu pertanyaan", en="Question cards"),
        "cut": Text(id="gunting", en="cut out"),
        "seconds": Text(id="detik", en="s"),
        "to": Text(id="kepada", en="to"),
        "only_after": Text(id="baru setelah", en="only after"),
        "no_questions": Text(id="Tidak ada pertanyaan.", en="There is nothing to ask."),
        "sheet": Text(id="Lembar jawaban", en="Answer sheet"),
        "name": Text(id="Nama samaran", en="Made-up name"),
        "order": Text(id="Kartu yang ditunjukkan, berurutan", en="Cards shown, in order"),
        "evidence": Text(id="Bukti", en="Evidence"),
        "this": Text(id="hal ini", en="this"),
        "with": Text(id="bersama", en="together with"),
        "decision": Text(id="Keputusan (satu)", en="Decision (one)"),
        "sure": Text(id="Seberapa yakin", en="How sure"),
        "why": Text(id="Mengapa", en="Why"),
        "best": Text(id="terbaik", en="best"),
        "to_stop": Text(id="perlu dihentikan", en="to be stopped"),
        "innocent": Text(id="tanpa masalah", en="innocent"),
        "truth": Text(id="Siapa pelintas ini sebenarnya", en="Who the traveller truly is"),
        "controls": Text(id="menguasai pelintas", en="controls the traveller"),
        "answers": Text(id="Jawaban pelintas", en="What the traveller answers"),
        "if": Text(id="jika", en="if"),
        "otherwise": Text(id="selain itu", en="otherwise"),
        "then": Text(id="lalu", en="then"),
        "tells": Text(id="menunjukkan", en="shows"),
        "harm": Text(id="merugikan", en="does harm"),
        "private": Text(id="hanya berdua, di luar pendengaran pendamping", en="only out of the companion's hearing"),
        "necessary": Text(id="wajib", en="necessary"),
        "later_cards": Text(id="Kartu untuk nanti", en="Cards for later"),
        "scan_cards": Text(id="Kartu pindai", en="Scan cards"),
        "scan_first": Text(id="Pemindaian pertama", en="First scan"),
        "scan_again": Text(id="Pembacaan kedua", en="Second reading"),
        "scan_informed": Text(id="Bila temuan dilaporkan ke mesin", en="With findings reported to the machine"),
        "machine_says": Text(id="Mesin menyarankan", en="The machine advises"),
        "list_old": Text(id="daftar berumur (jam)", en="age of the list (h)"),
        "no_link": Text(id="tanpa hubungan ke pusat", en="no link to the centre"),
        "key": Text(id="Kunci", en="Key"),
        "decisions": Text(id="Keputusan", en="Decisions"),
        "decoys": Text(id="Yang tidak membuktikan apa pun", en="What proves nothing"),
        "needed": Text(id="perlu", en="needed"),
        "relief": Text(id="meringankan", en="speaks for the traveller"),
        "planted": Text(id="Ditanam di dokumen", en="Planted in the documents"),
        "harms": Text(id="Kerugian", en="Harm"),
        "debrief": Text(id="Pembahasan", en="Debrief"),
        "reactions": Text(id="Bagaimana rasanya?", en="How was it?"),
        "description": Text(id="Yang sebenarnya terjadi", en="What it was"),
        "analysis": Text(id="Mengapa", en="Why"),
        "application": Text(id="Untuk besok", en="Tomorrow"),
    }
)
ADVICE: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "clear": Text(id="LANJUT", en="CLEAR"),
        "retry": Text(id="BACA ULANG", en="READ AGAIN"),
        "refer": Text(id="PERIKSA LANJUTAN", en="REFER"),
        "protect": Text(id="LINDUNGI", en="PROTECT"),
    }
)
