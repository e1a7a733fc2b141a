"""Names of figures, and what a class of some size can and cannot show by them.

Templates have the places {value}, {low}, {high}, {half}, {apart} and {n}.
"""

from __future__ import annotations

from dataclasses import dataclass

from ledger.text import Text


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence for a figure, and one for where there is no such figure."""

    template: Text
    missing: Text


_NOBODY = Text(
    id="Belum ada kasus yang diputuskan, jadi angka ini belum ada.",
    en="No case has been decided, so there is no such figure yet.",
)
ONE_TRAINEE = Text(
    id="Satu peserta bukan kelas: angka ini hanya tentang dia, dan tidak menunjukkan apa pun tentang kelas.",
    en="One trainee is not a class: this figure is about that trainee only and shows nothing about a class.",
)
_NO_CONFIDENCE = Text(
    id="Tidak ada peserta yang menyatakan tingkat keyakinan, jadi kalibrasi tidak dapat dinilai.",
    en="Nobody said how sure they were, so calibration cannot be judged.",
)
NAMES = {
    "points": Text(id="Nilai", en="Score"),
    "hit_rate": Text(id="Tepat dihentikan", en="Rightly stopped"),
    "false_referral_rate": Text(id="Keliru dihentikan", en="Wrongly stopped"),
    "d_prime": Text(id="Ketajaman d′", en="Sensitivity d′"),
    "criterion": Text(id="Ambang c", en="Threshold c"),
    "precision": Text(id="Kutipan bukti yang benar", en="Cited evidence that is true"),
    "recall": Text(id="Bukti yang perlu ditemukan", en="Needed evidence found"),
    "interview": Text(id="Efisiensi wawancara", en="Interview economy"),
    "brier": Text(id="Jarak Brier", en="Brier distance"),
    "overconfidence": Text(id="Keyakinan berlebih", en="Overconfidence"),
    "gain": Text(id="Kenaikan ternormalisasi", en="Normalised gain"),
    "equity": Text(id="Selisih pasangan kembar", en="Matched-pair gap"),
}
CLASS_SAYINGS = {
    "points": Saying(
        Text(
            id="Rata-rata {n} peserta adalah {value} dari 100, antara {low} dan {high}. Kelas lain harus berbeda "
            "sekitar {apart} poin sebelum bedanya berarti. Angka ini tidak mengurutkan perorangan.",
            en="The mean of {n} trainees is {value} of 100, between {low} and {high}. Another class has to differ "
            "by about {apart} points before the difference means anything. It ranks no single person.",
        ),
        _NOBODY,
    ),
    "hit_rate": Saying(
        Text(
            id="Dari orang yang memang perlu dihentikan, kelas ini menghentikan {value} (antara {low} dan {high}). "
            "Kasus latihan lebih sering berisi masalah daripada loket sungguhan; di loket angkanya biasanya lebih "
            "rendah.",
            en="Of the travellers who were to be stopped, this class stops {value} (between {low} and {high}). "
            "Exercises hold more trouble than a real booth does; at the booth the rate is usually lower.",
        ),
        Text(
            id="Tidak ada kasus yang perlu dihentikan, jadi ketepatan menghentikan tidak dapat dinilai.",
            en="No case called for a stop, so stopping rightly cannot be judged.",
        ),
    ),
    "false_referral_rate": Saying(
        Text(
            id="Dari pelintas yang tidak bermasalah, {value} ikut dihentikan (antara {low} dan {high}). Karena hampir "
            "semua pelintas tidak bermasalah, selisih beberapa persen di sini berarti antrean panjang di loket.",
            en="Of the innocent travellers, {value} were stopped (between {low} and {high}). Nearly all travellers are "
            "innocent, so a few per cent here are a long queue at the booth.",
        ),
        Text(
            id="Tidak ada pelintas tanpa masalah, jadi kekeliruan menghentikan tidak dapat dinilai.",
            en="No traveller was innocent, so wrong stops cannot be judged.",
        ),
    ),
    "d_prime": Saying(
        Text(
            id="0 sama dengan menebak, 3 mata yang sangat tajam. Rata-rata kelas {value}, tepat sampai ±{half}. d′ "
            "satu orang dari {cases} kasus hanya tepat sampai sekitar ±{one}: umpan balik, bukan sertifikat.",
            en="0 is guessing, 3 a very good eye. The class's mean is {value}, known to ±{half}. One person's d′ from "
            "{cases} cases is known to about ±{one} only: feedback, never a certificate.",
        ),
        Text(
            id="d′ memerlukan kasus bermasalah dan kasus tanpa masalah; salah satunya tidak ada.",
            en="d′ needs cases to stop and innocent ones; one kind is missing.",
        ),
    ),
    "criterion": Saying(
        Text(
            id="Di bawah 0: kelas mudah menghentikan; di atas 0: mudah meloloskan. Di sini {value} (antara {low} dan "
            "{high}). Tidak ada ambang yang benar untuk semua pos; yang penting adalah memilihnya dengan sadar.",
            en="Below 0 the class stops readily, above 0 it waves on readily. Here it is {value} (between {low} and "
            "{high}). No threshold is right for every post; what matters is to choose it knowingly.",
        ),
        Text(
            id="Ambang memerlukan kasus bermasalah dan kasus tanpa masalah; salah satunya tidak ada.",
            en="The threshold needs cases to stop and innocent ones; one kind is missing.",
        ),
    ),
    "precision": Saying(
        Text(
            id="Dari bobot yang dikutip, {value} memang indikator (antara {low} dan {high}); sisanya pengecoh, atau "
            "dua fakta yang tidak menunjukkan apa pun. Kelas ini dapat memperlihatkan pengecoh mana yang perlu "
            "dibahas, bukan siapa yang berprasangka.",
            en="Of the weight cited, {value} are true indicators (between {low} and {high}); the rest are decoys, "
            "or two facts that show nothing. A class can show which decoys to talk about, not who is prejudiced.",
        ),
        Text(id="Tidak ada bukti yang dikutip.", en="No evidence was cited."),
    ),
    "recall": Saying(
        Text(
            id="Dari bukti yang diperlukan, {value} dikutip (antara {low} dan {high}). Bukti yang dilihat tetapi tidak "
            "dikutip tidak tampak di sini.",
            en="Of the evidence needed, {value} was cited (between {low} and {high}). Evidence that was seen and "
            "not cited does not show here.",
        ),
        Text(id="Tidak ada kasus yang memerlukan bukti.", en="No case called for evidence."),
    ),
    "interview": Saying(
        Text(
            id="Pertanyaan yang perlu ditanyakan dan tidak berlebihan: {value} (antara {low} dan {high}). Mutu nada "
            "dan rasa hormat tidak terukur di sini; itu dibahas dalam debrief.",
            en="The needed questions asked, and few beyond: {value} (between {low} and {high}). Tone and respect "
            "cannot be measured so; they belong in the debrief.",
        ),
        _NOBODY,
    ),
    "brier": Saying(
        Text(
            id="0 berarti selalu yakin dan selalu benar, 0,25 berarti selalu berkata 50 %. Di sini {value} (antara "
            "{low} dan {high}); makin kecil makin baik.",
            en="0 is always sure and always right, 0.25 is always saying 50 %. Here it is {value} (between {low} and "
            "{high}); smaller is better.",
        ),
        _NO_CONFIDENCE,
    ),
    "overconfidence": Saying(
        Text(
            id="Keyakinan dikurangi yang benar: {value} (antara {low} dan {high}). Di atas 0 berarti lebih yakin "
            "daripada benar; itu tentang kelas, bukan tentang tiap orang.",
            en="Confidence less the rate right: {value} (between {low} and {high}). Above 0 is surer than right; that "
            "is about the class, not about each person.",
        ),
        _NO_CONFIDENCE,
    ),
}
OVERCONFIDENCE_UNCLEAR = Saying(
    Text(
        id="Keyakinan dikurangi yang benar: {value} (antara {low} dan {high}). Selang ini memuat 0: kelas ini "
        "tidak menunjukkan apakah pesertanya terlalu yakin atau kurang yakin.",
        en="Confidence less the rate right: {value} (between {low} and {high}). That holds 0: this class does not "
        "show whether its members are too sure or not sure enough.",
    ),
    _NO_CONFIDENCE,
)
