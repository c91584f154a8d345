"""What figures are told in, in words."""

from components.language.i18n import _, integer


def scale_name(scale: int) -> str:
    """A word for thousands, millions …; a number for anything else."""
    words = {1: _("as written"), 10**3: _("thousand"), 10**6: _("million"), 10**9: _("billion"), 10**12: _("trillion")}
    return words.get(scale, integer(scale))
