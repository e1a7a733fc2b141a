"""Twenty short cases for bots: ten to stop, ten to wave on. Their answer keys are all that a bot needs of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from ledger.text import Text
from simulator.grading.model import (
    AnswerKey,
    CaseKey,
    Debrief,
    GradedDecision,
    Indicator,
    IndicatorKey,
    ItemKey,
    PairSide,
)
from verifier.decision import Outcome

_DISCUSSION = (
    Text(
        id="Apa yang Anda lihat lebih dahulu, dan apa yang membuat Anda yakin?",
        en="What did you see first, and what made you sure?",
    ),
    Text(id="Apa yang akan mengubah putusan Anda?", en="What would have changed your decision?"),
)


@dataclass(frozen=True, slots=True)
class BankCase:
    """One case of the bank: `best` is what to decide, `swaps` the attribute that a matched pair swaps."""

    key: str
    best: Outcome
    title: Text
    true: tuple[tuple[str, Text], ...]
    decoys: tuple[tuple[str, Text], ...]
    point: Text
    is_victim: bool = False
    swaps: str = ""

    @property
    def is_signal(self) -> bool:
        """To be stopped."""
        return self.best is not Outcome.CLEAR

    def answer_key(self, side: PairSide | None = None) -> AnswerKey:
        """The key; with a side, that of one half of the matched pair, alike in all that grading sees."""
        suffix = "" if side is None else f".{side.value}"
        return AnswerKey(
            case=CaseKey(self.key + suffix),
            item=ItemKey(self.key),
            is_signal=self.is_signal,
            decisions=_stops(self) if self.is_signal else _INNOCENT,
            indicators=tuple(Indicator(IndicatorKey(key), 1.5, text=text) for key, text in self.true)
            + tuple(Indicator(IndicatorKey(key), 1.0, is_decoy=True, text=text) for key, text in self.decoys),
            needed_s=60.0 + 30 * len(self.true),
            title=self.title,
            debrief=Debrief(discussion=_DISCUSSION, key_points=(self.point,)),
        )


_WHY_CLEAR = Text(
    id="Tidak ada dasar untuk menahan; keraguan sudah terjawab.",
    en="There is no ground to stop; the doubts were answered.",
)
_WHY_REFER = Text(
    id="Aman, tetapi orang yang tidak bermasalah kehilangan waktunya.",
    en="Safe, but an innocent person lost their time.",
)
_WHY_HOLD = Text(id="Menahan orang tanpa dasar.", en="Holds a person without a ground.")
_INNOCENT = (
    GradedDecision(Outcome.CLEAR, 1.0, _WHY_CLEAR),
    GradedDecision(Outcome.REFER, -0.2, _WHY_REFER),
    GradedDecision(Outcome.HOLD, -0.6, _WHY_HOLD),
    GradedDecision(Outcome.REFUSE, -0.8, _WHY_HOLD),
)


def _stops(case: BankCase) -> tuple[GradedDecision, ...]:
    why_best = Text(id="Langkah yang aman dan sesuai dengan bukti.", en="Safe, and what the evidence calls for.")
    why_refer = Text(id="Aman, tetapi jalurnya belum tepat.", en="Safe, but not yet the right channel.")
    why_clear = (
        Text(id="Eksploitasi berlanjut.", en="The exploitation goes on.")
        if case.is_victim
        else Text(id="Masalahnya lolos tanpa diperiksa.", en="The trouble passed unexamined.")
    )
    refer = () if case.best is Outcome.REFER else (GradedDecision(Outcome.REFER, 0.6, why_refer),)
    return (GradedDecision(case.best, 1.0, why_best), *refer, GradedDecision(Outcome.CLEAR, -1.0, why_clear))


def _t(indonesian: str, english: str) -> Text:
    return Text(id=indonesian, en=english)


@cache
def bank() -> tuple[BankCase, ...]:
    """The cases, to stop and to wave on in turn, so that any even number of them holds half of each."""
    return tuple(case for both in zip(_to_stop(), _to_wave_on(), strict=True) for case in both)


def _to_stop() -> tuple[BankCase, ...]:
    return (
        BankCase(
            "altered_age",
            Outcome.PROTECT,
            _t("Umur yang diubah", "The altered age"),
            (
                ("dob_typeface", _t("Huruf tanggal lahir berbeda", "Date of birth in another typeface")),
                ("mrz_dob", _t("MRZ berbunyi 2010", "The MRZ reads 2010")),
                ("holds_passport", _t("Paspor dipegang “paman”", "The “uncle” holds the passport")),
            ),
            (("headscarf", _t("Memakai kerudung", "Wears a headscarf")),),
            _t(
                "Umur yang diubah melindungi pelaku, bukan anaknya.",
                "The altered age protects the exploiter, not the child.",
            ),
            is_victim=True,
        ),
        BankCase(
            "swapped_page",
            Outcome.HOLD,
            _t("Halaman yang ditukar", "The swapped data page"),
            (
                ("page_number", _t("Nomor perforasi tidak sama", "The perforated number differs")),
                ("stitching", _t("Jahitan terbuka", "The stitching was opened")),
            ),
            (
                ("green_engine", _t("Mesin menyatakan hijau", "The engine says green")),
                ("nervous", _t("Tampak gugup", "Looks nervous")),
            ),
            _t("Mesin tidak melihat jahitan.", "The engine cannot see stitching."),
        ),
        BankCase(
            "look_alike",
            Outcome.REFER,
            _t("Wajah yang mirip", "The look-alike"),
            (
                ("ear_shape", _t("Bentuk telinga berbeda", "The ear has another shape")),
                ("scar", _t("Bekas luka tidak ada", "The scar is missing")),
            ),
            (("hair", _t("Rambut lebih pendek", "Shorter hair")), ("glasses", _t("Tanpa kacamata", "No glasses"))),
            _t("Bandingkan ciri satu per satu, bukan kesan.", "Compare feature by feature, not by impression."),
        ),
        BankCase(
            "customer_service_job",
            Outcome.PROTECT,
            _t("Kerja “layanan pelanggan”", "The “customer service” job"),
            (
                ("no_work_visa", _t("Tidak ada visa kerja", "No work visa")),
                ("river_van", _t("Naik mobil ke sungai perbatasan", "A van to the border river")),
                ("chat_recruiter", _t("Direkrut lewat grup obrolan", "Recruited in a chat group")),
            ),
            (("young_group", _t("Tiga anak muda bersama", "Three young people together")),),
            _t(
                "Tujuan yang tidak dapat dijelaskan lebih berarti daripada penampilan.",
                "A destination that nobody can explain tells more than looks.",
            ),
            is_victim=True,
        ),
        BankCase(
            "stolen_blank",
            Outcome.HOLD,
            _t("Blangko curian", "The stolen blank"),
            (
                ("blank_hit", _t("Nomor ada di daftar blangko curian", "The number is on the list of stolen blanks")),
                ("microprint", _t("Mikroteks terputus", "Broken microprint")),
            ),
            (("own_story", _t("“Paspor saya pernah hilang”", "“I once lost my passport”")),),
            _t("Blangko curian tidak pernah punya pemilik yang sah.", "A stolen blank never had a lawful holder."),
        ),
        BankCase(
            "debt_marriage",
            Outcome.PROTECT,
            _t("Pernikahan dengan utang", "The marriage with a debt"),
            (
                ("penalty_letter", _t("Surat denda dalam bahasa asing", "A penalty letter in a foreign language")),
                ("broker", _t("Makelar menjawab untuknya", "A broker answers for her")),
                ("bag", _t("Paspornya di tas suami", "Her passport in his bag")),
            ),
            (("nationality", _t("Kewarganegaraan suami", "The husband's nationality")),),
            _t("Utang dan kendali, bukan kewarganegaraan.", "Debt and control, not nationality."),
            is_victim=True,
        ),
        BankCase(
            "unknown_issuer",
            Outcome.HOLD,
            _t("Negara yang tidak ada", "The state that is not there"),
            (
                ("issuer", _t("Kode penerbit tidak ada", "The issuer code does not exist")),
                ("no_uv", _t("Tidak ada pola UV", "No pattern in UV")),
            ),
            (("accent", _t("Logat asing", "A foreign accent")),),
            _t(
                "Tanyakan bagaimana dokumen itu didapat; pemegangnya mungkin ditipu.",
                "Ask how it was obtained; the holder may be the one defrauded.",
            ),
        ),
        BankCase(
            "visa_other_person",
            Outcome.REFER,
            _t("Visa milik orang lain", "Another person's visa"),
            (
                ("visa_name", _t("Nama di visa berbeda", "Another name on the visa")),
                ("visa_dob", _t("Tanggal lahir di visa berbeda", "Another date of birth on the visa")),
            ),
            (
                ("new_passport", _t("Paspor baru", "A new passport")),
                ("one_way", _t("Tiket sekali jalan", "A one-way ticket")),
            ),
            _t(
                "Bandingkan visa dengan paspor, bukan hanya masing-masing.",
                "Compare visa and passport, not each by itself.",
            ),
        ),
        BankCase(
            "note_for_help",
            Outcome.PROTECT,
            _t("Secarik kertas", "The slip of paper"),
            (
                ("note", _t("Kertas bertuliskan “tolong”", "A slip that says “help”")),
                ("both_passports", _t("Ia memegang kedua paspor", "He holds both passports")),
            ),
            (("age_gap", _t("Selisih umur", "The age difference")),),
            _t("Keselamatan lebih dahulu; pisahkan dengan dalih.", "Safety first; separate them under a pretext."),
            is_victim=True,
        ),
        BankCase(
            "probable_match",
            Outcome.REFER,
            _t("Mungkin orang yang dicari", "Perhaps the one on the list"),
            (
                ("name_dob", _t("Nama dan tanggal lahir cocok", "Name and date of birth fit")),
                ("same_town", _t("Kota lahir sama", "The same town of birth")),
            ),
            (("beard", _t("Berjanggut", "Has a beard")), ("cash", _t("Membawa uang tunai", "Carries cash"))),
            _t(
                "Belum pasti dan tidak dapat disingkirkan: minta penanda kedua.",
                "Not certain and not excludable: ask for a second identifier.",
            ),
        ),
    )


def _to_wave_on() -> tuple[BankCase, ...]:
    def innocent(key: str, title: Text, decoys: tuple[tuple[str, Text], ...], point: Text, swaps: str = "") -> BankCase:
        return BankCase(key, Outcome.CLEAR, title, (), decoys, point, swaps=swaps)

    return (
        innocent(
            "nervous_tourist",
            _t("Wisatawan yang gugup", "The nervous tourist"),
            (
                ("nervous", _t("Tangan gemetar", "Shaking hands")),
                ("one_way", _t("Tiket sekali jalan", "A one-way ticket")),
            ),
            _t("Gugup itu wajar.", "Being nervous is normal."),
            "religious_dress",
        ),
        innocent(
            "grandmother",
            _t("Nenek dan cucu", "Grandmother and grandchildren"),
            (
                ("four_passports", _t("Memegang empat paspor", "Holds four passports")),
                ("answers", _t("Menjawab untuk semua", "Answers for everybody")),
            ),
            _t(
                "Surat orang tua dan satu panggilan telepon menyelesaikannya.",
                "The parents' letter and one call settle it.",
            ),
        ),
        innocent(
            "other_surname",
            _t("Nama keluarga yang berbeda", "The other surname"),
            (
                ("surname", _t("Nama keluarga ibu dan anak berbeda", "Mother and child differ in surname")),
                ("first_name", _t("Anak memanggil nama", "The child uses her first name")),
            ),
            _t("Nama keluarga bukan petunjuk.", "A surname is no cue."),
            "nationality",
        ),
        innocent(
            "tour_leader",
            _t("Ketua rombongan", "The tour leader"),
            (
                ("passports", _t("Membawa delapan belas paspor", "Carries eighteen passports")),
                ("pilgrims", _t("Rombongan ziarah", "A group of pilgrims")),
            ),
            _t(
                "Izinnya sah dan semua dapat mengambil paspornya.",
                "The licence is valid and all can reach their own passports.",
            ),
        ),
        innocent(
            "namesake",
            _t("Nama yang sama", "The namesake"),
            (
                ("one_name", _t("Satu nama, sama dengan daftar", "One name, as on the list")),
                ("history", _t("Pernah diperiksa", "Was examined before")),
            ),
            _t(
                "Tanggal lahir terpaut sebelas tahun: bukan orang yang sama.",
                "Eleven years between the births: not the same person.",
            ),
            "name_origin",
        ),
        innocent(
            "old_photo",
            _t("Foto sembilan tahun", "The nine-year-old photo"),
            (
                ("weight", _t("Jauh lebih kurus", "Much thinner")),
                ("score", _t("Skor wajah sedikit di bawah ambang", "Face score just below the threshold")),
            ),
            _t("Ciri tetapnya sama; lihat sekali lagi.", "The lasting features agree; look again."),
            "religious_dress",
        ),
        innocent(
            "completed_papers",
            _t("Surat yang dilengkapi", "The completed papers"),
            (
                ("postponed", _t("Ditunda enam hari lalu", "Postponed six days ago")),
                ("poor", _t("Tampak miskin", "Looks poor")),
            ),
            _t("Penundaan dimaksudkan agar surat dilengkapi.", "A postponement is meant to have papers completed."),
        ),
        innocent(
            "deaf_traveller",
            _t("Pelintas tuli", "The deaf traveller"),
            (
                ("sister", _t("Saudarinya yang menjawab", "Her sister answers")),
                ("no_eye_contact", _t("Tidak menatap", "No eye contact")),
            ),
            _t("Sesuaikan pertanyaannya, bukan kecurigaannya.", "Adapt the question, not the suspicion."),
            "sex",
        ),
        innocent(
            "short_validity",
            _t("Berlaku empat bulan lagi", "Four months left"),
            (
                ("validity", _t("Masa berlaku pendek", "Short validity")),
                ("worn", _t("Paspor lusuh", "A worn passport")),
            ),
            _t("Nasihat, bukan dokumen palsu.", "A matter of advice, not of a false document."),
        ),
        innocent(
            "truncated_name",
            _t("Nama yang terpotong", "The truncated name"),
            (
                ("spelling", _t("Ejaan MRZ berbeda", "The MRZ spells it otherwise")),
                ("third_name", _t("Nama ketiga tidak ada", "The third name is missing")),
            ),
            _t("Alih aksara dan pemotongan itu sah.", "Transliteration and truncation are lawful."),
        ),
    )
