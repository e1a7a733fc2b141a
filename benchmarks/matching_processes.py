"""How many searches several processes do that share one index in memory (Unix: forked)."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Callable
from typing import Any


def throughput(work: Callable[[], None], searches: int, processes: int) -> dict[str, float]:
    """`work` does so many searches in each process. Searches a second by the clock, and ms of processor time each.

    The clock sees everything else that the machine does; processor time shows whether processes hold each other up.
    """
    context = multiprocessing.get_context("fork")
    spent: Any = context.SimpleQueue()
    workers = [context.Process(target=_run, args=(work, spent)) for _ in range(processes)]
    started = time.perf_counter()
    for worker in workers:
        worker.start()
    cpu_s = sum(float(spent.get()) for _ in workers)
    elapsed_s = time.perf_counter() - started
    for worker in workers:
        worker.join()
    done = searches * processes
    return {
        f"searches_per_s_{processes}_processes": done / elapsed_s,
        f"cpu_ms_per_search_{processes}_processes": cpu_s / done * 1000,
    }


def _run(work: Callable[[], None], spent: Any) -> None:
    started = time.process_time()
    work()
    spent.put(time.process_time() - started)
