"""Crossings by keyed hashes, their contacts, and allowances"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Crossings by keyed hashes, their contacts, and allowances"""
    op.create_table(
        "crossings",
        sa.Column("crossing_id", sa.String(length=36), nullable=False),
        sa.Column("crossing_key", sa.BigInteger(), nullable=False),
        sa.Column("crossed_at_s", sa.BigInteger(), nullable=False),
        sa.Column("key_id", sa.String(length=8), nullable=False),
        sa.Column("port", sa.String(length=64), nullable=True),
        sa.Column("direction", sa.String(length=16), nullable=True),
        sa.Column("person_key", sa.BigInteger(), nullable=True),
        sa.Column("document_key", sa.BigInteger(), nullable=True),
        sa.Column("document_next_key", sa.BigInteger(), nullable=True),
        sa.Column("document_expires_day", sa.Integer(), nullable=True),
        sa.Column("birth_year", sa.Integer(), nullable=True),
        sa.Column("is_minor", sa.Boolean(), nullable=True),
        sa.Column("party_key", sa.BigInteger(), nullable=True),
        sa.Column("booking_key", sa.BigInteger(), nullable=True),
        sa.Column("payer_key", sa.BigInteger(), nullable=True),
        sa.Column("agency_id", sa.String(length=64), nullable=True),
        sa.Column("was_postponed_before", sa.Boolean(), nullable=True),
        sa.Column("decision", sa.String(length=16), nullable=False),
        sa.PrimaryKeyConstraint("crossing_id", name=op.f("pk_crossings")),
    )
    op.create_index("ix_crossings_crossed_at_s", "crossings", ["crossed_at_s"], unique=False)
    op.create_index("ix_crossings_person_key", "crossings", ["person_key", "crossed_at_s"], unique=False)
    op.create_index("ix_crossings_document_key", "crossings", ["document_key", "crossed_at_s"], unique=False)
    op.create_index("ix_crossings_party_key", "crossings", ["party_key"], unique=False)
    op.create_table(
        "crossing_contacts",
        sa.Column("crossing_id", sa.String(length=36), nullable=False),
        sa.Column("contact_key", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("crossing_key", sa.BigInteger(), nullable=False),
        sa.Column("crossed_at_s", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("crossing_id", "contact_key", name=op.f("pk_crossing_contacts")),
    )
    op.create_index(
        "ix_crossing_contacts_contact_key", "crossing_contacts", ["contact_key", "crossed_at_s"], unique=False
    )
    op.create_table(
        "pattern_allowances",
        sa.Column("allowance_id", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("subject_kind", sa.String(length=16), nullable=False),
        sa.Column("subject_text", sa.String(length=64), nullable=True),
        sa.Column("subject_key", sa.BigInteger(), nullable=True),
        sa.Column("ground", sa.Text(), nullable=False),
        sa.Column("valid_from_s", sa.BigInteger(), nullable=False),
        sa.Column("valid_until_s", sa.BigInteger(), nullable=False),
        sa.Column("allowed_by", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("allowance_id", name=op.f("pk_pattern_allowances")),
    )
    op.create_index("ix_pattern_allowances_subject_text", "pattern_allowances", ["subject_text"], unique=False)


def downgrade() -> None:
    """The way back."""
    op.drop_table("pattern_allowances")
    op.drop_table("crossing_contacts")
    op.drop_table("crossings")
