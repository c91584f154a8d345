"""Every map and chart of a deck as SVG and PNG, in one archive."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import replace

from components.exports.jobs import NICE_ALONE, Progress, made_apart
from components.slides.model import Deck


def pictures_zip(deck: Deck, progress: Progress) -> bytes:
    """Made in two children, slide by slide; progress counts them. Raises as `made_apart` does.

    Files are named by slide and drawing (`map-map.svg`), which are codes of ours. Where names are hidden the code of a
    region would tell its name: then a file has the number of its slide.
    """
    progress.of = len(deck.slides)
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as archive:
        for part, made in made_apart("pictures", _one_by_one(deck), progress, nice=NICE_ALONE):
            _add(archive, made, _name(deck, part))
    return content.getvalue()


def _one_by_one(deck: Deck) -> Iterator[Deck]:
    """A deck of one slide each, for slides know neither their dataset nor whether names are hidden."""
    for slide in deck.slides:
        yield replace(deck, slides=(slide,))


def _name(deck: Deck, part: Deck) -> str:
    (slide,) = part.slides
    number = next(place for place, one in enumerate(deck.slides, 1) if one.id == slide.id)
    return f"{number:03}-{slide.kind}" if deck.hidden_names else f"{number:03}-{slide.id}"


def _add(archive: zipfile.ZipFile, made: bytes, name: str) -> None:
    with zipfile.ZipFile(io.BytesIO(made)) as of_slide:
        for file in of_slide.namelist():
            packed = zipfile.ZIP_STORED if file.endswith(".png") else zipfile.ZIP_DEFLATED
            archive.writestr(f"{name}-{file}", of_slide.read(file), packed)
