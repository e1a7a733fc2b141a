"""Every MRZ reader side by side on real specimens: `python -m benchmarks.reading --data ../shared/data/mrz`.

Each engine runs in a process of its own on one core, one engine after the other, on the same files. Peers that cannot
share our environment (they bring another OpenCV) run in the Python that `--peers-python` names; an engine that is not
installed gets a row that says so. docs/benchmarks.md holds the figures and says how to set up the peers.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import psutil
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from benchmarks.reading_truth import Answer, Document, Score, documents_in, exact_by, score
from benchmarks.reading_worker import ENGINES
from verifier.reading.tesseract_binary import find_tesseract

_PEERS = {"fastmrz", "readmrz", "passport-mrz-extractor"}
_LONGEST_S = 60.0  # for one image; then the engine is started anew and the image counts as not read
_WEIGHED_EVERY_S = 0.02
_WORKER = Path(__file__).with_name("reading_worker.py")
_ROOT = Path(__file__).parents[1]


@dataclass(slots=True)
class Run:
    """One engine's answers so far. `missing` says why it could not start."""

    engine: str
    answers: list[Answer] = field(default_factory=list)
    missing: str = ""
    load_s: float = 0.0
    peak_mb: float = 0.0


class Worker:
    """The process of one engine, pinned to one core."""

    def __init__(self, command: list[str]) -> None:
        environment = {**os.environ, "OMP_THREAD_LIMIT": "1", "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1"}
        environment["PYTHONPATH"] = str(_ROOT)
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env=environment,
        )
        self._lines: queue.Queue[str] = queue.Queue()
        self.peak_mb = 0.0
        self._closed = threading.Event()
        threading.Thread(target=self._listen, daemon=True).start()
        threading.Thread(target=self._weigh, daemon=True).start()
        self.hello = self._next(_LONGEST_S)

    def _listen(self) -> None:
        for line in self._process.stdout or ():
            self._lines.put(line)
        self._lines.put("")

    def _weigh(self) -> None:
        """Note the most memory that the process and the programs it runs hold together."""
        with suppress(psutil.NoSuchProcess):
            process = psutil.Process(self._process.pid)
            name = process.name()
            while not self._closed.wait(_WEIGHED_EVERY_S):
                held = process.memory_info().rss
                for each in process.children(recursive=True):
                    with suppress(psutil.NoSuchProcess):
                        # a child that still bears our name has not become its program yet, and shows our own memory
                        held += each.memory_info().rss if each.name() != name else 0
                self.peak_mb = max(self.peak_mb, held / 2**20)

    def _next(self, longest_s: float) -> dict[str, object]:
        try:
            line = self._lines.get(timeout=longest_s)
        except queue.Empty:
            return {"fault": "TooSlow"}
        return json.loads(line) if line else {"fault": "Died"}

    def ask(self, path: Path) -> dict[str, object]:
        """The engine's answer for one image; `fault` is TooSlow or Died when the process must be started anew."""
        if self._process.stdin is None:
            return {"fault": "Died"}
        with suppress(BrokenPipeError):
            print(path, file=self._process.stdin, flush=True)
        return self._next(_LONGEST_S)

    def close(self) -> None:
        """End the process."""
        self._closed.set()
        self._process.kill()
        self._process.communicate()


def main() -> None:
    """Run the engines, print the tables."""
    options = _options()
    documents = documents_in(options.data, options.limit)
    console = Console(stderr=True)
    with _progress(console) as progress:
        runs = [_measured(name, documents, options, progress) for name in options.engines]
    if options.save:
        options.save.write_text(json.dumps(_report(runs, options), indent=1), encoding="utf-8")
    if options.json:
        print(json.dumps(_report(runs, options), indent=1))
    elif options.markdown:
        print(_markdown(runs))
    else:
        _show(runs)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    shared = _ROOT.parent / "shared" / "data" / "mrz"
    parser.add_argument("--data", type=Path, default=shared, help="folder with truth.csv and images/")
    parser.add_argument("--engines", type=lambda text: text.split(","), default=list(ENGINES), help="comma-separated")
    parser.add_argument("--peers-python", default=sys.executable, help="the Python that has the peers installed")
    parser.add_argument("--mrz-tessdata", default="", help="folder with an MRZ-trained mrz.traineddata")
    parser.add_argument("--limit", type=int, help="only the first so many documents")
    parser.add_argument("--core", default="0", help="the core that every engine is pinned to; '' for any")
    parser.add_argument("--json", action="store_true", help="everything, each answer included")
    parser.add_argument("--save", type=Path, help="write the same as --json to this file, and print the tables too")
    parser.add_argument("--markdown", action="store_true", help="the tables of docs/benchmarks.md")
    options = parser.parse_args()
    unknown = set(options.engines) - set(ENGINES)
    if unknown:
        parser.error(f"unknown engines: {', '.join(sorted(unknown))}; known are {', '.join(ENGINES)}")
    if not (options.data / "truth.csv").is_file():
        parser.error(f"{options.data} has no truth.csv")
    return options


