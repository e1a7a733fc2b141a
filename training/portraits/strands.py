"""Hair of the head: thousands of curves that grow from the scalp, lie on it, and fall."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray
from scipy.spatial import cKDTree

from training.portraits.light import Lighting, unit
from training.portraits.noise import Noise, smooth
from training.portraits.person import Person
from training.portraits.rasterise import Lens
from verifier.reading.opencv import cv2

Array = NDArray[np.float64]

_FINE: Final = 4
_HAIRLINE_Y: Final = np.array([6.2, 6.45, 6.6, 6.9, 7.0, 7.12, 7.3, 7.42, 7.6, 7.8, 7.95, 8.06, 8.16, 8.3, 8.6])
_HAIRLINE_Z: Final = np.array([-1.0, -0.1, 0.05, 0.22, 0.34, 0.76, 0.86, 0.98, 1.04, 1.1, 1.19, 1.30, 1.42, 1.8, 2.5])


class Rooted(Protocol):
    """What hair grows on: points, normals, places on the unmorphed head."""

    @property
    def points(self) -> Array: ...
    @property
    def normals(self) -> Array: ...
    @property
    def rest(self) -> Array: ...


@dataclass(frozen=True, slots=True)
class Style:
    """Lengths in dm. `comb` names the direction, `height` how far the hair stands off, `fall` how soon it drops."""

    length: float
    comb: str
    height: float
    fall: float
    strands: int
    curl: float = 0.0
    curl_turns: float = 0.0
    spread: float = 0.12
    part: float = 0.0  # x of the parting


STYLES: Final = MappingProxyType(
    {
        "crop": Style(0.07, "forward", 0.03, 0.0, 16000, spread=0.3),
        "short": Style(0.38, "side", 0.10, 0.02, 13000, spread=0.14, part=0.32),
        "brushed": Style(0.42, "up", 0.10, 0.0, 13000, spread=0.12),
        "fringe": Style(0.36, "forward", 0.10, 0.02, 13000, spread=0.16),
        "receding": Style(0.26, "side", 0.07, 0.02, 9000, spread=0.25, part=0.3),
        "bald": Style(0.12, "down", 0.03, 0.05, 5000, spread=0.3),
        "tied": Style(1.15, "back", 0.05, 0.0, 15000, spread=0.05, part=0.0),
        "bob": Style(1.45, "part", 0.13, 0.10, 10000, spread=0.07, part=0.18),
        "long": Style(2.9, "part", 0.11, 0.12, 10000, spread=0.07, part=0.05),
        "wavy": Style(2.5, "part", 0.15, 0.10, 10000, curl=0.055, curl_turns=3.5, spread=0.12, part=-0.2),
        "curly": Style(1.0, "part", 0.24, 0.06, 11000, curl=0.08, curl_turns=5, spread=0.3, part=0.1),
        "coils": Style(0.15, "out", 0.3, 0.0, 20000, curl=0.03, curl_turns=3, spread=0.6),
        "afro": Style(0.36, "out", 0.34, 0.0, 26000, curl=0.06, curl_turns=2.5, spread=0.9),
    }
)


_TWO_FIELDS: Final = MappingProxyType({"side": 7.85, "up": 7.75})  # y that parts crown from sides


def scalp_field(rest: Array, person: Person) -> Array:
    """Where hair grows, 0 … 1: inside a hairline with a little unrest, receding for some men."""
    noise = Noise(person.mark + 2)
    y, z = rest[..., 1], rest[..., 2]
    across = np.abs(rest[..., 0])
    line = np.interp(y, _HAIRLINE_Y, _HAIRLINE_Z) + 0.02 * noise.at(rest, 0.13) + 0.012 * noise.at(rest, 0.04)
    line = line - 0.05 * np.exp(-(((across - 0.42) / 0.16) ** 2)) * (y > 7.6) * (1.6 if person.sex == "M" else 0.6)
    back = {"receding": 0.42, "bald": 1.25}.get(person.hair, 0.0)
    if person.sex == "M" and not back:
        back = 0.10 * np.clip((person.age - 35) / 30, 0, 1)
    line = line - back * smooth(y - 7.62, 0.22) * (
        1.0 if person.hair == "bald" else 0.45 + 0.9 * np.exp(-(((across - 0.42) / 0.22) ** 2))
    )
    ear = smooth(0.055 - np.hypot((y - 7.1) / 3.2, (z - 0.55) / 2.2) * 0.5, 0.02) * (across > 0.72)
    ear = np.maximum(ear, (across > 0.80) & (y < 7.45) & (y > 6.6))
    return np.asarray(smooth(line - z, 0.055) * (1 - ear))


@dataclass(frozen=True, slots=True)
class Grown:
    """Curves (n, steps, 3) in dm, and how deep in the hair every point lies: 0 at the skin, 1 at the surface."""

    curves: Array
    depth: Array
    tone: Array  # (n,) brightness of each strand
    shift: Array  # (3,) from here to the unmorphed head


def _roots(bust: Rooted, person: Person, count: int, rng: np.random.Generator) -> NDArray[np.int64]:
    field = scalp_field(bust.rest, person)
    field[bust.rest[:, 1] < 6.3] = 0
    return np.asarray(rng.choice(len(field), size=count, p=field / field.sum()))


def _combed(style: Style, rest: Array, normal: Array) -> Array:
    """The direction in which hair is combed at each place, before it is laid along the skin."""
    x, y, z = np.moveaxis(rest, -1, 0)
    side = np.where(x >= style.part, 1.0, -1.0)
    zero, one = np.zeros_like(x), np.ones_like(x)
    if style.comb in _TWO_FIELDS:
        return _above_and_below(style.comb, rest, side)
    if style.comb == "forward":
        crown = np.stack((x * 0.6, -0.25 * one + 0.3 * (y - 8.2), 1.0 * one), axis=1)
        lower = np.stack((0.1 * x, -one, 0.25 * one), axis=1)
        return np.where((y > 7.75)[:, None], crown, lower)
    fields = {
        "back": (-0.9 * x, 7.75 - y, -0.75 - z),
        "part": (side * (0.75 + 0.2 * (z < 0.2)), -0.5 - 0.7 * (8.2 - y), -0.32 - 0.35 * (z > 0.6)),
        "down": (zero, -one, -0.2 * one),
    }
    return np.stack(fields[style.comb], axis=1) if style.comb in fields else normal


def _above_and_below(comb: str, rest: Array, side: Array) -> Array:
    """Hair combed one way on the crown and another at the sides."""
    x, y, z = np.moveaxis(rest, -1, 0)
    zero, one = np.zeros_like(x), np.ones_like(x)
    if comb == "side":
        upper = np.stack((side * one, 0.15 * one, 0.45 - 0.5 * (z > 0.9)), axis=1)
        lower = np.stack((0.1 * np.sign(x), -one, -0.25 * one), axis=1)
    else:
        upper = np.stack((0.25 * x, 0.9 * one, -0.75 * one), axis=1)
        lower = np.stack((zero, -one, -0.35 * one), axis=1)
    share = smooth(_TWO_FIELDS[comb] - y, 0.3)[:, None]
    return np.asarray(upper * (1 - share) + lower * share)


@dataclass(frozen=True, slots=True)
class _Scalp:
    """What growing hair meets: the style, the head and how it is found, and what is constant along each strand."""

    style: Style
    bust: Rooted
    tree: cKDTree
    shift: Array
    comb: Array
    out_pull: Array
    side: Array
    layer: Array
    length: Array

    def wished(self, share: float) -> Array:
        """How far off the skin each strand wants to be."""
        return np.asarray(self.style.height * (0.15 + 0.85 * self.layer) * min(share * 4, 1.0))

    def hanging(self, share: float) -> float:
        """How strongly weight pulls."""
        style = self.style
        if style.fall <= 0.03:
            return style.fall
        return float(np.clip((share * style.length - 0.45) * style.fall * 9, 0, 1.6))

    def free(self, place: Array) -> Array | None:
        """How free of the head each point is (n, 1); None for hair that is too short to hang."""
        if self.style.fall <= 0.05:
            return None
        at = place + self.shift
        return smooth(6.95 - at[:, 1] + 0.25 * np.clip(at[:, 2], -0.5, 1), 0.3)[:, None]


def grow(bust: Rooted, person: Person, rng: np.random.Generator) -> Grown:
    """Let the hair grow in small steps that follow comb, skin and weight."""
    style = STYLES[person.hair]
    roots = _roots(bust, person, style.strands, rng)
    count = len(roots)
    normal, rest = bust.normals[roots], bust.rest[roots]
    tufts = Noise(person.mark + 5)
    lean = np.stack([tufts.at(rest + 7.3 * axis, 0.16) for axis in range(3)], axis=1)
    lean = lean * style.spread + rng.normal(0, style.spread * 0.6, (count, 3))
    comb = unit(_combed(style, rest, normal)) + lean
    length = style.length * (0.72 + 0.42 * rng.random(count)) * (0.9 + 0.12 * tufts.at(rest, 0.3))
    if style.comb in {"side", "up", "forward"}:  # shorter at the sides and the neck
        length = length * (0.24 + 0.76 * smooth(rest[:, 1] - 7.8, 0.35))
    side = np.where(rest[:, 0] >= style.part, 1.0, -1.0)
    head = bust.rest[:, 1] > 6.6
    shift = (bust.rest[head] - bust.points[head]).mean(axis=0)  # to the unmorphed head, where places are known
    layer = rng.random(count) ** 0.7
    tree = cKDTree(_ground(style, bust))
    scalp = _Scalp(style, bust, tree, shift, comb, unit(normal + lean), side, layer, length)
    course = unit(normal * (0.9 if style.comb == "out" else 0.55) + unit(comb) * 0.8)
    grown, depth = _curves(scalp, bust.points[roots] + normal * 0.004, course)
    if style.curl:
        grown = grown + _curls(style, count, grown.shape[1], rng, tufts, rest)
    return Grown(grown, depth, 0.8 + 0.25 * rng.random(count) + 0.14 * tufts.at(rest, 0.06), shift)


def _ground(style: Style, bust: Rooted) -> Array:
    """The points that hair lies on; tied hair passes behind the ears."""
    if style.comb != "back":
        return bust.points
    x, y = np.abs(bust.rest[:, 0]), bust.rest[:, 1]
    return np.where(((x > 0.74) & (y > 6.6) & (y < 7.45))[:, None], 99.0, bust.points)


def _curves(scalp: _Scalp, place: Array, course: Array) -> tuple[Array, Array]:
    style, layer = scalp.style, scalp.layer
    steps = 6 if style.length < 0.2 else 9 if style.length < 0.6 else 24
    slow = 1.7 if style.length > 0.8 else 1.0  # short steps at the root, where hair bends most
    curves, depth = [place], [np.zeros(len(place))]
    for step in range(1, steps):
        share = (step / (steps - 1)) ** slow
        stride = share - ((step - 1) / (steps - 1)) ** slow
        free = scalp.free(place)
        course = _turned(scalp, place, course, share, free)
        place = place + course * (scalp.length * stride)[:, None]
        place = _held(scalp, place, share, free)
        curves.append(place)
        depth.append(np.clip(0.25 + 0.75 * layer, 0, 1) * min(share * 3 + 0.25, 1.0))
    return np.stack(curves, axis=1), np.stack(depth, axis=1)


def _turned(scalp: _Scalp, place: Array, course: Array, share: float, free: Array | None) -> Array:
    """The new direction of every strand."""
    _, near = scalp.tree.query(place)
    skin, out = scalp.bust.points[near], scalp.bust.normals[near]
    away = ((place - skin) * out).sum(axis=1)
    along = scalp.comb - (scalp.comb * out).sum(axis=1, keepdims=True) * out
    is_out = scalp.style.comb == "out"
    pull, hanging = (scalp.out_pull if is_out else unit(along)), scalp.hanging(share)
    course = course * 0.45 + pull * 0.55 * max(1 - hanging * 0.5, 0.1) + np.array([0, -1.0, 0]) * hanging
    lift = np.clip((scalp.wished(share) - away) * 5, -0.7, 1.2)[:, None]
    if free is not None:  # free of the head it hangs, a little inwards at the ends
        behind = (place + scalp.shift)[:, 2] < 0.2
        inwards = np.stack((-0.10 * place[:, 0], -np.ones(len(place)), 0.10 - 0.1 * behind), axis=1)
        course = course * (1 - free) + inwards * free
        course = course + out * (lift * (1 - free))
    elif not is_out:
        course = course + out * lift
    return unit(course)


def _held(scalp: _Scalp, place: Array, share: float, free: Array | None) -> Array:
    """Points brought back to their height over the skin, out of it, and away from the face."""
    style, bust = scalp.style, scalp.bust
    if style.comb != "out":
        _, near = scalp.tree.query(place)
        out = bust.normals[near]
        off = scalp.wished(share) - ((place - bust.points[near]) * out).sum(axis=1)
        held = np.clip(off, -0.2, 0.2) * 0.65 * (1 - (0 if free is None else free[:, 0]))
        place = place + out * held[:, None]
    place = _pushed_out(place, scalp.shift, scalp.tree, bust, style.height * (0.12 + 0.5 * scalp.layer))
    if free is not None:
        at = place + scalp.shift
        least = 0.62 * smooth(7.90 - at[:, 1], 0.40) * smooth(at[:, 2] - 0.75, 0.3)
        place[:, 0] = scalp.side * np.maximum(scalp.side * place[:, 0], least)
    return place


def _pushed_out(place: Array, shift: Array, tree: cKDTree, bust: Rooted, least: Array) -> Array:
    """Points that came too near to the skin are lifted off it."""
    _, near = tree.query(place)
    out = bust.normals[near]
    away = ((place - bust.points[near]) * out).sum(axis=1)
    lift = np.clip(least * 0.6 - away, 0, 0.2) * smooth((place + shift)[:, 1] - 6.25, 0.3)
    return np.asarray(place + out * lift[:, None])


def _curls(style: Style, count: int, steps: int, rng: np.random.Generator, tufts: Noise, rest: Array) -> Array:
    t = np.linspace(0, 1, steps)[None, :]
    phase = 3.0 * tufts.at(rest, 0.14)[:, None] + rng.normal(0, 0.7, (count, 1))
    turn = 2 * np.pi * style.curl_turns * t * rng.uniform(0.85, 1.15, (count, 1)) + phase
    wide = style.curl * np.clip(t * 3, 0, 1) * rng.uniform(0.6, 1.2, (count, 1))
    return np.stack((wide * np.cos(turn), 0.5 * wide * np.sin(turn * 0.9), wide * np.sin(turn)), axis=2)


def draw(
    colour: Array,
    grown: Grown,
    nearness: Array,
    lens: Lens,
    lighting: Lighting,
    tone: Array,
    rng: np.random.Generator,
) -> None:
    """Draw the curves, far ones first, hidden where something is nearer."""
    count, steps, _ = grown.curves.shape
    placed = lens.project(grown.curves.reshape(-1, 3)).reshape(count, steps, 3)
    course = np.diff(lens.turned(grown.curves.reshape(-1, 3)).reshape(count, steps, 3), axis=1)
    tangent = unit(course)
    light = _along_hair(tangent, lighting)
    middle = (placed[:, 1:] + placed[:, :-1]) / 2
    x = np.clip(middle[..., 0].astype(int), 0, lens.width_px - 1)
    y = np.clip(middle[..., 1].astype(int), 0, lens.height_px - 1)
    # hair that hangs before the shoulders lies on them
    slack = 0.02 + 0.5 * (
        (grown.curves[:, 1:, 1] + grown.shift[1] < 6.35) & (grown.curves[:, :1, 2] + grown.shift[2] > 0.45)
    )
    hidden = nearness[y, x] > middle[..., 2] + slack
    deep = (grown.depth[:, 1:] + grown.depth[:, :-1]) / 2
    shade = (0.30 + 0.70 * deep**1.3)[..., None] * grown.tone[:, None, None]
    diffuse, glint = light
    lit = tone * diffuse * shade + glint * shade**2 * (0.35 * tone + 0.030)
    lit = lit * (1 + rng.normal(0, 0.06, (count, 1, 1)))
    shown = np.argwhere(~hidden)
    order = np.argsort(middle[shown[:, 0], shown[:, 1], 2])
    canvas = np.clip(np.sqrt(np.clip(colour, 0, 1)) * 255, 0, 255).astype(np.uint8)
    ends = np.round(placed[..., :2] * 2**_FINE).astype(int)
    tones = np.clip(np.sqrt(np.clip(lit, 0, 1)) * 255, 0, 255).astype(int).tolist()
    for strand, step in shown[order].tolist():
        start, stop = ends[strand, step].tolist(), ends[strand, step + 1].tolist()
        cv2.line(canvas, start, stop, tones[strand][step], 1, cv2.LINE_AA, _FINE)
    drawn = (canvas.astype(np.float64) / 255) ** 2
    changed = np.abs(drawn - colour).max(axis=-1) > 0.008
    colour[changed] = drawn[changed]


def _along_hair(tangent: Array, lighting: Lighting) -> tuple[Array, Array]:
    """Light scattered and mirrored by thin cylinders, after Kajiya and Kay; linear RGB each."""
    diffuse = np.array(lighting.ambient) * np.ones((*tangent.shape[:-1], 1)) * 1.1
    glint = np.zeros_like(diffuse)
    for lamp in lighting.lamps:
        towards = unit(np.array(lamp.towards))
        along = tangent @ towards
        diffuse = diffuse + (np.sqrt(np.clip(1 - along**2, 0, 1)))[..., None] * np.array(lamp.colour) * 0.75
        half = unit(towards + np.array([0.0, 0.0, 1.0]))
        mirrored = np.sqrt(np.clip(1 - (tangent @ half) ** 2, 0, 1)) ** 60
        glint = glint + mirrored[..., None] * np.array(lamp.colour)
    return diffuse, glint
