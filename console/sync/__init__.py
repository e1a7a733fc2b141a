"""The centre and its posts, put together."""
