"""The recogniser: rectified strips in, probabilities of the 37 characters out. ONNX on one thread."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from verifier.reading.alphabet import COLUMN_STRIDE_PX, STRIP_HEIGHT_PX
from verifier.reading.strip import normalise_strip

MODEL_PATH: Final = Path(__file__).parent / "model" / "ocrb.onnx"

Strip = NDArray[np.uint8]  # (24, width)
Columns = NDArray[np.float32]  # (38, width / 4): probabilities per column, the last row "no character's middle here"


class Recogniser:
    """The net, loaded once; `recognise` may be called from several threads at once."""

    def __init__(self, model_path: Path = MODEL_PATH) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        # the arena keeps the largest image's buffers for ever; a line needs little
        options.enable_cpu_mem_arena = False
        self._session = onnxruntime.InferenceSession(str(model_path), options, providers=["CPUExecutionProvider"])

    def recognise(self, strips: Sequence[Strip]) -> list[Columns]:
        """Probabilities for each strip; every strip is (24, any width >= 16) grey uint8 with dark ink."""
        return [self._one(strip) for strip in strips]

    def _one(self, strip: Strip) -> Columns:
        width = -(-strip.shape[1] // COLUMN_STRIDE_PX) * COLUMN_STRIDE_PX
        padded = np.pad(strip, ((0, 0), (0, width - strip.shape[1])), mode="edge")
        strips = normalise_strip(padded).reshape(1, 1, STRIP_HEIGHT_PX, width)
        logits: NDArray[np.float32] = self._session.run(["logits"], {"strips": strips})[0][0]
        raised = np.exp(logits - logits.max(axis=0, keepdims=True))
        return np.asarray(raised / raised.sum(axis=0, keepdims=True), dtype=np.float32)
