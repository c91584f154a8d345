"""A deck from the selection on screen: which slides there are, in which order, under which names."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from components.language.dates import today
from components.language.i18n import language, period_label
from components.report.citations import sources_note
from components.report.labels import dataset_title, indicator_title, view_title
from components.report.model import KINDS, Deck, DeckRequest, OwnText, Slide
from components.report.slides.deck_data import DeckView, deck_view
from components.report.slides.deck_version import version_text
from components.report.slides.extremes_slide import extremes_slide, gap_slide
from components.report.slides.hidden_names import hidden_names
from components.report.slides.key_slide import key_slide
from components.report.slides.map_slide import map_slide
from components.report.slides.profile_slide import profile_slides
from components.report.slides.scoreboard_slide import scoreboard_slides
from components.report.slides.text_slides import sources_slide, text_slide, whole_sources
from components.report.slides.trend_slide import trend_slide
from components.state.anonymise import called
from components.state.selection import Selection

PROFILES = "profiles"


def build_slides(
    selection: Selection, wanted: DeckRequest | None = None, names: Mapping[str, str] | None = None
) -> Deck:
    """Make the slides that were asked for, in the screen's language.

    names: what regions are called instead of their own names; by default numbers where names are to be hidden.
    An id that this selection has no slide for is left out: a deck is kept while the figures behind it change.
    """
    wanted = wanted or DeckRequest()
    view = deck_view(selection)
    if names is None:
        names = hidden_names(view) if wanted.hidden_names else {}
    with called(names):
        slides = _chosen(view, wanted)
    title = f"{indicator_title(selection)}, {view_title(selection)}"
    return Deck(
        name=wanted.name or title,
        language=language(),
        title=title,
        subtitle=period_label(selection.period),
        dataset=dataset_title(view.dataset),
        version=version_text(selection.dataset),
        period=selection.period,
        area=view_title(selection),
        made=today().isoformat(),
        slides=tuple(slides),
        hidden_names=wanted.hidden_names,
        public_url=wanted.public_url,
        sources=whole_sources(slides, view, with_addresses=not wanted.hidden_names),
        cited={} if wanted.hidden_names else {one: view.titles[one] for one in _cites(slides) if one in view.titles},
    )


def standing_slides(selection: Selection) -> list[Slide]:
    """Return every slide of this selection but the profiles, in a deck's order, for the presenter to choose from."""
    view = deck_view(selection)
    boards = scoreboard_slides(view)
    made = [slide for make in _makers(view, boards).values() if (slide := make())]
    return sorted([*boards, *made], key=lambda slide: KINDS.index(slide.kind))


def _chosen(view: DeckView, wanted: DeckRequest) -> list[Slide]:
    """Return the slides that are shown, each once; the presenter's notes stand before a slide's own.

    The sources are those of the slides that are shown, which are known last.
    """
    hidden, notes = set(wanted.hidden), dict(wanted.notes)
    shown = [slide for slide in _ordered(view, wanted) if slide.id not in hidden]
    with_links = not wanted.hidden_names
    shown = [sources_slide(view, shown, with_links) if slide.id == "sources" else slide for slide in shown]
    return [replace(one, notes=_notes(one, view, notes.get(one.id, ""))) for one in shown]


def _cites(slides: Sequence[Slide]) -> list[str]:
    return list(dict.fromkeys(one for slide in slides for one in slide.cites))


def _notes(slide: Slide, view: DeckView, noted: str) -> tuple[str, ...]:
    """Return the presenter's notes, the slide's own, and the titles of its sources."""
    sources = "" if slide.kind == "sources" else sources_note(slide.cites, view.titles)
    return tuple(one for one in (noted, *slide.notes, sources) if one)


def _ordered(view: DeckView, wanted: DeckRequest) -> list[Slide]:
    """Return all slides by kind, or those that were named."""
    if not wanted.slides:
        slides = _made(view, wanted.texts, None, [])
        return sorted(slides, key=lambda slide: KINDS.index(slide.kind))
    asked = dict.fromkeys(wanted.slides)
    codes = [one.removeprefix("profile-") for one in asked if one.startswith("profile-")]
    made = {slide.id: slide for slide in _made(view, wanted.texts, set(asked), codes)}
    profiles = [key for key in made if key.startswith("profile-")]
    order = [key for one in asked for key in (profiles if one == PROFILES else [one])]
    return [made[key] for key in dict.fromkeys(order) if key in made]


def _made(view: DeckView, texts: tuple[OwnText, ...], asked: set[str] | None, codes: list[str]) -> list[Slide]:
    """Make what is asked for and no more: 514 profiles take seconds."""
    slides = [text_slide(text, view.simulated) for text in texts]
    boards = scoreboard_slides(view)
    slides += boards
    for key, make in _makers(view, boards).items():
        if (asked is None or key in asked) and (slide := make()):
            slides.append(slide)
    if view.selection.period and (asked is None or PROFILES in asked or codes):
        every = asked is None or PROFILES in asked
        slides += profile_slides(view, () if every else codes)
    return slides


def _makers(view: DeckView, boards: list[Slide]) -> dict[str, Callable[[], Slide | None]]:
    """Return the maker of each slide that stands alone; without a period only that of the key sentence."""
    without_period: dict[str, Callable[[], Slide | None]] = {
        "key": lambda: key_slide(view),
        "sources": lambda: sources_slide(view, boards),
    }
    if not view.selection.period:
        return without_period
    return without_period | {
        "map": lambda: map_slide(view),
        "extremes": lambda: extremes_slide(view),
        "gap": lambda: gap_slide(view),
        "trend": lambda: trend_slide(view),
    }
