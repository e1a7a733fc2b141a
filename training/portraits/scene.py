"""One portrait: head, eyes, clothes, hair, what is worn, light and backdrop, to pixels."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from training.portraits import cloth, eyes, hair, wear
from training.portraits.light import Lighting, diffuse, hollows, roughened, shine, spread, to_srgb
from training.portraits.mesh import BaseMesh, subdivided
from training.portraits.noise import bump
from training.portraits.person import Person, morph_weights
from training.portraits.rasterise import Buffer, Lens, normals, rasterise, triangulated
from training.portraits.skin import albedo, relief
from verifier.reading.opencv import cv2

Array = NDArray[np.float64]

WIDTH_PX, HEIGHT_PX = 360, 464
_OVER = 2  # drawn at twice the size


@dataclass(frozen=True, slots=True)
class Pose:
    """How the head stands, in degrees, and the share of the picture that the head takes."""

    yaw_deg: float = 0.0
    pitch_deg: float = 0.0
    roll_deg: float = 0.0
    closeness: float = 1.0


@dataclass(frozen=True)
class Bust:
    """A morphed head: points, normals and places on the unmorphed head, all (n, 3), and triangles."""

    points: Array
    normals: Array
    rest: Array
    triangles: NDArray[np.int64]
    vertices: Array  # all of the morphed mesh, for eyes and joints


def build(mesh: BaseMesh, person: Person) -> Bust:
    """Morph the mesh to this person and smooth it."""
    vertices = mesh.morphed(morph_weights(person))
    quads, values = subdivided(mesh.bust, np.concatenate((vertices, mesh.vertices), axis=1))
    quads, values = subdivided(quads, values)
    triangles = triangulated(quads)
    return Bust(values[:, :3], normals(values[:, :3], triangles), values[:, 3:], triangles, vertices)


def lens_for(bust: Bust, pose: Pose) -> Lens:
    """A camera on which the head fills the same share of every picture."""
    skull = bust.points[bust.rest[:, 1] > 6.2]
    crown, chin = skull[:, 1].max(), bust.points[(bust.rest[:, 1] < 6.3) & (bust.rest[:, 2] > 1.35)][:, 1].min()
    tall = crown - chin
    scale = 0.60 * HEIGHT_PX * _OVER / tall * pose.closeness
    middle = (0.0, crown - 0.60 * tall, float(skull[:, 2].mean()))
    size = (WIDTH_PX * _OVER, HEIGHT_PX * _OVER)
    return Lens(*size, scale, middle, 13.0, pose.yaw_deg, pose.pitch_deg, pose.roll_deg)


def portrait(mesh: BaseMesh, person: Person, pose: Pose, lighting: Lighting, seed: int) -> NDArray[np.uint8]:
    """The finished picture: BGR uint8, HEIGHT_PX x WIDTH_PX x 3. Deterministic in its arguments."""
    rng = np.random.default_rng(seed)
    bust = build(mesh, person)
    lens = lens_for(bust, pose)
    size = (lens.height_px, lens.width_px)
    values = np.concatenate((bust.rest, lens.turned(bust.normals)), axis=1)
    buffer = rasterise(lens.project(bust.points), bust.triangles, values, size)
    sight = eyes.rasterised(mesh, bust.vertices, lens)
    garment = cloth.rasterised(bust, person, lens)
    nearness = np.maximum(np.maximum(buffer.nearness, sight.nearness), garment.buffer.nearness)
    open_ = hollows(nearness, lens.scale)
    colour = _backdrop(lighting, size, np.isfinite(nearness), lens.scale)
    _paint_skin(colour, buffer, person, lens, lighting, open_)
    eyes.paint(colour, sight, sight.nearness > buffer.nearness, person, lighting, open_, lens.scale)
    hair.paint_brows(colour, buffer, person, rng, lens.scale)
    hair.paint_beard(colour, buffer, person, rng, lens.scale)
    cloth.paint(colour, garment, np.maximum(buffer.nearness, sight.nearness), lighting, open_, lens.scale)
    hair.paint_hair(colour, bust, nearness, person, lens, lighting, rng)
    wear.paint_glasses(colour, bust, person, lens, lighting)
    return _developed(colour, rng)


def _paint_skin(colour: Array, buffer: Buffer, person: Person, lens: Lens, lighting: Lighting, open_: Array) -> None:
    mask = buffer.mask
    rest, facing = buffer.values[..., :3], buffer.values[..., 3:]
    shaded = roughened(facing, relief(rest, person), lens.scale, mask)
    light = spread(diffuse(shaded, open_, lighting), mask, lens.scale)
    oily = (
        0.05 + 0.07 * bump(rest, (0, 7.7, 1.5), (0.4, 0.3, 0.5)) + 0.09 * bump(rest, (0, 6.95, 1.68), (0.1, 0.16, 0.2))
    )
    oily = (oily + 0.05 * bump(rest, (0.4, 7.02, 1.4), (0.16, 0.14, 0.3))) * open_
    tone = albedo(rest, person)
    if not person.cover:
        tone = hair.scalp_tinted(tone, rest, person)
    lit = (
        tone * light
        + shine(shaded, lighting, hard=22, strength=oily * 0.8)
        + shine(shaded, lighting, hard=90, strength=oily * 0.5)
    )
    colour[mask] = lit[mask]


def _backdrop(lighting: Lighting, size: tuple[int, int], mask: NDArray[np.bool_], scale: float) -> Array:
    """A wall, lighter in the middle, with the person's soft shadow; linear RGB."""
    height, width = size
    y, x = np.mgrid[0:height, 0:width]
    far = np.hypot(x / width - 0.5, (y / height - 0.4) * 0.8) * 1.3
    near, edge = (np.array(tone) ** 2.2 for tone in lighting.backdrop)
    wall = near + (edge - near) * np.clip(far, 0, 1)[..., None]
    shadow = cv2.GaussianBlur(mask.astype(np.float64), (0, 0), 0.3 * scale)
    return np.asarray(wall * (1 - 0.13 * np.roll(shadow, int(0.12 * scale), axis=1))[..., None])


def _developed(linear: Array, rng: np.random.Generator) -> NDArray[np.uint8]:
    small = cv2.resize(linear, (WIDTH_PX, HEIGHT_PX), interpolation=cv2.INTER_AREA)
    seen = to_srgb(small)
    seen = seen + rng.normal(0, 0.004, seen.shape)
    return np.asarray(np.clip(seen[..., ::-1] * 255 + 0.5, 0, 255)).astype(np.uint8)
