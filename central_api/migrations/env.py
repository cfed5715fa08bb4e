"""Alembic's entry: runs on the connection that central_api.migrate hands over."""

from alembic import context

from central_api.models import Base

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=Base.metadata)
with context.begin_transaction():
    context.run_migrations()
