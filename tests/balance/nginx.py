"""The nginx that the tests run: an installed one, else one that this installs, else a clear word; and how it is run."""

import shutil
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from tests.e2e.visits import ROOT, free_port
from tests.installing import by_apt

SITE = ROOT / "docs" / "nginx.conf"
PLACES = ("/usr/sbin/nginx", "/usr/local/sbin/nginx", "/opt/homebrew/bin/nginx")
HOW = """No nginx was found, and none could be installed. One of these helps:
  Debian, Ubuntu:  sudo apt-get install nginx-light
  macOS:           brew install nginx"""
FRAME = """daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log warn;
worker_processes 1;
events {{ worker_connections 512; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""


def find() -> str | None:
    """The program: on the path, or where root's programs lie."""
    return shutil.which("nginx") or next((place for place in PLACES if Path(place).is_file()), None)


def install() -> None:
    """Install one by apt, as root on Debian. Failing is told by `find` afterwards."""
    by_apt("nginx-light")


def site(listen: int, ports: Sequence[int]) -> str:
    """The site of docs/, on ports that are free here."""
    text = SITE.read_text(encoding="utf-8")
    for usual, port in zip((8501, 8502), ports, strict=True):
        assert f"127.0.0.1:{usual} " in text
        text = text.replace(f"127.0.0.1:{usual} ", f"127.0.0.1:{port} ")
    assert "listen 80;" in text
    return text.replace("listen 80;", f"listen 127.0.0.1:{listen};")


@contextmanager
def balanced(folder: Path, ports: Sequence[int]) -> Iterator[str]:
    """The address of a real nginx before the processes on these ports; its files lie in the folder."""
    program, listen = find(), free_port()
    assert program, HOW
    (folder / "site.conf").write_text(site(listen, ports), encoding="utf-8")
    (folder / "nginx.conf").write_text(FRAME.format(folder=folder), encoding="utf-8")
    command = [program, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", str(folder / "error.log")]
    process = subprocess.Popen(command)
    try:
        wait_for(process, listen)
        yield f"http://127.0.0.1:{listen}"
    finally:
        process.terminate()
        process.wait(timeout=20)


def wait_for(process: subprocess.Popen, port: int) -> None:
    """Returns when somebody listens on the port; fails when nginx ended, or after ten seconds."""
    for _ in range(100):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=0.1)
            raise AssertionError("nginx ended: see its error.log")
    raise AssertionError("nginx doesn't listen")


if __name__ == "__main__":
    if not find():
        install()
    found = find()
    if not found:
        sys.exit(HOW)
    sys.stdout.write(f"Tests of the balancer use {found}\n")
