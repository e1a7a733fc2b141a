"""Progress bars on stderr, where somebody is looking and there is something to wait for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

T = TypeVar("T")


def with_progress(items: Sequence[T], console: Console, word: str) -> Iterator[T]:
    """The items, with a bar when there are many and the console is a terminal."""
    if len(items) < 2 or not console.is_terminal:
        yield from items
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        task = progress.add_task(word, total=len(items))
        for item in items:
            yield item
            progress.advance(task)
