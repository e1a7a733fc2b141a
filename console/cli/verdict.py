"""One case for people to read in a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from google.type.date_pb2 import Date
from rich.console import Group, RenderableType
from rich.panel import Panel
from rich.table import Table
from rich.text import Text as Styled

from console.cli.plain import visible
from console.words import ACTION, ADVICE, FIELD, GRADE, LABEL, OUTCOME, RESULT, STATE
from ledger.text import Text
from lintas.v1 import common_pb2, verification_pb2, watchlist_pb2
from verifier.checks.catalogue import catalogue

_ADVICE_STYLE = {
    verification_pb2.ADVICE_KIND_CLEAR: "bold white on dark_green",
    verification_pb2.ADVICE_KIND_RETRY: "bold black on yellow",
    verification_pb2.ADVICE_KIND_REFER: "bold white on dark_orange3",
    verification_pb2.ADVICE_KIND_PROTECT: "bold white on blue3",
}
# a sign beside the colour: nobody must tell red from green
_RESULT_SIGN = {
    verification_pb2.CHECK_RESULT_SUCCESSFUL: ("✓", "green"),
    verification_pb2.CHECK_RESULT_FAILED: ("✗", "red"),
    verification_pb2.CHECK_RESULT_UNDETERMINED: ("?", "yellow"),
    verification_pb2.CHECK_RESULT_NOT_SUPPORTED: ("–", "dim"),
    verification_pb2.CHECK_RESULT_ABORTED: ("…", "dim"),
}
_SHOWN_FIELDS = (
    "document_number", "issuing_state", "primary_identifier", "secondary_identifier", "nationality",
    "birth_date", "sex", "expiry_date", "optional_data",
)  # fmt: skip


class Verdict:
    """Draws cases in one language."""

    def __init__(self, language: str) -> None:
        self._language = language

    def panel(self, case: verification_pb2.Case, title: str = "") -> Panel:
        """The whole case: advice first, then why, what was read, checks, hits."""
        examination = case.examination
        parts: list[RenderableType] = [
            self._advice(examination.advice),
            *self._bullets("questions", examination.protection.questions),
            *self._read(examination),
        ]
        if examination.checks.outcomes:
            parts.append(self._checks(examination.checks))
        if examination.HasField("mrz") or examination.hits:
            parts.append(self._hits(examination.hits))
        if case.decisions:
            parts.append(self._decisions(case))
        parts.append(Styled(self._say(LABEL["person_decides"]), style="dim italic"))
        return Panel(Group(*parts), title=title or case.name, subtitle=case.name if title else None, title_align="left")

    def _say(self, text: Text) -> str:
        return text.in_language(self._language)

    def _wire(self, text: common_pb2.Text) -> str:
        return text.id if self._language == "id" else text.en

    def _bullets(self, label: str, texts: Iterable[common_pb2.Text]) -> list[RenderableType]:
        lines = [Styled(f"  • {self._wire(text)}") for text in texts]
        return [Styled(self._say(LABEL[label]), style="bold"), *lines] if lines else []

    def _advice(self, advice: verification_pb2.Advice) -> Group:
        word = self._say(ADVICE[verification_pb2.AdviceKind.Name(advice.kind)])
        return Group(
            Styled(f" {word} ", style=_ADVICE_STYLE[advice.kind]),
            *self._bullets("reasons", (reason.text for reason in advice.reasons)),
            *self._bullets("handling", advice.handling),
            *self._bullets("changes", advice.changes),
        )

    def _read(self, examination: verification_pb2.Examination) -> list[RenderableType]:
        if not examination.HasField("mrz"):
            return [Styled(self._say(LABEL["no_mrz"]), style="yellow")]
        mrz = examination.mrz
        heading = f"{self._say(LABEL['document'])} {mrz.layout}".strip()
        parts: list[RenderableType] = [Styled(heading, style="bold"), *_mrz_lines(examination)]
        if examination.HasField("reading"):
            reading = examination.reading
            parts.append(
                Styled(
                    f"  {self._say(LABEL['read_by'])} {reading.engine}, {reading.elapsed_ms:.0f} ms, "
                    f"{self._say(LABEL['confidence'])} {reading.confidence:.0%}",
                    style="dim",
                )
            )
        table = Table.grid(padding=(0, 2))
        for field in mrz.fields:
            if field.name in _SHOWN_FIELDS and field.value:
                value = Styled(_shown(field, mrz), style="bold")
                table.add_row("", self._say(FIELD[field.name]), value, _digit(field))
        parts.append(table)
        parts.extend(Styled(f"  ! {self._wire(finding.text)}", style="yellow") for finding in mrz.findings)
        return parts

    def _checks(self, report: verification_pb2.CheckReport) -> Group:
        sign, style = _RESULT_SIGN[report.overall]
        overall = self._say(RESULT[verification_pb2.CheckResult.Name(report.overall)])
        table = Table.grid(padding=(0, 1))
        for outcome in report.outcomes:
            mark, colour = _RESULT_SIGN[outcome.result]
            why = "; ".join(self._wire(reason) for reason in outcome.reasons)
            word = self._say(RESULT[verification_pb2.CheckResult.Name(outcome.result)])
            table.add_row(
                " ",
                Styled(mark, style=colour),
                self._check(outcome.check_id),
                Styled(word, style=colour),
                Styled(why, "dim"),
            )
        heading = Styled.assemble((f"{self._say(LABEL['checks'])} ", "bold"), (f"{sign} {overall}", style))
        return Group(heading, table)

    def _check(self, check_id: str) -> str:
        """The check's name in the catalogue; its id where a newer service knows more checks than we do."""
        entry = catalogue().get(check_id)
        return self._say(entry.name) if entry else check_id

    def _hits(self, hits: Iterable[watchlist_pb2.Hit]) -> Group:
        parts: list[RenderableType] = [Styled(self._say(LABEL["hits"]), style="bold")]
        for hit in hits:
            grade = self._say(GRADE[watchlist_pb2.Grade.Name(hit.grade)])
            action = self._say(ACTION[watchlist_pb2.Action.Name(hit.entry.action)])
            state = self._say(STATE[watchlist_pb2.EntryState.Name(hit.entry.state)])
            names = visible(", ".join(name.full for name in hit.entry.names[:3]) or hit.entry.name)
            parts.append(
                Styled(f"  {grade} ({hit.probability:.0%}): {names} [{hit.entry.list_id}, {state}] → {action}")
            )
            parts.extend(
                Styled(f"      {evidence.weight_nats:+5.1f}  {self._wire(evidence.text)}", style="dim")
                for evidence in hit.evidence
                if evidence.weight_nats
            )
        if len(parts) == 1:
            parts.append(Styled(f"  {self._say(LABEL['no_hits'])}", style="dim"))
        return Group(*parts)

    def _decisions(self, case: verification_pb2.Case) -> Group:
        parts: list[RenderableType] = [Styled(self._say(LABEL["decided"]), style="bold")]
        waiting = Text(id="menunggu orang kedua", en="awaits a second person")
        for decision in case.decisions:
            outcome = self._say(OUTCOME[verification_pb2.Outcome.Name(decision.outcome)])
            extra = f" ({self._say(waiting)}: {decision.decision_id})" if decision.awaiting_second_person else ""
            parts.append(Styled(f"  {outcome} {decision.reason_code} · {decision.actor.officer_id}{extra}"))
        return Group(*parts)


