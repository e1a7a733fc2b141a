"""A client of the services: one channel, the caller's metadata on every call, faults told in plain words."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any, BinaryIO, Final, TypeVar

import grpc
from google.rpc.error_details_pb2 import BadRequest, ErrorInfo
from grpc_status import rpc_status

from console.protection_calls import ProtectionCalls
from ledger.actor import Actor
from ledger.rpc.caller import metadata_of
from lintas.v1 import (
    audit_pb2,
    audit_pb2_grpc,
    exclusions_pb2,
    exclusions_pb2_grpc,
    insight_pb2,
    insight_pb2_grpc,
    supervision_pb2,
    supervision_pb2_grpc,
    verification_pb2,
    verification_pb2_grpc,
    watchlist_pb2,
    watchlist_pb2_grpc,
)

R = TypeVar("R")
_CHUNK_BYTES: Final = 512 * 1024
_LARGEST_MESSAGE_BYTES: Final = 16 * 1024 * 1024


class ServiceError(Exception):
    """What the service refused, and why: `reason` is stable, `fields` name what is wrong with the request."""

    def __init__(self, code: str, reason: str, message: str, fields: tuple[tuple[str, str], ...] = ()) -> None:
        super().__init__(message)
        self.code = code
        self.reason = reason
        self.message = message
        self.fields = fields


def new_request_id() -> str:
    """A fresh id; send it again only with the same request."""
    return str(uuid.uuid4())


class Client(ProtectionCalls):
    """Calls the services as one actor. All methods raise ServiceError."""

    def __init__(self, channel: grpc.Channel, actor: Actor, *, timeout_s: float = 60.0) -> None:
        self._verification = verification_pb2_grpc.VerificationServiceStub(channel)
        self._watchlist = watchlist_pb2_grpc.WatchlistServiceStub(channel)
        self._exclusions = exclusions_pb2_grpc.ExclusionServiceStub(channel)
        self._audit = audit_pb2_grpc.AuditServiceStub(channel)
        self._insight = insight_pb2_grpc.InsightServiceStub(channel)
        self._supervision = supervision_pb2_grpc.SupervisionServiceStub(channel)
        self._connect_protection(channel)
        self._metadata = tuple(metadata_of(actor))
        self._timeout_s = timeout_s

    def _call(self, method: Callable[..., R], request: Any, timeout_s: float | None = None) -> R:
        try:
            return method(request, metadata=self._metadata, timeout=timeout_s or self._timeout_s)
        except grpc.RpcError as error:
            raise service_error(error) from None

    def examine(self, request: verification_pb2.ExamineRequest) -> verification_pb2.Case:
        """Examine one document."""
        return self._call(self._verification.Examine, request)

    def record_decision(self, request: verification_pb2.RecordDecisionRequest) -> verification_pb2.Case:
        """Record a decision or confirm one."""
        return self._call(self._verification.RecordDecision, request)

    def get_case(self, name: str) -> verification_pb2.Case:
        """One case."""
        return self._call(self._verification.GetCase, verification_pb2.GetCaseRequest(name=name))

    def list_cases(self, request: verification_pb2.ListCasesRequest) -> verification_pb2.ListCasesResponse:
        """One page of cases."""
        return self._call(self._verification.ListCases, request)

    def search(self, request: watchlist_pb2.SearchRequest) -> watchlist_pb2.SearchResponse:
        """Who may this be?"""
        return self._call(self._watchlist.Search, request)

    def list_entries(self, request: watchlist_pb2.ListEntriesRequest) -> watchlist_pb2.ListEntriesResponse:
        """One page of entries."""
        return self._call(self._watchlist.ListEntries, request)

    def list_lists(self) -> watchlist_pb2.ListListsResponse:
        """What is known of every imported list, and imports that have begun."""
        return self._call(self._watchlist.ListLists, watchlist_pb2.ListListsRequest())

    def get_entry(self, name: str) -> watchlist_pb2.Entry:
        """One entry."""
        return self._call(self._watchlist.GetEntry, watchlist_pb2.GetEntryRequest(name=name))

    def screen_batch(
        self, requests: Iterable[watchlist_pb2.ScreenBatchRequest], *, timeout_s: float = 24 * 3600.0
    ) -> Iterator[watchlist_pb2.ScreenBatchResponse]:
        """An answer for each traveller, in order."""
        try:
            yield from self._watchlist.ScreenBatch(iter(requests), metadata=self._metadata, timeout=timeout_s)
        except grpc.RpcError as error:
            raise service_error(error) from None

    def record_exclusion(self, request: exclusions_pb2.RecordExclusionRequest) -> exclusions_pb2.Exclusion:
        """Not the same person."""
        return self._call(self._exclusions.RecordExclusion, request)

    def confirm_exclusion(self, request: exclusions_pb2.ConfirmExclusionRequest) -> exclusions_pb2.Exclusion:
        """Agree, as the second person."""
        return self._call(self._exclusions.ConfirmExclusion, request)

    def withdraw_exclusion(self, request: exclusions_pb2.WithdrawExclusionRequest) -> exclusions_pb2.Exclusion:
        """Take it back."""
        return self._call(self._exclusions.WithdrawExclusion, request)

    def get_exclusion(self, name: str) -> exclusions_pb2.Exclusion:
        """One exclusion."""
        return self._call(self._exclusions.GetExclusion, exclusions_pb2.GetExclusionRequest(name=name))

    def list_exclusions(self, request: exclusions_pb2.ListExclusionsRequest) -> exclusions_pb2.ListExclusionsResponse:
        """One page of exclusions."""
        return self._call(self._exclusions.ListExclusions, request)

    def query_events(self, request: audit_pb2.QueryEventsRequest) -> audit_pb2.QueryEventsResponse:
        """What was done, the newest last."""
        return self._call(self._audit.QueryEvents, request)

    def verify_record(self, request: audit_pb2.VerifyRecordRequest) -> audit_pb2.VerifyRecordResponse:
        """Is the record whole?"""
        return self._call(self._audit.VerifyRecord, request, 3600.0)

    def get_insight(self, request: insight_pb2.GetInsightRequest) -> insight_pb2.Insight:
        """How the post did over a period."""
        return self._call(self._insight.GetInsight, request, 600.0)

    def list_leads(self, request: insight_pb2.ListLeadsRequest) -> insight_pb2.ListLeadsResponse:
        """One page of leads."""
        return self._call(self._insight.ListLeads, request)

    def get_lead(self, name: str) -> insight_pb2.Lead:
        """One lead."""
        return self._call(self._insight.GetLead, insight_pb2.GetLeadRequest(name=name))

    def decide_lead(self, request: insight_pb2.DecideLeadRequest) -> insight_pb2.Lead:
        """Record what was made of a lead."""
        return self._call(self._insight.DecideLead, request)

    def record_training_result(self, result: insight_pb2.TrainingResult) -> insight_pb2.TrainingResult:
        """Hand over the figures of a class."""
        request = insight_pb2.RecordTrainingResultRequest(request_id=new_request_id(), result=result)
        return self._call(self._insight.RecordTrainingResult, request)

    def propose_change(self, request: supervision_pb2.ProposeChangeRequest) -> supervision_pb2.Proposal:
        """Put a change before a second person."""
        return self._call(self._supervision.ProposeChange, request)

    def extend_entry(self, request: supervision_pb2.ExtendEntryRequest) -> supervision_pb2.Proposal:
        """Propose that an entry holds longer."""
        return self._call(self._supervision.ExtendEntry, request)

    def revoke_entry(self, request: supervision_pb2.RevokeEntryRequest) -> supervision_pb2.Proposal:
        """Propose that an entry ends."""
        return self._call(self._supervision.RevokeEntry, request)

    def review_change(self, request: supervision_pb2.ReviewChangeRequest) -> supervision_pb2.Proposal:
        """Approve, reject or withdraw."""
        return self._call(self._supervision.ReviewChange, request)

    def get_proposal(self, name: str) -> supervision_pb2.Proposal:
        """One proposal."""
        return self._call(self._supervision.GetProposal, supervision_pb2.GetProposalRequest(name=name))

    def list_pending(self, request: supervision_pb2.ListPendingRequest) -> supervision_pb2.ListPendingResponse:
        """One page of proposals."""
        return self._call(self._supervision.ListPending, request)

    def register_objection(self, request: supervision_pb2.RegisterObjectionRequest) -> watchlist_pb2.Entry:
        """A listed person objects."""
        return self._call(self._supervision.RegisterObjection, request)

    def entry_history(self, request: supervision_pb2.GetEntryHistoryRequest) -> supervision_pb2.EntryHistory:
        """All versions of an entry."""
        return self._call(self._supervision.GetEntryHistory, request)

    def list_rules(self) -> supervision_pb2.ListRulesResponse:
        """The law as data, and the words for it."""
        return self._call(self._supervision.ListRules, supervision_pb2.ListRulesRequest())

    def import_entries(
        self, header: watchlist_pb2.ImportHeader, files: Iterable[Iterable[bytes]], *, timeout_s: float = 3600.0
    ) -> watchlist_pb2.ImportEntriesResponse:
        """Send the files of one list, each as pieces of any size."""

        def requests() -> Iterator[watchlist_pb2.ImportEntriesRequest]:
            yield watchlist_pb2.ImportEntriesRequest(header=header)
            for number, pieces in enumerate(files):
                if number:
                    yield watchlist_pb2.ImportEntriesRequest(next_file=watchlist_pb2.ImportFile())
                for piece in pieces:
                    for start in range(0, len(piece), _CHUNK_BYTES):
                        yield watchlist_pb2.ImportEntriesRequest(chunk=piece[start : start + _CHUNK_BYTES])

        return self._call(self._watchlist.ImportEntries, requests(), timeout_s)

    def export_entries(
        self, request: watchlist_pb2.ExportEntriesRequest, out: BinaryIO, *, timeout_s: float = 3600.0
    ) -> watchlist_pb2.ExportSummary:
        """Write one list into `out`; gives what the service says of it. Raises ServiceError where it is not whole."""
        hasher = hashlib.sha256()
        try:
            for part in self._watchlist.ExportEntries(request, metadata=self._metadata, timeout=timeout_s):
                if part.WhichOneof("part") == "summary":
                    if part.summary.sha256 == hasher.hexdigest():
                        return part.summary
                    break
                hasher.update(part.chunk)
                out.write(part.chunk)
        except grpc.RpcError as error:
            raise service_error(error) from None
        raise ServiceError("DATA_LOSS", "EXPORT_TRUNCATED", "the export did not arrive whole; try again")


@contextmanager
def connected(address: str, actor: Actor) -> Iterator[Client]:
    """A client of the service at `address`. Waits up to five seconds for it to answer; raises ServiceError."""
    options = [("grpc.max_receive_message_length", _LARGEST_MESSAGE_BYTES)]
    with grpc.insecure_channel(address, options=options) as channel:
        try:
            grpc.channel_ready_future(channel).result(timeout=5)
        except grpc.FutureTimeoutError:
            raise ServiceError(
                "UNAVAILABLE", "NO_SERVICE", f"no service answers at {address}; is `lintas serve` up?"
            ) from None
        yield Client(channel, actor)


def service_error(error: Any) -> ServiceError:
    """What a failed call says."""
    reason, fields = "", []
    status = rpc_status.from_call(error)
    for packed in status.details if status is not None else ():
        info, bad = ErrorInfo(), BadRequest()
        if packed.Unpack(info):
            reason = info.reason
        elif packed.Unpack(bad):
            fields = [(violation.field, violation.description) for violation in bad.field_violations]
    return ServiceError(error.code().name, reason, error.details() or error.code().name, tuple(fields))
