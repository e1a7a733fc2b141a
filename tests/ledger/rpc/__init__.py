"""Tests of what all gRPC services share."""
