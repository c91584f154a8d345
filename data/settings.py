"""Read the project's own TOML files: what is measured, the policy, the datasets' descriptions."""

import tomllib
from pathlib import Path
from typing import Any

from errors import DataError


def read_settings(path: Path) -> dict[str, Any]:
    """Return a TOML file's contents.

    Raises DataError file_missing (file) or file_damaged (file, reason).
    """
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise DataError("file_missing", file=path.name) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataError("file_damaged", file=path.name, reason=str(error)) from error
