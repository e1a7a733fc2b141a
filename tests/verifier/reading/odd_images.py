"""Images that hold no MRZ, or hardly any pixels: no reader may stumble over them."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray


def odd_images() -> dict[str, NDArray[np.uint8]]:
    """By name, BGR uint8."""
    random = np.random.default_rng(11)
    stripes = np.full((300, 900, 3), 255, dtype=np.uint8)
    stripes[::7] = 0
    return {
        "one_pixel": np.zeros((1, 1, 3), dtype=np.uint8),
        "one_row": np.full((1, 2000, 3), 200, dtype=np.uint8),
        "one_column": np.full((2000, 1, 3), 200, dtype=np.uint8),
        "black": np.zeros((400, 600, 3), dtype=np.uint8),
        "white": np.full((400, 600, 3), 255, dtype=np.uint8),
        "noise": random.integers(0, 256, (300, 450, 3), dtype=np.uint8),
        "very_flat": random.integers(0, 256, (12, 3000, 3), dtype=np.uint8),
        "very_tall": random.integers(0, 256, (3000, 12, 3), dtype=np.uint8),
        "stripes": stripes,
    }
