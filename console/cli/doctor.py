"""`lintas doctor`: what is installed, what works, what to do where it does not."""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Callable
from dataclasses import dataclass
from importlib import metadata

import typer
from google.protobuf.internal import api_implementation

from console.cli.session import Json, Session, session_of
from console.version import version
from ledger.errors import LintasError

_PACKAGES = ("grpcio", "protobuf", "opencv-python-headless", "onnxruntime", "pytesseract", "passporteye", "sqlalchemy")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    name: str
    ok: bool
    detail: str


def doctor(context: typer.Context, as_json: Json = False) -> None:
    """Look at the installation, the reading engines and the data base. Exit code 3 when something is not right."""
    session = session_of(context)
    findings = [
        Finding("lintas", ok=True, detail=f"{version()}, Python {platform.python_version()}, {sys.platform}"),
        *(_package(name) for name in _PACKAGES),
        Finding("protobuf implementation", ok=api_implementation.Type() == "upb", detail=api_implementation.Type()),
        *_engines(session),
        *_database(session),
    ]
    if as_json:
        for each in findings:
            print(json.dumps({"name": each.name, "ok": each.ok, "detail": each.detail}))  # noqa: T201 - machines read it
    else:
        for each in findings:
            mark = "[green]✓[/]" if each.ok else "[red]✗[/]"
            session.out.print(f"{mark} {each.name:28} {each.detail}")
    if not all(each.ok for each in findings):
        raise typer.Exit(3)


def _package(name: str) -> Finding:
    try:
        return Finding(name, ok=True, detail=metadata.version(name))
    except metadata.PackageNotFoundError:
        return Finding(name, ok=False, detail="not installed: run `make run`")


def _engines(session: Session) -> list[Finding]:
    from console.wiring import open_readers  # noqa: PLC0415 - loads the image libraries

    with open_readers(session.settings) as readers:
        return [_tried(f"reading engine {name}", probe) for name, probe in readers.probes()]


def _tried(name: str, probe: Callable[[], str]) -> Finding:
    try:
        return Finding(name, ok=True, detail=probe())
    except Exception as error:  # whatever is broken, the doctor goes on and tells
        return Finding(name, ok=False, detail=f"{type(error).__name__}: {error}")


def _database(session: Session) -> list[Finding]:
    from console.wiring import open_audit, open_database  # noqa: PLC0415 - loads the data base

    try:
        session.check_database()
        with open_database(session.settings) as database:
            kind = "SQLite" if database.is_sqlite else "PostgreSQL"
        with open_audit(session.settings) as audit:
            report = audit.verify()
    except LintasError as error:
        # a house that is new has none yet, and nothing is wrong with that
        return [Finding("data base", ok=error.reason == "DATABASE_MISSING", detail=error.message)]
    where = session.settings.database_url if kind == "SQLite" else "by LINTAS_DATABASE_URL"
    return [
        Finding("data base", ok=True, detail=f"{kind}, {where}"),
        Finding(
            "ledger",
            ok=not report.faults,
            detail=f"{report.event_count} events"
            + (f", {len(report.faults)} faults: lintas audit verify" if report.faults else ""),
        ),
    ]
