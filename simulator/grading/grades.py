"""The whole grading of a workshop: each trainee, and the class."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean, median

from simulator.grading.calibration import Calibration, calibrate
from simulator.grading.case_score import CaseScore, score_case
from simulator.grading.detection import Detection, detect
from simulator.grading.elo import EloTable, Rating
from simulator.grading.equity import Equity, compare_pairs
from simulator.grading.estimate import Estimate, mean, ratio
from simulator.grading.gain import Gain, class_gain, trainee_gain
from simulator.grading.handover import HandoverGrade, grade_handovers
from simulator.grading.items import ItemGrade, analyse_items
from simulator.grading.judgements import judgements
from simulator.grading.model import Form, Harm, TraineeId, Workshop
from simulator.grading.rasch import RaschScale, fit_rasch


@dataclass(frozen=True, slots=True)
class TraineeGrade:
    """What can be told to one trainee.

    `ability` is in logits on the Rasch scale of this course's judgements, decisions and evidence alike. Judgements in
    one case hang together more than the model knows, so its interval is rather too short than too long.
    """

    trainee: TraineeId
    cases: tuple[CaseScore, ...]
    points: Estimate | None
    precision: Estimate | None
    recall: Estimate | None
    interview: Estimate | None
    detection: Detection
    calibration: Calibration
    gain: Gain | None
    ability: Estimate | None
    harms: int
    terminal_harms: int
    unanswered: int
    median_used_s: float | None
    handover: HandoverGrade | None = None


@dataclass(frozen=True, slots=True)
class HarmCount:
    """How often one kind of harm was done."""

    harm: Harm
    count: int


@dataclass(frozen=True, slots=True)
class ClassGrade:
    """What can be told of the class, with nobody in it named. Means are over trainees, so each counts alike.

    `hit_rate` and `false_referral_rate` are means of plain shares: the log-linear correction is for one trainee's few
    cases, and would pull a class's rates towards one half.
    """

    trainees: int
    attempts: int
    unanswered: int
    harms: int
    terminal_harms: int
    harm_counts: tuple[HarmCount, ...]
    points: Estimate | None
    precision: Estimate | None
    recall: Estimate | None
    interview: Estimate | None
    hit_rate: Estimate | None
    false_referral_rate: Estimate | None
    d_prime: Estimate | None
    criterion: Estimate | None
    one_d_prime_half_width: float | None  # how far one trainee's d′ is known, on average
    calibration: Calibration  # its bins are over all decisions
    brier: Estimate | None
    overconfidence: Estimate | None
    gain: Gain | None
    equity: Equity
    items: tuple[ItemGrade, ...]
    handover: HandoverGrade | None = None


@dataclass(frozen=True, slots=True)
class Grades:
    """Trainees in order of their ids, and the class."""

    trainees: tuple[TraineeGrade, ...]
    course: ClassGrade
    scale: RaschScale

    def of(self, trainee: TraineeId) -> TraineeGrade | None:
        """One trainee's; None for who took no part."""
        return next((grade for grade in self.trainees if grade.trainee == trainee), None)


def grade(workshop: Workshop) -> Grades:
    """Grades a workshop; the same workshop always gives the same grades."""
    keys = {key.case: key for key in workshop.cases}
    scores = tuple(score_case(attempt, keys[attempt.case]) for attempt in workshop.attempts)
    by_trainee: dict[TraineeId, list[CaseScore]] = defaultdict(list)
    for score in scores:
        by_trainee[score.attempt.trainee].append(score)
    scale = fit_rasch(tuple(judgements(scores)), {key.item_key: key.difficulty_logit for key in workshop.cases})
    trainees = tuple(_grade_trainee(each, by_trainee[each], scale) for each in workshop.trainees)
    items = analyse_items(scores, scale, (key.item_key for key in workshop.cases))
    return Grades(trainees, _grade_class(trainees, scores, items), scale)


