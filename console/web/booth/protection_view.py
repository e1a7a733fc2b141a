"""The protection track in words: cues by their names in the policy, with what innocent reason looks the same."""

from __future__ import annotations

from dataclasses import dataclass

from ledger.text import Text
from lintas.v1 import verification_pb2
from verifier.indicators.catalogue import Catalogue


@dataclass(frozen=True, slots=True)
class CueView:
    """One indicator that stood."""

    identifier: str
    name: Text
    caveat: Text | None
    standing: str
    by_person: bool
    cancelled_by: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class ProtectionView:
    """What the page shows of the protection track."""

    dimensions: tuple[Text, ...]
    cues: tuple[CueView, ...]
    counters: tuple[Text, ...]


def protection_view(outline: verification_pb2.ProtectionOutline, policy: Catalogue) -> ProtectionView:
    """Ids that an older or newer policy knew stand for themselves."""
    names = {dimension.value: name for dimension, name in policy.dimensions.items()}
    return ProtectionView(
        dimensions=tuple(names.get(each, Text(id=each, en=each)) for each in outline.positive_dimensions),
        cues=tuple(_cue(cue, policy) for cue in outline.cues),
        counters=tuple(_counter(each, policy) for each in outline.counter_indicators),
    )


def _cue(cue: verification_pb2.CueOutline, policy: Catalogue) -> CueView:
    known = policy.indicators.get(cue.indicator_id)
    return CueView(
        identifier=cue.indicator_id,
        name=known.name if known else Text(id=cue.indicator_id, en=cue.indicator_id),
        caveat=known.caveat if known else None,
        standing=verification_pb2.CueStanding.Name(cue.standing),
        by_person=cue.by_person,
        cancelled_by=tuple(_counter(each, policy) for each in cue.cancelled_by),
    )


def _counter(identifier: str, policy: Catalogue) -> Text:
    known = policy.counter_indicators.get(identifier)
    return known.name if known else Text(id=identifier, en=identifier)
