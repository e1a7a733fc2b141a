"""Train the OCR-B eye and write the ONNX file: `python -m training.ocrb.train` (about an hour on two cores, no GPU).

Everything follows from the seed; resuming from a checkpoint takes a later seed for fresh examples.
"""

from __future__ import annotations

import argparse
import copy
import sys
import time
from itertools import islice
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from training.ocrb.export import export_onnx
from training.ocrb.feed import Batch, Feed, draw_batches
from training.ocrb.net import OcrbNet
from training.ocrb.sample import IGNORED
from verifier.reading.alphabet import BLANK

_VALIDATION_SEED = 10_000_019


class Average:
    """A running average of the weights, which reads better than the last step's."""

    def __init__(self, net: OcrbNet, decay: float) -> None:
        self.net = copy.deepcopy(net).eval()
        self._decay = decay
        self._steps = 0

    @torch.no_grad()
    def update(self, net: OcrbNet) -> None:
        """Move towards `net`; faster in the first steps."""
        self._steps += 1
        decay = min(self._decay, self._steps / (self._steps + 20))
        for mine, theirs in zip(self.net.state_dict().values(), net.state_dict().values(), strict=True):
            if mine.dtype.is_floating_point:
                mine.lerp_(theirs, 1 - decay)
            else:
                mine.copy_(theirs)


def _tensors(batch: Batch) -> tuple[Tensor, Tensor]:
    return torch.from_numpy(batch[0]).to(memory_format=torch.channels_last), torch.from_numpy(batch[1])


@torch.no_grad()
def column_error(net: OcrbNet, batches: list[Batch]) -> float:
    """Share of the columns at characters' middles that the net gets wrong."""
    wrong = total = 0
    for batch in batches:
        strips, labels = _tensors(batch)
        at_character = (labels != IGNORED) & (labels != BLANK)
        guesses = net(strips).argmax(dim=1)
        wrong += int((guesses != labels)[at_character].sum())
        total += int(at_character.sum())
    return wrong / total


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def train(*, seed: int, steps: int, batch_size: int, peak_rate: float, start: Path | None, out: Path) -> None:
    """Train for `steps` batches; write `out` (.onnx) and a checkpoint beside it; tell the progress every 200 steps."""
    torch.manual_seed(seed)
    net = OcrbNet().to(memory_format=torch.channels_last)
    if start is not None:
        net.load_state_dict(torch.load(start, weights_only=True))
    average = Average(net, 0.998)
    optimiser = torch.optim.AdamW(net.parameters(), lr=peak_rate, weight_decay=1e-3)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimiser, peak_rate, total_steps=steps, pct_start=0.1)
    loss_of = nn.CrossEntropyLoss(ignore_index=IGNORED)
    validation = list(islice(draw_batches(_VALIDATION_SEED, batch_size), 12))
    feed = Feed(seed, batch_size)
    began, losses = time.monotonic(), []
    for step in range(1, steps + 1):
        strips, labels = _tensors(feed.next_batch())
        net.train()
        loss = loss_of(net(strips), labels)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()
        nn.utils.clip_grad_norm_(net.parameters(), 2.0)
        optimiser.step()
        schedule.step()
        average.update(net)
        losses.append(float(loss.detach()))
        if step % 200 == 0 or step == steps:
            error = column_error(average.net, validation)
            _say(f"step {step} loss {np.mean(losses):.4f} error {error:.4f} {time.monotonic() - began:.0f} s")
            losses.clear()
            torch.save(average.net.state_dict(), out.with_suffix(".pt"))
    feed.close()
    export_onnx(average.net, out)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=6000)
    parser.add_argument("--batch-size", type=int, default=64)
    parser.add_argument("--peak-rate", type=float, default=3e-3)
    parser.add_argument("--start", type=Path, help="a checkpoint (.pt) to go on from")
    parser.add_argument("--out", type=Path, default=Path("verifier/reading/model/ocrb.onnx"))
    options = parser.parse_args()
    torch.set_num_threads(1)
    train(
        seed=options.seed,
        steps=options.steps,
        batch_size=options.batch_size,
        peak_rate=options.peak_rate,
        start=options.start,
        out=options.out,
    )


if __name__ == "__main__":
    main()