def _mrz_lines(examination: verification_pb2.Examination) -> list[RenderableType]:
    """The lines as chosen; characters that the grammar changed stand out."""
    repaired = [set(line.repaired_columns) for line in examination.reading.characters]
    lines: list[RenderableType] = []
    for number, line in enumerate(examination.mrz.lines):
        styled = Styled("  " + visible(line), style="cyan")
        for column in repaired[number] if number < len(repaired) else ():
            styled.stylize("bold black on yellow", column + 2, column + 3)
        lines.append(styled)
    return lines


def _shown(field: verification_pb2.MrzField, mrz: verification_pb2.MrzRecord) -> str:
    """The value; dates with every century that they may mean."""
    by_name: dict[str, Sequence[Date]] = {"birth_date": mrz.birth_dates, "expiry_date": mrz.expiry_dates}
    resolved = " / ".join(f"{date.year:04d}-{date.month:02d}-{date.day:02d}" for date in by_name.get(field.name, ()))
    return resolved or visible(field.value)


def _digit(field: verification_pb2.MrzField) -> Styled:
    if field.check_digit == verification_pb2.DIGIT_RESULT_VALID:
        return Styled("✓", style="green")
    if field.check_digit == verification_pb2.DIGIT_RESULT_WRONG:
        return Styled(f"✗ {field.printed_digit} ≠ {field.computed_digit}", style="red")
    return Styled("")
