"""One archive per release: tables as text and as Parquet, the database, and the papers that go with them.

The same data make the same bytes: names in one order, one day on every file, one way of packing. Only the database
file differs from build to build, and with it the file of its digest.
"""

import hashlib
import json
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import duckdb

from etl.check import Checked
from etl.codebook import Package
from etl.format import canonical
from etl.papers import changes, citation, licence, readme
from etl.relations import parquets
from etl.release import recorded_on, release_id

DATABASE = "guarantees.duckdb"
SUMS, SUM = "SHA256SUMS", f"{DATABASE}.sha256"
UNIX, PLAIN = 3, 0o644 << 16
PACKED = (".parquet",)


def export(checked: Checked, database: Path, out: Path) -> None:
    """Packs a release into `out`: tables found without fault, and the database that was filled from them."""
    day = recorded_on(checked.tables)
    files = dict(_files(checked, database, day))
    files[SUMS] = _sums(files)
    files[DATABASE] = database.read_bytes()
    files[SUM] = _sums({DATABASE: files[DATABASE]})
    with zipfile.ZipFile(out, "w") as archive:
        for name in sorted(files):
            _pack(archive, name, files[name], day)


def _files(checked: Checked, database: Path, day: date) -> Iterator[tuple[str, bytes]]:
    """Name and content of all that the same data make again to the byte."""
    package, tables, release = checked.package, checked.tables, release_id(checked.tables)
    texts = {table.schema.path: canonical(table) for table in tables.values()}
    yield from texts.items()
    yield "datapackage.json", _json(_descriptor(package, texts, release, day))
    yield "CITATION.cff", citation(package, release, day).encode()
    yield "LICENSE", licence(package).encode()
    with duckdb.connect(str(database), read_only=True) as connection:
        yield "README.md", readme(package, tables, release, connection).encode()
        yield "CHANGES.md", changes(connection).encode()
        for name, content in parquets(connection):
            yield f"parquet/{name}.parquet", content


def _descriptor(package: Package, texts: Mapping[str, bytes], release: str, day: date) -> dict[str, Any]:
    """The Data Package of the archive: schemas written out, size and digest of each table."""
    resources = [
        {
            **resource,
            "bytes": len(texts[resource["path"]]),
            "hash": f"sha256:{hashlib.sha256(texts[resource['path']]).hexdigest()}",
            "schema": dict(package.schemas[resource["name"]].descriptor),
        }
        for resource in package.descriptor["resources"]
    ]
    return {**package.descriptor, "release": release, "created": f"{day}T00:00:00Z", "resources": resources}


def _json(told: Mapping[str, Any]) -> bytes:
    return json.dumps(told, ensure_ascii=False, indent=2, default=str).encode() + b"\n"


def _sums(files: Mapping[str, bytes]) -> bytes:
    """Digests in the form that sha256sum checks."""
    return "".join(f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files)).encode()


def _pack(archive: zipfile.ZipFile, name: str, content: bytes, day: date) -> None:
    """Adds a file without a trace of who packed it, or when: its day is the release's."""
    entry = zipfile.ZipInfo(name, (max(day.year, 1980), day.month, day.day, 0, 0, 0))
    entry.create_system, entry.external_attr = UNIX, PLAIN
    entry.compress_type = zipfile.ZIP_STORED if name.endswith(PACKED) else zipfile.ZIP_DEFLATED
    archive.writestr(entry, content, compresslevel=6)
