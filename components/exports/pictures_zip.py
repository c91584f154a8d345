"""Every map and chart of a deck as SVG and PNG, in one archive."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace

from components.exports.workers.jobs import NICE_ALONE, Progress, made_apart
from components.language.i18n import N_, _
from components.report.file_names import file_word
from components.report.model import Deck

MOST_LETTERS = 60
PARTS = {"map": N_("map"), "bars": N_("bars"), "lines": N_("lines"), "steps": N_("causes")}


def pictures_zip(deck: Deck, progress: Progress) -> bytes:
    """Make them in two children, slide by slide; progress counts them. Raises as `made_apart` does.

    Files are named by number and title of their slide and by what is drawn, in the deck's language
    (`02-cakupan-kepesertaan-bengkulu-peta.svg`); titles hide names where the deck does, and codes would tell them.
    """
    progress.of = len(deck.slides)
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, made in made_apart("pictures", _one_by_one(deck), progress, nice=NICE_ALONE):
            _add(archive, made, _name(deck, part))
    return content.getvalue()


def _one_by_one(deck: Deck) -> Iterator[Deck]:
    """Yield a deck of one slide each, for slides know neither their dataset nor whether names are hidden."""
    for slide in deck.slides:
        yield replace(deck, slides=(slide,))


def _name(deck: Deck, part: Deck) -> str:
    (slide,) = part.slides
    number = next(place for place, one in enumerate(deck.slides, 1) if one.id == slide.id)
    mark = file_word(_("SIMULATION")) if slide.simulated else ""
    parts = (f"{number:0{len(str(len(deck.slides)))}}", mark, file_word(slide.title, MOST_LETTERS))
    return "-".join(part for part in parts if part)


def _add(archive: zipfile.ZipFile, made: bytes, name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(made)) as of_slide:
        for file in of_slide.namelist():
            packed = zipfile.ZIP_STORED if file.endswith(".png") else zipfile.ZIP_DEFLATED
            part, _dot, ending = file.partition(".")
            archive.writestr(f"{name}-{_(PARTS[part])}.{ending}", of_slide.read(file), packed)
