"""The child of components.exports.jobs: reads parts, writes files, and has nothing else to do."""

import os
import pickle
import sys

from components.exports.files import maker
from components.exports.jobs import read_block, write_block
from components.i18n import use_language


def main() -> None:
    """Serve until the parent closes the pipe."""
    kind, nice = sys.argv[1], int(sys.argv[2])
    os.nice(nice)
    make = maker(kind)
    # What a library prints must not get between the files.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    while (block := read_block(sys.stdin.buffer)) is not None:
        # From our parent by a pipe that nobody else holds.
        part = pickle.loads(block)  # noqa: S301
        use_language(part.language)
        write_block(answers, make(part))


if __name__ == "__main__":
    main()
