#!/usr/bin/env python3
"""Writes the rows of orders into an SQLite database, as fast as single transactions go, and prints how many per second.

Usage: sqlite_rows.py DATABASE SECONDS PER_TRANSACTION

The only order in the database is the model: each of its rows is written again and again with other ids. Durability is
that of the order service: WAL, and a flush to disk per transaction (synchronous=FULL).
"""

import sqlite3
import sys
import time
import uuid

TABLES = ["idempotency", "orders", "order_history", "audit", "outbox"]


def statement(database, table, fresh):
    """The insert for a row like the one in the table, and its values: constants, or functions of a number."""
    columns = [row[1] for row in database.execute(f"PRAGMA table_info({table})") if not (row[5] and table == "outbox")]
    model = database.execute(f"SELECT {', '.join(columns)} FROM {table}").fetchone()
    insert = f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"

    def value(constant):
        if isinstance(constant, bytes):
            return next((make for known, _, make in fresh if known == constant), constant)
        if not isinstance(constant, str) or not any(text in constant for _, text, _ in fresh):
            return constant
        # Text with ids in it: only the parts between them are constant.
        def replaced(number):
            text = constant
            for _, known, make in fresh:
                made = make(number)
                text = text.replace(known, str(uuid.UUID(bytes=made)) if isinstance(made, bytes) else made)
            return text
        return replaced

    return insert, [value(constant) for constant in model]


def main():
    database = sqlite3.connect(sys.argv[1], isolation_level=None)
    seconds, per_transaction = float(sys.argv[2]), int(sys.argv[3])
    database.execute("PRAGMA journal_mode=WAL")
    database.execute("PRAGMA synchronous=FULL")
    database.execute("PRAGMA wal_autocheckpoint=8000")
    one = lambda sql: database.execute(sql).fetchone()[0]
    # Ids that sort by time, as ours do.
    as_id = lambda kind: lambda number: uuid.UUID(int=(0x0199_0000 + kind << 96) + number).bytes
    text_of = lambda raw: str(uuid.UUID(bytes=raw)) if isinstance(raw, bytes) else raw
    fresh = []
    for kind, sql in enumerate(["SELECT id FROM orders", "SELECT event_id FROM outbox", "SELECT id FROM audit"]):
        raw = one(sql)
        fresh.append((raw, text_of(raw), as_id(kind)))
    for prefix, sql in [("ORD-2026-", "SELECT number FROM orders"), ("baseline-", "SELECT key FROM idempotency")]:
        fresh.append((one(sql), one(sql), lambda number, prefix=prefix: f"{prefix}{number:012}"))
    statements = [statement(database, table, fresh) for table in TABLES]

    number = int(time.time() * 1000) * 1000
    written, begun = 0, time.monotonic()
    while time.monotonic() - begun < seconds:
        database.execute("BEGIN IMMEDIATE")
        for _ in range(per_transaction):
            number += 1
            for insert, values in statements:
                database.execute(insert, [value(number) if callable(value) else value for value in values])
        database.execute("COMMIT")
        written += per_transaction
    print(written / (time.monotonic() - begun))


main()
