"""Step 4: every region written in the file is certain, accepted, chosen by hand or left out."""

import pandas as pd
import streamlit as st

from components.language.i18n import _, integer, ngettext
from components.language.markdown import plain
from components.screens.upload.pipeline import Pipeline
from components.screens.upload.reasons import reason_words
from components.screens.upload.region_scope import show_same_named, show_scope
from components.screens.upload.region_words import matched_line, region_words, written_words
from components.screens.upload.state import Work
from components.screens.upload.widgets import choose_one, key_of
from components.screens.upload.writings import Matched, Text
from components.state import reference
from components.state.callbacks import unbroken

# So many writings are settled at a time; each picker carries all regions.
AT_A_TIME = 12
LEFT_OUT = "-"


def choose_regions(now: Work, pipeline: Pipeline) -> None:
    matched = pipeline.matched
    if matched.having("likely", "tray"):
        st.markdown(matched_line(pipeline))
    show_scope(now)
    show_same_named(now, matched)
    _show_likely(now, matched)
    _show_tray(now, matched)
    _show_done(now, matched)


def _show_likely(now: Work, matched: Matched) -> None:
    likely = [text for text in matched.having("likely") if text.key not in now.refused]
    if not likely:
        return
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown("**" + _("Likely: is it meant so?") + "**", width="stretch")
            if len(likely) > 1:
                label = ngettext("Accept {count} proposal", "Accept all {count} proposals", len(likely))
                st.button(label, key=key_of(now, "accept_all"), on_click=unbroken(_accept), args=(now, likely))
        for text in likely[:AT_A_TIME]:
            _show_proposal(now, text)
        _show_more(len(likely))


def _show_proposal(now: Work, text: Text) -> None:
    code, score = text.candidates[0]
    written, proposed, yes, no = st.columns([4, 5, 1.2, 1.2], vertical_alignment="center")
    written.markdown(written_words(text))
    said = _("likeness {score} of 100", score=integer(score))
    proposed.markdown(f"→ **{plain(region_words(code))}**  \n:gray[{said} · {reason_words(text.reason)}]")
    yes.button(
        _("Accept"), key=key_of(now, f"yes_{text.key}"), on_click=unbroken(_accept), args=(now, [text]), width="stretch"
    )
    no.button(_("No"), key=key_of(now, f"no_{text.key}"), on_click=unbroken(_refuse), args=(now, text), width="stretch")


def _show_tray(now: Work, matched: Matched) -> None:
    tray = [*matched.having("tray"), *(text for text in matched.having("likely") if text.key in now.refused)]
    if not tray:
        return
    with st.container(border=True):
        st.markdown("**" + _("Not matched: which region is it?") + "**")
        for text in tray[:AT_A_TIME]:
            _show_question(now, text)
        _show_more(len(tray))


def _show_question(now: Work, text: Text) -> None:
    written, chosen = st.columns([4, 5], vertical_alignment="center")
    written.markdown(f"{written_words(text)}  \n:gray[{reason_words(text.reason)}]")
    likeness = dict(text.candidates)
    with chosen:
        choose_one(
            now,
            f"tray_{text.key}",
            _options(now, text),
            _wanted(now, text),
            lambda code: _settle(now, text, code),
            label=_("Region for {written}", written=plain(text.written or text.name)),
            label_visibility="collapsed",
            placeholder=_("Choose a region, or leave the rows out"),
            format_func=lambda code: _option_title(code, likeness),
        )


def _options(now: Work, text: Text) -> list[str]:
    """Return candidates first, then the way out, then every region of the chosen kind."""
    candidates = [code for code, _score in text.candidates]
    regions = reference.regions()
    offered = regions if not now.choices.level else regions[regions["level"] == now.choices.level]
    rest = [code for code in offered["region_code"] if code not in set(candidates)]
    return [*candidates, LEFT_OUT, *rest]


def _wanted(now: Work, text: Text) -> str | None:
    if text.key in now.choices.settled:
        return now.choices.settled[text.key] or LEFT_OUT
    return text.region_code if text.reason == "settled" else None


def _option_title(code: str, likeness: dict[str, float]) -> str:
    if code == LEFT_OUT:
        return _("These rows are no region: leave them out")
    score = likeness.get(code)
    return (
        region_words(code)
        if score is None
        else f"{region_words(code)} – " + _("likeness {score}", score=integer(score))
    )


def _show_more(count: int) -> None:
    if count > AT_A_TIME:
        st.caption(_("{count} more follow once these are settled.", count=integer(count - AT_A_TIME)))


def _show_done(now: Work, matched: Matched) -> None:
    """Show what was settled by hand, open to change, and what was certain, to look over."""
    remembered = [text for text in matched.having("certain") if text.reason == "settled"]
    for text in [*matched.having("chosen", "left"), *remembered][:AT_A_TIME]:
        if now.opened_step == 4 or matched.having("likely", "tray"):
            _show_question(now, text)
    certain = matched.having("certain")
    if certain:
        with st.expander(_("Certain: {count}", count=integer(len(certain)))):
            st.dataframe(_certain_table(certain), placeholder="–", hide_index=True)


def _certain_table(texts: list[Text]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            _("Written"): [" · ".join(part for part in (text.written, text.name) if part) for text in texts],
            _("Region"): [region_words(text.region_code) for text in texts if text.region_code],
            _("Matched by"): [reason_words(text.reason) for text in texts],
            _("Rows"): [text.rows for text in texts],
        }
    )


def _accept(now: Work, texts: list[Text]) -> None:
    now.settle({text.key: text.candidates[0][0] for text in texts})


def _refuse(now: Work, text: Text) -> None:
    now.refused.add(text.key)


def _settle(now: Work, text: Text, code: str | None) -> None:
    if code is None:
        now.choose(settled={key: one for key, one in now.choices.settled.items() if key != text.key})
    else:
        now.settle({text.key: "" if code == LEFT_OUT else code})
