"""The class's report, in the order of a PEARLS debrief: reactions, description, analysis, application.

Source: Eppich and Cheng (2015), *Promoting Excellence and Reflective Learning in Simulation (PEARLS)*.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ledger.text import Text
from simulator.grading.class_findings import class_findings
from simulator.grading.equity import GroupRate
from simulator.grading.finding import Finding, Scale
from simulator.grading.grades import ClassGrade, Grades, HarmCount
from simulator.grading.handover_findings import handover_findings
from simulator.grading.items import ItemGrade
from simulator.grading.model import NO_TEXT, AnswerKey, ItemKey, Workshop
from simulator.grading.numbers import filled, number
from simulator.report import words
from simulator.report.blocks import (
    Block,
    Bullets,
    Findings,
    ItemRow,
    ItemRows,
    Lesson,
    Lessons,
    Pictures,
    Report,
    Section,
    Share,
    Tone,
    Words,
)
from simulator.report.class_pictures import equity_picture, figures_pictures, map_picture
from simulator.report.privacy import require_class
from simulator.report.voice import Voice
from verifier.decision import Outcome

LESSONS: Final = 5  # what an hour of talk has room for


def class_report(workshop: Workshop, grades: Grades, voice: Voice) -> Report:
    """Everything on the class, nobody named. Raises LintasError (CLASS_TOO_SMALL) for fewer than three trainees."""
    require_class(workshop)
    course = grades.course
    return Report(
        title=words.named(workshop.title, workshop.key),
        subtitle=Text(id="Laporan kelas", en="Class report"),
        facts=_facts(workshop, course),
        sections=(
            Section("reactions", words.REACTIONS, _REACTIONS_LEAD, (_reactions(course),)),
            Section("description", words.DESCRIPTION, _DESCRIPTION_LEAD, _description(course)),
            Section("analysis", words.ANALYSIS, _ANALYSIS_LEAD, _analysis(grades, voice)),
            Section("application", words.APPLICATION, _APPLICATION_LEAD, _application(workshop, course)),
            Section("limits", words.LIMITS, _limits_lead(course), (_LIMITS,)),
        ),
        footer=Text(
            id="Laporan ini tidak memuat nama. Hasil perorangan hanya untuk pemiliknya dan dihapus setelah kursus.",
            en="This report names nobody. Individual results are for their owners only and are deleted after the "
            "course.",
        ),
    )


def numbered(course: ClassGrade) -> tuple[tuple[int, ItemGrade], ...]:
    """Items with the number that stands for them in tables and plots."""
    return tuple(enumerate(course.items, 1))


_REACTIONS_LEAD = Text(
    id="Mulailah dengan perasaan, sebelum angka apa pun. Beri setiap orang kesempatan bicara.",
    en="Begin with how it felt, before any figure. Let everybody speak.",
)
_DESCRIPTION_LEAD = Text(
    id="Apa yang terjadi, tanpa menghakimi. Tiap batang menunjukkan putusan kelas; ✓ sesuai kunci, ≈ sebagian, ✗ "
    "keliru.",
    en="What happened, without judging. Each bar shows how the class decided; ✓ as the key asks, ≈ partly, ✗ wrong.",
)
_ANALYSIS_LEAD = Text(
    id="Apa yang ditunjukkan angka, dan apa yang tidak. Garis menunjukkan selang 95 %.",
    en="What the figures show, and what they do not. Lines are 95 % intervals.",
)
_APPLICATION_LEAD = Text(
    id="Kasus yang paling layak dibahas, dari yang paling sering keliru. Tutup dengan satu hal yang akan dilakukan "
    "berbeda di loket.",
    en="The cases most worth talking about, the most often mistaken first. Close with one thing that each will do "
    "differently at the booth.",
)


def _facts(workshop: Workshop, course: ClassGrade) -> tuple[tuple[Text, Text], ...]:
    decided = course.attempts - course.unanswered
    return (
        (Text(id="tanggal", en="date"), Text(id=workshop.held_on.isoformat(), en=workshop.held_on.isoformat())),
        (Text(id="peserta", en="trainees"), number(course.trainees)),
        (Text(id="kasus", en="cases"), number(len(course.items))),
        (Text(id="putusan", en="decisions"), number(decided)),
        (Text(id="tidak diputuskan", en="not decided"), number(course.unanswered)),
        (Text(id="kerugian", en="harms"), number(course.harms)),
    )


def _reactions(course: ClassGrade) -> Block:
    prompts = [
        Text(id="Bagaimana rasanya? Satu kata dari setiap orang.", en="How was it? One word from each."),
        Text(id="Kasus mana yang masih terpikir, dan mengapa?", en="Which case is still on your mind, and why?"),
        Text(
            id="Adakah saat Anda tahu harus berbuat apa, tetapi ragu melakukannya?",
            en="Was there a moment when you knew what to do and hesitated to do it?",
        ),
    ]
    if course.terminal_harms:
        prompts.append(
            Text(
                id="Dalam latihan ini ada kerugian yang tidak dapat ditebus. Bicarakan lebih dahulu sebagai "
                "kelompok, tanpa mencari siapa orangnya.",
                en="Harm was done in this exercise that nothing makes up for. Talk of it first, as a group, without "
                "asking who.",
            )
        )
    return Bullets(tuple(prompts))


def _description(course: ClassGrade) -> tuple[Block, ...]:
    blocks: list[Block] = [ItemRows(tuple(_item_row(place, item) for place, item in numbered(course)))]
    if course.harms:
        template = Text(
            id="Kerugian tercatat: {harms}; di antaranya yang tidak dapat ditebus, seperti calon korban yang dilepas: "
            "{terminal}. Kasus seperti itu bernilai 0, berapa pun cepatnya.",
            en="Harms recorded: {harms}; among them such as nothing makes up for, like a potential victim released: "
            "{terminal}. Such a case counts 0, however fast it was.",
        )
        said = filled(template, harms=course.harms, terminal=course.terminal_harms)
        blocks.append(Words(said, Tone.BAD if course.terminal_harms else Tone.PART))
        blocks.append(Bullets(tuple(_harm(each) for each in course.harm_counts)))
    return tuple(blocks)


def _harm(counted: HarmCount) -> Text:
    harm = counted.harm
    text = words.named(harm.text, harm.key)
    return Text(id=f"{counted.count} × {text.id}", en=f"{counted.count} × {text.en}")


def _item_row(place: int, item: ItemGrade) -> ItemRow:
    fit = item.rest_correlation
    note = None
    if fit is not None and fit.high < 0.3:
        note = Text(
            id="Kunci perlu dilihat lagi: yang kuat di kasus lain tidak lebih baik di sini.",
            en="Look at the key again: those strong elsewhere do no better here.",
        )
    return ItemRow(
        number=place,
        title=words.named(item.title, item.item),
        is_signal=item.is_signal,
        shares=tuple(Share(decision, count, _tone(item, decision)) for decision, count in item.decisions),
        right=Finding("right", Text(id="benar", en="right"), Scale.PERCENT, item.right, NO_TEXT),
        fit=Finding("fit", words.LABELS["fit"], Scale.CORRELATION, fit, NO_TEXT),
        note=note,
    )


def _tone(item: ItemGrade, decision: Outcome | None) -> Tone:
    return Tone.QUIET if decision is None else words.tone_of(dict(item.credits).get(decision, 0.0))


def _analysis(grades: Grades, voice: Voice) -> tuple[Block, ...]:
    course = grades.course
    blocks: list[Block] = [Findings((*class_findings(course), *handover_findings(course.handover)))]
    if grades.scale.evidence_slope <= _LITTLE and course.trainees:
        blocks.append(Words(_EVIDENCE_SAYS_LITTLE, Tone.PART))
    pictures = figures_pictures(course, voice)
    if pictures:
        blocks.append(Pictures(pictures))
    if course.equity.overall.pairs:
        blocks.append(Pictures((equity_picture(course.equity, voice),)))
    if course.equity.groups:
        blocks += [Words(_GROUPS, Tone.QUIET), Findings(tuple(_group(each) for each in course.equity.groups))]
    if course.items:
        abilities = [one.ability for one in grades.trainees if one.ability is not None]
        blocks.append(Pictures((map_picture(numbered(course), abilities, voice),)))
    return tuple(blocks)


_LITTLE: Final = 0.5  # of what a decision says of the same ability
_EVIDENCE_SAYS_LITTLE = Text(
    id="Di kelas ini bukti yang dikutip tidak sejalan dengan putusan: siapa yang memutuskan dengan benar tidak "
    "mengutip lebih baik. Mungkin bukti dikutip asal-asalan, atau cara mengutip belum dipahami. Kemampuan pada peta "
    "kasus karena itu terutama dari putusan.",
    en="In this class the evidence cited does not go with the decisions: those who decide rightly do not cite better. "
    "Perhaps it was cited at random, or how to cite was not understood. Ability on the map of cases therefore comes "
    "mainly from decisions.",
)
_GROUPS = Text(
    id="Seberapa sering pelintas tanpa masalah dari tiap kelompok dihentikan. Ini gambaran saja: kasus mereka berbeda "
    "faktanya, jadi bedanya tidak menunjukkan perlakuan yang tidak setara. Untuk itu ada pasangan kembar.",
    en="How often innocent travellers of each group were stopped. This is a description: their cases differ in their "
    "facts, so a difference shows no unequal treatment. The matched pairs are for that.",
)


def _group(rate: GroupRate) -> Finding:
    template = Text(id="{n} putusan tentang kelompok ini.", en="{n} decisions on this group.")
    name = words.group_name(rate.attribute, rate.value)
    return Finding("group", name, Scale.PERCENT, rate.false_referral, filled(template, n=rate.false_referral.n))


def _application(workshop: Workshop, course: ClassGrade) -> tuple[Block, ...]:
    keys: dict[ItemKey, AnswerKey] = {key.item_key: key for key in workshop.cases}
    hard = sorted(
        ((place, item) for place, item in numbered(course) if item.right is not None and item.right.value < 1),
        key=lambda row: (row[1].right.value if row[1].right is not None else 1.0, row[0]),
    )[:LESSONS]
    lessons = told_once([lesson(place, keys[item.item]) for place, item in hard])
    questions = Bullets(
        (
            Text(id="Apa yang berjalan baik dan perlu dipertahankan?", en="What went well and should stay?"),
            Text(
                id="Satu hal yang akan Anda lakukan berbeda pada giliran jaga berikutnya.",
                en="One thing that you will do differently on your next watch.",
            ),
            Text(id="Siapa di pos Anda yang dapat membantu?", en="Who at your post can help with it?"),
        ),
        heading=Text(id="Untuk dibawa pulang", en="To take home"),
    )
    return (Lessons(lessons), questions) if lessons else (questions,)


def lesson(place: int, key: AnswerKey) -> Lesson:
    """What a case teaches, from its debrief."""
    points = tuple(point for point in key.debrief.key_points or (key.debrief.summary,) if point != NO_TEXT)
    return Lesson(
        number=place,
        title=words.named(key.title, key.item_key),
        points=points if len(points) < 3 else (points[0], points[-1]),  # what it means, and what to take along
        questions=key.debrief.discussion[:2],
    )


def told_once(lessons: Sequence[Lesson]) -> tuple[Lesson, ...]:
    """The lessons, a question that several share asked with the first of them only."""
    asked: set[Text] = set()
    told = []
    for each in lessons:
        told.append(replace(each, questions=tuple(question for question in each.questions if question not in asked)))
        asked.update(each.questions)
    return tuple(told)


def _limits_lead(course: ClassGrade) -> Text:
    points = course.points
    if points is None:
        return Text(id="Belum ada putusan.", en="There are no decisions yet.")
    template = Text(
        id="Kelas {n} peserta mengenal rata-ratanya sampai ±{half} poin. Itu cukup untuk memilih apa yang perlu "
        "dibahas dan untuk melihat kenaikan yang besar; tidak cukup untuk mengurutkan peserta, membandingkan "
        "pelatih, atau membuktikan perlakuan yang setara.",
        en="A class of {n} knows its mean to ±{half} points. That is enough to choose what to talk about, and to see a "
        "large gain; it is not enough to rank trainees, to compare trainers, or to prove equal treatment.",
    )
    return filled(template, n=course.trainees, half=number(points.half_width))


_LIMITS = Bullets(
    (
        Text(
            id="Nilai = 100 × (0,50 putusan + 0,25 bukti + 0,10 kalibrasi + 0,15 wawancara − kerugian), antara 0 "
            "dan 100. Waktu ditampilkan, tidak pernah dinilai.",
            en="Score = 100 × (0.50 decision + 0.25 evidence + 0.10 calibration + 0.15 interview − harm), between 0 "
            "and 100. Time is shown and never scored.",
        ),
        Text(
            id="Kasus yang tidak diputuskan bernilai 0 dan tidak dihitung dalam angka lain.",
            en="A case that was not decided scores 0 and counts in no other figure.",
        ),
        Text(
            id="Selang 95 %: d′ menurut Gourevitch dan Galanter, laju menurut Jeffreys, bagian menurut Wilson, "
            "rata-rata menurut Student, pasangan menurut Agresti dan Min dengan uji McNemar eksak, kesulitan "
            "menurut Rasch.",
            en="95 % intervals: d′ by Gourevitch and Galanter, rates by Jeffreys, shares by Wilson, means by "
            "Student, pairs by Agresti and Min with McNemar's exact test, difficulty by Rasch.",
        ),
        Text(
            id="Ini latihan dengan orang dan negara rekaan. Angka ini bukan dasar untuk penilaian kinerja.",
            en="This is an exercise with invented people and states. These figures are no ground for judging "
            "performance.",
        ),
    )
)
