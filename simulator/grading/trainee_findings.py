"""One trainee's figures, each with a sentence on what so few cases can and cannot show."""

from __future__ import annotations

from ledger.text import Text
from simulator.grading.estimate import Estimate
from simulator.grading.finding import Finding, Scale
from simulator.grading.grades import TraineeGrade
from simulator.grading.numbers import filled
from simulator.grading.sayings import NAMES

_NOTHING = Text(id="Belum ada kasus untuk ini.", en="There were no cases for this yet.")
_ONE = Text(
    id="Hanya satu kasus: belum menunjukkan apa pun selain kasus itu sendiri.",
    en="A single case: it shows nothing beyond that case.",
)


def trainee_findings(grade: TraineeGrade) -> tuple[Finding, ...]:
    """All figures of one trainee, in the order in which a report shows them."""
    detection, calibration = grade.detection, grade.calibration
    told = {
        "points": (Scale.POINTS, grade.points),
        "hit_rate": (Scale.PERCENT, detection.hit_rate),
        "false_referral_rate": (Scale.PERCENT, detection.false_referral_rate),
        "d_prime": (Scale.D_PRIME, detection.d_prime),
        "criterion": (Scale.LOGIT, detection.criterion),
        "precision": (Scale.PERCENT, grade.precision),
        "recall": (Scale.PERCENT, grade.recall),
        "interview": (Scale.PERCENT, grade.interview),
        "brier": (Scale.BRIER, calibration.brier),
        "overconfidence": (Scale.SIGNED_PERCENT, calibration.overconfidence),
    }
    findings = [
        _finding(key, scale, estimate, _SAYINGS[key], _MISSING.get(key, _NOTHING))
        for key, (scale, estimate) in told.items()
    ]
    if grade.gain is not None:
        scale, estimate = Scale.SIGNED_PERCENT, grade.gain.normalised
        findings.append(_finding("gain", scale, estimate, _gain_saying(grade), _AT_THE_TOP))
    return tuple(findings)


def _finding(key: str, scale: Scale, estimate: Estimate | None, template: Text, missing: Text = _NOTHING) -> Finding:
    if estimate is None:
        saying = missing
    elif estimate.n < 2:
        saying = _ONE
    else:
        saying = filled(
            template,
            value=scale.write(estimate.value),
            low=scale.write(estimate.low),
            high=scale.write(estimate.high),
            n=estimate.n,
        )
    return Finding(key, NAMES[key], scale, estimate, saying)


def _gain_saying(grade: TraineeGrade) -> Text:
    if grade.gain is not None and grade.gain.difference.low > 0:
        return Text(
            id="Dari yang masih dapat Anda pelajari, {value} sudah Anda kuasai (antara {low} dan {high}).",
            en="Of what was left for you to learn, you have learnt {value} (between {low} and {high}).",
        )
    return Text(
        id="Kenaikan {value} (antara {low} dan {high}): dengan kasus sesedikit ini belum dapat dibedakan dari "
        "kebetulan.",
        en="A gain of {value} (between {low} and {high}): with so few cases it cannot be told from chance.",
    )


_UNSAID = Text(
    id="Anda tidak menyebutkan seberapa yakin, jadi ini tidak dapat dinilai.",
    en="You did not say how sure you were, so this cannot be judged.",
)
_MISSING = {
    "precision": Text(id="Anda tidak mengutip bukti apa pun.", en="You cited no evidence."),
    "recall": Text(id="Tidak ada kasus yang memerlukan bukti.", en="No case called for evidence."),
    "brier": _UNSAID,
    "overconfidence": _UNSAID,
}
_AT_THE_TOP = Text(
    id="Anda sudah di puncak sebelum pelatihan; tidak ada lagi yang dapat dinaikkan.",
    en="You were at the top before the course; there was nothing left to gain.",
)
_SAYINGS = {
    "points": Text(
        id="Rata-rata {n} kasus. Dengan kasus lain dari jenis yang sama, nilai Anda akan berada antara {low} "
        "dan {high}.",
        en="The mean of {n} cases. With other cases of this kind it would lie between {low} and {high}.",
    ),
    "hit_rate": Text(
        id="Dari orang yang perlu dihentikan, kira-kira {value} Anda hentikan; dari {n} kasus itu baru diketahui "
        "antara {low} dan {high}.",
        en="Of the travellers to be stopped you stop about {value}; {n} cases only say that it lies between {low} and "
        "{high}.",
    ),
    "false_referral_rate": Text(
        id="Dari pelintas tanpa masalah, kira-kira {value} Anda hentikan; dari {n} kasus itu baru diketahui "
        "antara {low} dan {high}.",
        en="Of innocent travellers you stop about {value}; {n} cases only say that it lies between {low} and {high}.",
    ),
    "d_prime": Text(
        id="0 sama dengan menebak, 3 mata yang sangat tajam. Dari {n} kasus: antara {low} dan {high}. Ini umpan balik, "
        "bukan sertifikat.",
        en="0 is guessing, 3 a very good eye. From {n} cases: between {low} and {high}. This is feedback, not a "
        "certificate.",
    ),
    "criterion": Text(
        id="Di bawah 0 Anda mudah menghentikan, di atas 0 mudah meloloskan (antara {low} dan {high}).",
        en="Below 0 you stop readily, above 0 you wave on readily (between {low} and {high}).",
    ),
    "precision": Text(
        id="Bagian dari yang Anda kutip yang memang indikator (antara {low} dan {high}); sisanya pengecoh atau kaitan "
        "yang tidak menunjukkan apa pun.",
        en="The part of what you cited that is a true indicator (between {low} and {high}); the rest were decoys or "
        "links that show nothing.",
    ),
    "recall": Text(
        id="Bagian dari bukti yang diperlukan yang Anda kutip (antara {low} dan {high}).",
        en="The part of the needed evidence that you cited (between {low} and {high}).",
    ),
    "interview": Text(
        id="Pertanyaan yang perlu ditanyakan, dan tidak berlebihan (antara {low} dan {high}). Nada bicara tidak "
        "terukur di sini.",
        en="The needed questions asked, and few beyond (between {low} and {high}). Tone is not measured here.",
    ),
    "brier": Text(
        id="0 berarti yakin dan benar, 0,25 berarti selalu berkata 50 % (antara {low} dan {high}).",
        en="0 is sure and right, 0.25 is always saying 50 % (between {low} and {high}).",
    ),
    "overconfidence": Text(
        id="Keyakinan dikurangi yang benar; di atas 0 berarti lebih yakin daripada benar (antara {low} dan {high}).",
        en="Confidence less the rate right; above 0 is surer than right (between {low} and {high}).",
    ),
}
