"""Notes of where reports went: by path and digest, of one trainee or of all, and never a name."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

from simulator.bots.course import BotCourse, simulate
from simulator.grading.codec import from_json, to_json
from simulator.grading.merge import merge
from simulator.grading.model import TraineeId, Workshop
from simulator.report.exports import Fate, holding, noted, without_notes
from simulator.report.privacy import pseudonym

_DAY = date(2026, 6, 1)
_ONE, _OTHER = TraineeId("bot-000"), TraineeId("bot-001")
_FILES = {"/r/class.csv": b"class", "/r/one.html": b"one", "/r/other.html": b"other"}


def _log() -> Workshop:
    workshop = simulate(BotCourse(bots=3, cases=2))
    for (path, content), owner in zip(_FILES.items(), (None, _ONE, _OTHER), strict=True):
        workshop = noted(workshop, path, content, "html", owner=owner, written_on=_DAY)
    return workshop


def _digest(path: str) -> str | None:
    return {"/r/class.csv": sha256(b"class").hexdigest(), "/r/one.html": sha256(b"another").hexdigest()}.get(path)


def test_who_is_forgotten_is_in_their_own_report_and_in_the_class() -> None:
    found = [(each.export.path, each.is_own, each.fate) for each in holding(_log(), _ONE, _digest)]
    assert found == [("/r/one.html", True, Fate.CHANGED), ("/r/class.csv", False, Fate.THERE)]
    others = [(each.export.path, each.fate) for each in holding(_log(), _OTHER, _digest)]
    assert others == [("/r/other.html", Fate.GONE), ("/r/class.csv", Fate.THERE)]


def test_no_id_stands_in_a_note_and_notes_of_the_forgotten_go() -> None:
    log = _log()
    assert {each.whose for each in log.exports} == {"", pseudonym(log, _ONE), pseudonym(log, _OTHER)}
    assert [each.path for each in without_notes(log, _ONE).exports] == ["/r/class.csv", "/r/other.html"]


def test_the_same_file_written_again_is_noted_once_and_survives_the_log() -> None:
    log = noted(_log(), "/r/class.csv", b"newer", "csv", owner=None, written_on=_DAY)
    assert [each.path for each in log.exports].count("/r/class.csv") == 1
    assert from_json(to_json(log)) == log
    assert merge([log]).exports == log.exports
