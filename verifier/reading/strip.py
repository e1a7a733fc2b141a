"""Even out the light on a rectified line: the one preparation that training and reading share."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from verifier.reading.opencv import cv2

_WINDOW_PX = 49  # about three characters wide: wide enough to hold ink and paper, narrow enough to follow glare


def normalise_strip(strip: NDArray[np.uint8]) -> NDArray[np.float32]:
    """Local mean 0 and about unit contrast. `strip` is (24, width) grey, dark ink; the same shape comes back.

    The contrast floor follows the whole strip's own contrast, so empty margins do not blow up into noise.
    """
    ink = strip.astype(np.float32)
    columns = np.stack((ink.mean(axis=0), (ink * ink).mean(axis=0)))
    mean, square = cv2.blur(columns, (_WINDOW_PX, 1), borderType=cv2.BORDER_REPLICATE)
    spread = np.sqrt(np.maximum(square - mean * mean, 0.0))
    floor = 0.3 * float(np.median(spread)) + 2.0
    return np.asarray((ink - mean) / (spread + floor), dtype=np.float32)
