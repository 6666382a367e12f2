"""What the tests install where it is missing."""

import os
import shutil
import subprocess


def by_apt(package: str) -> None:
    """Install a package by apt, as root on Debian; elsewhere nothing. Who asked looks whether it is there."""
    apt = shutil.which("apt-get")
    if apt and hasattr(os, "geteuid") and os.geteuid() == 0:
        calm = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
        patient = [apt, "-o", "DPkg::Lock::Timeout=300", "-qq"]
        subprocess.run([*patient, "update"], env=calm, check=False)
        subprocess.run([*patient, "install", "-y", package], env=calm, check=False, stdout=subprocess.DEVNULL)
