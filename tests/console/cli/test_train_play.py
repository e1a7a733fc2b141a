"""`lintas train play`, `lintas scenario …`: a whole exercise by keyboard, and files written and checked."""

from __future__ import annotations

import base64
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from console.cli import app
from console.cli.terminal_picture import picture_sequence

_GOOD = """help
questions
ask separate
ask who_is_he
look passport loupe birth_date
scan
facts
cite passport.page.dob passport.chip.dob
cite answer.who_is_he
write anak
decide protect 90
"""


def _run(*arguments: str, given: str = "") -> tuple[int, str, str]:
    result = CliRunner().invoke(app, ["--language", "en", *arguments], input=given)
    return result.exit_code, result.stdout, result.stderr


def test_a_whole_exercise(tmp_path: Path) -> None:
    code, out, _ = _run("train", "play", "boy_with_uncle", "--pictures", str(tmp_path), given=_GOOD)
    assert code == 0
    for words in ("Uncle…", "PROTECT", "What was going on", "To take along", "Points"):
        assert words in out
    assert out.index("How it felt") < out.index("What was going on") < out.index("To take along")
    assert [path.read_bytes()[:4] for path in tmp_path.glob("*.png")] == [b"\x89PNG"]


def test_in_indonesian() -> None:
    result = CliRunner().invoke(
        app, ["--language", "id", "train", "play", "boy_with_uncle"], input="decide protect 80\n"
    )
    assert result.exit_code == 0
    assert "Yang sebenarnya terjadi" in result.stdout


def test_machines_get_json() -> None:
    code, out, _ = _run("train", "play", "boy_with_uncle", "--json", given=_GOOD)
    assert code == 0
    told = json.loads(out)
    assert told["decision"] == "protect"
    assert out.count("\n") == 1  # one object a line


def test_the_same_commands_give_the_same_debrief() -> None:
    arguments = ("train", "play", "boy_with_uncle", "--seed", "7", "--json")
    assert _run(*arguments, given=_GOOD)[1] == _run(*arguments, given=_GOOD)[1]


@pytest.mark.parametrize(
    "line",
    [
        *("dance", "ask 99", "ask nobody", "look", "look passport x-ray", "look passport loupe nowhere", "cite 1 999"),
        *(
            "cite",
            "decide protect",
            "decide maybe 80",
            "decide clear 900",
            "decide clear .9",
            "look passport eye 0.1,0.2",
            "'",
        ),
    ],
)
def test_slips_are_told_and_the_exercise_goes_on(line: str) -> None:
    code, out, _ = _run("train", "play", "boy_with_uncle", given=f"{line}\ndecide protect 80\n")
    assert code == 0
    assert "understood" in out or "(" in out
    assert "What was going on" in out


def test_leaving_keeps_nothing() -> None:
    code, out, err = _run("train", "play", "boy_with_uncle", given="ask greet\nquit\n")
    assert code == 3
    assert "nothing was kept" in err
    assert "What was going on" not in out


def test_wrong_advice_is_told_afterwards() -> None:
    code, out, _ = _run("train", "play", "boy_with_uncle", "--wrong-advice", given="scan\ndecide protect 80\n")
    assert code == 0
    assert "CLEAR" in out
    assert "wrong on purpose" in out


def test_a_scenario_that_is_not_there() -> None:
    code, _, err = _run("train", "play", "nobody")
    assert code == 2
    assert "boy_with_uncle" in err


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    code, _, err = _run("train", "play", "--scenarios", str(tmp_path / "none"))
    assert code == 2
    assert "no such folder" in " ".join(err.split())


def test_new_and_lint(tmp_path: Path) -> None:
    assert _run("scenario", "new", "my_case", "--in", str(tmp_path))[0] == 0
    assert _run("scenario", "lint", str(tmp_path))[0] == 0
    assert _run("scenario", "new", "my_case", "--in", str(tmp_path))[0] == 2  # never overwrites
    for bad in ("My Case", "../x", "", "1st"):
        assert _run("scenario", "new", bad, "--in", str(tmp_path))[0] == 2


def test_lint_names_the_place(tmp_path: Path) -> None:
    _run("scenario", "new", "my_case", "--in", str(tmp_path))
    path = tmp_path / "my_case.yaml"
    path.write_text(path.read_text("utf-8").replace("nationality: XZB", "nationality: IDN"), "utf-8")
    code, out, _ = _run("scenario", "lint", str(path), "--json")
    assert code == 3
    line = json.loads(out.splitlines()[0])
    assert line["level"] == "error"
    assert line["place"].startswith(f"{path}:") or "my_case.yaml:" in line["place"]
    assert "real issuer" in line["text"]
    assert _run("scenario", "lint", str(tmp_path / "none.yaml"))[0] == 2
    (tmp_path / "empty").mkdir()
    assert _run("scenario", "lint", str(tmp_path / "empty"))[0] == 2


