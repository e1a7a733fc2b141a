"""What looking costs in seconds of the exercise's own time; questions state their own cost. Time is never scored."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from simulator.scenario.document import Tool

SCAN_S: Final = 15  # the engine with page, MRZ and chip

INSPECT_S: Final[Mapping[Tool, int]] = MappingProxyType(
    {Tool.EYE: 5, Tool.LOUPE: 15, Tool.UV: 10, Tool.IR: 10, Tool.MRZ: SCAN_S, Tool.CHIP: SCAN_S}
)
