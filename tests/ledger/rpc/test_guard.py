"""The guard on a real port: every fault becomes its status, the log holds nothing of the request."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import grpc
import pytest
from google.rpc.error_details_pb2 import BadRequest, ErrorInfo, RetryInfo
from grpc_status import rpc_status

from ledger.actor import Actor, Role
from ledger.errors import Fault, FieldFault, LintasError
from ledger.rpc.caller import metadata_of
from ledger.rpc.guard import Guard
from ledger.rpc.status import CODES

METHOD = "/lintas.v1.Test/Do"
SECRET = "ERIKSSON"
OFFICER = Actor("booth-1", "off-17", Role.OFFICER)


def _same(data: bytes) -> bytes:
    return data


@contextmanager
def calling(behaviour: Callable[[bytes], bytes], *, streaming: bool = False) -> Iterator[Callable[..., Any]]:
    """A client function for one method that runs `behaviour` behind the guard."""

    def unary(request: bytes, _context: object) -> bytes:
        return behaviour(request)

    def stream(request: bytes, _context: object) -> Iterator[bytes]:
        yield behaviour(request)

    handler: Any = (
        grpc.unary_stream_rpc_method_handler(stream) if streaming else grpc.unary_unary_rpc_method_handler(unary)
    )
    server = grpc.server(ThreadPoolExecutor(2), interceptors=[Guard({METHOD: {Role.OFFICER}})])
    server.add_generic_rpc_handlers([grpc.method_handlers_generic_handler("lintas.v1.Test", {"Do": handler})])
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    with grpc.insecure_channel(f"127.0.0.1:{port}") as channel:
        if streaming:
            call = channel.unary_stream(METHOD, _same, _same)
            yield lambda request, metadata: next(iter(call(request, metadata=metadata)))
        else:
            unary_call = channel.unary_unary(METHOD, _same, _same)
            yield lambda request, metadata: unary_call(request, metadata=metadata)
    server.stop(None).wait()


def details_of(error: Any) -> dict[str, Any]:
    status = rpc_status.from_call(error)
    assert status is not None
    found: dict[str, Any] = {}
    for packed in status.details:
        for kind in (ErrorInfo, BadRequest, RetryInfo):
            message = kind()
            if packed.Unpack(message):
                found[kind.__name__] = message
    return found


@pytest.mark.parametrize("streaming", [False, True])
@pytest.mark.parametrize("fault", Fault)
def test_every_fault_has_its_code_and_reason(fault: Fault, streaming: bool) -> None:  # noqa: FBT001 - a table
    def fail(_request: bytes) -> bytes:
        raise LintasError(fault, "SOME_REASON", "a sentence", fields=(FieldFault("a.b", "wrong"),))

    with calling(fail, streaming=streaming) as call, pytest.raises(grpc.RpcError) as caught:
        call(b"x", metadata_of(OFFICER))
    details = details_of(caught.value)
    assert caught.value.code() is CODES[fault]
    assert details["ErrorInfo"].reason == "SOME_REASON"
    assert [v.field for v in details["BadRequest"].field_violations] == ["a.b"]
    assert ("RetryInfo" in details) == (fault in {Fault.EXHAUSTED, Fault.UNAVAILABLE})


def test_a_role_that_may_not_call_is_refused() -> None:
    with calling(lambda request: request) as call:
        assert call(b"x", metadata_of(OFFICER)) == b"x"
        with pytest.raises(grpc.RpcError) as caught:
            call(b"x", metadata_of(Actor("d", "o", Role.TRAINER)))
    assert caught.value.code() is grpc.StatusCode.PERMISSION_DENIED


def test_an_unknown_caller_is_refused() -> None:
    with calling(lambda request: request) as call, pytest.raises(grpc.RpcError) as caught:
        call(b"x", ())
    assert caught.value.code() is grpc.StatusCode.UNAUTHENTICATED


@pytest.mark.parametrize("streaming", [False, True])
def test_an_unexpected_error_is_told_by_incident_and_logged_without_its_text(
    caplog: pytest.LogCaptureFixture,
    streaming: bool,  # noqa: FBT001 - a table
) -> None:
    def crash(request: bytes) -> bytes:
        raise ValueError(f"cannot digest {request!r}")

    with (
        caplog.at_level(logging.DEBUG),
        calling(crash, streaming=streaming) as call,
        pytest.raises(grpc.RpcError) as caught,
    ):
        call(SECRET.encode(), metadata_of(OFFICER))
    assert caught.value.code() is grpc.StatusCode.INTERNAL
    log = caplog.text
    incident = str(caught.value.details()).rsplit(" ", 1)[1]
    assert incident in log
    assert "ValueError at " in log
    assert SECRET not in log
    assert SECRET not in str(caught.value.details())
