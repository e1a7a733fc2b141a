"""Progress bars on stderr, where somebody is looking and there is something to wait for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sized
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

T = TypeVar("T")


def with_progress(items: Iterable[T], console: Console, word: str, *, total: int | None = None) -> Iterator[T]:
    """The items, with a bar when there are many and the console is a terminal. `total`: where they have no length."""
    count = len(items) if isinstance(items, Sized) else total or 0
    if count < 2 or not console.is_terminal:
        yield from items
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(word, total=count)
        for item in items:
            yield item
            progress.advance(task)
