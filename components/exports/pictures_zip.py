"""Every map and chart of a deck as SVG and PNG, in one archive."""

import io
import zipfile

from components.exports.pictures import parts_drawn, picture_files
from components.exports.steps import Step, no_step
from components.slides.model import Deck


def pictures_zip(deck: Deck, step: Step = no_step) -> bytes:
    """Files are named by slide and drawing (`map-map.svg`), which are codes of ours."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, slide in enumerate(deck.slides, 1):
            for part in parts_drawn(slide):
                svg, png = picture_files(slide, part)
                archive.writestr(f"{slide.id}-{part}.svg", svg)
                archive.writestr(f"{slide.id}-{part}.png", png, zipfile.ZIP_STORED)
            step(number, len(deck.slides))
    return content.getvalue()
