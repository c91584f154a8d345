"""The plan that is proposed for an upload, from its columns, cells and titles, and the last of its form."""

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

import pandas as pd

from data.intake.columns import Proposal, names_role, score_columns
from data.intake.denominators import find_regime_columns
from data.intake.figures import is_yes_or_no
from data.intake.measures import count_persons, find_measures, find_units
from data.intake.parsed_file import Opened
from data.intake.period_names import find_date_orders, read_period
from data.intake.persons import is_of_persons, is_own_day, private_columns
from data.intake.plan import FIGURES, SHARED_ROLES, Plan, plan_from_json
from data.intake.repeats import COUNT
from data.intake.table import Table, said_period
from data.intake.vocabulary import About, plain, segment_word
from data.intake.wide import find_period_columns

_VILLAGE_CODE = re.compile(r"[1-9][0-9]\.?[0-9]{2}\.?[0-9]{2}\.?[0-9]{4}(?:\.0)?")
_VILLAGE_WORDS = re.compile(r"\b(?:desa|kampung|kelurahan|gampong|nagari|village)\b")
_PROVINCE_WORDS = re.compile(r"\b(?:provinsi|propinsi|province|prov|adm1|name 1)\b")
_REGENCY_WORDS = re.compile(r"\b(?:kab|kabupaten|kota|regency)\b")
_MOSTLY = 0.5
_NAMED = 0.5  # name and cells together, or every cell a region's name


@dataclass(frozen=True, eq=False)
class Written:
    """What to hand to the matching of regions, on the table's index: codes or names, and names beside codes.

    years: of each row's period, 0 where it has none yet; None where no row has one. told: whether a row has a figure;
    None where no column of figures is known.
    """

    written: pd.Series
    names: pd.Series | None
    parents: pd.Series | None
    years: pd.Series | None = None
    told: pd.Series | None = None


def propose_plan(
    table: Table,
    opened: Opened,
    about: About,
    region_names: Collection[str] = (),
    remembered: Mapping[str, Any] | None = None,
) -> Plan:
    """Return what the upload seems to mean; the analyst sees and changes all of it.

    region_names: names and codes of regions in lower case, by which a column of them is known whatever its title.
    remembered: `Plan.as_json` of the last file of this form; it goes before what would be proposed where its
    columns are there.
    """
    known = {"indicator": set(about.indicator_names), "segment": set(about.segments), "region_name": set(region_names)}
    known["region_code"] = {text.replace(".", "") for text in region_names if text[:1].isdigit()}
    persons = is_of_persons(table.texts, region_names)
    scores = _without_private(table, score_columns(table.texts, known), persons)
    village = "" if persons else _village(table.texts, scores)
    roles = _roles(table, scores, village)
    roles |= find_regime_columns(table.texts, {*roles.values(), village})
    measures = find_measures(opened, table.texts, about, roles, scores)
    if persons:
        measures = (count_persons(opened, table.texts, about, roles),)
    period = "" if "period" in roles or table.period_columns else said_period(opened)
    # A file without columns of periods is neither; the next of its form may have them.
    wide = bool(table.period_columns) or not find_period_columns(list(opened.texts.columns), table.year)
    constants = {"period": period} if period else {}
    plan = Plan(roles, constants, measures, wide=wide, year=table.year, village=village)
    plan = replace(plan, scales=_scales(table, opened, plan), repeats=COUNT if persons else "")
    plan = _remembered(table, plan, remembered, about) if remembered else plan
    return _with_certain_dates(table, plan)


def _without_private(table: Table, scores: list[Proposal], persons: bool) -> list[Proposal]:
    """Leave out what cannot be: a worker's name as a region, a birth as a period, figures as codes beside names.

    A column is of segments where one of its cells is: sexes under `Kelompok` are none.
    """
    private = private_columns(table.texts, persons)
    filled = {str(column) for column in table.texts if (table.texts[column].str.strip() != "").any()}
    segments = {str(column) for column in table.texts if any(map(segment_word, table.texts[column].unique()))}
    named = {one.column for one in scores if one.role in ("region_name", "parent_name") and one.score >= _NAMED}
    return [
        one
        for one in scores
        if one.column not in private
        and not (one.role == "segment" and one.column not in segments)
        and not (one.role == "indicator" and one.column not in filled)
        and not (one.role == "period" and is_own_day(one.column))
        and not (one.role == "region_code" and named - {one.column} and not names_role("region_code", one.column))
    ]


def _scales(table: Table, opened: Opened, plan: Plan) -> dict[str, int]:
    columns = [column for measure in plan.measures for column in measure.columns.values() if column in table.texts]
    units = find_units(opened, table.texts, list(dict.fromkeys(columns)))
    return {column: unit.scale for column, unit in units.items() if unit.scale > 1}


def said_level(plan: Plan) -> str:
    """Return `province` where the column of regions is called so: its Jambi and Bengkulu are no cities; else ""."""
    named = bool(_PROVINCE_WORDS.search(plain(plan.roles.get("region_name", "")))) and "parent_name" not in plan.roles
    return "province" if named and not _REGENCY_WORDS.search(plain(plan.roles["region_name"])) else ""


def written_regions(table: Table, plan: Plan) -> Written:
    """Return the cells that name regions; the code of a village is cut to its regency's: 17.04."""
    texts = table.texts
    columns = {role: column for role, column in plan.roles.items() if column in texts}
    names = _typed_names(texts, columns)
    parents = _filled_down(texts[columns["parent_name"]]) if "parent_name" in columns else None
    years, told = _years(texts, plan), _told(texts, plan)
    if "region_code" not in columns:
        nothing = pd.Series("", index=texts.index, dtype="str")
        return Written(names if names is not None else nothing, None, parents, years, told)
    codes = texts[columns["region_code"]]
    if plan.village:
        cut = {code: _regency_code(code) for code in codes.unique()}
        codes = codes.map(cut).astype("str")
    return Written(codes, names, parents, years, told)


