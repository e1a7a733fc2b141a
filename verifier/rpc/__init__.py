"""Verification over gRPC."""
