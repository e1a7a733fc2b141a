"""The people of the specimen documents: all invented, a spread of ages, looks and dress that no state has alone."""

from __future__ import annotations

import numpy as np

from training.portraits.person import FEATURES, Person

_BLACK, _DARK, _BROWN, _CHESTNUT, _FAIR, _RED = (
    (0.016, 0.013, 0.012),
    (0.028, 0.018, 0.013),
    (0.075, 0.042, 0.023),
    (0.12, 0.062, 0.028),
    (0.36, 0.24, 0.12),
    (0.24, 0.085, 0.028),
)
_EYES = {
    "dark": (0.045, 0.022, 0.012),
    "brown": (0.10, 0.05, 0.022),
    "hazel": (0.13, 0.10, 0.04),
    "grey": (0.13, 0.17, 0.20),
    "blue": (0.08, 0.15, 0.24),
    "green": (0.09, 0.14, 0.08),
}
_CLOTH = (
    (0.05, 0.06, 0.09),
    (0.30, 0.33, 0.38),
    (0.34, 0.10, 0.09),
    (0.07, 0.16, 0.13),
    (0.42, 0.40, 0.36),
    (0.10, 0.13, 0.26),
    (0.36, 0.24, 0.10),
    (0.20, 0.09, 0.20),
)

