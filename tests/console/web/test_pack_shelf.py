"""Packs in the making: progress is told, failures too, nobody sees another's, and only two are made at once."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest

from console.web.classroom.pack_shelf import PackJob, PackShelf
from ledger.errors import LintasError
from lintas.v1 import trainer_pb2 as wire


class News:
    """Hears of changes, and waits for the end."""

    def __init__(self, shelf: PackShelf, job_id: str) -> None:
        self.shelf, self.job_id, self.heard = shelf, job_id, 0
        self.over = threading.Event()

    def __call__(self) -> None:
        self.heard += 1
        if not self.job().is_at_work:
            self.over.set()

    def job(self) -> PackJob:
        job = self.shelf.job(self.job_id, "tono")
        assert job is not None
        return job


def _steps() -> Iterator[wire.PackProgress]:
    yield wire.PackProgress(done=0, of=2)
    yield wire.PackProgress(done=1, of=2)
    yield wire.PackProgress(done=2, of=2, pdf=b"%PDF-")
    yield wire.PackProgress(done=2, of=2, pdf=b"1.7")


def _broken() -> Iterator[wire.PackProgress]:
    yield wire.PackProgress(done=0, of=2)
    raise OSError


def test_a_pack_is_told_and_kept() -> None:
    shelf = PackShelf()
    news = News(shelf, "a")
    shelf.start("a", "tono", _steps, news)
    assert news.over.wait(10)
    assert (news.job().pdf, news.job().done, news.heard) == (b"%PDF-1.7", 1, 3)
    assert shelf.job("a", "somebody else") is None
    assert shelf.job("b", "tono") is None


def test_a_failure_is_told() -> None:
    shelf = PackShelf()
    news = News(shelf, "a")
    shelf.start("a", "tono", _broken, news)
    assert news.over.wait(10)
    assert isinstance(news.job().error, OSError)


def test_two_at_once_and_the_newest_are_kept() -> None:
    shelf, goes_on = PackShelf(), threading.Event()

    def slow() -> Iterator[wire.PackProgress]:
        goes_on.wait(10)
        yield from _steps()

    first = [News(shelf, each) for each in ("a", "b")]
    for each in first:
        shelf.start(each.job_id, "tono", slow, each)
    with pytest.raises(LintasError) as caught:
        shelf.start("c", "tono", _steps, lambda: None)
    assert caught.value.reason == "PACKS_BUSY"
    goes_on.set()
    assert all(each.over.wait(10) for each in first)
    for name in "cdefghij":
        news = News(shelf, name)
        shelf.start(name, "tono", _steps, news)
        assert news.over.wait(10)
    assert shelf.job("a", "tono") is None
    assert shelf.job("j", "tono") is not None
