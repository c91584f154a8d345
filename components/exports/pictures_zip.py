"""Every map and chart of a deck as SVG and PNG, in one archive."""

import io
import zipfile

from components.exports.pictures import parts_drawn, picture_files
from components.exports.steps import Step, no_step
from components.slides.model import Deck


def pictures_zip(deck: Deck, step: Step = no_step) -> bytes:
    """Files are named by slide and drawing (`map-map.svg`), which are codes of ours.

    Where names are hidden the code of a profile's region would tell it: its file has the number of its slide.
    """
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, slide in enumerate(deck.slides, 1):
            name = f"{slide.kind}-{number}" if deck.hidden_names and slide.region else slide.id
            for part in parts_drawn(slide):
                svg, png = picture_files(deck, slide, part)
                archive.writestr(f"{name}-{part}.svg", svg)
                archive.writestr(f"{name}-{part}.png", png, zipfile.ZIP_STORED)
            step(number, len(deck.slides))
    return content.getvalue()
