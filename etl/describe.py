"""The codebook for readers: data/README.md, from the package, the schemas and the vocabularies."""

from collections.abc import Mapping

from etl.codebook import Package
from etl.read import Table


def describe(package: Package, tables: Mapping[str, Table]) -> str:
    """The codebook as Markdown."""
    return ""