def _filled_down(provinces: pd.Series) -> pd.Series:
    """Return each row's province where a table writes it once, at the first of its rows."""
    filled = provinces.str.strip() != ""
    said = provinces[filled & ~provinces.index.duplicated()]
    if filled.all() or not filled.iloc[0] or said.duplicated().any():
        return provinces
    return provinces.where(filled).ffill().astype("str")


def _typed_names(texts: pd.DataFrame, columns: Mapping[str, str]) -> pd.Series | None:
    """Return the names, before each its `Kab.` or `Kota` where another column holds it."""
    if "region_name" not in columns:
        return None
    names = texts[columns["region_name"]]
    if "region_type" not in columns:
        return names
    types = texts[columns["region_type"]].str.strip()
    begun = [name.strip().casefold().startswith(kind.casefold()) for name, kind in zip(names, types, strict=True)]
    return names.where(pd.Series(begun, index=names.index), types.str.cat(names, sep=" ").str.strip())


def _years(texts: pd.DataFrame, plan: Plan) -> pd.Series | None:
    column = plan.roles.get("period", "")
    if column not in texts:
        said = plan.year or plan.constants.get("period", "")[:4]
        return pd.Series(int(said), index=texts.index) if said.isdigit() else None
    years = {text: int((read_period(text) or "0")[:4]) for text in texts[column].unique()}
    return texts[column].map(years).astype("int64")


def _told(texts: pd.DataFrame, plan: Plan) -> pd.Series | None:
    """Say which rows have a figure: a regency that did not exist yet may stand there with a dash, or a zero."""
    columns = {column for one in plan.measures for column in one.columns.values() if column in texts}
    if not columns:
        return None
    told = pd.Series(False, index=texts.index)
    for column in columns:
        told |= texts[column].str.contains("[1-9]")
    return told


def _regency_code(code: str) -> str:
    if not _VILLAGE_CODE.fullmatch(code.strip()):
        return code
    digits = re.sub(r"\.0$", "", code.strip()).replace(".", "")
    return f"{digits[:2]}.{digits[2:4]}"


def _roles(table: Table, scores: list[Proposal], village: str) -> dict[str, str]:
    """Return the best column of each role that all measures share; what is a figure is left for them."""
    roles: dict[str, str] = {}
    taken: set[str] = set()
    best: dict[str, str] = {}
    for one in scores:
        best.setdefault(one.column, one.role)
    for one in scores:
        figure = one.role in FIGURES or best[one.column] in FIGURES
        named_village = one.role == "region_name" and one.column == village
        if not figure and not named_village and one.role not in roles and one.column not in taken:
            roles[one.role] = one.column
            taken.add(one.column)
    if table.period_columns:
        roles["period"] = "period"
    if "parent_name" in roles and not {"region_name", "region_code"} & set(roles):
        roles["region_name"] = roles.pop("parent_name")  # a table of provinces: they are its regions
    return {role: roles[role] for role in SHARED_ROLES if role in roles}


def _village(texts: pd.DataFrame, scores: list[Proposal]) -> str:
    """Return the column that names villages: one of their codes, or of names in a table that has regencies too."""
    codes = [one.column for one in scores if one.role == "region_code"]
    for column in codes:
        cells = texts[column].drop_duplicates()
        if cells.str.strip().str.fullmatch(_VILLAGE_CODE).mean() > _MOSTLY:
            return column
    regions = {one.column for one in scores if one.role in ("region_name", "region_code")}
    named = [column for column in map(str, texts) if _VILLAGE_WORDS.search(plain(column)) and _is_words(texts[column])]
    others = [column for column in regions if column not in named]
    return named[0] if named and others else ""


def _is_words(cells: pd.Series) -> bool:
    return bool(cells.str.contains(r"[^\W\d_]{2}", regex=True).mean() > _MOSTLY) and not is_yes_or_no(cells)


def _remembered(table: Table, plan: Plan, said: Mapping[str, Any], about: About) -> Plan:
    """Put what was settled for the last file of this form in the place of what was proposed, but for its period."""
    before = plan_from_json(said)
    found = {role: column if column in table.texts else plan.roles.get(role) for role, column in before.roles.items()}
    roles = {role: column for role, column in found.items() if column}
    kept = tuple(
        one
        for one in before.measures
        if all(column in table.texts for column in one.columns.values()) and one.indicator in {"", *about.indicators}
    )
    return replace(
        plan,
        roles=roles or plan.roles,
        measures=kept if kept and len(kept) == len(before.measures) else plan.measures,
        habits={column: habit for column, habit in before.habits.items() if column in table.texts},
        blanks={column: blank for column, blank in before.blanks.items() if column in table.texts},
        month_first=before.month_first,
        regimes={column: regime for column, regime in before.regimes.items() if column in table.texts},
        scales={**before.scales, **plan.scales},
        repeats=before.repeats if before.split in {"", *table.texts} else plan.repeats,
        split=before.split if before.split in table.texts else "",
        kept=before.kept,
        persons=before.persons,
        zeros=tuple(column for column in before.zeros if column in table.texts),
        unreported=before.unreported,
        village=before.village if before.village in {"", *table.texts} else plan.village,
    )


def _with_certain_dates(table: Table, plan: Plan) -> Plan:
    column = plan.roles.get("period", "")
    orders = find_date_orders(table.texts[column]) if column in table.texts else [False]
    return replace(plan, month_first=orders[0]) if len(orders) == 1 else plan
