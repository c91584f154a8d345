"""Why a writing was matched so, or not, in words: one for every reason of geo/matching/resolve.py."""

from components.language.i18n import N_, _

REASONS = {
    "settled": N_("settled by hand before"),
    "exact_code": N_("Kemendagri code"),
    "code_as_float": N_("Kemendagri code that a spreadsheet turned into a number"),
    "code_incomplete": N_("a code with a digit missing"),
    "bps_code": N_("BPS code, and the name agrees"),
    "old_papua_code": N_("a code of Papua from before its division in 2022"),
    "exact_name": N_("name"),
    "alias": N_("another known name"),
    "cut_name": N_("a name cut short"),
    "former_name": N_("the name of that time; today no region of this kind, or another one, has it"),
    "fuzzy": N_("comes near, perhaps a typing error"),
    "ambiguous_type": N_("both a regency and a city, or a province, have this name: choose one"),
    "ambiguous_name": N_("a name cut short that fits several regions"),
    "type_disagrees": N_("regency and city are confused: no region of this name is of this kind"),
    "ambiguous_code": N_("this number is one region for Kemendagri and another for BPS, and no name stands beside it"),
    "bps_code_disagrees": N_("read as a BPS code, the name beside it says otherwise"),
    "code_disagrees": N_("code and name mean different regions"),
    "code_unknown": N_("there is no such code, though the name is known"),
    "outside_area": N_("lies outside the chosen province"),
    "other_province": N_("lies in another province than the one beside it"),
    "former_extent": N_("the rows are of the time before this region was divided: it was larger than today’s"),
    "missing": N_("nothing is written here"),
    "unknown": N_("no region of this name or code is known"),
}


def reason_words(reason: str) -> str:
    """Return why a writing was matched so, or was not."""
    return _(REASONS[reason])