def running_ratings(workshop: Workshop) -> EloTable:
    """Elo's table after all attempts in the order played; items start at their author's difficulty."""
    keys = {key.case: key for key in workshop.cases}
    table = EloTable(items={key.item_key: Rating(key.difficulty_logit) for key in workshop.cases})
    for attempt in workshop.attempts:
        if attempt.decision is not None:
            score = score_case(attempt, keys[attempt.case])
            table = table.after(attempt.trainee, score.key.item_key, is_right=score.is_right)
    return table


def _grade_trainee(trainee: TraineeId, scores: Sequence[CaseScore], scale: RaschScale) -> TraineeGrade:
    decided = [score for score in scores if score.is_answered]
    evidence = [score.evidence for score in decided]
    return TraineeGrade(
        trainee=trainee,
        cases=tuple(scores),
        points=mean([score.points for score in scores], 0, 100),
        precision=ratio([each.right for each in evidence], [each.cited for each in evidence]),
        recall=ratio([each.found for each in evidence], [each.needed for each in evidence]),
        interview=mean([score.interview for score in decided], 0, 1),
        detection=detect(scores),
        calibration=calibrate(scores),
        gain=trainee_gain(_points(scores, Form.PRE), _points(scores, Form.POST)),
        ability=scale.ability.get(trainee),
        harms=_harms(scores),
        terminal_harms=_terminal_harms(scores),
        unanswered=len(scores) - len(decided),
        median_used_s=median(score.attempt.used_s for score in decided) if decided else None,
        handover=grade_handovers(scores),
    )


def _grade_class(
    trainees: Sequence[TraineeGrade], scores: Sequence[CaseScore], items: tuple[ItemGrade, ...]
) -> ClassGrade:
    detections = [each.detection for each in trainees]
    return ClassGrade(
        trainees=len(trainees),
        attempts=len(scores),
        unanswered=sum(each.unanswered for each in trainees),
        harms=_harms(scores),
        terminal_harms=_terminal_harms(scores),
        harm_counts=_harm_counts(scores),
        points=_over((each.points for each in trainees), 0, 100),
        precision=_over((each.precision for each in trainees), 0, 1),
        recall=_over((each.recall for each in trainees), 0, 1),
        interview=_over((each.interview for each in trainees), 0, 1),
        hit_rate=mean([each.hits / each.signals for each in detections if each.signals], 0, 1),
        false_referral_rate=mean(
            [each.false_referrals / each.innocents for each in detections if each.innocents], 0, 1
        ),
        d_prime=_over((each.d_prime for each in detections), -6, 6),
        criterion=_over((each.criterion for each in detections), -3, 3),
        one_d_prime_half_width=_mean_half_width([each.d_prime for each in detections]),
        calibration=calibrate(scores),
        brier=_over((each.calibration.brier for each in trainees), 0, 1),
        overconfidence=_over((each.calibration.overconfidence for each in trainees), -1, 1),
        gain=class_gain([(each.gain.pre.value, each.gain.post.value) for each in trainees if each.gain is not None]),
        equity=compare_pairs(scores),
        items=items,
        handover=grade_handovers(scores),
    )


def _over(estimates: Iterable[Estimate | None], low: float, high: float) -> Estimate | None:
    return mean([each.value for each in estimates if each is not None], low, high)


def _mean_half_width(estimates: Iterable[Estimate | None]) -> float | None:
    widths = [each.half_width for each in estimates if each is not None]
    return fmean(widths) if widths else None


def _points(scores: Sequence[CaseScore], form: Form) -> list[float]:
    return [score.points for score in scores if score.attempt.form is form]


def _harms(scores: Sequence[CaseScore]) -> int:
    return sum(not harm.is_shared for score in scores for harm in score.attempt.harms)


def _harm_counts(scores: Sequence[CaseScore]) -> tuple[HarmCount, ...]:
    """The most frequent first, equally frequent ones by their key."""
    counts = Counter(harm for score in scores for harm in score.attempt.harms if not harm.is_shared)
    ordered = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0].key, pair[0].text.en))
    return tuple(HarmCount(harm, count) for harm, count in ordered)


def _terminal_harms(scores: Sequence[CaseScore]) -> int:
    return sum(any(harm.is_terminal and not harm.is_shared for harm in score.attempt.harms) for score in scores)
