"""Faces of nobody: a small renderer of heads that makes the portraits of specimen documents, once, at building time."""
