"""What the grading finds of what was planted, how honest its intervals are, and how long it takes.

    python -m benchmarks.grading [--seeds 400] [--speed-runs 20]

Prints the tables of docs/benchmarks.md, "Grading". One thread; seeds 0 to N−1, none left out.
Bars (issue F): Spearman >= 0.9 for 24 bots and 20 cases; 40 trainees x 20 cases graded in <= 1 s.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from statistics import median

import numpy as np
from scipy.special import expit, ndtr
from scipy.stats import spearmanr

from benchmarks.grading_adaptive import adaptive
from simulator.bots.course import BotCourse, citing_of, simulate, truth_of
from simulator.bots.recovery import FIGURES, rank_correlation
from simulator.grading.detection import detection
from simulator.grading.elo import EloTable
from simulator.grading.equity import mcnemar_p
from simulator.grading.grades import grade
from simulator.grading.model import ItemKey, TraineeId
from simulator.grading.rasch import Response, fit_rasch
from simulator.report.render import Format, render

_BAR = 0.9


def recovery(seeds: int) -> None:
    """Spearman's correlation with the planted order, over many workshops."""
    print("| bots | figure | mean | 5th percentile | worst | workshops at 0.9 or more |")
    print("| --- | --- | --- | --- | --- | --- |")
    for word, setup in (
        ("24, 20 cases, one skill (ρ = 1)", BotCourse()),
        ("24, 20 cases, ρ = 0.5", BotCourse(agreement=0.5)),
        ("24, 20 cases, two skills (ρ = 0)", BotCourse(agreement=0.0)),
        ("12, 20 cases", BotCourse(bots=12)),
        ("24, 10 cases", BotCourse(cases=10)),
        ("24, 20 cases, true d′ 1 to 2 only", BotCourse(lowest=1.0, highest=2.0)),
    ):
        found: dict[str, list[float]] = defaultdict(list)
        for seed in range(seeds):
            seeded = replace(setup, seed=seed)
            grades, truth, citing = grade(simulate(seeded)), truth_of(seeded), citing_of(seeded)
            for figure in FIGURES:
                found[figure].append(rank_correlation(grades, truth, figure) or 0.0)
            if setup.agreement < 1:
                both = {name: truth[name] + citing[name] for name in truth}
                found["recall` of citing"].append(rank_correlation(grades, citing, "recall") or 0.0)
                found["points` of both skills together"].append(rank_correlation(grades, both, "points") or 0.0)
                found["ability` of both skills together"].append(rank_correlation(grades, both, "ability") or 0.0)
        for figure, values in found.items():
            share = sum(value >= _BAR for value in values) / len(values)
            low = np.quantile(values, 0.05)
            name = figure if "`" in figure else f"{figure}`"
            print(f"| {word} | `{name} | {np.mean(values):.3f} | {low:.3f} | {min(values):.3f} | {share:.0%} |")


def ceiling(seeds: int) -> None:
    """What decisions alone could give at best: every bot's inner evidence known, as no exercise can know it."""
    chance = np.random.default_rng(2)
    truth = np.linspace(0, 3, 24)
    best = [float(spearmanr(truth, chance.normal(truth, np.sqrt(2 / 10))).statistic) for _ in range(10 * seeds)]
    share = sum(value >= _BAR for value in best) / len(best)
    print(f"\nAt best from 10 + 10 decisions: mean {np.mean(best):.3f}, at 0.9 or more in {share:.0%} of workshops.")


def coverage(seeds: int) -> None:
    """How often 95 % intervals hold the truth, and how long they are."""
    chance = np.random.default_rng(0)
    runs = 10 * seeds
    print("\n| true d′ | cases of each kind | bias | SD of the estimate | half width | intervals that hold the truth |")
    print("| --- | --- | --- | --- | --- | --- |")
    for truth in (0.0, 1.5, 3.0):
        for kind in (6, 10, 20, 50):
            hits = chance.binomial(kind, ndtr(truth / 2), runs)
            false = chance.binomial(kind, ndtr(-truth / 2), runs)
            pairs = zip(hits.tolist(), false.tolist(), strict=True)
            found = [d for h, f in pairs if (d := detection(h, kind - h, f, kind - f).d_prime) is not None]
            held = sum(each.low <= truth <= each.high for each in found) / len(found)
            values = [each.value for each in found]
            width = np.mean([each.half_width for each in found])
            bias, spread = np.mean(values) - truth, np.std(values)
            print(f"| {truth} | {kind} | {bias:+.2f} | {spread:.2f} | {width:.2f} | {held:.1%} |")


