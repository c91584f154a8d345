"""Modules of JavaScript as one script: a document opened from a file may not import any."""

import re
from functools import cache
from pathlib import Path

COMPONENTS = Path(__file__).parents[1]
ENTRY = "deck/deck.js"
IMPORT = re.compile(r'^import \{([^}]*)\} from "([^"]+)";\n', re.MULTILINE)
EXPORT = re.compile(r"^export ((?:async )?(?:function|const) (\w+))", re.MULTILINE)
# What no rule above reads would end up as a broken script in the hall.
LEFT = re.compile(r"^\s*(?:import|export)\b.*$", re.MULTILINE)


@cache
def script() -> str:
    """The deck's entry and all that it imports, each module in a scope of its own, in the order of need."""
    return '"use strict";\n' + "".join(_in_order(ENTRY, {}, ()).values())


def _in_order(name: str, done: dict[str, str], way: tuple[str, ...]) -> dict[str, str]:
    """Modules by path below components/, those imported before those that import them.

    Raises ValueError where modules import each other in a circle, or say so in a form that is not read here.
    """
    if name in way:
        raise ValueError(f"modules import each other: {' > '.join((*way, name))}")
    if name in done:
        return done
    text = (COMPONENTS / name).read_text()
    for _names, path in IMPORT.findall(text):
        _in_order(_beside(name, path), done, (*way, name))
    done[name] = _scoped(name, text)
    return done


def _beside(name: str, path: str) -> str:
    return (COMPONENTS / name).parent.joinpath(path).resolve().relative_to(COMPONENTS.resolve()).as_posix()


def _scoped(name: str, text: str) -> str:
    body = IMPORT.sub(lambda found: f"const {{{_renamed(found[1])}}} = {_variable(_beside(name, found[2]))};\n", text)
    exported = [found[1] for found in EXPORT.findall(body)]
    body = EXPORT.sub(r"\1", body)
    if left := LEFT.search(body):
        raise ValueError(f"{name}: {left[0]}")
    return f"const {_variable(name)} = (() => {{\n{body}return {{ {', '.join(exported)} }};\n}})();\n"


def _renamed(names: str) -> str:
    return re.sub(r"(\w+) as (\w+)", r"\1: \2", names)


def _variable(name: str) -> str:
    return "$" + re.sub(r"\W", "_", name.removesuffix(".js"))
