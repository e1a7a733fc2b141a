"""The report on a period as a page; plots are pictures of their own, so that no policy has to bend."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from google.protobuf.timestamp_pb2 import Timestamp
from starlette.exceptions import HTTPException
from starlette.responses import Response

from console.web.field_faults import faults_of
from console.web.insight.people import READERS
from console.web.page import page
from console.web.visit import Visit
from ledger.errors import LintasError, invalid_field
from lintas.v1 import insight_pb2
from simulator.report.blocks import Picture, Pictures, Report
from simulator.report.voice import Voice

_LONGEST: Final = timedelta(days=731)


def _span(visit: Visit) -> tuple[date, date]:
    """The days asked for, the last not included; the last thirty otherwise. Raises LintasError naming the field."""
    today = visit.world.now().astimezone(visit.world.zone).date()
    until = _day(visit, "to") or today + timedelta(days=1)
    since = _day(visit, "from") or until - timedelta(days=30)
    if until <= since:
        raise invalid_field("to", "must be later than start_time")
    if until - since > _LONGEST:
        raise invalid_field("from", f"at most {_LONGEST.days} days")
    return since, until


def _day(visit: Visit, name: str) -> date | None:
    try:
        return date.fromisoformat(visit.ask(name)) if visit.ask(name) else None
    except ValueError:
        raise invalid_field(name, "not a date") from None


def _report(visit: Visit, since: date, until: date, minute: str) -> Report:
    from console.insight.report import insight_report  # noqa: PLC0415 - plots load a large library

    voice = Voice(visit.language)

    def make() -> Report:
        request = insight_pb2.GetInsightRequest(start_time=_stamp(visit, since), end_time=_stamp(visit, until))
        with visit.services() as services:
            return insight_report(services.get_insight(request), voice, visit.world.zone)

    asked = (since.isoformat(), until.isoformat(), visit.language, minute, str(visit.role))
    return visit.world.reports.report(asked, make)


def _page(visit: Visit) -> Response:
    try:
        since, until = _span(visit)
    except LintasError as error:
        # the form again with what was typed, and what is wrong beside its field
        faults = faults_of((each.field, each.description) for each in error.fields)
        return visit.page("insight/span.html", status=400, faults=faults)
    minute = visit.world.now().strftime("%H%M")
    return visit.page(
        "insight/report.html",
        report=_report(visit, since, until, minute),
        since=since,
        until=until,
        minute=minute,
        kind_of=lambda block: type(block).__name__,
    )


def _plot(visit: Visit) -> Response:
    since, until = _span(visit)
    report = _report(visit, since, until, visit.ask("made")[:4])
    for section in report.sections:
        for block in section.blocks:
            for picture in block.items if isinstance(block, Pictures) else ():
                if picture.key == visit.request.path_params["key"]:
                    return _svg(picture)
    raise HTTPException(404)


def _svg(picture: Picture) -> Response:
    return Response(picture.svg, media_type="image/svg+xml", headers={"Cache-Control": "private, max-age=300"})


def _pdf(visit: Visit) -> Response:
    from simulator.report.pdf import to_pdf  # noqa: PLC0415 - a large library

    since, until = _span(visit)
    report = _report(visit, since, until, visit.world.now().strftime("%H%M"))
    name = f"lintas_{since:%Y%m%d}_{until:%Y%m%d}.pdf"
    return Response(
        to_pdf(report, Voice(visit.language), until),
        media_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _stamp(visit: Visit, day: date) -> Timestamp:
    stamp = Timestamp()
    stamp.FromDatetime(datetime.combine(day, time(), visit.world.zone).astimezone(UTC))
    return stamp


REPORT_ROUTES: Final = (
    page("/insight", _page, roles=READERS),
    page("/insight/plot/{key}.svg", _plot, roles=READERS),
    page("/insight/report.pdf", _pdf, roles=READERS),
)
