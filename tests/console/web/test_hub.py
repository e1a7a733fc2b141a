"""News for open pages: nobody misses a change, and nobody who is slow costs memory."""

from __future__ import annotations

import asyncio
import json
import threading
from collections.abc import AsyncIterator

from console.web.hub import Hub


async def news(stream: AsyncIterator[bytes]) -> dict[str, object]:
    """The next change."""
    while True:
        text = (await asyncio.wait_for(anext(stream), 5)).decode()
        if "event: changed" in text:
            found: dict[str, object] = json.loads(text.partition("data: ")[2])
            return found


def test_only_followers_of_a_topic_hear_of_it() -> None:
    async def act() -> None:
        hub = Hub()
        one, other = hub.stream(["cases"]), hub.stream(["state", "case:1"])
        await anext(one)
        await anext(other)
        hub.publish("cases")
        hub.publish("case:1")
        assert (await news(one))["topic"] == "cases"
        assert (await news(other))["topic"] == "case:1"
        await one.aclose()  # type: ignore[attr-defined]  # it is a generator
        await other.aclose()  # type: ignore[attr-defined]
        assert hub.subscriber_count == 0

    asyncio.run(act())


def test_changes_that_wait_become_one() -> None:
    async def act() -> None:
        hub = Hub()
        stream = hub.stream(["cases"])
        await anext(stream)

        def publish() -> None:
            for _ in range(500):
                hub.publish("cases")

        publishers = [threading.Thread(target=publish) for _ in range(4)]
        for each in publishers:
            each.start()
        for each in publishers:
            each.join()
        assert (await news(stream))["sequence"] == 2000
        hub.publish("cases")
        assert (await news(stream))["sequence"] == 2001
        await stream.aclose()  # type: ignore[attr-defined]

    asyncio.run(act())


def test_closing_ends_all_streams() -> None:
    async def act() -> None:
        hub = Hub()
        stream = hub.stream(["cases"])
        await anext(stream)
        hub.close()
        assert [piece async for piece in stream] == []

    asyncio.run(act())


def test_publishing_to_a_loop_that_is_gone_harms_nobody() -> None:
    hub = Hub()

    async def leave_open() -> None:
        stream = hub.stream(["cases"])
        await anext(stream)
        hub.publish("cases")

    asyncio.run(leave_open())
    hub.publish("cases")
    hub.close()
