"""One trainee's own report, in the order of a PEARLS debrief."""

from __future__ import annotations

from typing import Final

from ledger.errors import Fault, LintasError
from ledger.text import Text
from simulator.grading.grades import Grades, TraineeGrade, running_ratings
from simulator.grading.handover_findings import handover_findings
from simulator.grading.model import ItemKey, TraineeId, Workshop
from simulator.grading.numbers import number
from simulator.grading.trainee_findings import trainee_findings
from simulator.report import words
from simulator.report.blocks import Block, Bullets, Cards, Findings, Lessons, Picture, Pictures, Report, Section
from simulator.report.case_card import card
from simulator.report.class_pictures import CALIBRATION_TITLE, GAIN_TITLE, ROC_TITLE
from simulator.report.class_report import lesson, told_once
from simulator.report.plots.calibration import calibration_plot
from simulator.report.plots.gain import gain_plot
from simulator.report.plots.roc import RocPoint, roc_plot
from simulator.report.privacy import SMALLEST_CLASS, require_owner
from simulator.report.voice import Voice

LESSONS: Final = 4
_NEXT: Final = 3


def trainee_report(workshop: Workshop, grades: Grades, owner: TraineeId, voice: Voice, *, reader: TraineeId) -> Report:
    """Everything on one trainee, for that trainee.

    Raises LintasError: NOT_YOURS unless `reader`, whom the caller has authenticated, is the owner; TRAINEE_UNKNOWN.
    """
    require_owner(reader, owner)
    grade = grades.of(owner)
    if grade is None:
        raise LintasError(Fault.NOT_FOUND, "TRAINEE_UNKNOWN", "no such trainee in this log")
    return Report(
        title=words.named(workshop.title, workshop.key),
        subtitle=Text(id="Laporan pribadi", en="Personal report"),
        facts=_facts(workshop, grade),
        sections=(
            Section("reactions", words.REACTIONS, _REACTIONS_LEAD, (_REACTIONS,)),
            Section("description", words.DESCRIPTION, _DESCRIPTION_LEAD, (_cards(grade),)),
            Section("analysis", words.ANALYSIS, _ANALYSIS_LEAD, _analysis(grade, grades, voice)),
            Section("application", words.APPLICATION, _APPLICATION_LEAD, _application(workshop, grade)),
        ),
        footer=Text(
            id="Laporan ini milik Anda. Pelatih melihat kelas, bukan Anda; log dihapus setelah kursus.",
            en="This report is yours. Trainers see the class and not you; the log is deleted after the course.",
        ),
    )


_REACTIONS_LEAD = Text(
    id="Tulis beberapa kata sebelum membaca angka-angkanya.", en="Write a few words before you read the figures."
)
_REACTIONS = Bullets(
    (
        Text(id="Bagaimana perasaan Anda setelah latihan ini?", en="How do you feel after this exercise?"),
        Text(id="Kasus mana yang masih terpikir?", en="Which case is still on your mind?"),
        Text(id="Kapan Anda paling yakin, dan kapan paling ragu?", en="When were you surest, and when least sure?"),
    )
)
_DESCRIPTION_LEAD = Text(
    id="Kasus Anda, dalam urutan dimainkan: apa yang Anda putuskan, lihat, dan lewatkan.",
    en="Your cases in the order played: what you decided, saw, and missed.",
)
_ANALYSIS_LEAD = Text(
    id="Garis menunjukkan selang 95 %: sejauh itulah kasus sebanyak ini dapat menunjukkannya.",
    en="Lines are 95 % intervals: that is as far as so many cases can show it.",
)
_APPLICATION_LEAD = Text(
    id="Yang paling berguna untuk Anda bawa, dari kasus yang paling banyak kehilangan nilai.",
    en="What is most useful to take along, from the cases that cost most.",
)


def _facts(workshop: Workshop, grade: TraineeGrade) -> tuple[tuple[Text, Text], ...]:
    minutes = sum(score.attempt.used_s for score in grade.cases) / 60
    return (
        (Text(id="tanggal", en="date"), Text(id=workshop.held_on.isoformat(), en=workshop.held_on.isoformat())),
        (Text(id="nama samaran", en="alias"), Text(id=grade.trainee, en=grade.trainee)),
        (Text(id="kasus", en="cases"), number(len(grade.cases))),
        (Text(id="tidak diputuskan", en="not decided"), number(grade.unanswered)),
        (Text(id="menit", en="minutes"), number(minutes)),
        (Text(id="kerugian", en="harms"), number(grade.harms)),
    )


