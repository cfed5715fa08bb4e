"""The first schema."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

JSON = sa.JSON().with_variant(postgresql.JSONB(), "postgresql")
BIG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "account",
        sa.Column("officer", sa.String(length=80), nullable=False),
        sa.Column("office", sa.String(length=40), nullable=True),
        sa.Column("circle", sa.String(length=40), nullable=True),
        sa.Column("duties", JSON, nullable=False),
        sa.Column("password_hash", sa.String(length=200), nullable=False),
        sa.Column("disabled", sa.Integer(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("locked_until", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("officer"),
    )
    op.create_table(
        "address_attempts",
        sa.Column("address", sa.String(length=64), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("first_at", sa.BigInteger(), nullable=False),
        sa.Column("locked_until", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("address"),
    )
    op.create_table(
        "blob",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("media_type", sa.String(length=80), nullable=False),
        sa.Column("path", sa.String(length=200), nullable=False),
        sa.PrimaryKeyConstraint("sha256"),
    )
    op.create_table(
        "change_log",
        sa.Column("office", sa.String(length=40), nullable=False),
        sa.Column("entity", sa.String(length=24), nullable=False),
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("office", "entity", "id"),
    )
    op.create_index("ix_change_log_seq", "change_log", ["office", "seq"], unique=False)
    op.create_table(
        "complaint",
        sa.Column("id", BIG, autoincrement=False, nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("state_version", sa.Integer(), nullable=False),
        sa.Column("office", sa.String(length=40), nullable=False),
        sa.Column("feeder", sa.String(length=80), nullable=True),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("category", sa.String(length=60), nullable=False),
        sa.Column("customer", sa.String(length=120), nullable=False),
        sa.Column("mobile", sa.String(length=16), nullable=False),
        sa.Column("account", sa.String(length=20), nullable=True),
        sa.Column("tariff", sa.String(length=12), nullable=True),
        sa.Column("load_kw", sa.Float(), nullable=True),
        sa.Column("locality", sa.String(length=120), nullable=False),
        sa.Column("address", sa.String(length=240), nullable=False),
        sa.Column("lat", sa.Float(), nullable=True),
        sa.Column("lng", sa.Float(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("source", sa.String(length=12), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("due_at", sa.BigInteger(), nullable=False),
        sa.Column("accepted_at", sa.BigInteger(), nullable=True),
        sa.Column("closed_at", sa.BigInteger(), nullable=True),
        sa.Column("assigned_to", sa.String(length=80), nullable=True),
        sa.Column("cancel_reason", sa.String(length=40), nullable=True),
        sa.Column("reopen_count", sa.Integer(), nullable=False),
        sa.Column("calls", sa.Integer(), nullable=False),
        sa.Column("rating", sa.Integer(), nullable=True),
        sa.Column("rating_text", sa.Text(), nullable=True),
        sa.Column("files", sa.Integer(), nullable=False),
        sa.Column("timeline", JSON, nullable=False),
        sa.Column("attachments", JSON, nullable=False),
        sa.CheckConstraint(
            "(closed_at IS NULL AND state IN ('inbox', 'in_progress'))"
            " OR (closed_at IS NOT NULL AND state IN ('resolved', 'cancelled'))",
            name="ck_complaint_closed_at",
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_complaint_feeder_closed", "complaint", ["feeder", "closed_at", "id"], unique=False)
    op.create_index("ix_complaint_feeder_state", "complaint", ["feeder", "state", "id"], unique=False)
    op.create_index("ix_complaint_office_closed", "complaint", ["office", "closed_at", "id"], unique=False)
    op.create_index("ix_complaint_office_state", "complaint", ["office", "state", "id"], unique=False)
    op.create_table(
        "feeder",
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("office", sa.String(length=40), nullable=False),
        sa.Column("supervisor", sa.String(length=80), nullable=True),
        sa.Column("incharge", sa.String(length=80), nullable=True),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_feeder_incharge"), "feeder", ["incharge"], unique=False)
    op.create_index(op.f("ix_feeder_office"), "feeder", ["office"], unique=False)
    op.create_index(op.f("ix_feeder_supervisor"), "feeder", ["supervisor"], unique=False)
    op.create_table(
        "meta",
        sa.Column("key", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("key"),
    )
    op.create_table(
        "office",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("circle", sa.String(length=40), nullable=False),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_office_circle"), "office", ["circle"], unique=False)
    op.create_table(
        "office_seq",
        sa.Column("office", sa.String(length=40), nullable=False),
        sa.Column("n", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("office"),
    )
    op.create_table(
        "receipt",
        sa.Column("officer", sa.String(length=80), nullable=False),
        sa.Column("command_id", sa.String(length=36), nullable=False),
        sa.Column("aggregate", sa.String(length=80), nullable=False),
        sa.Column("content_sha256", sa.String(length=64), nullable=False),
        sa.Column("outcome", sa.String(length=10), nullable=False),
        sa.Column("result", JSON, nullable=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("officer", "command_id"),
    )
    op.create_table(
        "reference",
        sa.Column("entity", sa.String(length=24), nullable=False),
        sa.Column("id", sa.String(length=80), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("data", JSON, nullable=False),
        sa.PrimaryKeyConstraint("entity", "id"),
    )
    op.create_table(
        "store_key",
        sa.Column("officer", sa.String(length=80), nullable=False),
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("officer", "device"),
    )
    op.create_table(
        "blob_use",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("complaint", BIG, nullable=False),
        sa.ForeignKeyConstraint(
            ["sha256"],
            ["blob.sha256"],
        ),
        sa.PrimaryKeyConstraint("sha256", "complaint"),
    )
    op.create_table(
        "token_family",
        sa.Column("id", sa.String(length=36), nullable=False),
        sa.Column("officer", sa.String(length=80), nullable=False),
        sa.Column("duty", sa.String(length=20), nullable=False),
        sa.Column("device", sa.String(length=64), nullable=False),
        sa.Column("created_at", sa.BigInteger(), nullable=False),
        sa.Column("ended_at", sa.BigInteger(), nullable=True),
        sa.Column("end_reason", sa.String(length=20), nullable=True),
        sa.ForeignKeyConstraint(
            ["officer"],
            ["account.officer"],
        ),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index(op.f("ix_token_family_officer"), "token_family", ["officer"], unique=False)
    op.create_table(
        "token",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("family", sa.String(length=36), nullable=False),
        sa.Column("kind", sa.String(length=8), nullable=False),
        sa.Column("parent", sa.String(length=64), nullable=True),
        sa.Column("expires_at", sa.BigInteger(), nullable=False),
        sa.Column("used_at", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(
            ["family"],
            ["token_family.id"],
        ),
        sa.PrimaryKeyConstraint("sha256"),
    )
    op.create_index(op.f("ix_token_family"), "token", ["family"], unique=False)
    op.create_index(op.f("ix_token_parent"), "token", ["parent"], unique=False)


def downgrade() -> None:
    """Take back."""
    op.drop_index(op.f("ix_token_parent"), table_name="token")
    op.drop_index(op.f("ix_token_family"), table_name="token")
    op.drop_table("token")
    op.drop_index(op.f("ix_token_family_officer"), table_name="token_family")
    op.drop_table("token_family")
    op.drop_table("blob_use")
    op.drop_table("store_key")
    op.drop_table("reference")
    op.drop_table("receipt")
    op.drop_table("office_seq")
    op.drop_index(op.f("ix_office_circle"), table_name="office")
    op.drop_table("office")
    op.drop_table("meta")
    op.drop_index(op.f("ix_feeder_supervisor"), table_name="feeder")
    op.drop_index(op.f("ix_feeder_office"), table_name="feeder")
    op.drop_index(op.f("ix_feeder_incharge"), table_name="feeder")
    op.drop_table("feeder")
    op.drop_index("ix_complaint_office_state", table_name="complaint")
    op.drop_index("ix_complaint_office_closed", table_name="complaint")
    op.drop_index("ix_complaint_feeder_state", table_name="complaint")
    op.drop_index("ix_complaint_feeder_closed", table_name="complaint")
    op.drop_table("complaint")
    op.drop_index("ix_change_log_seq", table_name="change_log")
    op.drop_table("change_log")
    op.drop_table("blob")
    op.drop_table("address_attempts")
    op.drop_table("account")
