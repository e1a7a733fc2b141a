"""Does the reader see MRZs where there are none? `python -m benchmarks.reading_negatives --count 200`

The pictures that scikit-image brings, and rendered pages of text: mixed, in capitals, digits only, capitals without
spaces, in every TrueType face that is installed, since monospaced capitals come nearest to an MRZ.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
import skimage
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont
from rich.console import Console
from rich.progress import track

from verifier.reading.ocrb import OcrbReader
from verifier.reading.opencv import cv2

_FONTS: Final = Path("/usr/share/fonts")
_TEXT: Final = (
    "the quick brown fox jumps over a lazy dog while 5678 boxing wizards judge my vow 1234 and pack five dozen liquor "
    "jugs for visa passport republic ministry of the interior date place signature holder authority 2026 page 17"
)


def pictures() -> Iterator[tuple[str, NDArray[np.uint8]]]:
    """Pictures that scikit-image brings."""
    for path in sorted((Path(skimage.__file__).parent / "data").rglob("*")):
        if path.suffix in {".png", ".jpg", ".jpeg"}:
            pixels = cv2.imread(str(path), cv2.IMREAD_COLOR)
            if pixels is not None:
                yield path.name, np.asarray(pixels, dtype=np.uint8)


def text_page(seed: int) -> tuple[str, NDArray[np.uint8]]:
    """A page of text, a function of `seed` and the installed fonts."""
    rng = np.random.default_rng(seed)
    vocabulary = _TEXT.split()
    faces = sorted(_FONTS.rglob("*.ttf"))
    size = int(rng.integers(10, 32))
    face = faces[int(rng.integers(0, len(faces)))] if faces else None
    font = ImageFont.truetype(str(face), size) if face else ImageFont.load_default(size)
    paper = Image.new("L", (int(rng.integers(500, 1400)), int(rng.integers(400, 1600))), int(rng.integers(200, 256)))
    draw, y = ImageDraw.Draw(paper), 20
    while y < paper.height - 40:
        words = " ".join(vocabulary[i] for i in rng.integers(0, len(vocabulary), 14))
        digits = "".join("0123456789 "[i] for i in rng.integers(0, 11, 80))
        text = (words, words.upper(), digits, words.upper().replace(" ", ""))[seed % 4]
        draw.text((25, y), text[: int(paper.width / size * 1.7)], fill=int(rng.integers(0, 80)), font=font)
        y += int(size * rng.uniform(1.2, 1.9))
    grey = np.asarray(paper, dtype=np.uint8)
    return f"text {seed} in {face.name if face else 'the default face'}", np.ascontiguousarray(np.dstack([grey] * 3))


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=200)
    options = parser.parse_args()
    console = Console()
    reader = OcrbReader()
    images = list(pictures())[: options.count]
    images += [text_page(seed) for seed in range(options.count - len(images))]
    false, spent_ms = 0, []
    for name, pixels in track(images, console=console):
        began = time.process_time()
        readings = reader.read(pixels)
        spent_ms.append((time.process_time() - began) * 1000)
        if readings:
            false += 1
            console.print(f"{name}: {readings[0].lines} at {readings[0].confidence}")
    console.print(f"{false} false MRZs in {len(images)} images, CPU ms median {np.median(spent_ms):.0f}")


if __name__ == "__main__":
    main()
