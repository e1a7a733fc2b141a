"""The net: a small fully convolutional reader of a 24 px strip, one answer per 4 px of width."""

from __future__ import annotations

from torch import Tensor, nn

from verifier.reading.alphabet import BLANK


class ConvNorm(nn.Sequential):
    """Convolution, batch norm, ReLU, with the padding that keeps positions aligned."""

    def __init__(self, inputs: int, outputs: int, kernel: tuple[int, int], stride: tuple[int, int] = (1, 1)) -> None:
        padding = (kernel[0] // 2, kernel[1] // 2)
        super().__init__(
            nn.Conv2d(inputs, outputs, kernel, stride, padding, bias=False),
            nn.BatchNorm2d(outputs),
            nn.ReLU(inplace=True),
        )


class Residual(nn.Module):
    """Two convolutions beside a shortcut."""

    def __init__(self, width: int, kernel: tuple[int, int]) -> None:
        super().__init__()
        self.body = nn.Sequential(ConvNorm(width, width, kernel), ConvNorm(width, width, kernel))

    def forward(self, x: Tensor) -> Tensor:
        """Same shape in and out."""
        result: Tensor = x + self.body(x)
        return result


class OcrbNet(nn.Module):
    """(batch, 1, 24, width) normalised grey → (batch, 38, width / 4) logits; about 0.4 M parameters."""

    def __init__(self) -> None:
        super().__init__()
        self.eye = nn.Sequential(
            ConvNorm(1, 24, (5, 5), (2, 2)),  # 12 x w/2
            ConvNorm(24, 32, (3, 3)),
            ConvNorm(32, 64, (3, 3), (2, 2)),  # 6 x w/4
            Residual(64, (3, 3)),
            ConvNorm(64, 96, (3, 3), (2, 1)),  # 3 x w/4
        )
        self.flat = nn.Sequential(nn.Conv2d(96, 128, (3, 1), bias=False), nn.BatchNorm2d(128), nn.ReLU(inplace=True))
        self.line = Residual(128, (1, 3))
        self.head = nn.Conv2d(128, BLANK + 1, (1, 1))

    def forward(self, strip: Tensor) -> Tensor:
        """Logits per column; softmax over axis 1 gives probabilities."""
        logits: Tensor = self.head(self.line(self.flat(self.eye(strip))))
        return logits.squeeze(2)
