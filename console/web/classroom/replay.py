"""The steps of a case as far as they are shown: one more with each press."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any, Final

from ledger.text import Text
from lintas.v1 import training_pb2 as wire
from lintas.v1.verification_pb2 import AdviceKind

_DONE: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "look": Text(id="Melihat", en="Looked"),
        "scan": Text(id="Menaruh di pembaca", en="Put on the reader"),
        "ask": Text(id="Bertanya atau bertindak", en="Asked or acted"),
        "cite": Text(id="Mengutip bukti", en="Cited evidence"),
        "withdraw": Text(id="Menarik kutipan", en="Took evidence back"),
        "write": Text(id="Menulis alasan", en="Wrote a reason"),
        "handover": Text(id="Menyerahkan ke sekunder", en="Handed over to secondary"),
        "decide": Text(id="Memutuskan", en="Decided"),
        "happened": Text(id="Terjadi", en="It happened"),
        "paused": Text(id="Pelatih menjeda", en="The trainer paused"),
        "resumed": Text(id="Pelatih melanjutkan", en="The trainer went on"),
    }
)
_TOOLS: Final[Mapping[str, Text]] = MappingProxyType(
    {
        "eye": Text(id="mata", en="the eye"),
        "loupe": Text(id="kaca pembesar", en="the loupe"),
        "uv": Text(id="cahaya UV", en="UV light"),
        "ir": Text(id="inframerah", en="infrared"),
    }
)


def text_of(value: dict[str, str] | None) -> Text:
    """A bilingual text out of JSON; empty for none."""
    return Text(**value) if value else Text(id="", en="")


@dataclass(frozen=True, slots=True)
class Replay:
    """All steps as JSON gave them, and how many are shown; 0 of them is the beginning."""

    steps: tuple[dict[str, Any], ...]
    shown: int

    @classmethod
    def of(cls, content: bytes, asked: str) -> Replay:
        """`asked` as in the address: a number of steps; everything for anything else."""
        steps = tuple(json.loads(content))
        is_number = asked.isascii() and asked.isdecimal() and len(asked) < 5
        return cls(steps, min(int(asked), len(steps)) if is_number else len(steps))

    @property
    def visible(self) -> tuple[dict[str, Any], ...]:
        """Those that are shown."""
        return self.steps[: self.shown]

    @staticmethod
    def done(step: Mapping[str, Any]) -> Text:
        """What was done."""
        return _DONE.get(step["kind"]) or Text(id=step["kind"], en=step["kind"])

    @staticmethod
    def tool(step: Mapping[str, Any]) -> Text:
        """With what it was looked at."""
        return _TOOLS.get(step["tool"]) or Text(id=step["tool"], en=step["tool"])

    @staticmethod
    def advice(step: Mapping[str, Any]) -> int:
        """The engine's advice as its number on the wire."""
        return AdviceKind.Value(f"ADVICE_KIND_{step['advice'].upper()}")

    @staticmethod
    def facts(step: Mapping[str, Any]) -> list[wire.TrainingFact]:
        """Facts as the other pages word them."""
        return [wire.TrainingFact(name=each["name"], text=each["text"]) for each in step["facts"]]
