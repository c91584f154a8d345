"""Publish on a disk of 1 MB until it is full, then read only: run by test_store_failures.py inside its own mount."""

import os
import subprocess
import sys
from pathlib import Path

from data.store.versions import newest, open_version, publish
from errors import DataError
from tests.unit.store.people import PUBLISHER, ROLES, UPLOAD, figures


def main(folder: str) -> None:
    """Print the code of each refusal and the value served after it."""
    os.environ["CAKUPAN_STORE"] = folder
    Path(folder, "roles.toml").write_text(ROLES)
    publish(PUBLISHER, "bengkulu", figures(kaur=75.0), UPLOAD, base=0)
    filler = Path(folder, "filler")
    try:
        with filler.open("wb", buffering=0) as file:
            while file.write(b"x" * 4096) == 4096:
                pass
    except OSError:
        pass
    print(_refused(), _served())
    filler.unlink()
    subprocess.run(["mount", "-o", "remount,ro", folder], check=True)  # noqa: S603, S607
    print(_refused(), _served(), _refused("another"))


def _refused(dataset: str = "bengkulu") -> str:
    try:
        publish(PUBLISHER, dataset, figures(kaur=1.0), UPLOAD, base=newest(dataset))
    except DataError as error:
        return error.code
    return "published"


def _served() -> float:
    return float(open_version("bengkulu", newest("bengkulu"))["value"].item())


if __name__ == "__main__":
    main(sys.argv[1])
