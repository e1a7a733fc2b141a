"""`lintas read`: only the eye, without checks, lists or records."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer
from google.protobuf.json_format import MessageToDict
from rich.text import Text as Styled

from console.cli.plain import plain
from console.cli.progress import with_progress
from console.cli.session import Json, Session, session_of, told_plainly
from ledger.errors import LintasError
from ledger.text import Text
from verifier.model.reading import ReadCharacter, Reading

_NO_IMAGES = Text(
    id="{folder}: tidak ada gambar di dalamnya (dicari: {kinds})", en="{folder}: no images in it (looked for {kinds})"
)
_SUFFIXES = {".bmp", ".jpg", ".jpeg", ".png", ".webp", ".tif", ".tiff"}


def read(
    context: typer.Context,
    paths: Annotated[list[Path], typer.Argument(metavar="IMAGE|DIR...", help="Image files, or folders of them.")],
    engine: Annotated[str, typer.Option("--engine", help="auto, ocrb, tesseract or passporteye.")] = "auto",
    as_json: Json = False,
) -> None:
    """Read the MRZ of images: lines, confidence of every character, milliseconds. Nothing is recorded."""
    session = session_of(context)
    with told_plainly():
        from console.wiring import open_readers  # noqa: PLC0415 - loads the image libraries

        files, failures = _images(session, paths), 0
        with open_readers(session.settings) as readers:
            for file in with_progress(files, session.err, "read"):
                try:
                    readings = readers.read(
                        file.read_bytes(), engine=engine, seconds_left=session.settings.examine_seconds
                    )
                except LintasError as error:
                    if error.reason == "UNKNOWN_READING_ENGINE":
                        raise
                    failures += 1
                    session.err.print(f"{plain(str(file))}: {plain(error.message)}", highlight=False)
                    continue
                _show(session, file, readings, as_json=as_json)
    if failures:
        raise typer.Exit(1)


def _images(session: Session, paths: list[Path]) -> list[Path]:
    files = []
    for path in paths:
        found = list(_files([path]))
        if not found:
            kinds = ", ".join(sorted(suffix.removeprefix(".") for suffix in _SUFFIXES))
            message = session.say(_NO_IMAGES).format(folder=path, kinds=kinds)
            session.err.print(plain(message), highlight=False, soft_wrap=True)
        files += found
    if not files:
        raise typer.Exit(2)
    return files


def _files(paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        if path.is_dir():
            yield from sorted(file for file in path.rglob("*") if file.suffix.lower() in _SUFFIXES)
        elif path.is_file():
            yield path
        else:
            raise typer.BadParameter(f"{path}: no such file or folder", param_hint="IMAGE|DIR")


def _show(session: Session, file: Path, readings: tuple[Reading, ...], *, as_json: bool) -> None:
    if as_json:
        from verifier.rpc.examination import reading_to_wire  # noqa: PLC0415 - only here

        found = [MessageToDict(reading_to_wire(reading)) for reading in readings]
        print(json.dumps({"file": str(file), "readings": found}, ensure_ascii=False))  # noqa: T201 - machines read it
        return
    session.out.print(Styled(str(file), style="bold"))
    if not readings:
        session.out.print("  no MRZ found", style="yellow")
    for reading in readings:
        for line in reading.characters:
            session.out.print(Styled("  ") + _coloured(line))
        notes = ", ".join(note.value for note in reading.notes)
        session.out.print(
            f"  {reading.engine}, {reading.elapsed_ms:.0f} ms, confidence {reading.confidence:.1%}, "
            f"name {reading.name_confidence:.1%}" + (f", {notes}" if notes else ""),
            style="dim",
            highlight=False,
        )


def _coloured(line: tuple[ReadCharacter, ...]) -> Styled:
    styled = Styled()
    for character in line:
        style = "cyan" if character.probability >= 0.9 else "yellow" if character.probability >= 0.5 else "red"
        styled.append(character.chosen, style="bold black on yellow" if character.is_repaired else style)
    return styled
