"""All articles as Parquet, by pyarrow, which is not installed with newsarchive: it is large."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from newsarchive.errors import ExportError
from newsarchive.exporting import Record
from newsarchive.exporting.columns import COLUMNS, row
from newsarchive.running.workers import shards

if TYPE_CHECKING:
    import pyarrow as pa

ROWS = 2_000
"""Articles in a row group: what is held in memory at a time."""


def save(records: Iterable[Record], path: Path) -> None:
    """Write the table.

    Raises:
        ExportError: pyarrow is not installed.
    """
    try:
        import pyarrow as pa  # noqa: PLC0415  an extra
        from pyarrow import parquet  # noqa: PLC0415
    except ImportError as error:
        what, remedy = "Parquet needs pyarrow", "Run `pip install 'newsarchive[parquet]'`"
        raise ExportError(what, remedy=remedy) from error
    schema = _schema()
    with parquet.ParquetWriter(path, schema) as writer:
        for rows in shards(map(row, records), ROWS):
            columns = [list(column) for column in zip(*rows, strict=True)]
            writer.write_table(pa.table(dict(zip(schema.names, columns, strict=True)), schema))


def _schema() -> pa.Schema:
    import pyarrow as pa  # noqa: PLC0415

    types = {"string": pa.string(), "integer": pa.int64()}
    return pa.schema(
        [
            pa.field(column.name, types[column.type], metadata={"description": column.words})
            for column in COLUMNS
        ]
    )