def _cards(grade: TraineeGrade) -> Cards:
    return Cards(tuple(card(place, score) for place, score in enumerate(grade.cases, 1)))


def _analysis(grade: TraineeGrade, grades: Grades, voice: Voice) -> tuple[Block, ...]:
    pictures = _pictures(grade, grades, voice)
    findings = Findings((*trainee_findings(grade), *handover_findings(grade.handover)))
    return (findings, Pictures(pictures)) if pictures else (findings,)


def _pictures(grade: TraineeGrade, grades: Grades, voice: Voice) -> tuple[Picture, ...]:
    pictures = []
    points = _points(grade, grades)
    if points:
        caption = Text(
            id="Makin dekat ke sudut kiri atas makin baik. Silang Anda lebar: kasusnya sedikit.",
            en="The nearer to the top left the better. Your cross is wide: these are few cases.",
        )
        pictures.append(Picture("roc", roc_plot(points, voice), ROC_TITLE, caption))
    if grade.calibration.bins:
        caption = Text(
            id="Di bawah garis: lebih yakin daripada benar. Angka: banyaknya putusan.",
            en="Below the line: surer than right. Numbers: how many decisions.",
        )
        pictures.append(Picture("calibration", calibration_plot(grade.calibration, voice), CALIBRATION_TITLE, caption))
    if grade.gain is not None:
        caption = Text(id="Rata-rata Anda pada kedua bentuk.", en="Your means on both forms.")
        pictures.append(Picture("gain", gain_plot(grade.gain, voice), GAIN_TITLE, caption))
    return tuple(pictures)


def _points(grade: TraineeGrade, grades: Grades) -> tuple[RocPoint, ...]:
    """The trainee's point, and the class's where the class is large enough to hide the others in it."""
    own, course = grade.detection, grades.course
    if own.hit_rate is None or own.false_referral_rate is None:
        return ()
    points = [RocPoint(Text(id="Anda", en="you"), own.hit_rate, own.false_referral_rate)]
    if course.hit_rate is not None and course.false_referral_rate is not None and course.trainees >= SMALLEST_CLASS:
        label = Text(id="kelas", en="class")
        points.append(RocPoint(label, course.hit_rate, course.false_referral_rate, is_main=False))
    return tuple(points)


def _application(workshop: Workshop, grade: TraineeGrade) -> tuple[Block, ...]:
    lost = sorted(enumerate(grade.cases, 1), key=lambda row: (row[1].points, row[0]))
    lessons = told_once([lesson(place, score.key) for place, score in lost[:LESSONS] if score.points < 80])
    blocks: list[Block] = [Lessons(lessons)] if lessons else []
    following = _next_cases(workshop, grade)
    if following:
        heading = Text(id="Kasus berikutnya yang cocok untuk Anda", en="Cases that would suit you next")
        blocks.append(Bullets(following, heading=heading))
    return (*blocks, _HOME)


def _next_cases(workshop: Workshop, grade: TraineeGrade) -> tuple[Text, ...]:
    """Items of the course that were not dealt to this trainee, by Elo's guess nearest to 70 % first."""
    titles = {key.item_key: key.title for key in workshop.cases}
    left: set[ItemKey] = set(titles) - {score.key.item_key for score in grade.cases}
    ratings = running_ratings(workshop)
    chosen: list[Text] = []
    while left and len(chosen) < _NEXT:
        item = ratings.next_item(grade.trainee, left)
        if item is None:
            break
        left.discard(item)
        chosen.append(words.named(titles[item], item))
    return tuple(chosen)


_HOME = Bullets(
    (
        Text(id="Apa yang berjalan baik dan akan Anda pertahankan?", en="What went well, and will you keep?"),
        Text(
            id="Satu hal yang akan Anda lakukan berbeda pada giliran jaga berikutnya.",
            en="One thing that you will do differently on your next watch.",
        ),
    ),
    heading=Text(id="Untuk dibawa pulang", en="To take home"),
)
