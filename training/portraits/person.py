"""Invented people: what decides a face, and how an impostor, the same person later, and somebody else differ."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace

import numpy as np

_BOTH_EYES = (
    "eye-bag-{}|decr|incr",
    "eye-corner1-{}|down|up",
    "eye-corner2-{}|down|up",
    "eye-epicanthus-{}|in|out",
    "eye-eyefold-angle-{}|down|up",
    "eye-eyefold-{}|down|up",
    "eye-height2-{}|decr|incr",
    "eye-scale-{}|decr|incr",
    "eye-trans-{}|in|out",
    "eye-trans-{}|down|up",
)
_MORPHS = (
    "chin/chin-bones-{}|decr|incr",
    "chin/chin-height-{}|decr|incr",
    "chin/chin-prominent-{}|decr|incr",
    "chin/chin-width-{}|decr|incr",
    "chin/chin-jaw-drop-{}|decr|incr",
    "eyebrows/eyebrows-angle-{}|down|up",
    "eyebrows/eyebrows-trans-{}|down|up",
    "forehead/forehead-scale-vert-{}|decr|incr",
    "forehead/forehead-temple-{}|decr|incr",
    "head/head-fat-{}|decr|incr",
    "head/head-scale-horiz-{}|decr|incr",
    "head/head-scale-vert-{}|decr|incr",
    "head/head-angle-{}|in|out",
    "mouth/mouth-cupidsbow-{}|decr|incr",
    "mouth/mouth-lowerlip-volume-{}|decr|incr",
    "mouth/mouth-upperlip-volume-{}|decr|incr",
    "mouth/mouth-lowerlip-height-{}|decr|incr",
    "mouth/mouth-upperlip-height-{}|decr|incr",
    "mouth/mouth-scale-horiz-{}|decr|incr",
    "mouth/mouth-trans-{}|down|up",
    "mouth/mouth-angles-{}|down|up",
    "nose/nose-base-{}|down|up",
    "nose/nose-curve-{}|concave|convex",
    "nose/nose-flaring-{}|decr|incr",
    "nose/nose-greek-{}|decr|incr",
    "nose/nose-hump-{}|decr|incr",
    "nose/nose-nostrils-width-{}|decr|incr",
    "nose/nose-point-{}|down|up",
    "nose/nose-point-width-{}|decr|incr",
    "nose/nose-scale-depth-{}|decr|incr",
    "nose/nose-scale-horiz-{}|decr|incr",
    "nose/nose-scale-vert-{}|decr|incr",
    "nose/nose-trans-{}|down|up",
    "nose/nose-volume-{}|decr|incr",
    "nose/nose-width1-{}|decr|incr",
    "nose/nose-width3-{}|decr|incr",
)
_PAIRED = (
    *(f"eyes/*-{each}" for each in _BOTH_EYES),
    "cheek/*-cheek-bones-{}|decr|incr",
    "cheek/*-cheek-inner-{}|decr|incr",
    "cheek/*-cheek-volume-{}|decr|incr",
    "ears/*-ear-scale-{}|decr|incr",
    "ears/*-ear-lobe-{}|decr|incr",
    "ears/*-ear-wing-{}|decr|incr",
)
_SHAPES = ("diamond", "invertedtriangular", "oval", "rectangular", "round", "square", "triangular")
_WIDENING = ("head-fat", "head-scale-horiz", "cheek-volume", "eye-trans", "head-angle")  # extremes look like no one
FEATURES = len(_MORPHS) + len(_PAIRED) + len(_SHAPES)


@dataclass(frozen=True, slots=True)
class Person:
    """Ancestry shares (african, asian, european) only mix shapes and tones; nothing is ever judged by them.

    `identity` has FEATURES standard normal numbers. `melanin` 0 … 1; `hair` a style of `hair.STYLES`; `cover` is '',
    hijab, turban or cap; `beard` '', stubble, moustache, goatee, full. `mark` seeds moles and freckles.
    """

    key: str
    sex: str
    age: int
    ancestry: tuple[float, float, float]
    identity: tuple[float, ...]
    melanin: float
    hair: str
    hair_colour: tuple[float, float, float]
    iris: tuple[float, float, float]
    mark: int
    cover: str = ""
    beard: str = ""
    glasses: str = ""
    clothes: str = "crew"
    cloth: tuple[float, float, float] = (0.3, 0.35, 0.45)
    weight: float = 0.5
    tags: tuple[str, ...] = field(default=())

    def older(self, years: int) -> Person:
        """The same person, `years` later."""
        return replace(self, age=self.age + years)


def impostor_of(person: Person, distance: float, rng: np.random.Generator) -> Person:
    """Somebody whose features lie `distance` (0 the same, 1 a stranger) away, of the same looks otherwise."""
    stranger = rng.standard_normal(FEATURES)
    kept = math.sqrt(max(1 - distance**2, 0))
    mixed = kept * np.array(person.identity) + distance * stranger
    return replace(person, identity=tuple(float(each) for each in mixed), mark=int(rng.integers(1 << 30)))


def morph_weights(person: Person) -> dict[str, float]:
    """Target names below `targets/` and weights."""
    weights = _macro(person)
    numbers = np.tanh(np.array(person.identity) / 1.6) * 1.25  # no face at the far end of anything
    names = [*_MORPHS, *_PAIRED]
    for name, number in zip(names, numbers, strict=False):
        strength = 0.14 if any(each in name for each in _WIDENING) else 0.42
        stem, low, high = name.split("|")
        target = stem.format(high if number > 0 else low)
        for one in (target.replace("*", "l"), target.replace("*", "r")) if "*" in target else (target,):
            weights[one] = strength * abs(float(number))
    for shape, number in zip(_SHAPES, numbers[len(names) :], strict=True):
        weights[f"head/head-{shape}"] = (0.14 if shape in {"round", "square"} else 0.28) * max(float(number), 0)
    for name, least in (
        ("mouth/mouth-angles-up", 0.28),
        ("head/head-scale-horiz-decr", 0.26),
        ("eyebrows/eyebrows-trans-up", 0.12),
    ):
        weights[name] = weights.get(name, 0.0) + least
    weights["neck/neck-scale-horiz-decr"] = 0.6 if person.sex == "F" else 0.25
    weights["mouth/mouth-scale-horiz-decr"] = weights.get("mouth/mouth-scale-horiz-decr", 0.0) * 0.4
    weights["head/head-age-incr"] = max(0.0, (person.age - 45) / 60)
    weights["mouth/mouth-laugh-lines-in"] = max(0.0, min((person.age - 35) / 50, 0.7))
    return weights


def _macro(person: Person) -> dict[str, float]:
    sex = {"F": "female", "M": "male"}[person.sex]
    aged = min(max((person.age - 25) / 65, 0), 1) * 0.85
    childish = min(max((20 - person.age) / 12, 0), 1) * 0.75
    shares = {"young": (1 - aged) * (1 - childish), "old": aged, "child": childish}
    heavy = person.weight
    weights = {}
    for stage, share in shares.items():
        for kind, part in zip(("african", "asian", "caucasian"), person.ancestry, strict=True):
            weights[f"macrodetails/{kind}-{sex}-{stage}"] = share * part
        stem = f"macrodetails/universal-{sex}-{stage}-averagemuscle"
        weights[f"{stem}-averageweight"] = share * (1 - abs(heavy - 0.5) * 2 * 0.8)
        weights[f"{stem}-{'max' if heavy > 0.5 else 'min'}weight"] = share * abs(heavy - 0.5) * 2 * 0.8
    return weights
