"""Why a writing was matched so, or not, in words: one for every reason of geo/matching/resolve.py."""

from components.language.i18n import _


def reason_words(reason: str) -> str:
    return (_certain() | _doubtful())[reason]


def _certain() -> dict[str, str]:
    return {
        "settled": _("settled by hand before"),
        "exact_code": _("Kemendagri code"),
        "code_as_float": _("Kemendagri code that a spreadsheet turned into a number"),
        "code_incomplete": _("a code with a digit missing"),
        "bps_code": _("BPS code, and the name agrees"),
        "old_papua_code": _("a code of Papua from before its division in 2022"),
        "exact_name": _("name"),
        "alias": _("another known name"),
        "cut_name": _("a name cut short"),
        "former_name": _("the name of that time; today no region of this kind, or another one, has it"),
    }


def _doubtful() -> dict[str, str]:
    return {
        "fuzzy": _("comes near, perhaps a typing error"),
        "ambiguous_type": _("both a regency and a city, or a province, have this name: choose one"),
        "ambiguous_name": _("a name cut short that fits several regions"),
        "type_disagrees": _("regency and city are confused: no region of this name is of this kind"),
        "ambiguous_code": _(
            "this number is one region for Kemendagri and another for BPS, and no name stands beside it"
        ),
        "bps_code_disagrees": _("read as a BPS code, the name beside it says otherwise"),
        "code_disagrees": _("code and name mean different regions"),
        "code_unknown": _("there is no such code, though the name is known"),
        "outside_area": _("lies outside the chosen province"),
        "other_province": _("lies in another province than the one beside it"),
        "former_extent": _("the rows are of the time before this region was divided: it was larger than today’s"),
        "missing": _("nothing is written here"),
        "unknown": _("no region of this name or code is known"),
    }
