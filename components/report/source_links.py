"""What can be opened in a line of sources: the names in it, and a number behind it for each source it only counts."""

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from components.report.citations import SourceTitle
from components.report.model import Deck, Slide

# More numbers than this would be longer than the line; the slide of sources has all.
MOST_NUMBERS = 12


class Run(NamedTuple):
    """A part of a line. url: where it leads, "" where it is only read."""

    text: str
    url: str = ""


def source_runs(slide: Slide, deck: Deck) -> list[Run]:
    """Return the line of sources of a slide in parts; without addresses where the deck hides names."""
    return linked(slide.source, [deck.cited[one] for one in slide.cites if one in deck.cited])


def linked(line: str, sources: Sequence[SourceTitle]) -> list[Run]:
    """Return a line in parts that together are the line, then a number for each source that it does not name.

    sources: those that the line cites. One is known by all of its title, else by its publisher, each place taken once.
    """
    places: dict[tuple[int, int], str] = {}
    left = list(sources)
    for name in ("whole", "publisher"):
        # The longer one first: the name of an office may begin with that of another.
        for one in sorted(left, key=lambda source: len(getattr(source, name)), reverse=True):
            place = _free_place(line, getattr(one, name), places)
            if place is not None:
                places[place] = _address(one)
                left.remove(one)
    runs, end = [], 0
    for (first, last), url in sorted(places.items()):
        runs += [Run(line[end:first]), Run(line[first:last], url)]
        end = last
    runs.append(Run(line[end:]))
    numbered = [url for one in left if (url := _address(one))][:MOST_NUMBERS]
    for number, url in enumerate(numbered, 1):
        runs += [Run(" "), Run(f"[{number}]", url)]
    return [run for run in runs if run.text]


def _free_place(line: str, name: str, taken: Collection[tuple[int, int]]) -> tuple[int, int] | None:
    """Return where a name stands as one of a list, where no other stands yet."""
    if not name:
        return None
    found = (match.span() for match in re.finditer(rf"(?<=[:;] ){re.escape(name)}(?![^\s;,])", line))
    return next((place for place in found if all(place[1] <= one[0] or one[1] <= place[0] for one in taken)), None)


def _address(source: SourceTitle) -> str:
    return source.url if source.url.startswith(("https://", "http://")) else ""
