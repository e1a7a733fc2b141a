"""A class at work: how soon a trainer's step reaches everybody, and that no answer is lost.

`python -m benchmarks.classroom --trainees 40` starts a service as `lintas serve` does, in a process of its own, and
trainees as threads of this one: each holds its stream of news, waits up to 0.2 s as the page's script does, asks for
the page again, and answers. Prints JSON. Bars (issue 8), 40 trainees: step → 95 % have the new case on the screen
≤ 300 ms; 40 answers within a second all accepted, none twice; ≤ 60 MB over idle; 200 trainees work.

`--kill` also kills the service (SIGKILL) amid the answers of one case, starts it again and counts: every answer that
was acknowledged must be there once, and those that were not must be accepted when they are sent again.
"""

from __future__ import annotations

import argparse
import json
import signal
import statistics
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from benchmarks.classroom_people import Trainee, Trainer, seated, together
from benchmarks.served import Service, free_port
from console.settings import Settings
from console.wiring import open_house
from ledger.actor import Actor, Role

_PASSWORD = "jembatan merah di pagi hari"  # noqa: S105 - of a data base that lives for minutes
_CASES = 6
_SHOWN_WITHIN_S = 30


@contextmanager
def service() -> Iterator[Service]:
    """A service of its own with one trainer."""
    with tempfile.TemporaryDirectory(prefix="lintas-class-") as name:
        folder = Path(name)
        with open_house(Settings(database_url=f"sqlite:///{folder}/lintas.sqlite", training=False)) as house:
            system = Actor("bench", "bench", Role.SYSTEM)
            house.accounts.roster.create("bench", Role.TRAINER, system, password=_PASSWORD)
        training = {"LINTAS_TRAINING": "true", "LINTAS_TRAINING_FILE": f"{folder}/classroom.sqlite"}
        at = Service(folder, free_port(), training)
        at.start()
        try:
            yield at
        finally:
            at.stop()


def lesson(at: Service, count: int) -> dict[str, float]:
    """All cases but the last: step, wait until all have it, all answer within a second."""
    trainer = Trainer.opening(at.url, "bench", _PASSWORD, _CASES)
    # what a service loads once, whoever comes, is not the class's
    trainees: list[Trainee] = [seated(at.url, trainer.code, 0)]
    idle_mb = at.memory_mb
    together([lambda n=n: trainees.append(seated(at.url, trainer.code, n)) for n in range(1, count)], 1.0)  # type: ignore[misc]  # a default keeps each number
    stop, started = threading.Event(), threading.Barrier(count + 1)
    for each in trainees:
        threading.Thread(target=each.follow, args=(stop, started), daemon=True).start()
    started.wait()
    time.sleep(1.0)
    delays_ms: list[float] = []
    accepted = again = 0
    answers_s: list[float] = []
    for number in range(1, _CASES):
        pressed = trainer.pace("next")
        _wait_for(trainees, number)
        delays_ms += [(each.seen_at[number] - pressed) * 1000 for each in trainees]
        decided = [each.answer() for each in trainees]
        began = time.perf_counter()
        together([each.send for each in decided], 1.0)
        answers_s.append(time.perf_counter() - began)
        accepted += sum(each.is_accepted for each in decided)
        again += sum(each.send() for each in decided)  # a second press: answered alike, counted once
    at_work_mb = at.memory_mb
    stop.set()
    return {
        "trainees": count,
        "steps": _CASES - 1,
        "step_p50_ms": statistics.median(delays_ms),
        "step_p95_ms": statistics.quantiles(delays_ms, n=20)[-1],
        "step_most_ms": max(delays_ms),
        "answers_sent": count * (_CASES - 1),
        "answers_accepted": accepted,
        "pressed_again": again,
        "answers_counted": trainer.decision_count(),
        "answers_all_taken_s": max(answers_s),
        "more_memory_mb": at_work_mb - idle_mb,
        "idle_memory_mb": idle_mb,
    }


def _wait_for(trainees: list[Trainee], number: int) -> None:
    ends = time.perf_counter() + _SHOWN_WITHIN_S
    while not all(number in each.seen_at for each in trainees):
        if time.perf_counter() > ends:
            missing = sum(number not in each.seen_at for each in trainees)
            raise RuntimeError(f"{missing} trainees never saw case {number}")
        time.sleep(0.005)


def killed(at: Service, count: int) -> dict[str, float]:
    """SIGKILL amid the answers of the first case; the same phones go on with a service that was started again."""
    trainer = Trainer.opening(at.url, "bench", _PASSWORD, 2)
    trainees = [seated(at.url, trainer.code, number) for number in range(1, count + 1)]
    trainer.pace("next")
    for each in trainees:
        each.look()
    decided = [each.answer() for each in trainees]
    killer = threading.Timer(0.7, at.stop, args=(signal.SIGKILL,))
    killer.start()
    together([each.send for each in decided], 1.2)
    killer.join()
    acknowledged = sum(each.is_accepted for each in decided)
    up_after_s = at.start()
    kept = trainer.decision_count()
    together([each.send for each in decided if not each.is_accepted], 0.5)
    trainer.pace("next")
    for each in trainees:
        each.look()
    return {
        "trainees": count,
        "acknowledged_before_the_kill": acknowledged,
        "kept": kept,
        "lost": max(0, acknowledged - kept),
        "accepted_after_it": sum(each.is_accepted for each in decided) - acknowledged,
        "counted_in_the_end": trainer.decision_count(),
        "went_on_to_the_next_case": sum(each.case == 2 for each in trainees),
        "up_again_after_s": up_after_s,
    }


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--trainees", type=int, default=40)
    parser.add_argument("--kill", action="store_true", help="kill the service amid the answers instead")
    chosen = parser.parse_args()
    with service() as at:
        figures = killed(at, chosen.trainees) if chosen.kill else lesson(at, chosen.trainees)
    print(json.dumps({name: round(value, 1) for name, value in figures.items()}, indent=2))


if __name__ == "__main__":
    main()
