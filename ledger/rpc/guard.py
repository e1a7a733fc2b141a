"""The interceptor before every handler: who may call what, faults to statuses, one log line a call."""

from __future__ import annotations

import logging
import time
import uuid
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

import grpc

from ledger.actor import Actor, Role
from ledger.errors import Fault, LintasError
from ledger.rpc.caller import actor_from
from ledger.rpc.status import status_of

_LOG = logging.getLogger("lintas.rpc")
_OWN_PACKAGE = "/lintas."  # health and reflection are open to anyone who can connect


class Guard(grpc.ServerInterceptor):
    """Authorises by one table, turns LintasError into a status, and never lets personal data into the log.

    The log has method, outcome, milliseconds and device: nothing of the request, and of an unexpected error only its
    type and place, since its text may quote what it choked on.
    """

    def __init__(self, permissions: Mapping[str, Collection[Role]]) -> None:
        """`permissions`: full method name (`/lintas.v1.VerificationService/Examine`) → roles that may call it."""
        self._permissions = permissions

    def intercept_service(self, continuation: Callable[[Any], Any], details: Any) -> Any:
        handler = continuation(details)
        if handler is None or not details.method.startswith(_OWN_PACKAGE):
            return handler
        return self._guarded(handler, details.method)

    def _guarded(self, handler: Any, method: str) -> Any:
        """The same handler behind `_call`; the four shapes of gRPC methods differ only in how they are made."""
        if handler.response_streaming:
            make = (
                grpc.stream_stream_rpc_method_handler
                if handler.request_streaming
                else grpc.unary_stream_rpc_method_handler
            )
            inner = handler.stream_stream or handler.unary_stream
            behaviour = self._streaming(inner, method)
        else:
            make = (
                grpc.stream_unary_rpc_method_handler
                if handler.request_streaming
                else grpc.unary_unary_rpc_method_handler
            )
            inner = handler.stream_unary or handler.unary_unary
            behaviour = self._unary(inner, method)
        return make(behaviour, handler.request_deserializer, handler.response_serializer)

    def _unary(self, inner: Callable[[Any, Any], Any], method: str) -> Callable[[Any, Any], Any]:
        def behaviour(request: Any, context: grpc.ServicerContext) -> Any:
            with _Call(method, context):
                self._authorise(method, context)
                return inner(request, context)

        return behaviour

    def _streaming(
        self, inner: Callable[[Any, Any], Iterator[Any]], method: str
    ) -> Callable[[Any, Any], Iterator[Any]]:
        def behaviour(request: Any, context: grpc.ServicerContext) -> Iterator[Any]:
            with _Call(method, context):
                self._authorise(method, context)
                yield from inner(request, context)

        return behaviour

    def _authorise(self, method: str, context: grpc.ServicerContext) -> None:
        check_role(self._permissions, method, actor_from(context.invocation_metadata()))


def check_role(permissions: Mapping[str, Collection[Role]], method: str, actor: Actor) -> None:
    """Raises LintasError ROLE_NOT_ALLOWED where the table does not let this role call the method."""
    if actor.role not in permissions.get(method, ()):
        name = method.rpartition("/")[2]
        raise LintasError(Fault.FORBIDDEN, "ROLE_NOT_ALLOWED", f"role {actor.role.value} may not call {name}")


class _Call:
    """Times one call, and ends it with the right status."""

    def __init__(self, method: str, context: grpc.ServicerContext) -> None:
        self._method = method
        self._context = context
        self._started = time.perf_counter()

    def __enter__(self) -> None:
        return None

    def __exit__(self, _kind: object, error: BaseException | None, _traceback: object) -> None:
        if error is None or isinstance(error, GeneratorExit):
            self._log("OK")
        elif isinstance(error, LintasError):
            self._log(error.reason)
            self._context.abort_with_status(status_of(error))
        elif isinstance(error, Exception) and not _is_abort(error):
            incident = uuid.uuid4().hex[:12]
            self._log(f"INTERNAL {incident} {place_of(error)}")
            self._context.abort(grpc.StatusCode.INTERNAL, f"internal error; the log has it as incident {incident}")

    def _log(self, outcome: str) -> None:
        elapsed_ms = (time.perf_counter() - self._started) * 1000
        _LOG.info("%s %s %.1f ms", self._method, outcome, elapsed_ms)


def _is_abort(error: Exception) -> bool:
    return type(error) is Exception and not error.args  # what grpcio raises out of context.abort


def place_of(error: Exception) -> str:
    """Type of the error and where it came from; never its text, which may quote what it choked on."""
    frame = error.__traceback__
    while frame is not None and frame.tb_next is not None:
        frame = frame.tb_next
    where = f"{frame.tb_frame.f_code.co_filename}:{frame.tb_lineno}" if frame else "unknown place"
    return f"{type(error).__name__} at {where}"
