"""A stock client that has only reflection, as grpcurl: health, then an image through Examine."""

from __future__ import annotations

import uuid
from typing import Any

import grpc
from google.protobuf.descriptor_pool import DescriptorPool
from google.protobuf.message_factory import GetMessageClass
from grpc_health.v1 import health_pb2, health_pb2_grpc
from grpc_reflection.v1alpha.proto_reflection_descriptor_database import ProtoReflectionDescriptorDatabase

from console.cli.demo import samples
from ledger.rpc.caller import metadata_of
from tests.line.conftest import OFFICER


def test_a_client_that_knows_nothing_examines_an_image(address: str) -> None:
    sample = next(iter(samples()))
    with grpc.insecure_channel(address) as channel:
        database = ProtoReflectionDescriptorDatabase(channel)
        assert "lintas.v1.VerificationService" in database.get_services()
        pool = DescriptorPool(database)
        method = pool.FindServiceByName("lintas.v1.VerificationService").methods_by_name["Examine"]
        request_class, answer_class = (GetMessageClass(each) for each in (method.input_type, method.output_type))
        call: Any = channel.unary_unary(
            "/lintas.v1.VerificationService/Examine",
            request_serializer=lambda message: message.SerializeToString(),
            response_deserializer=answer_class.FromString,
        )
        request = request_class(request_id=str(uuid.uuid4()), image=sample.image)
        answer: Any = call(request, metadata=tuple(metadata_of(OFFICER)))
    assert [len(line) for line in answer.examination.mrz.lines] == [44, 44]
    assert answer.examination.reading.engine


def test_health(address: str) -> None:
    with grpc.insecure_channel(address) as channel:
        stub: Any = health_pb2_grpc.HealthStub(channel)
        for name in ("", "lintas.v1.VerificationService", "lintas.v1.WatchlistService"):
            answer = stub.Check(health_pb2.HealthCheckRequest(service=name))
            assert answer.status == health_pb2.HealthCheckResponse.SERVING
