"""Times and persons as a screen writes them."""

from datetime import date, datetime, timedelta, timezone

from components.language.i18n import _, day_label

# Western Indonesian time has no summer time; the offices of three zones read one clock, and it is named.
WIB = timezone(timedelta(hours=7), "WIB")


def today() -> date:
    """Return the day in Jakarta, which is not the server's before seven in the morning."""
    return datetime.now(WIB).date()


def day_text(when: datetime) -> str:
    """Return `20 November 2026`, the day in Jakarta."""
    return day_label(when.astimezone(WIB).date())


def moment_text(when: datetime) -> str:
    """Return `20 November 2026, 14:05 WIB`."""
    there = when.astimezone(WIB)
    return f"{day_label(there.date())}, {there:%H:%M} WIB"


def person(who: str) -> str:
    """Return the address of a login, or words for the local user and for nobody."""
    return _("the local user") if who == "local" else who or _("unknown")
