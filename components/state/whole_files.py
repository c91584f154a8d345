"""Files that are there whole or not at all, for other processes make and read the same names at the same time."""

import tempfile
from pathlib import Path


def write_whole(path: Path, content: bytes) -> Path:
    """Write a file that other users may read too, and return its path; raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as half:
        half.write(content)
    Path(half.name).chmod(0o644)
    return Path(half.name).replace(path)
