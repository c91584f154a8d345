"""An indicator of the user’s own that cannot be defined."""

from components.language.i18n import N_

PROBLEMS = {
    "indicator_untitled": N_("The new indicator has no title: write one."),
    "indicator_taken": N_("There is already an indicator “{found}”: choose it, or write another title."),
    "indicator_text_long": N_("The text for {column} is longer than {expected} letters: shorten it."),
    "indicator_counts_unnamed": N_(
        "A ratio is made of two counts: write what the numerator and what the denominator count."
    ),
    "indicator_rule_bad": N_("With this way of combining regions the unit cannot be {found}: choose {expected}."),
    "indicator_field_bad": N_("“{found}” cannot stand for {column} of an indicator: choose one of {expected}."),
}
