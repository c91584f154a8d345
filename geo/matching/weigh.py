"""Weigh a code against the name beside it: two witnesses of one region."""

from geo.matching.written_codes import CodeReading
from geo.matching.written_names import Finding, best_first


def weigh(code: CodeReading, name: Finding) -> Finding:
    """Return what a code means beside a name; certain is one that the name bears out, or that needs no name."""
    if name.reason == "missing":
        certain = code.alone and bool(code.regions)
        kept = list(code.regions)[:1] if certain else list(code.regions)
        reason = code.regions[kept[0]] if certain else code.reason
        return Finding(certain, reason, best_first(dict.fromkeys(kept, 100.0 if certain else code.score)))
    agreed = [region for region in code.regions if region in _meant(name, near=code.alone)]
    if len(agreed) == 1:
        return Finding(True, code.regions[agreed[0]], ((agreed[0], 100.0),))
    return _disagree(code, name)


def _meant(name: Finding, near: bool) -> set[str]:
    """Return the regions a name stands for: all that it names rightly, or if near is enough those it is nearest to."""
    exact = name.certain or name.reason in {"ambiguous_type", "ambiguous_name", "outside_area"}
    if not exact and not (near and name.reason == "fuzzy"):
        return set()
    return {region for region, score in name.candidates if score == name.candidates[0][1]}


def _disagree(code: CodeReading, name: Finding) -> Finding:
    """Offer both readings; a number that may be BPS's or an old one says less than a name."""
    doubted = {"ambiguous_code": "bps_code_disagrees", "exact_code": "code_disagrees", "unknown": "code_unknown"}
    reason = doubted.get(code.reason, code.reason)
    score = 100.0 if reason == "code_disagrees" else code.score
    named = dict(name.candidates)
    read = {region: max(score, named.get(region, 0.0)) for region in code.regions}
    return Finding(False, reason, best_first(named | read))
