"""Examples by the batch, made in a second process so that the net never waits."""

from __future__ import annotations

import multiprocessing as mp
from collections.abc import Iterator
from multiprocessing.queues import Queue

import numpy as np
from numpy.typing import NDArray

from training.ocrb.glyphs import load_glyph_sets
from training.ocrb.sample import draw_example
from verifier.reading.opencv import cv2
from verifier.reading.strip import normalise_strip

Batch = tuple[NDArray[np.float32], NDArray[np.int64]]  # (n, 1, 24, 384), (n, 96)


def draw_batches(seed: int, size: int) -> Iterator[Batch]:
    """Endless batches, a function of `seed`."""
    cv2.setNumThreads(1)
    glyph_sets = load_glyph_sets()
    rng = np.random.default_rng(seed)
    while True:
        examples = [draw_example(rng, glyph_sets) for _ in range(size)]
        strips = np.stack([normalise_strip(example.strip) for example in examples])[:, None]
        yield strips, np.stack([example.labels for example in examples])


def _fill(queue: Queue[Batch], seed: int, size: int) -> None:
    for batch in draw_batches(seed, size):
        queue.put(batch)


class Feed:
    """One worker process; `next_batch` blocks until a batch is there. Close it when done."""

    def __init__(self, seed: int, size: int) -> None:
        context = mp.get_context("spawn")
        self._queue: Queue[Batch] = context.Queue(maxsize=12)
        self._worker = context.Process(target=_fill, args=(self._queue, seed, size), daemon=True)
        self._worker.start()

    def next_batch(self) -> Batch:
        """The next batch, in the seed's order."""
        return self._queue.get()

    def close(self) -> None:
        """End the worker."""
        self._worker.terminate()
        self._worker.join()
