"""Quotes of many articles with Spark: one row a quote, with its speaker.

python annotate.py articles.jsonl quotes.parquet

The articles are JSON lines with "id", "text" and "date". Every worker needs `pip install "newsmark[arrow]"`.
"""

import sys
from collections.abc import Iterator

import newsmark
import pyarrow as pa
from pyspark.sql import SparkSession
from pyspark.sql.pandas.types import from_arrow_schema

# The columns of a table are always the same, so that an empty one has the schema.
SCHEMA = newsmark.to_frames([], docs=[], to="arrow").quotes.schema
SCHEMA = SCHEMA.set(SCHEMA.get_field_index("doc"), pa.field("doc", pa.string()))


def quotes(batches: Iterator[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The quotes of each batch of articles. Spark gives every core a task, so a task needs one thread."""
    for batch in batches:
        articles = batch.to_pydict()
        found = newsmark.annotate_many(articles["text"], articles["date"], threads=1)
        yield from newsmark.to_frames(found, docs=articles["id"], to="arrow").quotes.cast(SCHEMA).to_batches()


def main(source: str, target: str) -> None:
    spark = SparkSession.builder.appName("newsmark").getOrCreate()
    articles = spark.read.schema("id string, text string, date string").json(source)
    found = articles.mapInArrow(quotes, from_arrow_schema(SCHEMA))
    found.write.mode("overwrite").parquet(target)
    spark.read.parquet(target).select("doc", "speaker", "text").show(truncate=40)


if __name__ == "__main__":
    main(*sys.argv[1:])