def difficulty(seeds: int) -> None:
    """Recovery of planted item difficulties: Rasch-MAP, Elo, and the plain share right."""
    print("\n| trainees × 12 cases | Rasch-MAP | Elo | share right | Rasch intervals that hold the truth |")
    print("| --- | --- | --- | --- | --- |")
    for trainees in (12, 20, 40):
        found: dict[str, list[float]] = defaultdict(list)
        held = 0
        for seed in range(seeds):
            chance = np.random.default_rng([seed, trainees])
            ability, truth = chance.normal(size=trainees), chance.normal(size=12)
            right = chance.random((trainees, 12)) < expit(ability[:, None] - truth[None, :])
            names = [ItemKey(f"{item:02}") for item in range(12)]
            responses = [
                Response(TraineeId(f"{who:02}"), names[item], bool(right[who, item]))
                for who in range(trainees)
                for item in range(12)
            ]
            scale, table = fit_rasch(responses), EloTable()
            for each in responses:
                table = table.after(each.trainee, each.item, is_right=each.is_right)
            by = {
                "rasch": [scale.difficulty[name].value for name in names],
                "elo": [table.items[name].logit for name in names],
                "share": list(-right.mean(axis=0)),
            }
            for word, values in by.items():
                found[word].append(float(spearmanr(values, truth).statistic))
            held += sum(
                scale.difficulty[n].low <= t <= scale.difficulty[n].high for n, t in zip(names, truth, strict=True)
            )
        means = {word: np.mean(values) for word, values in found.items()}
        inside = held / (12 * seeds)
        print(f"| {trainees} | {means['rasch']:.3f} | {means['elo']:.3f} | {means['share']:.3f} | {inside:.1%} |")


def fairness(seeds: int) -> None:
    """How often the exact test says "unequal" at 5 %: of nothing, and of something."""
    print("\n| pairs | planted bias | true gap | said unequal (p < 0.05) |")
    print("| --- | --- | --- | --- |")
    chance = np.random.default_rng(1)
    for pairs in (12, 24, 60, 120):
        for bias in (0.0, 0.5, 1.0):
            first, second = ndtr(-0.75), ndtr(-0.75 + bias)  # bots of d′ 1.5 before innocent travellers
            original = chance.random((10 * seeds, pairs)) < first
            other = chance.random((10 * seeds, pairs)) < second
            only_first, only_second = (original & ~other).sum(axis=1), (other & ~original).sum(axis=1)
            said = [mcnemar_p(a, b) < 0.05 for a, b in zip(only_first.tolist(), only_second.tolist(), strict=True)]
            print(f"| {pairs} | {bias} | {second - first:.0%} | {np.mean(said):.1%} |")


def speed(runs: int) -> None:
    """Grading a class of 40 with 20 cases each, and in a process of its own, imports and all."""
    workshop = simulate(BotCourse(bots=40))
    times = [_seconds(lambda: grade(workshop)) for _ in range(runs)]
    walls, processor = [wall for wall, _ in times], [used for _, used in times]
    script = (
        "import sys; from simulator.grading.codec import from_json; from simulator.grading.grades import grade; "
        "from simulator.bots.course import BotCourse, simulate; "
        "import time; w = simulate(BotCourse(bots=40)); t = time.perf_counter(); grade(w); "
        "sys.stdout.write(str(time.perf_counter() - t))"
    )
    first = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout
    print("\n| 40 trainees × 20 cases | wall s | processor s |")
    print("| --- | --- | --- |")
    print(f"| graded, median of {runs} | {median(walls):.3f} | {median(processor):.3f} |")
    print(f"| graded, slowest of {runs} | {max(walls):.3f} | {max(processor):.3f} |")
    print(f"| graded, first time in a process | {float(first):.3f} | |")


def reports(runs: int) -> None:
    """Making a report, for a class of 40 and for one of its trainees."""
    workshop = simulate(BotCourse(bots=40))
    grades, owner = grade(workshop), workshop.trainees[0]
    print("\n| report on 40 × 20, medians | wall s | processor s | kB |")
    print("| --- | --- | --- | --- |")
    for word, form, of in (
        ("class, HTML", Format.HTML, None),
        ("class, PDF", Format.PDF, None),
        ("one trainee, HTML", Format.HTML, owner),
        ("one trainee, PDF", Format.PDF, owner),
        ("xAPI", Format.XAPI, None),
        ("CSV", Format.CSV, None),
    ):
        size = len(render(workshop, grades, form, owner=of))
        times = [_seconds(partial(render, workshop, grades, form, owner=of)) for _ in range(runs)]
        wall, processor = (median(column) for column in zip(*times, strict=True))
        print(f"| {word} | {wall:.2f} | {processor:.2f} | {size / 1000:.0f} |")


def _seconds(work: Callable[[], object]) -> tuple[float, float]:
    """By the wall clock, and of the processor alone (a busy machine shows in the first only)."""
    start, used = time.perf_counter(), time.process_time()
    work()
    return time.perf_counter() - start, time.process_time() - used


def main() -> None:
    """Runs all of it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seeds", type=int, default=400)
    parser.add_argument("--speed-runs", type=int, default=20)
    arguments = parser.parse_args()
    speed(arguments.speed_runs)
    reports(max(1, arguments.speed_runs // 4))
    print()
    recovery(arguments.seeds)
    ceiling(arguments.seeds)
    coverage(arguments.seeds)
    difficulty(arguments.seeds)
    fairness(arguments.seeds)
    adaptive(max(1, arguments.seeds // 4))


if __name__ == "__main__":
    main()
