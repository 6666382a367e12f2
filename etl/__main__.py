"""The command line. Each command ends with 0 clean, 1 problems in the data, 2 trouble outside it."""

import os
import sys
from collections.abc import Sequence

import duckdb

from etl import author, verbs
from etl.options import parser
from etl.problem import StoppedError
from etl.say import TROUBLE, side

RUNS = {
    "check": verbs.run_check,
    "build": verbs.run_build,
    "export": verbs.run_export,
    "format": verbs.run_format,
    "codebook": verbs.run_codebook,
    "new": author.run_new,
    "correct": author.run_correct,
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Runs one command and returns its exit code; argparse itself ends with 2 on wrong usage."""
    options = parser(RUNS).parse_args(arguments)
    try:
        code: int = options.run(options)
        sys.stdout.flush()
        return code
    except StoppedError as trouble:
        side(f"etl: {trouble}")
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    except OSError as fault:
        side(f"etl: {fault.filename or 'the work'}: {fault.strerror or fault}")
    except MemoryError:
        side("etl: not enough memory; look for a file that is far too large")
    except duckdb.Error as fault:
        side(f"etl: the database engine stopped: {str(fault).splitlines()[0]}")
    except KeyboardInterrupt:
        side("etl: stopped; nothing was changed")
    return TROUBLE


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    sys.exit(main())
