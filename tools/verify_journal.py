"""Check that no line of the journal was changed, removed or moved: `python -m tools.verify_journal`."""

import sys

from data.store.journal import head, journal_file, verify

_REASONS = {
    "changed": "was changed: its hash does not fit",
    "out_of_order": "does not follow the line before it: lines were removed, added or moved",
    "rewritten": "is not the line that was noted beside the journal",
    "end_missing": "is missing: the journal was cut off",
}


def main() -> int:
    """Print what was found; 0 where every line stands as it was written, else 1."""
    fault = verify()
    if fault:
        print(f"{journal_file()}: line {fault.number} {_REASONS[fault.reason]}")
        return 1
    number, last = head()
    print(f"{journal_file()}: {number} lines, all as they were written; the last is {last}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