def _measured(name: str, documents: list[Document], options: argparse.Namespace, progress: Progress) -> Run:
    binary = find_tesseract()
    python = options.peers_python if name in _PEERS else sys.executable
    tools = [str(binary.program), str(binary.tessdata or ""), options.mrz_tessdata]
    command = [python, str(_WORKER), name, options.core, *tools]
    run = Run(name)
    if not options.mrz_tessdata and (name.endswith("-mrz") or name == "fastmrz"):
        run.missing = "no --mrz-tessdata"
        return run
    worker = Worker(command)
    task = progress.add_task(name, total=len(documents))
    run.missing, run.load_s = str(worker.hello["fault"]), float(str(worker.hello.get("load_s", 0)))
    if not run.missing:
        for document in documents:
            reply = worker.ask(document.path)
            if reply["fault"] in {"TooSlow", "Died"}:
                worker.close()
                worker = Worker(command)
            run.peak_mb = max(run.peak_mb, worker.peak_mb)
            run.answers.append(_answer(document, reply))
            progress.advance(task)
    worker.close()
    return run


def _answer(document: Document, reply: dict[str, object]) -> Answer:
    lines = reply.get("lines")
    return Answer(
        document=document,
        lines=tuple(str(each) for each in lines) if isinstance(lines, list) else (),
        cpu_ms=float(str(reply.get("cpu_ms", _LONGEST_S * 1000))),
        wall_ms=float(str(reply.get("wall_ms", _LONGEST_S * 1000))),
        name_confidence=float(str(reply.get("name_confidence", 0))),
        repaired=int(str(reply.get("repaired", 0))),
        fault=str(reply["fault"]),
    )


@contextmanager
def _progress(console: Console) -> Iterator[Progress]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console) as progress:
        yield progress


_COLUMNS = (
    "engine", "exact MRZ", "character error", "digits valid", "valid but wrong", "false repairs",
    "CPU ms median (p95)", "wall ms median (p95)", "peak MB",
)  # fmt: skip


def _row(run: Run) -> list[str]:
    if run.missing:
        return [run.engine, "not installed", *["–"] * (len(_COLUMNS) - 2)]
    total = score(run.answers)
    return [
        run.engine,
        f"{total.exact}/{total.documents} ({total.exact_rate:.0%})",
        f"{total.character_error_rate:.1%}",
        f"{total.valid_digits / max(total.documents, 1):.0%}",
        str(total.valid_but_wrong),
        f"{total.false_repairs}/{total.wrong_digit_documents}",
        f"{total.cpu_ms_median:.0f} ({total.cpu_ms_p95:.0f})",
        f"{total.wall_ms_median:.0f} ({total.wall_ms_p95:.0f})",
        f"{run.peak_mb:.0f}",
    ]


def _breakdown(runs: list[Run], kind: str) -> tuple[list[str], list[list[str]]]:
    """Exact readings by `doc_type` or `quality`: a column each, a row an engine."""
    shown = [each for each in runs if not each.missing]
    counts = [exact_by(each.answers, lambda document: str(getattr(document, kind))) for each in shown]
    names = sorted({name for each in counts for name in each})
    head = ["engine", *(f"{name} ({counts[0][name][1]})" for name in names)]
    return head, [
        [run.engine, *(str(each[name][0]) for name in names)] for run, each in zip(shown, counts, strict=True)
    ]


def _tables(runs: list[Run]) -> Iterator[tuple[str, list[str], list[list[str]]]]:
    yield "Reading", list(_COLUMNS), [_row(each) for each in runs]
    if any(not each.missing for each in runs):
        yield "Exact, by document type", *_breakdown(runs, "doc_type")
        yield "Exact, by image quality", *_breakdown(runs, "quality")


def _show(runs: list[Run]) -> None:
    console = Console()
    for title, head, rows in _tables(runs):
        table = Table(*head, title=title)
        for row in rows:
            table.add_row(*row)
        console.print(table)


def _markdown(runs: list[Run]) -> str:
    parts = []
    for title, head, rows in _tables(runs):
        lines = [head, ["---"] * len(head), *rows]
        parts.append(f"**{title}**\n\n" + "\n".join("| " + " | ".join(each) + " |" for each in lines))
    return "\n\n".join(parts)


def _report(runs: list[Run], options: argparse.Namespace) -> dict[str, object]:
    return {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()}",
        "data": str(options.data),
        "engines": [
            {
                "engine": run.engine,
                "missing": run.missing,
                "load_s": run.load_s,
                "peak_mb": run.peak_mb,
                "score": _plain(score(run.answers)) if run.answers else None,
                "answers": [
                    {**asdict(each), "document": each.document.path.name, "exact": each.is_exact, "passes": each.passes}
                    for each in run.answers
                ],
            }
            for run in runs
        ],
    }


def _plain(total: Score) -> dict[str, float]:
    return {**asdict(total), "exact_rate": total.exact_rate}


if __name__ == "__main__":
    main()
