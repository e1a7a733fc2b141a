"""The watchlist over gRPC."""
