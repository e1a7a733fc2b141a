"""Reads a wire contract as flat facts, so that two versions of it can be compared.

`python -m tests.house.wire` writes the current contract as the released one: run it when a version is released.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Protocol

from google.protobuf import descriptor_pb2

RELEASED = Path(__file__).with_name("released_v1.binpb")


class EnumWrapper(Protocol):
    """What the generated code gives for an enum."""

    def keys(self) -> list[str]:
        """All names."""

    def Value(self, name: str) -> int:  # noqa: N802 - protobuf's name
        """Number of a name."""


def modules() -> tuple[Any, ...]:
    """All generated modules of the package."""
    folder = Path(__file__).resolve().parents[2] / "protos/lintas/v1"
    return tuple(importlib.import_module(f"lintas.v1.{path.stem}") for path in sorted(folder.glob("*_pb2.py")))


def current(files: Iterable[Any]) -> descriptor_pb2.FileDescriptorSet:
    """The contract as generated."""
    found = descriptor_pb2.FileDescriptorSet()
    for module in files:
        module.DESCRIPTOR.CopyToProto(found.file.add())
    return found


def breaks(old: descriptor_pb2.FileDescriptorSet, new: descriptor_pb2.FileDescriptorSet) -> list[str]:
    """Facts of the old contract that no longer hold."""
    kept = dict(_facts(new))
    return [f"{name}: {fact} → {kept.get(name)}" for name, fact in _facts(old) if kept.get(name) != fact]


def _facts(files: descriptor_pb2.FileDescriptorSet) -> Iterator[tuple[str, object]]:
    for file in files.file:
        for message in file.message_type:
            for field in message.field:
                fact = (field.number, field.type, field.label, field.type_name, field.oneof_index)
                yield f"{message.name}.{field.name}", fact
        for enum in file.enum_type:
            yield from ((f"{enum.name}.{value.name}", value.number) for value in enum.value)
        for service in file.service:
            for method in service.method:
                streams = (method.client_streaming, method.server_streaming)
                yield f"{service.name}/{method.name}", (method.input_type, method.output_type, *streams)


def main() -> None:
    """Write the current contract as released."""
    RELEASED.write_bytes(current(modules()).SerializeToString(deterministic=True))


if __name__ == "__main__":
    main()
