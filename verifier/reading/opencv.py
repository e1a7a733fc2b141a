"""OpenCV with its limits set. No other module imports cv2: they write `from verifier.reading.opencv import cv2`.

OpenCV reads its pixel limit from the environment once, when it is loaded. Without the limit a JPEG of 631 bytes that
claims 65,500 x 65,500 pixels took 2.3 GB. So the environment is set here, at import and before cv2: the one exception
to "nothing happens at import", and `tests/verifier/reading/test_image.py` fails when any other module imports cv2.
"""

from __future__ import annotations

import os

MAX_PIXELS = 25_000_000

os.environ["OPENCV_IO_MAX_IMAGE_PIXELS"] = str(MAX_PIXELS)
os.environ.setdefault("OPENCV_LOG_LEVEL", "SILENT")  # it writes warnings about odd files straight to stderr

import cv2  # noqa: E402  (the limits must stand in the environment first)

__all__ = ["MAX_PIXELS", "cv2", "use_one_thread"]


def use_one_thread() -> None:
    """Keep OpenCV on the calling thread: the pool has a thread for each reader, and nested threads only get in its way.

    Called by readers when they are constructed.
    """
    cv2.setNumThreads(1)
