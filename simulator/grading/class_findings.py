"""The class's figures, each with a sentence on what a class of this size can and cannot show."""

from __future__ import annotations

import math

from ledger.text import Text
from simulator.grading.equity import PairTable
from simulator.grading.estimate import Estimate
from simulator.grading.finding import Finding, Scale
from simulator.grading.grades import ClassGrade
from simulator.grading.numbers import filled, number
from simulator.grading.sayings import CLASS_SAYINGS, NAMES, ONE_TRAINEE, OVERCONFIDENCE_UNCLEAR, Saying


def class_findings(course: ClassGrade) -> tuple[Finding, ...]:
    """All figures of the class, in the order in which a report shows them."""
    told = {
        "points": (Scale.POINTS, course.points),
        "hit_rate": (Scale.PERCENT, course.hit_rate),
        "false_referral_rate": (Scale.PERCENT, course.false_referral_rate),
        "d_prime": (Scale.D_PRIME, course.d_prime),
        "criterion": (Scale.LOGIT, course.criterion),
        "precision": (Scale.PERCENT, course.precision),
        "recall": (Scale.PERCENT, course.recall),
        "interview": (Scale.PERCENT, course.interview),
        "brier": (Scale.BRIER, course.brier),
        "overconfidence": (Scale.SIGNED_PERCENT, course.overconfidence),
    }
    findings = []
    for key, (scale, estimate) in told.items():
        saying = _saying(key, course)
        findings.append(Finding(key, NAMES[key], scale, estimate, said(estimate, saying, scale)))
    return (*findings, gain_finding(course), equity_finding(course.equity.overall))


def _saying(key: str, course: ClassGrade) -> Saying:
    """The saying of a figure; two of them depend on more than the estimate."""
    estimate = course.overconfidence
    if key == "overconfidence" and estimate is not None and estimate.low <= 0 <= estimate.high:
        return OVERCONFIDENCE_UNCLEAR
    saying = CLASS_SAYINGS[key]
    if key == "d_prime" and course.one_d_prime_half_width is not None:
        one, cases = number(course.one_d_prime_half_width, 1), str(round(course.attempts / course.trainees))
        known = Text(
            id=saying.template.id.replace("{one}", one.id).replace("{cases}", cases),
            en=saying.template.en.replace("{one}", one.en).replace("{cases}", cases),
        )
        return Saying(known, saying.missing)
    return saying


def said(estimate: Estimate | None, saying: Saying, scale: Scale) -> Text:
    """The saying with {value}, {low}, {high}, {half}, {apart} and {n} filled in from the estimate."""
    if estimate is None:
        return saying.missing
    if estimate.n < 2:
        return ONE_TRAINEE
    low, high = scale.limits
    return filled(
        saying.template,
        value=scale.write(estimate.value),
        low=scale.write(estimate.low),
        high=scale.write(estimate.high),
        half=_unsigned(scale, estimate.half_width),
        apart=_unsigned(scale, min(math.sqrt(2) * estimate.half_width, high - low)),
        n=estimate.n,
    )


def _unsigned(scale: Scale, value: float) -> Text:
    if scale in {Scale.LOGIT, Scale.D_PRIME, Scale.BRIER}:
        return number(value, 2)
    return number(value if scale is Scale.POINTS else 100 * value)


def gain_finding(course: ClassGrade) -> Finding:
    """The normalised gain, and whether the difference can be told from nothing."""
    gain = course.gain
    estimate = gain.normalised if gain is not None else None
    missing = Text(
        id="Kenaikan memerlukan peserta yang mengerjakan kedua bentuk, sebelum dan sesudah.",
        en="A gain needs trainees who sat both forms, before and after.",
    )
    if gain is not None and gain.difference.low <= 0 <= gain.difference.high:
        template = Text(
            id="Kelas ini belum menunjukkan bahwa sesuatu telah dipelajari: {value} dari yang tersisa, dan selangnya "
            "memuat 0. Bentuk sejajar tidak pernah persis sama sulit.",
            en="This class does not show yet that something was learnt: {value} of what was left, and the interval "
            "holds 0. Parallel forms are never exactly as hard as each other.",
        )
    else:
        template = Text(
            id="Dari yang masih dapat dipelajari, {value} telah dipelajari (antara {low} dan {high}). Tanpa kelas "
            "pembanding tidak tampak apakah pelatihan atau sekadar pengulangan yang menghasilkannya.",
            en="Of what was left to learn, {value} was learnt (between {low} and {high}). Without a class to compare "
            "with, nobody can say whether the training did it or mere repetition.",
        )
    saying = said(estimate, Saying(template, missing), Scale.SIGNED_PERCENT)
    return Finding("gain", NAMES["gain"], Scale.SIGNED_PERCENT, estimate, saying)


def equity_finding(table: PairTable) -> Finding:
    """The paired gap, and whether so few pairs could have shown one."""
    return Finding("equity", NAMES["equity"], Scale.SIGNED_PERCENT, table.gap, _equity(table))


def _equity(table: PairTable) -> Text:
    if table.gap is None or table.p_value is None:
        return Text(
            id="Tidak ada pasangan kembar yang diputuskan oleh dua peserta, jadi kesetaraan tidak diuji.",
            en="No matched pair was decided by two trainees, so equal treatment was not tested.",
        )
    values: dict[str, Text | str | int] = {
        "pairs": table.pairs,
        "differing": table.differing,
        "p": number(table.p_value, 3),
        "half": number(100 * table.gap.half_width),
    }
    if table.differing < 6:
        template = Text(
            id="{differing} dari {pairs} pasangan diperlakukan berbeda. Dengan kurang dari enam pasangan yang berbeda, "
            "tidak ada uji yang dapat mencapai 5 %: ini tidak membuktikan dan tidak menyangkal perlakuan yang tidak "
            "setara (selisih hanya diketahui sampai ±{half} poin persen).",
            en="{differing} of {pairs} pairs were treated differently. With fewer than six such pairs no test can "
            "reach 5 %: this neither shows nor rules out unequal treatment (the gap is known to ±{half} percentage "
            "points only).",
        )
    elif table.p_value < 0.05:
        template = Text(
            id="{differing} dari {pairs} pasangan diperlakukan berbeda, lebih condong ke satu arah daripada yang wajar "
            "karena kebetulan (p = {p}). Ini tentang kelas; penyebabnya perlu dibicarakan, bukan pelakunya dicari.",
            en="{differing} of {pairs} pairs were treated differently, more to one side than chance would do "
            "(p = {p}). It is about the class; talk about the cause, do not look for a culprit.",
        )
    else:
        template = Text(
            id="{differing} dari {pairs} pasangan diperlakukan berbeda, seperti yang dapat terjadi karena kebetulan "
            "(p = {p}). Selisih yang lebih kecil dari ±{half} poin persen tidak akan terlihat.",
            en="{differing} of {pairs} pairs were treated differently, as chance alone would do (p = {p}). A gap "
            "smaller than ±{half} percentage points would not have been seen.",
        )
    return filled(template, **values)
