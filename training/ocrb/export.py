"""Write the trained net as one ONNX file with free batch and width."""

from __future__ import annotations

from pathlib import Path

import onnx
import torch

from training.ocrb.net import OcrbNet
from verifier.reading.alphabet import STRIP_HEIGHT_PX


def export_onnx(net: OcrbNet, out: Path) -> None:
    """`out` gets input `strips` (batch, 1, 24, width) and output `logits` (batch, 38, width / 4), weights inside."""
    example = torch.zeros(2, 1, STRIP_HEIGHT_PX, 400)
    batch, quarter = torch.export.Dim("batch", min=1, max=256), torch.export.Dim("quarter", min=4, max=1024)
    program = torch.onnx.export(
        net.eval().to(memory_format=torch.contiguous_format),
        (example,),
        input_names=["strips"],
        output_names=["logits"],
        dynamic_shapes={"strip": {0: batch, 3: 4 * quarter}},
        dynamo=True,
        external_data=False,
    )
    if program is None:
        raise RuntimeError("the exporter gave no program")
    program.save(str(out), external_data=False)
    onnx.checker.check_model(str(out))
