"""One look for all plots, and SVG that is the same each time."""

from __future__ import annotations

import io
import threading
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Final

INK: Final = "#1c2b33"
QUIET: Final = "#7b8a92"
FAINT: Final = "#dfe5e8"
MAIN: Final = "#0f6478"  # innocent, the class
STRONG: Final = "#c0571b"  # to be stopped, the trainee
_STYLE: Final[Mapping[str, Any]] = MappingProxyType(
    {
        "svg.hashsalt": "lintas",  # ids in the file would be random otherwise
        "svg.fonttype": "path",
        "font.family": "STIXGeneral",  # comes with matplotlib, so every machine draws the same letters
        "font.size": 10,
        "text.parse_math": False,  # a dollar sign in a title is a dollar sign
        "axes.edgecolor": QUIET,
        "axes.labelcolor": INK,
        "axes.linewidth": 0.8,
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.unicode_minus": True,
        "text.color": INK,
        "xtick.color": QUIET,
        "ytick.color": QUIET,
        "xtick.labelcolor": INK,
        "ytick.labelcolor": INK,
        "legend.frameon": False,
        "legend.fontsize": 9,
    }
)


# matplotlib's style is one for the whole process: two reports drawn at once would mix theirs
_ONE_AT_A_TIME: Final = threading.Lock()


def draw(width_in: float, height_in: float, paint: Callable[[Any], None]) -> bytes:
    """SVG of the axes that `paint` draws on, without a date in it. Sizes in inches at 72 units each."""
    import matplotlib as mpl  # noqa: PLC0415 - takes half a second, and only reports need it
    from matplotlib.figure import Figure  # noqa: PLC0415

    with _ONE_AT_A_TIME, mpl.rc_context(dict(_STYLE)):
        figure = Figure(figsize=(width_in, height_in), layout="constrained")
        paint(figure.add_subplot())
        out = io.BytesIO()
        figure.savefig(out, format="svg", metadata={"Date": None, "Creator": None}, transparent=True)
    return out.getvalue()