# key: sex, age, ancestry, melanin, hair, hair colour, eyes, cover, beard, glasses, clothes, weight
_TABLE: tuple[
    tuple[
        str,
        str,
        int,
        tuple[float, float, float],
        float,
        str,
        tuple[float, float, float],
        str,
        str,
        str,
        str,
        str,
        float,
    ],
    ...,
] = (
    ("p01", "F", 29, (0.1, 0.8, 0.1), 0.34, "long", _BLACK, "dark", "", "", "", "crew", 0.45),
    ("p02", "M", 34, (0.05, 0.1, 0.85), 0.18, "short", _BROWN, "blue", "", "", "", "jacket", 0.5),
    ("p03", "F", 24, (0.15, 0.6, 0.25), 0.46, "tied", _BLACK, "dark", "hijab", "", "", "crew", 0.45),
    ("p04", "M", 52, (0.2, 0.5, 0.3), 0.52, "brushed", _BLACK, "dark", "", "moustache", "", "collar", 0.6),
    ("p05", "F", 41, (0.85, 0.05, 0.1), 0.82, "coils", _BLACK, "dark", "", "", "", "vneck", 0.55),
    ("p06", "M", 45, (0.2, 0.1, 0.7), 0.56, "crop", _BLACK, "brown", "turban", "full", "", "crew", 0.55),
    ("p07", "F", 66, (0.0, 0.1, 0.9), 0.14, "bob", _CHESTNUT, "grey", "", "", "thin", "crew", 0.55),
    ("p08", "M", 22, (0.05, 0.85, 0.1), 0.32, "fringe", _BLACK, "dark", "", "", "square", "crew", 0.4),
    ("p09", "F", 33, (0.1, 0.0, 0.9), 0.1, "wavy", _RED, "green", "", "", "", "vneck", 0.45),
    ("p10", "F", 38, (0.5, 0.2, 0.3), 0.66, "curly", _BLACK, "brown", "", "", "", "crew", 0.55),
    ("p11", "M", 58, (0.0, 0.1, 0.9), 0.22, "bald", _BROWN, "grey", "", "", "thin", "collar", 0.6),
    ("p12", "M", 27, (0.9, 0.0, 0.1), 0.88, "crop", _BLACK, "dark", "", "stubble", "", "crew", 0.5),
    ("p13", "F", 19, (0.1, 0.7, 0.2), 0.4, "tied", _BLACK, "dark", "", "", "", "crew", 0.4),
    ("p14", "M", 31, (0.25, 0.25, 0.5), 0.5, "short", _BLACK, "brown", "", "stubble", "", "collar", 0.5),
    ("p15", "F", 47, (0.05, 0.6, 0.35), 0.36, "bob", _DARK, "dark", "", "", "square", "jacket", 0.5),
    ("p16", "M", 39, (0.1, 0.75, 0.15), 0.42, "brushed", _BLACK, "dark", "", "", "", "jacket", 0.55),
    ("p17", "F", 35, (0.3, 0.2, 0.5), 0.55, "tied", _BLACK, "brown", "hijab", "", "thin", "crew", 0.55),
    ("p18", "M", 63, (0.1, 0.7, 0.2), 0.45, "receding", _BLACK, "dark", "", "", "square", "collar", 0.5),
    ("p19", "F", 26, (0.0, 0.05, 0.95), 0.06, "long", _FAIR, "blue", "", "", "", "crew", 0.42),
    ("p20", "M", 49, (0.0, 0.05, 0.95), 0.12, "receding", _CHESTNUT, "blue", "", "goatee", "", "collar", 0.6),
    ("p21", "F", 54, (0.15, 0.65, 0.2), 0.5, "tied", _BLACK, "dark", "hijab", "", "", "crew", 0.6),
    ("p22", "M", 36, (0.15, 0.15, 0.7), 0.44, "short", _BLACK, "brown", "", "full", "", "crew", 0.5),
    ("p23", "F", 22, (0.8, 0.05, 0.15), 0.76, "afro", _BLACK, "dark", "", "", "", "vneck", 0.45),
    ("p24", "M", 15, (0.1, 0.65, 0.25), 0.44, "fringe", _BLACK, "dark", "", "none", "", "crew", 0.42),
    ("p25", "F", 16, (0.1, 0.6, 0.3), 0.45, "tied", _BLACK, "dark", "hijab", "", "", "crew", 0.42),
    ("p26", "M", 29, (0.1, 0.1, 0.8), 0.28, "brushed", _DARK, "hazel", "", "stubble", "thin", "jacket", 0.48),
    ("p27", "F", 31, (0.2, 0.6, 0.2), 0.48, "wavy", _DARK, "dark", "", "", "", "collar", 0.5),
    ("p28", "M", 42, (0.7, 0.1, 0.2), 0.74, "coils", _BLACK, "dark", "", "goatee", "square", "collar", 0.6),
    ("p29", "F", 9, (0.1, 0.5, 0.4), 0.38, "bob", _BLACK, "dark", "", "", "", "crew", 0.45),
    ("p30", "M", 71, (0.1, 0.4, 0.5), 0.42, "receding", _DARK, "brown", "cap", "full", "", "crew", 0.45),
    ("p31", "M", 25, (0.15, 0.7, 0.15), 0.5, "short", _BLACK, "dark", "", "", "", "crew", 0.45),
    ("p32", "F", 28, (0.1, 0.25, 0.65), 0.24, "curly", _CHESTNUT, "hazel", "", "", "", "jacket", 0.5),
)
IMPOSTORS = (
    ("p01", 0.35),
    ("p02", 0.35),
    ("p04", 0.5),
    ("p05", 0.5),
    ("p14", 0.25),
    ("p16", 0.5),
    ("p19", 0.35),
    ("p22", 0.7),
    ("p27", 0.25),
    ("p31", 0.35),
    ("p13", 0.7),
    ("p20", 0.35),
)
LATER = (("p09", 9), ("p16", 9), ("p21", 8), ("p26", 10))


def people() -> tuple[Person, ...]:
    """Everybody, in a fixed order; the same faces every time."""
    found = []
    for number, row in enumerate(_TABLE):
        key, sex, age, ancestry, melanin, hair, colour, eyes, cover, beard, glasses, clothes, weight = row
        rng = np.random.default_rng(9303 + number)
        found.append(
            Person(
                key=key,
                sex=sex,
                age=age,
                ancestry=ancestry,
                identity=tuple(float(each) for each in rng.standard_normal(FEATURES)),
                melanin=melanin,
                hair=hair,
                hair_colour=colour,
                iris=_EYES[eyes],
                mark=int(rng.integers(1 << 30)),
                cover=cover,
                beard=beard,
                glasses=glasses,
                clothes=clothes,
                cloth=_CLOTH[int(rng.integers(len(_CLOTH)))],
                weight=weight,
            )
        )
    return tuple(found)
