"""Lists as workbooks, each by an address of its own: the list as it stands now, its ticks, and the empty form."""

from datetime import UTC, datetime

import pandas as pd
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from components.exports.parts.media import TYPES
from components.language.dates import moment_text, person
from components.language.error_messages import problem_sentence
from components.language.i18n import _, use_language
from components.report.file_names import file_stem
from components.report.labels import indicator_name, region_title
from components.report.scoreboard.list_counts import Need, needs_of
from components.screens.villages.checklist.measure import LISTED, ListMeasure, counted_sentence, list_of, measure_title
from components.screens.villages.checklist.sentences import demonstration_words
from components.screens.villages.checklist.wire import column_titles, shown_columns
from components.server.routes.answers import sent_away, who_asks
from components.state import reference, users
from components.state.address import Reading, UnknownError, language_in
from components.state.work_queues import SMALL
from data.checklist import Checklist
from data.export import Margin, to_xlsx
from data.store.checklists import Tick, ticks_of
from data.store.roles import User
from errors import DataError
from sandbox.fair_queue import LineFullError

HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff"}


async def serve(request: Request) -> Response:
    """Answer with the workbook; without the role without the columns that name people."""
    asked = dict(request.query_params)
    use_language(language_in(asked))
    try:
        async with SMALL.turn_of_request(who_asks(request)):
            name, body = await run_in_threadpool(FILES[request.path_params["name"]], asked, users.user_of(request))
    except LineFullError:
        return sent_away()
    except (KeyError, UnknownError) as error:
        return PlainTextResponse(_("There is no such file: {found}", found=str(error)), 404, HEADERS)
    except DataError as error:
        return PlainTextResponse(problem_sentence(error), 503, HEADERS)
    disposition = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(body, media_type=TYPES["xlsx"], headers=HEADERS | disposition)


def _list(asked: dict[str, str], user: User) -> tuple[str, bytes]:
    measure = _measure(asked)
    found = list_of(measure)
    if found is None:
        raise UnknownError(measure.region_code)
    may = users.may(user, "tick")
    sheets = {_("List"): _items(found, may), _("About"): _about(found, measure, may)}
    if may:
        name = (measure.region_code, measure.indicator, measure.segment)
        sheets[_("Ticks")] = _ticks(ticks_of(*name, simulated=measure.simulated))
    mark = Margin(_("SIMULATION")) if measure.simulated else Margin()
    names = (_("SIMULATION") if measure.simulated else "", region_title(measure.region_code), _("list"))
    stem = file_stem(*names, indicator_name(measure.indicator))
    return f"{stem}.xlsx", to_xlsx(sheets, dict.fromkeys(sheets, mark))


def _measure(asked: dict[str, str]) -> ListMeasure:
    """The measure of a request, every code known. Raises UnknownError for another."""
    reading, rows = Reading(asked), reference.regions()
    region = reading.code("region", rows.loc[rows["level"] == "regency", "region_code"].tolist())
    indicator = reading.code("indicator", [key for key in LISTED if key in reference.indicators()])
    segment = reading.segment("", region, indicator)
    return ListMeasure(region, indicator, segment, _need(region, indicator), asked.get("simulated") == "1")


def _need(code: str, indicator: str) -> Need | None:
    """By the gazetteer alone: a workbook is of no dataset."""
    nothing = pd.DataFrame({"region_code": [], "whole": []})
    return needs_of(nothing, [code], reference.indicators()[indicator]).get(code)


def _items(found: Checklist, may: bool) -> pd.DataFrame:
    """The list as it can be loaded again: the same headers, the same words."""
    titles = column_titles()
    columns = ["district", "pot", "owner", "due", "note"] if may else shown_columns(found, may)
    rows = [
        {
            titles["name"]: item.name,
            titles["state"]: _("already done") if item.done else _("not yet"),
            **{titles[name]: getattr(item, name) for name in columns},
        }
        | ({_("Ticked by"): _person(item.ticked_by), _("Ticked at"): _moment(item.ticked_at)} if may else {})
        for item in found.items
    ]
    return pd.DataFrame(rows)


def _about(found: Checklist, measure: ListMeasure, may: bool) -> pd.DataFrame:
    said = {
        _("List"): measure_title(measure),
        _("So far"): counted_sentence(measure, found.done, len(found.items)),
        _("File"): found.file_name,
        _("Loaded"): _moment(found.at),
        **({_("Loaded by"): person(found.who)} if may else {}),
        _("Status"): _status(measure),
        _("Written"): moment_text(datetime.now(UTC)),
    }
    return pd.DataFrame({_("What"): list(said), _("Value"): list(said.values())})


def _status(measure: ListMeasure) -> str:
    if measure.simulated:
        return f"{_('SIMULATION')}. {demonstration_words()}"
    return _("as ticked in meetings; not published figures")


def _ticks(log: list[Tick]) -> pd.DataFrame:
    """Every tick, the oldest first."""
    return pd.DataFrame(
        {
            _("When"): [_moment(one.at) for one in log],
            _("Ticked by"): [_person(one.name) for one in log],
            _("Login"): [_person(one.who) for one in log],
            column_titles()["name"]: [one.item for one in log],
            column_titles()["district"]: [one.district for one in log],
            column_titles()["state"]: [_("already done") if one.done else _("not yet") for one in log],
        }
    )


def _person(who: str) -> str:
    return person(who) if who else ""


def _moment(at: str) -> str:
    return moment_text(datetime.fromisoformat(at)) if at else ""


def _template(_asked: dict[str, str], _user: User) -> tuple[str, bytes]:
    titles = column_titles()
    columns = [titles[name] for name in ("name", "district", "state", "pot", "owner", "due", "note")]
    return "cakupan-templat-daftar.xlsx", to_xlsx({_("List"): pd.DataFrame(columns=columns)})


FILES = {"list.xlsx": _list, "template.xlsx": _template}
routes = [Route("/checklists/{name}", serve)]
