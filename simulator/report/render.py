"""One workshop into one file of the wanted format."""

from __future__ import annotations

from enum import Enum

from ledger.errors import invalid_field
from simulator.grading.grades import Grades
from simulator.grading.model import TraineeId, Workshop
from simulator.report.class_report import class_report
from simulator.report.csv_table import to_csv
from simulator.report.html import to_html
from simulator.report.pdf import to_pdf
from simulator.report.trainee_report import trainee_report
from simulator.report.voice import Voice
from simulator.report.xapi import DEFAULT_HOME, to_xapi


class Format(Enum):
    """HTML and PDF are for people, xAPI (JSON Lines) and CSV for other systems."""

    HTML = "html"
    PDF = "pdf"
    XAPI = "xapi"
    CSV = "csv"

    @property
    def suffix(self) -> str:
        """The usual end of a file's name."""
        return ".jsonl" if self is Format.XAPI else f".{self.value}"


def render(
    workshop: Workshop,
    grades: Grades,
    form: Format,
    voice: Voice = Voice.BOTH,
    *,
    owner: TraineeId | None = None,
    home_page: str = DEFAULT_HOME,
) -> bytes:
    """The class's report, or with `owner` that trainee's own, which the caller hands to nobody else.

    The same workshop gives the same bytes. Raises LintasError: CLASS_TOO_SMALL, TRAINEE_UNKNOWN, INVALID_FIELD.
    """
    if form in {Format.XAPI, Format.CSV}:
        if owner is not None:
            raise invalid_field("trainee", f"{form.value} holds the whole course, under pseudonyms")
        text = to_xapi(workshop, grades, home_page) if form is Format.XAPI else to_csv(workshop, grades)
        return text.encode()
    if owner is None:
        report = class_report(workshop, grades, voice)
    else:
        report = trainee_report(workshop, grades, owner, voice, reader=owner)
    if form is Format.PDF:
        return to_pdf(report, voice, workshop.held_on)
    return to_html(report, voice).encode()
