"""Judgements that can be learned from: what a trainee decided, on which evidence, against a case's answer key."""
