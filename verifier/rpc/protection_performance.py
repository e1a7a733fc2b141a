"""What every indicator achieved, to the wire."""

from __future__ import annotations

from collections.abc import Iterable

from ledger.rpc.convert import text_to_wire
from lintas.v1 import protection_pb2 as wire
from verifier.indicators.catalogue import Catalogue
from verifier.indicators.indicator import Mode
from verifier.outcome.feedback import Funnel
from verifier.outcome.performance import ALERT_TEXT, Performance, Share


def performance_to_wire(
    figures: Iterable[Performance], funnel: Funnel, policy: Catalogue
) -> wire.IndicatorPerformanceResponse:
    """All indicators and the funnel, with the policy that they belong to."""
    return wire.IndicatorPerformanceResponse(
        indicators=[_figures(each) for each in figures],
        funnel=wire.OutcomeFunnel(
            examined=funnel.examined,
            advised_refer=funnel.advised_refer,
            advised_protect=funnel.advised_protect,
            referred=funnel.referred,
            with_outcome=funnel.with_outcome,
            possible=funnel.possible,
            actual=funnel.actual,
            refuted=funnel.refuted,
        ),
        policy_version=policy.version,
        policy_sha256=policy.digest,
    )


def _figures(figures: Performance) -> wire.IndicatorFigures:
    tally = figures.tally
    return wire.IndicatorFigures(
        indicator_id=tally.indicator_id,
        name=text_to_wire(figures.name),
        evaluatory=figures.mode is Mode.EVALUATORY,
        fired=tally.fired,
        counted=tally.counted,
        cancelled=tally.cancelled,
        asking=tally.asking,
        logged=tally.logged,
        by_rule=tally.by_rule,
        referred=tally.referred,
        possible=tally.possible,
        actual=tally.actual,
        refuted=tally.refuted,
        open=tally.is_open,
        helped_share=_share(figures.helped_share) if figures.helped_share else None,
        alerts=[wire.PerformanceAlert(code=each.name, text=text_to_wire(ALERT_TEXT[each])) for each in figures.alerts],
    )


def _share(share: Share) -> wire.Share:
    return wire.Share(value=share.value, low=share.low, high=share.high, of=share.of)
