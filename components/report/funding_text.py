"""Who pays contributions, in words."""

from components.language.i18n import N_, _, integer, own, period_label
from components.report.labels import COUNTED
from data.funding import Funding

PAYERS = {
    "apbd_province": N_("Province (APBD)"),
    "apbd_regency": N_("Regency or city (APBD)"),
    "village_fund": N_("Dana desa (village fund)"),
    "kampung_fund": N_("Dana kampung"),
    "csr": N_("CSR of companies"),
    "baznas": N_("BAZNAS (alms)"),
    "mutual_aid": N_("Gotong royong of civil servants"),
    "palm_oil": N_("DBH sawit (palm oil share)"),
    "tobacco_excise": N_("DBH cukai tembakau (tobacco excise share)"),
}
STANDINGS = {"pays": N_("pays"), "asked": N_("asked for"), "proposed": N_("proposed")}


def payer_title(funding: Funding) -> str:
    return _(PAYERS[funding.payer])


def standing_title(funding: Funding) -> str:
    return _(STANDINGS[funding.standing])


def paid_text(funding: Funding) -> str:
    """Write `39.487 orang`, `29 dari 179 desa`; that no number is named, where none is."""
    if funding.count is None:
        return _("No number is named")
    value = integer(funding.count)
    if funding.of is not None:
        value = _("{n} of {d}", n=value, d=integer(funding.of))
    return _(COUNTED[funding.counted]).replace("{value}", value)


def when_text(funding: Funding) -> str:
    """Write the period of a figure and, where it is known, until when is paid."""
    if funding.until:
        return _("{period}, until {end}", period=period_label(funding.period), end=period_label(funding.until))
    return period_label(funding.period)


def note_text(funding: Funding) -> str:
    return own(dict(funding.note))
