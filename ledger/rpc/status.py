"""From a fault to a gRPC status with `google.rpc` details: one table for all services."""

from __future__ import annotations

from typing import Final

import grpc
from google.protobuf.any_pb2 import Any as AnyMessage
from google.protobuf.duration_pb2 import Duration
from google.rpc.error_details_pb2 import BadRequest, ErrorInfo, RetryInfo
from google.rpc.status_pb2 import Status
from grpc_status import rpc_status

from ledger.errors import Fault, LintasError

DOMAIN: Final = "lintas"

CODES: Final = {
    Fault.INVALID: grpc.StatusCode.INVALID_ARGUMENT,
    Fault.NOT_FOUND: grpc.StatusCode.NOT_FOUND,
    Fault.CONFLICT: grpc.StatusCode.ALREADY_EXISTS,
    Fault.STALE: grpc.StatusCode.ABORTED,
    Fault.UNAUTHENTICATED: grpc.StatusCode.UNAUTHENTICATED,
    Fault.FORBIDDEN: grpc.StatusCode.PERMISSION_DENIED,
    Fault.PRECONDITION: grpc.StatusCode.FAILED_PRECONDITION,
    Fault.EXHAUSTED: grpc.StatusCode.RESOURCE_EXHAUSTED,
    Fault.OVERDUE: grpc.StatusCode.DEADLINE_EXCEEDED,
    Fault.UNAVAILABLE: grpc.StatusCode.UNAVAILABLE,
}

# faults that pass by themselves, and how long a client does well to wait
_RETRY_AFTER_S: Final = {Fault.EXHAUSTED: 1, Fault.UNAVAILABLE: 2}


def status_of(error: LintasError) -> grpc.Status:
    """The status to abort with: code, message, ErrorInfo, and BadRequest or RetryInfo where they apply."""
    details = [_packed(ErrorInfo(reason=error.reason, domain=DOMAIN))]
    if error.fields:
        violations = [BadRequest.FieldViolation(field=f.field, description=f.description) for f in error.fields]
        details.append(_packed(BadRequest(field_violations=violations)))
    if error.fault in _RETRY_AFTER_S:
        delay = Duration(seconds=_RETRY_AFTER_S[error.fault])
        details.append(_packed(RetryInfo(retry_delay=delay)))
    code: int = CODES[error.fault].value[0]
    return rpc_status.to_status(Status(code=code, message=error.message, details=details))


def _packed(message: ErrorInfo | BadRequest | RetryInfo) -> AnyMessage:
    packed = AnyMessage()
    packed.Pack(message)
    return packed
