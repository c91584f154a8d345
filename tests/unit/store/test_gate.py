"""Every write of the store asks first, and nothing else in the program writes to it."""

import ast
import inspect
from pathlib import Path

import pytest

from data.checklist import Item
from data.store import checklists, decks, drafts, preferences, recovery, versions
from data.store.checklists import keep_checklist, tick
from data.store.decks import KeptDeck, drop_deck, keep_deck, rename_deck
from data.store.drafts import (
    Meets,
    draft_of,
    draft_preview,
    drafts_of,
    drop_draft,
    publish_draft,
    rebase_draft,
    save_draft,
)
from data.store.durable import log_entry
from data.store.journal import read_journal
from data.store.preferences import define_indicator, forget_alias, remember_alias, remember_form
from data.store.recovery import recover
from data.store.versions import publish, restore
from errors import DataError
from tests.unit.store.people import ADMIN, ANALYST, NOBODY, PUBLISHER, UPLOAD, figures

ROOT = Path(__file__).parents[3]
ASKING = {
    publish: ("publish", lambda user: publish(user, "bengkulu", figures(kaur=1.0), UPLOAD, base=2)),
    restore: ("restore", lambda user: restore(user, "bengkulu", number=1, base=2)),
    recover: ("recover", recover),
    remember_alias: ("remember", lambda user: remember_alias(user, "kab kaur", "17.04")),
    remember_form: ("remember", lambda user: remember_form(user, "a;b", {"period": "b"})),
    define_indicator: ("define", lambda user: define_indicator(user, "own", {"unit": "persons"})),
    forget_alias: ("remember", lambda user: forget_alias(user, "kab kaur")),
    save_draft: ("draft", lambda user: save_draft(user, Meets("bengkulu", 0), UPLOAD, figures(kaur=1.0))),
    publish_draft: ("publish", lambda user: publish_draft(user, "x", base=2)),
    rebase_draft: ("draft", lambda user: rebase_draft(user, "x")),
    drop_draft: ("draft", lambda user: drop_draft(user, "x")),
    drafts_of: ("draft", drafts_of),
    draft_of: ("draft", lambda user: draft_of(user, "x")),
    draft_preview: ("draft", lambda user: draft_preview(user, "x")),
    keep_checklist: (
        "tick",
        lambda user: keep_checklist(user, "17.04", "villages_enrolled", "all", "desa.csv", [Item(0, "Air Long")]),
    ),
    tick: ("tick", lambda user: tick(user, "Ani", 1, True)),
    keep_deck: ("keep", lambda user: keep_deck(user, KeptDeck(name="FGD"))),
    rename_deck: ("keep", lambda user: rename_deck(user, "x", "Monev")),
    drop_deck: ("keep", lambda user: drop_deck(user, "x")),
    decks.decks: ("keep", decks.decks),
}
MAY = {
    "keep": (ANALYST, PUBLISHER, ADMIN),
    "draft": (ANALYST, PUBLISHER, ADMIN),
    "remember": (ANALYST, PUBLISHER, ADMIN),
    "define": (ANALYST, PUBLISHER, ADMIN),
    "tick": (ANALYST, PUBLISHER, ADMIN),
    "publish": (PUBLISHER, ADMIN),
    "restore": (PUBLISHER, ADMIN),
    "forget": (ADMIN,),
    "recover": (ADMIN,),
}


def test_every_function_that_takes_a_user_is_walked_below():
    taking = {
        function
        for module in (checklists, decks, drafts, recovery, preferences, versions)
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and not name.startswith("_")
        if "user" in inspect.signature(function).parameters
    }
    assert taking == set(ASKING)


@pytest.mark.parametrize("function", ASKING, ids=lambda function: function.__name__)
@pytest.mark.parametrize("user", [NOBODY, ANALYST, PUBLISHER, ADMIN], ids=lambda user: user.address.split("@")[0])
def test_every_function_asks_for_its_action(function, user, store):
    for base in range(2):
        publish(ADMIN, "bengkulu", figures(kaur=75.0), UPLOAD, base)
    if function is recover:
        log_entry(store / "tables" / "bengkulu", 2).write_bytes(b"")
    action, call = ASKING[function]
    code = _code(call, user)
    if user in MAY[action]:
        assert code in ("", "draft_unknown", "checklist_item_unknown", "deck_unknown")
    else:
        assert code == "not_allowed"
        # Questions are refused, and only writes are journalled.
        if function not in (drafts_of, draft_of, draft_preview, decks.decks):
            assert (read_journal()[-1]["code"], read_journal()[-1]["action"]) == ("not_allowed", action)


def test_a_refused_write_changes_nothing(store):
    publish(ADMIN, "bengkulu", figures(kaur=75.0), UPLOAD, base=0)
    before = _contents(store / "tables")
    for _, call in ASKING.values():
        _code(call, NOBODY)
    assert _contents(store / "tables") == before
    assert (preferences.aliases(), preferences.form("a;b"), preferences.defined_indicators()) == ({}, None, {})


# The modules that write, and the one way to each of them.
WRITERS = {"commit", "durable", "database", "journal", "draft_files", "draft_notes", "checklist_rows"}
WRITING = {
    *("write_version", "writing", "append", "set_aside_unsound"),
    *("write_figures", "remove_figures", "remove_orphans"),
    *("begin_list", "put_item", "note_tick"),
}


def test_every_public_function_that_writes_goes_through_the_gate():
    for path in (ROOT / "data" / "store").glob("*.py"):
        if path.stem in WRITERS | {"guarded"}:
            continue
        for name, calls in _reached(ast.parse(path.read_text(encoding="utf-8"))).items():
            if not name.startswith("_") and calls & WRITING:
                assert "attempt" in calls, f"{path.stem}.{name} writes without asking"


def test_only_the_store_writes_to_the_store():
    reached = {f"data.store.{module}" for module in WRITERS - {"durable"}} | {"deltalake", "sqlite3"}
    # verify_journal only reads; it is a command of the server's own administrator.
    # records reads it for the page Versi.
    reading = {
        "data.store.journal",
        *(f"data.store.journal.{name}" for name in ("journal_file", "read_journal", "verify")),
    }
    allowed = dict.fromkeys(["tools/verify_journal.py", "components/state/records.py"], reading)
    for path in _program():
        place = path.relative_to(ROOT).as_posix()
        imported = _imports(ast.parse(path.read_text(encoding="utf-8")))
        assert imported & reached <= allowed.get(place, set()), place


def _program() -> list[Path]:
    folders = ["components", "pages", "geo", "sandbox", "tools", "data"]
    paths = [path for folder in folders for path in (ROOT / folder).rglob("*.py")]
    return [ROOT / "app.py", *(path for path in paths if path.parent != ROOT / "data" / "store")]


def _imports(tree: ast.AST) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found |= {name.name for name in node.names} | {name.name.split(".")[0] for name in node.names}
        if isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module, node.module.split(".")[0], *(f"{node.module}.{name.name}" for name in node.names)}
    return found


def _reached(tree: ast.Module) -> dict[str, set[str]]:
    """Return for every function of a module the names it calls, itself and through the module's own functions."""
    bodies = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
    direct = {
        name: {_name(call) for call in ast.walk(node) if isinstance(call, ast.Call)} for name, node in bodies.items()
    }
    for _ in bodies:
        for name, calls in direct.items():
            direct[name] = calls.union(*(direct[call] for call in calls & set(bodies)))
    return direct


def _name(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _code(call, user) -> str:
    try:
        call(user)
    except DataError as error:
        return error.code
    return ""


def _contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
