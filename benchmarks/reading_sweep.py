"""How far our own reader bears rotation, blur, JPEG, low resolution, noise and glare.

`python -m benchmarks.reading_sweep --data ../shared/data/mrz --plot docs/img/reading_sweep.svg`

The images are the clean and scanned specimens of the data set that are read exactly as they are, and rendered pages
(`training.ocrb.specimen`, needs the OCR-B font). Blur, noise, glare, JPEG and resolution are applied after bringing the
characters to a known height, so that "sigma 1.5 px at 20 px" means the same for every image.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import matplotlib as mpl
import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.progress import track
from rich.table import Table

from benchmarks.reading_truth import documents_in
from training.ocrb.glyphs import load_glyph_sets
from training.ocrb.specimen import draw_lines, draw_page
from verifier.mrz.record import Layout
from verifier.reading.image import decode
from verifier.reading.ocrb import OcrbReader
from verifier.reading.opencv import cv2

Grey = NDArray[np.uint8]
_HEIGHT_PX = 20.0  # of the characters, for every factor but resolution
_LAYOUTS = (Layout.TD1, Layout.TD2, Layout.TD3, Layout.MRV_A, Layout.MRV_B)


@dataclass(frozen=True, slots=True)
class Subject:
    """One page with the lines printed on it and the height of its characters, px."""

    name: str
    page: Grey
    lines: tuple[str, ...]
    cap_px: float


@dataclass(frozen=True, slots=True)
class Factor:
    """One way to spoil an image, over several values. `height_px`: the character height it starts from; None: as is."""

    name: str
    unit: str
    values: tuple[float, ...]
    spoil: Callable[[Grey, float, np.random.Generator], Grey]
    height_px: float | None = _HEIGHT_PX


def _rotated(page: Grey, degrees: float, _: np.random.Generator) -> Grey:
    height, width = page.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    cos, sin = abs(matrix[0, 0]), abs(matrix[0, 1])
    size = (int(width * cos + height * sin), int(width * sin + height * cos))
    matrix[:, 2] += ((size[0] - width) / 2, (size[1] - height) / 2)
    edge = int(np.median(page))
    return np.asarray(cv2.warpAffine(page, matrix, size, flags=cv2.INTER_LINEAR, borderValue=edge), dtype=np.uint8)


def _tilted(page: Grey, degrees: float, _: np.random.Generator) -> Grey:
    """Seen from the side: turned about its upright axis, from four page widths away."""
    height, width = page.shape
    angle, away = np.radians(degrees), 2.0 * width
    corners = np.array(
        [[-width / 2, -height / 2], [width / 2, -height / 2], [width / 2, height / 2], [-width / 2, height / 2]]
    )
    depth = away + corners[:, 0] * np.sin(angle)
    seen = np.stack((corners[:, 0] * np.cos(angle), corners[:, 1]), axis=1) * (away / depth)[:, None]
    seen -= seen.min(axis=0)
    size = tuple(int(value) + 1 for value in seen.max(axis=0))
    matrix = cv2.getPerspectiveTransform((corners - corners.min(axis=0)).astype(np.float32), seen.astype(np.float32))
    edge = int(np.median(page))
    return np.asarray(cv2.warpPerspective(page, matrix, size, flags=cv2.INTER_LINEAR, borderValue=edge), dtype=np.uint8)


def _blurred(page: Grey, sigma: float, _: np.random.Generator) -> Grey:
    return np.asarray(cv2.GaussianBlur(page, (0, 0), sigma), dtype=np.uint8) if sigma else page


def _jpeg(page: Grey, quality: float, _: np.random.Generator) -> Grey:
    _done, packed = cv2.imencode(".jpg", page, [cv2.IMWRITE_JPEG_QUALITY, int(quality)])
    return np.asarray(cv2.imdecode(packed, cv2.IMREAD_GRAYSCALE), dtype=np.uint8)


def _as_it_is(page: Grey, _value: float, _: np.random.Generator) -> Grey:
    return page


def _noisy(page: Grey, sigma: float, rng: np.random.Generator) -> Grey:
    noise = np.asarray(rng.normal(0.0, sigma, page.shape), dtype=np.float64)
    return np.asarray(np.clip(page + noise, 0, 255), dtype=np.uint8)


def _glaring(page: Grey, strength: float, rng: np.random.Generator) -> Grey:
    """A round reflection on the lower half, at its middle `strength` of the way to white."""
    height, width = page.shape
    x0, y0, radius = rng.uniform(0.2, 0.8) * width, rng.uniform(0.6, 1.0) * height, 0.18 * width
    y, x = np.ogrid[:height, :width]
    bump = strength * np.exp(-((x - x0) ** 2 + (y - y0) ** 2) / radius**2)
    return np.asarray(np.clip(page + (255 - page.astype(np.float32)) * bump, 0, 255), dtype=np.uint8)


FACTORS = (
    Factor("rotation", "degrees", (-18, -15, -10, -5, 0, 5, 10, 15, 18), _rotated, None),
    Factor("quarter turns", "degrees", (90, 180, 270), _rotated, None),
    Factor("tilt", "degrees", (0, 10, 20, 30, 40), _tilted, None),
    Factor("Gaussian blur", "sigma px at 20 px", (0, 1, 1.5, 2, 2.5, 3, 3.5, 4), _blurred),
    Factor("JPEG", "quality at 20 px", (90, 60, 40, 20, 10, 5), _jpeg),
    Factor("noise", "sigma at 20 px", (0, 10, 20, 40, 60, 80), _noisy),
    Factor("glare", "share of white at 20 px", (0, 0.5, 0.7, 0.85, 0.95), _glaring),
)
_HEIGHTS = (20.0, 12.0, 10.0, 9.0, 8.0, 7.0, 6.0, 5.5, 5.0)
_JPEG_HEIGHT = Factor("JPEG, small print", "quality at 12 px", (90, 60, 40, 20, 10), _jpeg, 12.0)


def factors() -> Iterable[Factor]:
    """All factors; character height is one whose values are the heights themselves."""
    yield from FACTORS
    yield _JPEG_HEIGHT
    for height in _HEIGHTS:
        yield Factor("character height", "px", (height,), _as_it_is, height)


def real_subjects(folder: Path, reader: OcrbReader) -> list[Subject]:
    """Clean and scanned specimens that are read exactly as they are; their own reading says how high characters are."""
    subjects = []
    for document in documents_in(folder):
        if document.quality not in {"clean", "scan"}:
            continue
        page = np.asarray(cv2.cvtColor(decode(document.path.read_bytes()), cv2.COLOR_BGR2GRAY), dtype=np.uint8)
        readings = reader.read(page)
        if not readings or readings[0].lines != document.lines or readings[0].band is None:
            continue
        left, right = readings[0].band.corners_px[:2]
        pitch = float(np.hypot(right[0] - left[0], right[1] - left[1])) / len(document.lines[0])
        subjects.append(Subject(document.path.name, page, document.lines, pitch * 740 / 723))
    return subjects


def rendered_subjects(count: int, seed: int) -> list[Subject]:
    """Rendered pages of every layout, characters 24 px high."""
    masks = load_glyph_sets()[0].masks
    subjects = []
    for index in range(count):
        rng = np.random.default_rng((seed, index))
        layout = _LAYOUTS[index % len(_LAYOUTS)]
        specimen = draw_page(rng, masks, draw_lines(rng, layout), layout, 24.0)
        subjects.append(Subject(f"{layout.value}-{index}", specimen.page, specimen.lines, specimen.cap_px))
    return subjects


def _brought_to(subject: Subject, height_px: float | None) -> Grey | None:
    """The page with characters `height_px` high; None where it would have to grow, for that adds nothing real."""
    if height_px is None:
        return subject.page
    scale = height_px / subject.cap_px
    if scale > 1.15:
        return None
    size = (round(subject.page.shape[1] * scale), round(subject.page.shape[0] * scale))
    how = cv2.INTER_AREA if scale < 1 else cv2.INTER_CUBIC
    return np.asarray(cv2.resize(subject.page, size, interpolation=how), dtype=np.uint8)


@dataclass(frozen=True, slots=True)
class Point:
    """Share of subjects read exactly at one value of one factor."""

    factor: str
    unit: str
    value: float
    exact: int
    subjects: int
    silent_errors: int  # wrong, yet without LOW_CONFIDENCE

    @property
    def rate(self) -> float:
        """Share of exact readings."""
        return self.exact / max(self.subjects, 1)


def measure(reader: OcrbReader, subjects: Sequence[Subject], factor: Factor, value: float) -> tuple[Point, list[str]]:
    """One point of a curve, and the names of what was not read exactly."""
    exact = total = silent = 0
    missed = []
    for index, subject in enumerate(subjects):
        page = _brought_to(subject, factor.height_px)
        if page is None:
            continue
        total += 1
        readings = reader.read(factor.spoil(page, value, np.random.default_rng((7, index))))
        if any(each.lines == subject.lines for each in readings[:1]):
            exact += 1
        else:
            missed.append(subject.name)
            silent += bool(readings) and not any(note.value == "low_confidence" for note in readings[0].notes)
    return Point(factor.name, factor.unit, value, exact, total, silent), missed


def plot(points: dict[str, list[Point]], path: Path) -> None:
    """Curves of all groups of subjects, one small plot a factor."""
    mpl.use("svg")
    mpl.rcParams["svg.hashsalt"] = "reading_sweep"
    from matplotlib import pyplot as plt  # noqa: PLC0415  (the backend must be set first)

    names = list(dict.fromkeys(point.factor for group in points.values() for point in group))
    figure, axes = plt.subplots(3, 3, figsize=(11, 8), sharey=True)
    for axis, name in zip(axes.flat, names, strict=False):
        for group, its_points in points.items():
            curve = [point for point in its_points if point.factor == name]
            axis.plot([p.value for p in curve], [100 * p.rate for p in curve], marker="o", ms=3, label=group)
            axis.set_xlabel(curve[0].unit)
        axis.set_title(name, fontsize=10)
        axis.set_ylim(-3, 103)
        axis.axhline(95, color="grey", lw=0.6, ls=":")
        axis.grid(alpha=0.2)
    for axis in axes[:, 0]:
        axis.set_ylabel("exact MRZ, %")
    axes.flat[0].legend(fontsize=8, loc="lower center")
    figure.tight_layout()
    figure.savefig(path, metadata={"Date": None})


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("../shared/data/mrz"))
    parser.add_argument("--rendered", type=int, default=25)
    parser.add_argument("--factor", help="only this one")
    parser.add_argument("--plot", type=Path)
    parser.add_argument("--json", type=Path)
    options = parser.parse_args()
    console = Console()
    reader = OcrbReader()
    groups = {"rendered": rendered_subjects(options.rendered, 11)}
    if options.data.exists():
        groups["clean and scanned"] = real_subjects(options.data, reader)
    wanted = [each for each in factors() if options.factor in {None, each.name}]
    points: dict[str, list[Point]] = {group: [] for group in groups}
    table = Table("factor", "value", *(f"{group} ({len(subjects)})" for group, subjects in groups.items()), "missed")
    steps = [(factor, value) for factor in wanted for value in factor.values]
    for factor, value in track(steps, console=console):
        cells, names = [], []
        for group, subjects in groups.items():
            point, missed = measure(reader, subjects, factor, value)
            points[group].append(point)
            cells.append(f"{100 * point.rate:.0f} % of {point.subjects}, silent {point.silent_errors}")
            names += missed
        table.add_row(f"{factor.name} ({factor.unit})", f"{value:g}", *cells, " ".join(names[:4]))
    console.print(table)
    if options.json:
        plain = {
            g: [[p.factor, p.unit, p.value, p.exact, p.subjects, p.silent_errors] for p in ps]
            for g, ps in points.items()
        }
        options.json.write_text(json.dumps(plain))
    if options.plot:
        plot(points, options.plot)


if __name__ == "__main__":
    main()
