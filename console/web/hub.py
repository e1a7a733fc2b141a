"""Tells open pages that something changed. A page then asks again: an event carries no content.

One stream a tab. Events of one topic merge while they wait, so a slow tab holds one number a topic and no queue.
"""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import AsyncIterator, Collection
from dataclasses import dataclass, field
from typing import Final

_SIGN_OF_LIFE_S: Final = 15.0
_RETRY_MS: Final = 2000


@dataclass(slots=True, eq=False)
class _Subscriber:
    loop: asyncio.AbstractEventLoop
    topics: frozenset[str]
    waiting: dict[str, int] = field(default_factory=dict)
    wake: asyncio.Event = field(default_factory=asyncio.Event)


class Hub:
    """Publish from any thread, subscribe from the server's loop."""

    def __init__(self) -> None:
        self._subscribers: set[_Subscriber] = set()
        self._sequence = 0
        self._closed = False
        self._lock = threading.Lock()

    def publish(self, topic: str) -> None:
        """Everybody who follows `topic` hears of it."""
        with self._lock:
            self._sequence += 1
            concerned = [each for each in self._subscribers if topic in each.topics]
            for each in concerned:
                each.waiting[topic] = self._sequence
        for each in concerned:
            _wake(each)

    @property
    def subscriber_count(self) -> int:
        """Streams that are open."""
        return len(self._subscribers)

    def close(self) -> None:
        """End all streams; the server is stopping."""
        with self._lock:
            self._closed = True
            everybody = list(self._subscribers)
        for each in everybody:
            _wake(each)

    async def stream(self, topics: Collection[str]) -> AsyncIterator[bytes]:
        """Server-sent events: one `changed` a topic and change, and a sign of life in between."""
        subscriber = _Subscriber(asyncio.get_running_loop(), frozenset(topics))
        with self._lock:
            self._subscribers.add(subscriber)
            sequence = self._sequence
        try:
            yield f"retry: {_RETRY_MS}\nevent: open\ndata: {sequence}\n\n".encode()
            while not self._closed:
                try:
                    await asyncio.wait_for(subscriber.wake.wait(), _SIGN_OF_LIFE_S)
                except TimeoutError:
                    yield b": still here\n\n"
                subscriber.wake.clear()
                for topic, number in self._taken(subscriber).items():
                    data = json.dumps({"topic": topic, "sequence": number})
                    yield f"event: changed\nid: {number}\ndata: {data}\n\n".encode()
        finally:
            with self._lock:
                self._subscribers.discard(subscriber)

    def _taken(self, subscriber: _Subscriber) -> dict[str, int]:
        with self._lock:
            taken, subscriber.waiting = subscriber.waiting, {}
        return taken


def _wake(subscriber: _Subscriber) -> None:
    try:
        subscriber.loop.call_soon_threadsafe(subscriber.wake.set)
    except RuntimeError:
        return  # its loop has ended, and the stream with it
