"""What travellers share lawfully: hotels, agencies, companies, campuses; most of them allowed, some not yet."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np

from verifier.patterns.synthetic.columns import Array, Ints, keys

PORTS: Final = (
    "CGK",
    "DPS",
    "SUB",
    "KNO",
    "BTH",
    "BTM-FERRY",
    "DUM-FERRY",
    "PNK",
    "UPG",
    "JOG",
    "ENTIKONG",
    "NNK-FERRY",
)
_PORT_SHARE: Final = np.array([0.36, 0.3, 0.08, 0.06, 0.02, 0.06, 0.03, 0.01, 0.02, 0.02, 0.02, 0.02])


@dataclass(frozen=True, slots=True)
class Places:
    """Keys of shared places for a whole world. Agencies are numbers: `bureaus` below `operators` below `placement`."""

    hotels: Ints
    companies: Ints
    company_contacts: Ints
    campuses: Ints
    scholarships: Ints
    employers_abroad: Ints
    operator_contacts: Ints
    agency_accounts: Ints
    bureaus: int
    operators: int
    placement: int
    licensed: frozenset[int]
    allowed_payers: frozenset[int]
    allowed_contacts: frozenset[int]

    @property
    def agencies(self) -> int:
        """How many honest agencies there are; the agencies of rings are numbered from here on."""
        return self.bureaus + self.operators + self.placement


def places(rng: np.random.Generator, crossings: int) -> Places:
    """As many as a traffic of `crossings` a year feeds."""
    scale = max(crossings / 1_000_000, 0.05)
    bureaus, operators, placement = int(300 * scale), int(80 * scale) + 2, int(40 * scale) + 2
    companies, campuses = keys(rng, int(900 * scale) + 5), keys(rng, int(60 * scale) + 3)
    scholarships = keys(rng, int(30 * scale) + 2)
    # the register of licences is nearly whole; employers and campuses are recorded as they turn up
    licensed = np.concatenate(
        [
            np.flatnonzero(rng.random(bureaus) < 0.7),
            bureaus + np.flatnonzero(rng.random(operators) < 0.98),
            bureaus + operators + np.flatnonzero(rng.random(placement) < 0.98),
        ]
    )
    known_companies = rng.random(len(companies)) < 0.5
    company_contacts = keys(rng, len(companies))
    return Places(
        hotels=keys(rng, int(3000 * scale) + 10),
        companies=companies,
        company_contacts=company_contacts,
        campuses=campuses,
        scholarships=scholarships,
        employers_abroad=keys(rng, int(400 * scale) + 5),
        operator_contacts=keys(rng, operators),
        agency_accounts=keys(rng, bureaus + operators + placement),
        bureaus=bureaus,
        operators=operators,
        placement=placement,
        licensed=frozenset(licensed.tolist()),
        allowed_payers=frozenset(
            [*companies[known_companies].tolist(), *scholarships[rng.random(len(scholarships)) < 0.95].tolist()]
        ),
        allowed_contacts=frozenset(
            [*company_contacts[known_companies].tolist(), *campuses[rng.random(len(campuses)) < 0.95].tolist()]
        ),
    )


def popular(rng: np.random.Generator, of: int, count: int) -> Ints:
    """`count` draws among `of` places of which few are very popular (Zipf with exponent 0.8)."""
    weights = 1 / np.arange(1, of + 1) ** 0.8
    return np.asarray(np.searchsorted(np.cumsum(weights / weights.sum()), rng.random(count)).clip(0, of - 1))


def ports(rng: np.random.Generator, count: int) -> Array:
    """Indices into PORTS, by traffic."""
    return rng.choice(len(PORTS), count, p=_PORT_SHARE / _PORT_SHARE.sum())
