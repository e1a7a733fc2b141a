"""Which cases were ever referred, whatever was decided afterwards, also those without any indicator"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Which cases were ever referred, whatever was decided afterwards, also those without any indicator"""
    op.create_table(
        "referred_cases",
        sa.Column("case_id", sa.String(length=36), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.case_id"], name=op.f("fk_referred_cases_case_id")),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_referred_cases")),
    )
    # what cannot be known any more (referred, then cleared, without an indicator) stays uncounted
    op.execute(
        "INSERT INTO referred_cases (case_id) SELECT case_id FROM cases WHERE outcome IN ('refer', 'protect')"
        " UNION SELECT case_id FROM case_cues WHERE is_referred"
    )
    op.drop_column("case_cues", "is_referred")


def downgrade() -> None:
    """The way back."""
    column: sa.Column[bool] = sa.Column("is_referred", sa.Boolean(), nullable=False, server_default=sa.false())
    op.add_column("case_cues", column)
    op.drop_table("referred_cases")
