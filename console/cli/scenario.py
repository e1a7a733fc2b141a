"""`lintas scenario`: write, check and translate exercises."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from console.cli.inputs import read_bytes
from console.cli.plain import plain
from console.cli.progress import with_progress
from console.cli.session import Json, Session, session_of, told_plainly
from console.cli.train_room import Scenarios, scenario_folder
from ledger.errors import LintasError

if TYPE_CHECKING:
    from simulator.scenario.lint import Finding
    from simulator.scenario.source import Source

app = typer.Typer(help="Write, check and translate training scenarios (docs/scenarios.md).", no_args_is_help=True)

_Files = Annotated[list[Path], typer.Argument(metavar="FILE|FOLDER...", help="Scenario files, or folders of them.")]


def scenario_files(paths: list[Path]) -> list[Path]:
    """The files, and the `.yaml` files in the folders, sorted."""
    found: list[Path] = []
    for path in paths:
        found.extend(sorted(path.glob("*.yaml")) if path.is_dir() else [path])
    return found


@app.command()
def lint(
    context: typer.Context,
    files: _Files,
    engine: Annotated[bool, typer.Option(help="Also compare with what the real engine says.")] = True,
    as_json: Json = False,
) -> None:
    """Check scenarios: format, both languages, evidence, ways through the interview, the engine's answer.

    Exit code 3 where an exercise must not be played as it is.
    """
    session = session_of(context)
    found = scenario_files(files)
    if not found:
        session.err.print("no scenario files there (*.yaml)")
        raise typer.Exit(2)
    if missing := [path for path in found if not path.is_file()]:
        raise typer.BadParameter(f"{missing[0]}: no such file", param_hint="FILE")
    checked = _checked(found, session, with_engine=engine)
    for lines, _ in checked:
        for line in lines:
            _tell(session, line, as_json=as_json)
    failed = sum(is_error for _, is_error in checked)
    if not as_json:
        session.err.print(f"{len(found)} scenario(s), {failed} with errors")
    raise typer.Exit(3 if failed else 0)


def _checked(paths: list[Path], session: Session, *, with_engine: bool) -> list[tuple[list[dict[str, str]], bool]]:
    """For each file its lines, and whether there is an error among them."""
    # here, not above: `lintas --help` need not load the simulator
    from simulator.sandbox.verdict import all_findings  # noqa: PLC0415
    from simulator.scenario.lint import Level  # noqa: PLC0415
    from simulator.scenario.load import parse_scenario, read_file  # noqa: PLC0415
    from verifier.indicators.policy_folder import load_catalogue  # noqa: PLC0415

    told: list[tuple[list[dict[str, str]], bool]] = []
    read = []
    for path in paths:
        try:
            source = read_file(path)
            read.append((path, source, parse_scenario(source)))
        except LintasError as error:
            lines = [_line(fault.field, "error", fault.description, "format") for fault in error.fields]
            told.append((lines or [_line(str(path), "error", error.message, error.reason)], True))
    others = {scenario.meta.key: scenario for _, _, scenario in read}
    policy = load_catalogue() if with_engine else None
    for path, source, scenario in with_progress(read, session.err, "checked"):
        findings = all_findings(path, scenario, others, policy)
        told.append(([_told(source, each) for each in findings], any(f.level is Level.ERROR for f in findings)))
    return told


def _told(source: Source, finding: Finding) -> dict[str, str]:
    from simulator.scenario.source import dotted  # noqa: PLC0415

    place = f"{source.where(finding.place)}: {dotted(finding.place)}"
    return _line(place, finding.level.value, finding.text, finding.rule)


def _line(place: str, level: str, text: str, rule: str) -> dict[str, str]:
    return {"place": place, "level": level, "text": text, "rule": rule}


def _tell(session: Session, line: dict[str, str], *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(line, ensure_ascii=False))  # noqa: T201 - machines read plain stdout
        return
    colour = "red" if line["level"] == "error" else "yellow"
    text = f"{plain(line['place'])}: [{colour}]{line['level']}[/]: {plain(line['text'])} [dim]({line['rule']})[/]"
    session.out.print(text, soft_wrap=True)


@app.command()
def engine(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="One scenario file.")],
) -> None:
    """Print what the real engine says of a scenario, as it is to stand under `expected`.

    Read it before you paste it: what the engine says is not always what an exercise was meant to be about.
    """
    from simulator.sandbox.regression import answers_to  # noqa: PLC0415
    from simulator.scenario.load import load_scenario  # noqa: PLC0415
    from verifier.indicators.policy_folder import load_catalogue  # noqa: PLC0415

    session = session_of(context)
    with told_plainly():
        answers = answers_to(load_scenario(file), load_catalogue())
    stated = None
    for name, answer in answers.items():
        if answer != stated:
            session.out.print(
                f"  {name}: {plain(_flow(answer.model_dump(mode='json', exclude_defaults=True)))}", soft_wrap=True
            )
        stated = answer


def _flow(value: object) -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key}: {_flow(each)}" for key, each in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return str(value)


@app.command()
def schema() -> None:
    """Print the JSON Schema of scenario files, for editors that check while you type."""
    from simulator.scenario.schema import json_schema  # noqa: PLC0415

    print(json.dumps(json_schema(), indent=1, ensure_ascii=False))  # noqa: T201 - to be put into a file


@app.command()
def new(
    context: typer.Context,
    key: Annotated[str, typer.Argument(metavar="KEY", help="Lower-case letters, digits and _; the file is KEY.yaml.")],
    folder: Annotated[Path, typer.Option("--in", file_okay=False, help="Folder for the file.")] = Path("scenarios"),
) -> None:
    """Write a commented scenario to start from. It never overwrites one."""
    from simulator.scenario.schema import template  # noqa: PLC0415

    session = session_of(context)
    path = folder / f"{key}.yaml"
    if not key.replace("_", "a").isalnum() or not key.islower() or not key[0].isalpha() or not key.isascii():
        raise typer.BadParameter("lower-case letters, digits and _, a letter first", param_hint="KEY")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with path.open("x", encoding="utf-8") as stream:
            stream.write(template(key))
    except FileExistsError:
        session.err.print(f"{plain(str(path))} is there already; nothing was written")
        raise typer.Exit(2) from None
    except OSError as error:
        session.err.print(f"{plain(str(path))}: {error.strerror}")
        raise typer.Exit(2) from None
    session.out.print(f"{plain(str(path))}: change it, then: lintas scenario lint {plain(str(path))}")


@app.command()
def translate(
    context: typer.Context,
    file: Annotated[Path, typer.Argument(metavar="FILE", help="One scenario file.")],
    out: Annotated[str, typer.Option("--out", metavar="CSV", help="Write all sentences there; - is stdout.")] = "",
    back: Annotated[str, typer.Option("--in", metavar="CSV", help="Put a translator's table into the file.")] = "",
) -> None:
    """All sentences as CSV for a translator (--out), and back into the file (--in), comments and layout kept."""
    from simulator.scenario.load import read_file  # noqa: PLC0415
    from simulator.scenario.translate import from_csv, to_csv  # noqa: PLC0415

    session = session_of(context)
    if bool(out) is bool(back):
        raise typer.BadParameter("give --out or --in", param_hint="translate")
    with told_plainly():
        source = read_file(file)
        if out == "-":
            print(to_csv(source), end="")  # noqa: T201 - to be piped
            return
        if out:
            _write(session, Path(out), to_csv(source))
            return
        text, count = from_csv(source, read_bytes(back, "--in").decode("utf-8", "replace"))
    if count:
        _write(session, file, text)
    session.err.print(f"{count} sentence(s) changed")


def _write(session: Session, path: Path, text: str) -> None:
    """All of it or nothing: a file that is half written is worse than the old one."""
    beside = path.with_name(f".{path.name}.new")
    try:
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)
    except OSError as error:
        session.err.print(f"{plain(str(path))}: {error.strerror}")
        raise typer.Exit(2) from None


@app.command()
def preview(
    context: typer.Context,
    scenario: Annotated[
        str, typer.Argument(metavar="KEY|FILE", help="A scenario of the bank by its key, or one scenario file.")
    ],
    key: Annotated[
        bool, typer.Option("--key", help="Also show the answer key, and each planted defect close up.")
    ] = False,
    pages: Annotated[
        Path | None,
        typer.Option("--pages", file_okay=False, help="Folder for the pictures; one of the cache without."),
    ] = None,
    pictures: Annotated[bool, typer.Option(help="Draw the documents in every light, and show or save them.")] = True,
    seed: Annotated[int, typer.Option("--seed", min=0, help="Variant: 0 is the scenario as written.")] = 0,
    scenarios: Scenarios = None,
) -> None:
    """Show what a trainee will see, pictures included; with --key what is right.

    Pictures are saved as PNG files; terminals that can show pictures (kitty, Ghostty, iTerm2, WezTerm) show the
    documents by daylight as well.
    """
    from console.cli.scenario_preview import draw_pages, pages_folder, show  # noqa: PLC0415
    from simulator.library import named_scenario  # noqa: PLC0415
    from simulator.scenario.vary import vary  # noqa: PLC0415

    session = session_of(context)
    with told_plainly():
        found = vary(named_scenario(scenario, scenario_folder(scenarios)), seed)
        show(found, session, with_key=key)
        if pictures or pages is not None:
            folder = pages or pages_folder(found.meta.key, seed)
            draw_pages(found, folder, session, os.environ, with_key=key or pages is not None)


@app.command()
def kinds() -> None:
    """List the defects that can be planted (docs/specimens.md shows them)."""
    from simulator.specimen.defect import DefectKind  # noqa: PLC0415

    for kind in DefectKind:
        print(kind.value)  # noqa: T201 - to be copied
