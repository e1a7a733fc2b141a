"""The finished portraits, by key: pictures of nobody, drawn by `training/portraits`."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib import resources
from types import MappingProxyType

import numpy as np

from ledger.errors import invalid_field
from simulator.specimen.page import Pixels
from verifier.reading.opencv import cv2

_FOLDER = "portraits"


@dataclass(frozen=True, slots=True)
class Portrait:
    """One picture. `person` is the person whose document it belongs to; `relation` says who is really shown:

    same (`years_later` after the document's photo), later (many years), or impostor, whose features lie `distance`
    (0 the same … 1 a stranger) away. `kind` is document or live.
    """

    key: str
    person: str
    kind: str
    relation: str
    distance: float
    years_later: int
    sex: str
    age: int
    hair: str
    cover: str
    beard: str
    glasses: str
    melanin: float
    mix: tuple[float, float, float]


@cache
def portraits() -> MappingProxyType[str, Portrait]:
    """All portraits by key, in the index's order."""
    text = (resources.files("simulator.specimen") / _FOLDER / "index.json").read_text("utf-8")
    found = [Portrait(**(each | {"mix": tuple(each["mix"])})) for each in json.loads(text)]
    return MappingProxyType({each.key: each for each in found})


def document_photos() -> tuple[Portrait, ...]:
    """The pictures that documents are issued with."""
    return tuple(each for each in portraits().values() if each.kind == "document")


def faces_of(person: str) -> tuple[Portrait, ...]:
    """The live pictures that go with a person's document: the bearer's own, and impostors'."""
    return tuple(each for each in portraits().values() if each.kind == "live" and each.person == person)


def picture(key: str) -> Pixels:
    """The pixels of a portrait, BGR uint8. Raises LintasError (INVALID) for an unknown key."""
    if key not in portraits():
        raise invalid_field("portrait", "no portrait has this key; simulator/specimen/portraits/index.json lists them")
    data = (resources.files("simulator.specimen") / _FOLDER / f"{key}.webp").read_bytes()
    return np.asarray(cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR), dtype=np.uint8)


def outline() -> Pixels:
    """A grey head and shoulders, for documents without a portrait."""
    blank = np.full((464, 360, 3), 222, np.uint8)
    for centre, axes in (((180, 430), (150, 150)), ((180, 205), (82, 108))):
        cv2.ellipse(blank, centre, axes, 0, 0, 360, (150, 146, 142), -1, cv2.LINE_AA)
    return blank
