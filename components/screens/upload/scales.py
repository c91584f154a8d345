"""What figures are told in, in words."""

from components.language.i18n import N_, _, integer

SCALES = {
    1: N_("as written"),
    10**3: N_("thousand"),
    10**6: N_("million"),
    10**9: N_("billion"),
    10**12: N_("trillion"),
}


def scale_name(scale: int) -> str:
    """Return a word for thousands, millions …; a number for anything else."""
    return _(SCALES[scale]) if scale in SCALES else integer(scale)
