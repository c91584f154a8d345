"""The child of components.exports.workers.jobs: reads parts, writes files, and has nothing else to do."""

import os
import pickle
import sys

from components.exports.workers.files import maker, tells_steps
from components.exports.workers.pipes import FILE, STEP, read_block, step_content, write_block
from components.language.i18n import use_language


def main() -> None:
    """Serve until the parent closes the pipe."""
    kind, nice = sys.argv[1], int(sys.argv[2])
    if hasattr(os, "nice"):  # Windows has none; there the child is as any other
        os.nice(nice)
    make = maker(kind)
    # What a library prints must not get between the files.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    said = {"step": lambda done, of: write_block(answers, STEP, step_content(done, of))} if tells_steps(kind) else {}
    while block := read_block(sys.stdin.buffer):
        # From our parent by a pipe that nobody else holds.
        part = pickle.loads(block[1])  # noqa: S301
        use_language(part.language)
        write_block(answers, FILE, make(part, **said))


if __name__ == "__main__":
    main()
