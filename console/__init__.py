"""What people touch: the lintas command, and the one place where everything is put together."""
