"""The plots of a class report, each with words for those who cannot see it."""

from __future__ import annotations

from collections.abc import Sequence

from ledger.text import Text
from simulator.grading.equity import Equity
from simulator.grading.estimate import Estimate
from simulator.grading.grades import ClassGrade
from simulator.grading.items import ItemGrade
from simulator.report.blocks import Picture
from simulator.report.plots.calibration import calibration_plot
from simulator.report.plots.equity import equity_plot
from simulator.report.plots.gain import gain_plot
from simulator.report.plots.item_map import item_map
from simulator.report.plots.roc import RocPoint, roc_plot
from simulator.report.voice import Voice
from simulator.report.words import attribute_name

ROC_TITLE = Text(id="Tepat dan keliru dihentikan", en="Stopping rightly and wrongly")
CALIBRATION_TITLE = Text(id="Yakin dan benar", en="Sure and right")
GAIN_TITLE = Text(id="Sebelum dan sesudah", en="Before and after")


def figures_pictures(course: ClassGrade, voice: Voice) -> tuple[Picture, ...]:
    """The small plots: where the class stands, how sure it was, what it learnt; only those that there are."""
    pictures = []
    if course.hit_rate is not None and course.false_referral_rate is not None:
        point = RocPoint(Text(id="kelas", en="class"), course.hit_rate, course.false_referral_rate)
        caption = Text(
            id="Makin dekat ke sudut kiri atas makin baik. Garis abu-abu: ketajaman d′ yang sama.",
            en="The nearer to the top left the better. Grey lines: the same sensitivity d′.",
        )
        pictures.append(Picture("roc", roc_plot((point,), voice), ROC_TITLE, caption))
    if course.calibration.bins:
        caption = Text(
            id="Di bawah garis: lebih yakin daripada benar. Angka: banyaknya putusan.",
            en="Below the line: surer than right. Numbers: how many decisions.",
        )
        pictures.append(Picture("calibration", calibration_plot(course.calibration, voice), CALIBRATION_TITLE, caption))
    if course.gain is not None:
        caption = Text(
            id="Rata-rata kedua bentuk; selangnya tidak berpasangan, jadi lebih lebar daripada selang kenaikan.",
            en="Means of both forms; their intervals are not paired, and so wider than that of the gain.",
        )
        pictures.append(Picture("gain", gain_plot(course.gain, voice), GAIN_TITLE, caption))
    return tuple(pictures)


def equity_picture(equity: Equity, voice: Voice) -> Picture:
    """The paired gaps."""
    return Picture(
        "equity",
        equity_plot(equity, attribute_name, voice),
        Text(id="Fakta sama, orang lain: pasangan kembar", en="Same facts, other person: matched pairs"),
        Text(
            id="Kanan: kembaran dengan ciri yang ditukar lebih sering dihentikan. Garis yang memuat 0 tidak "
            "menunjukkan perbedaan, dan juga tidak menunjukkan kesetaraan.",
            en="To the right, the twin with the swapped attribute was stopped more often. A line that holds 0 shows no "
            "difference, and does not show equality either.",
        ),
        is_wide=True,
    )


def map_picture(numbered: Sequence[tuple[int, ItemGrade]], abilities: Sequence[Estimate], voice: Voice) -> Picture:
    """The item map."""
    return Picture(
        "items",
        item_map(numbered, abilities, voice),
        Text(id="Peta kasus", en="Map of the cases"),
        Text(
            id="Kasus menurut kesulitannya, dengan nomor seperti di tabel; di bawahnya banyaknya peserta menurut "
            "kemampuan. Kasus di kanan semua peserta terlalu sulit, di kiri semua peserta terlalu mudah untuk belajar.",
            en="Cases by difficulty, numbered as in the table; below them, how many trainees by ability. A case to the "
            "right of everybody is too hard to learn from, to the left of everybody too easy.",
        ),
        is_wide=True,
    )
