"""The wire contract: fresh, compatible with what was released, and speaking the domain's words."""

from __future__ import annotations

import subprocess
import sys
from enum import Enum
from pathlib import Path

import pytest
from google.protobuf import descriptor_pb2
from google.protobuf.internal import api_implementation

from ledger.actor import Role
from lintas.v1 import common_pb2, verification_pb2, watchlist_pb2
from tests.house import wire
from verifier.indicators.outline import Standing
from verifier.model.check import CheckGroup, CheckResult
from verifier.model.journey import BookingStatus, Direction, Payer, Purpose, VisaClass
from verifier.mrz.record import DigitResult
from watchlist.entry import Action, Category, EntryKind, EntryState, Grade, NameStrength
from watchlist.freshness import Freshness

ROOT = Path(__file__).resolve().parents[2]
FILES = wire.modules()


def test_generated_code_is_fresh() -> None:
    command = [sys.executable, str(ROOT / "protos/generate.py"), "--check"]
    result = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own script
    assert result.returncode == 0, result.stderr


def test_the_fast_protobuf_is_in_use() -> None:
    assert api_implementation.Type() == "upb"


@pytest.mark.parametrize(
    ("kind", "wrapper", "prefix"),
    [
        (Role, common_pb2.Role, "ROLE"),
        (Direction, common_pb2.Direction, "DIRECTION"),
        (Purpose, common_pb2.Purpose, "PURPOSE"),
        (Payer, common_pb2.Payer, "PAYER"),
        (BookingStatus, common_pb2.BookingStatus, "BOOKING_STATUS"),
        (VisaClass, common_pb2.VisaClass, "VISA_CLASS"),
        (Standing, verification_pb2.CueStanding, "CUE_STANDING"),
        (CheckResult, verification_pb2.CheckResult, "CHECK_RESULT"),
        (CheckGroup, verification_pb2.CheckGroup, "CHECK_GROUP"),
        (DigitResult, verification_pb2.DigitResult, "DIGIT_RESULT"),
        (EntryKind, watchlist_pb2.EntryKind, "ENTRY_KIND"),
        (EntryState, watchlist_pb2.EntryState, "ENTRY_STATE"),
        (Category, watchlist_pb2.Category, "CATEGORY"),
        (Action, watchlist_pb2.Action, "ACTION"),
        (NameStrength, watchlist_pb2.NameStrength, "NAME_STRENGTH"),
        (Grade, watchlist_pb2.Grade, "GRADE"),
        (Freshness, verification_pb2.ListFreshness, "LIST_FRESHNESS"),
    ],
)
def test_enums_say_the_same_on_both_sides(kind: type[Enum], wrapper: wire.EnumWrapper, prefix: str) -> None:
    assert set(wrapper.keys()) == {f"{prefix}_UNSPECIFIED"} | {f"{prefix}_{member.name}" for member in kind}
    assert wrapper.Value(f"{prefix}_UNSPECIFIED") == 0


def test_nothing_released_has_changed_its_meaning() -> None:
    """Fields keep number, name, type and label; nothing released disappears. Additions are free."""
    released = descriptor_pb2.FileDescriptorSet.FromString(wire.RELEASED.read_bytes())
    broken = wire.breaks(released, wire.current(FILES))
    assert broken == []


def test_a_break_would_be_found() -> None:
    old = wire.current(FILES)
    for change in (_renumber, _retype, _drop_field, _drop_method, _renumber_enum):
        new = descriptor_pb2.FileDescriptorSet()
        new.CopyFrom(old)
        change(new)
        assert wire.breaks(old, new), change.__name__


def _message(files: descriptor_pb2.FileDescriptorSet) -> descriptor_pb2.DescriptorProto:
    return next(m for f in files.file for m in f.message_type if m.name == "ExamineRequest")


def _renumber(files: descriptor_pb2.FileDescriptorSet) -> None:
    _message(files).field[0].number = 99


def _retype(files: descriptor_pb2.FileDescriptorSet) -> None:
    _message(files).field[0].type = descriptor_pb2.FieldDescriptorProto.TYPE_INT64


def _drop_field(files: descriptor_pb2.FileDescriptorSet) -> None:
    del _message(files).field[0]


def _drop_method(files: descriptor_pb2.FileDescriptorSet) -> None:
    del next(s for f in files.file for s in f.service).method[0]


def _renumber_enum(files: descriptor_pb2.FileDescriptorSet) -> None:
    next(e for f in files.file for e in f.enum_type).value[1].number = 99
