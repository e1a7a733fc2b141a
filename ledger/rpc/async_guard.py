"""The guard of the asyncio server: the same table, the same statuses, the same log line as `Guard`."""

from __future__ import annotations

import logging
import time
import uuid
from collections.abc import AsyncIterator, Awaitable, Callable, Collection, Mapping
from typing import Any

import grpc

from ledger.actor import Role
from ledger.errors import LintasError
from ledger.rpc.caller import actor_from
from ledger.rpc.guard import check_role, place_of
from ledger.rpc.status import status_of

_LOG = logging.getLogger("lintas.rpc")
_OWN_PACKAGE = "/lintas."


class AsyncGuard(grpc.aio.ServerInterceptor):
    """Authorises by one table, and turns LintasError into a status. For unary requests: posts send nothing else."""

    def __init__(self, permissions: Mapping[str, Collection[Role]]) -> None:
        """As for `Guard`."""
        self._permissions = permissions

    async def intercept_service(self, continuation: Callable[[Any], Awaitable[Any]], handler_call_details: Any) -> Any:
        """Put every handler of ours behind the guard."""
        handler = await continuation(handler_call_details)
        method = handler_call_details.method
        if handler is None or not method.startswith(_OWN_PACKAGE):
            return handler
        if handler.unary_stream is not None:
            return grpc.unary_stream_rpc_method_handler(
                self._streaming(handler.unary_stream, method), handler.request_deserializer, handler.response_serializer
            )
        return grpc.unary_unary_rpc_method_handler(
            self._unary(handler.unary_unary, method), handler.request_deserializer, handler.response_serializer
        )

    def _unary(self, inner: Callable[[Any, Any], Awaitable[Any]], method: str) -> Callable[[Any, Any], Awaitable[Any]]:
        async def behaviour(request: Any, context: grpc.aio.ServicerContext[Any, Any]) -> Any:
            started = time.perf_counter()
            try:
                self._authorise(method, context)
                answer = await inner(request, context)
            except Exception as error:
                await _abort(context, method, started, error)
                raise
            _log(method, "OK", started)
            return answer

        return behaviour

    def _streaming(
        self, inner: Callable[[Any, Any], AsyncIterator[Any]], method: str
    ) -> Callable[[Any, Any], AsyncIterator[Any]]:
        async def behaviour(request: Any, context: grpc.aio.ServicerContext[Any, Any]) -> AsyncIterator[Any]:
            started = time.perf_counter()
            try:
                self._authorise(method, context)
                async for answer in inner(request, context):
                    yield answer
            except Exception as error:
                await _abort(context, method, started, error)
                raise
            _log(method, "OK", started)

        return behaviour

    def _authorise(self, method: str, context: grpc.aio.ServicerContext[Any, Any]) -> None:
        check_role(self._permissions, method, actor_from(context.invocation_metadata() or ()))


async def _abort(context: grpc.aio.ServicerContext[Any, Any], method: str, started: float, error: Exception) -> None:
    """End the call with the status of the error; an unexpected one is told by its type and place only."""
    if isinstance(error, LintasError):
        _log(method, error.reason, started)
        status = status_of(error)
        await context.abort(status.code, status.details or "", tuple(status.trailing_metadata or ()))
    if not isinstance(error, grpc.aio.AbortError):
        incident = uuid.uuid4().hex[:12]
        _log(method, f"INTERNAL {incident} {place_of(error)}", started)
        await context.abort(grpc.StatusCode.INTERNAL, f"internal error; the log has it as incident {incident}")


def _log(method: str, outcome: str, started: float) -> None:
    _LOG.info("%s %s %.1f ms", method, outcome, (time.perf_counter() - started) * 1000)
