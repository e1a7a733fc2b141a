"""What all gRPC services share: who calls, what they may do, and how a fault is told."""
