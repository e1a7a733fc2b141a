"""YAML that hides things, is hostile, or is none, is refused with file, line and column."""

from __future__ import annotations

import time
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ledger.errors import LintasError
from simulator.scenario.source import core_scalar, read_source

_BOMB = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
    f"{chr(98 + i)}: &{chr(98 + i)} [{','.join(['*' + chr(97 + i)] * 9)}]\n" for i in range(9)
)


@pytest.mark.parametrize(
    ("text", "where", "words"),
    [
        (_BOMB, "f.yaml:1:4", "anchors"),
        ("a: *b\n", "f.yaml:1:4", "alias"),
        ("a: !!python/object/apply:os.system ['true']\n", "f.yaml:1:4", "tags"),
        ("a: !!str 3\n", "f.yaml:1:4", "tags"),
        ("a: 1\nb: 2\na: 3\n", "f.yaml:3:1", "the key a comes twice"),
        ("a:\n  b: 1\n  b: 2\n", "f.yaml:3:3", "the key b comes twice"),
        ("a: {<<: {b: 1}}\n", "f.yaml:1:5", "merge keys"),
        ("? [a, b]\n: 1\n", "f.yaml:1:3", "a key must be plain text"),
        ("1: a\n", "f.yaml:1:1", "a key must be plain text"),
        ("a: 1\n---\nb: 2\n", "f.yaml:2:1", "one document"),
        ("a: [1, 2\nb: 3\n", "f.yaml:2:2", "no YAML"),
        ("a: .nan\n", "f.yaml:1:4", "finite"),
        ("a: '\n", "f.yaml:", "no YAML"),
        ("\ta: 1\n", "f.yaml:1:1", "no YAML"),
    ],
)
def test_refused_with_its_place(text: str, where: str, words: str) -> None:
    with pytest.raises(LintasError) as caught:
        read_source("f.yaml", text.encode())
    assert caught.value.reason == "SCENARIO_INVALID"
    assert caught.value.message.startswith(where)
    assert words in caught.value.message


@pytest.mark.parametrize(
    "content",
    [b"a: " + b"x" * 300_000, b"[" * 5_000, b"{a: " * 4_000, b"- a\n" * 25_000],
    ids=["large", "deep lists", "deep mappings", "many pieces"],
)
def test_oversized_is_refused_quickly(content: bytes) -> None:
    started = time.monotonic()
    with pytest.raises(LintasError) as caught:
        read_source("f.yaml", content)
    assert caught.value.reason in {"SCENARIO_TOO_LARGE", "SCENARIO_INVALID"}
    assert time.monotonic() - started < 20  # a hang, not a benchmark


def test_not_utf8_names_the_line() -> None:
    with pytest.raises(LintasError, match=r"f\.yaml:2:1: not UTF-8"):
        read_source("f.yaml", b"a: 1\nb: \xff\xfe\n")


def test_marks_point_at_values() -> None:
    source = read_source("f.yaml", b"a:\n  - {b: xyz}\n  - 'q'\n")
    mark = source.mark(("a", 0, "b"))
    assert (mark.line, mark.column, source.text[mark.start : mark.end]) == (2, 9, "xyz")
    assert source.text[source.mark(("a", 1)).start : source.mark(("a", 1)).end] == "'q'"
    assert source.mark(("a", 0, "missing")).line == 2


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("yes", "yes"),
        ("no", "no"),
        ("on", "on"),
        ("true", True),
        ("012", 12),
        ("0o14", 12),
        ("0x1F", 31),
        ("1:30", "1:30"),
        ("2003-04-12", "2003-04-12"),
        ("1_000", "1_000"),
        ("1.5", 1.5),
        ("~", None),
        ("", None),
        ("-7", -7),
        (".5", 0.5),
        ("=", "="),
    ],
)
def test_scalars_are_those_of_yaml_1_2(text: str, value: object) -> None:
    found = core_scalar(text)
    assert found == value
    assert type(found) is type(value)


@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    with suppress(LintasError):
        assert read_source("f.yaml", content).text == content.decode("utf-8-sig")
