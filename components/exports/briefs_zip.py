"""The briefs of many regencies as one archive, made in children while the pages go on."""

import io
import time
import zipfile
from collections.abc import Iterator, Sequence

from components.exports.briefs import briefs_of
from components.exports.parts.brief_model import Brief
from components.exports.workers.jobs import Progress, made_apart
from components.state.selection import Selection

# Seconds between two briefs that this process prepares: its pages come first.
PAUSE = 0.01


def briefs_zip(selection: Selection, codes: Sequence[str], progress: Progress) -> bytes:
    """Make one PDF per regency by its code and name; progress counts them, and stops it.

    Raises StoppedError and RuntimeError as `made_apart` does.
    """
    progress.of = len(codes)
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_STORED) as archive:  # a PDF is compressed already
        for brief, pdf in made_apart("brief", _prepared(selection, codes), progress):
            archive.writestr(f"{brief.name}.pdf", pdf)
    return content.getvalue()


def _prepared(selection: Selection, codes: Sequence[str]) -> Iterator[Brief]:
    """Yield values prepared here, where the caches are, and one at a time, as the children take them."""
    for brief in briefs_of(selection, codes):
        yield brief
        time.sleep(PAUSE)
