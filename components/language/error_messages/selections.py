"""A selection that an address or a picker cannot make."""

from components.language.i18n import N_

PROBLEMS = {
    "period_malformed": N_("“{found}” is not a period; write 2024, 2024-Q4 or 2024-11."),
    "region_unknown": N_("There is no region “{found}”; choose one from the list."),
    "scheme_unknown": N_("There is no classification “{found}”; choose one from the list."),
    "dataset_unknown": N_("There is no dataset “{found}”; known are {expected}."),
    "breaks_not_ascending": N_("Class breaks must be numbers that ascend, such as 20; 40; 60."),
    "limits_missing": N_("Write at least one limit, such as 20; 40; 60."),
    "limits_too_many": N_(
        "{found} limits are too many: at most {most}, for more classes are not told apart by colour."
    ),
    "limit_not_number": N_("“{found}” is not a number; part the limits by semicolons, such as 20; 40; 60."),
    "limit_decimal_sign": N_("Write “{expected}” instead of “{found}”: here the decimal sign is “{sign}”."),
    "limit_negative": N_("“{found}” is below 0, which a percentage never is; begin at 0 or above."),
    "target_missing": N_("Choose a target series that states a figure for this area."),
}
