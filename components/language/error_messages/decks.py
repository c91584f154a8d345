"""A deck that cannot be saved or opened."""

from components.language.i18n import N_

PROBLEMS = {
    "deck_name_bad": N_("A deck needs a name of at most {expected} letters: write one."),
    "deck_slide_bad": N_("A deck cannot hold “{found}” as a slide: make it again from the selection on screen."),
    "deck_texts_many": N_("A deck holds at most {expected} text slides: remove one first."),
    "deck_text_long": N_("The text “{found}” is longer than {expected} letters: shorten it, or make two of it."),
    "deck_too_many": N_("You keep {expected} decks, which is the most: drop one first."),
    "deck_changed": N_("{who} changed this deck in between ({when}): shown is how it is now; do your change again."),
    "deck_unknown": N_("There is no deck {found} any more: choose another, or make a new one."),
    "deck_not_own": N_("This deck is {who}’s: only they or an administrator can drop it."),
}
