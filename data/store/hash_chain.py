"""The chain of the journal's lines: each holds the hash of the one before, so that none can go unnoticed."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

START = "0" * 64


@dataclass(frozen=True)
class Fault:
    """A line of the journal that is not as it was written. number: counted from 1; reason: for `words`."""

    number: int
    reason: str


def find_fault(lines: Iterable[bytes], noted: tuple[int, str]) -> Fault | None:
    """Return the first line that was changed, removed, added or moved; None where all stand as written.

    noted: the last line's number and hash. Lines after it are sound if the chain holds: a power cut may fall
    between a line and its note.
    """
    number, before = 0, START
    for number, text in enumerate(lines, start=1):
        line = parsed(text)
        if line is None or line_hash(line) != line.get("hash"):
            return Fault(number, "changed")
        if line.get("number") != number or line.get("before") != before:
            return Fault(number, "out_of_order")
        before = line["hash"]
        if number == noted[0] and before != noted[1]:
            return Fault(number, "rewritten")
    return Fault(number + 1, "end_missing") if number < noted[0] else None


def line_hash(line: dict[str, Any]) -> str:
    """Return the SHA-256 of a line without its own hash, in hexadecimal: sorted keys, UTF-8, no blanks."""
    rest = {key: value for key, value in line.items() if key != "hash"}
    text = json.dumps(rest, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def parsed(text: bytes) -> dict[str, Any] | None:
    """Return a line as it stands, None where it is none."""
    try:
        line = json.loads(text)
    except ValueError:
        return None
    return line if isinstance(line, dict) else None