def test_a_translator_gets_a_table_and_brings_it_back(tmp_path: Path) -> None:
    _run("scenario", "new", "my_case", "--in", str(tmp_path))
    path, table = tmp_path / "my_case.yaml", tmp_path / "lines.csv"
    assert _run("scenario", "translate", str(path), "--out", str(table))[0] == 0
    table.write_text(table.read_text("utf-8").replace("An ordinary traveller.", "Just a traveller."), "utf-8")
    code, _, err = _run("scenario", "translate", str(path), "--in", str(table))
    assert (code, "1 sentence(s) changed" in err) == (0, True)
    assert "Just a traveller." in path.read_text("utf-8")
    assert _run("scenario", "translate", str(path), "--in", str(table))[0] == 2  # changed since the export
    assert _run("scenario", "translate", str(path))[0] == 2


def test_adaptive_play_goes_on_from_case_to_case() -> None:
    given = "decide clear 80\n" * 3
    code, out, _ = _run("train", "play", "--deal", "adaptive", "--cases", "3", "--seed", "4", "--json", given=given)
    told = [json.loads(line) for line in out.splitlines() if line.startswith("{")]
    assert (code, [each["slot"] for each in told]) == (0, [0, 1, 2])
    assert len({each["case"] for each in told}) == 3
    code, again, _ = _run("train", "play", "--deal", "adaptive", "--cases", "3", "--seed", "4", "--json", given=given)
    assert again == out
    assert _run("train", "play", "namesake", "--deal", "adaptive")[0] == 2


def test_a_preview_shows_the_key_only_when_asked(tmp_path: Path) -> None:
    _run("scenario", "new", "my_case", "--in", str(tmp_path))
    path = str(tmp_path / "my_case.yaml")
    _, plain_, _ = _run("scenario", "preview", path, "--no-pictures")
    _, full, err = _run("scenario", "preview", path, "--key", "--pages", str(tmp_path / "pages"))
    assert "Tell me about your plans." in plain_
    assert "Everything is in order." not in plain_
    assert "Everything is in order." in full
    pictures = {each.name for each in (tmp_path / "pages").iterdir()}
    assert pictures == {"bearer.png", *(f"passport_{view}.png" for view in ("visible", "uv", "ir", "inner"))}
    assert all(name in err for name in pictures)


def test_a_preview_takes_a_key_of_the_bank_and_saves_the_pictures_unasked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    code, out, err = _run("scenario", "preview", "known_defect")
    assert (code, "Arrivals. A check digit is wrong" in out) == (0, True)
    saved = tmp_path / "lintas" / "previews" / "known_defect" / "passport_visible.png"
    assert saved.read_bytes().startswith(b"\x89PNG")
    assert str(saved.parent) in err.replace("\n", "")


def test_a_key_that_is_misspelt_names_the_near_ones() -> None:
    code, _, err = _run("scenario", "preview", "known_defekt", "--no-pictures")
    assert code != 0
    assert "known_defect" in err


def test_a_preview_says_where_it_cannot_write(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    code, _, err = _run("scenario", "preview", "known_defect", "--pages", str(tmp_path / "file"))
    assert code == 2
    assert "--pages" in err


def test_the_schema_is_json() -> None:
    code, out, _ = _run("scenario", "schema")
    assert code == 0
    assert json.loads(out)["title"] == "Lintas scenario"


def test_what_the_engine_says_can_be_pasted(tmp_path: Path) -> None:
    _run("scenario", "new", "my_case", "--in", str(tmp_path))
    code, out, _ = _run("scenario", "engine", str(tmp_path / "my_case.yaml"))
    assert code == 0
    assert out.strip() == "engine: {advice: clear}"


@pytest.mark.parametrize(
    ("environment", "start"),
    [
        ({"TERM": "xterm-kitty"}, "\x1b_Ga=T,f=100"),
        ({"TERM_PROGRAM": "iTerm.app"}, "\x1b]1337;File=inline=1"),
        ({}, ""),
    ],
)
def test_pictures_only_where_the_terminal_can(environment: dict[str, str], start: str) -> None:
    sequence = picture_sequence(b"png" * 4000, environment)
    assert sequence.startswith(start)
    assert bool(sequence) is bool(start)
    if "KITTY" in str(environment).upper():
        payload = "".join(part.partition(";")[2] for part in sequence.strip().split("\x1b\\"))
        assert base64.b64decode(payload) == b"png" * 4000
