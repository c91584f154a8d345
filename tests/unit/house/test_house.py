"""The house holds: imports run one way between packages, its plan tells the truth, and nothing grows too long."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
TOP = ("pages", "components", "data", "geo", "sandbox", "tools")
FILES = sorted(path for folder in TOP for path in (ROOT / folder).rglob("*.py"))
MODULES = {
    path.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".").removesuffix(".__init__"): path
    for path in FILES
}
PACKAGES = {name for name, path in MODULES.items() if path.name == "__init__.py"}
MOST_LINES, MOST_LINES_OF_A_FUNCTION = 250, 40


def imports_of(path):
    """The modules of ours that a file imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            for name in node.names:
                whole = f"{node.module}.{name.name}"
                yield whole if whole in MODULES else node.module


def package_of(module):
    return module if module in PACKAGES else module.rpartition(".")[0]


def package_imports():
    found = {}
    for module, path in MODULES.items():
        others = {package_of(one) for one in imports_of(path) if one in MODULES}
        found.setdefault(package_of(module), set()).update(others - {package_of(module)})
    return found


def reached(start, imports):
    seen, todo = set(), [start]
    while todo:
        for one in imports.get(todo.pop(), ()):
            if one not in seen:
                seen.add(one)
                todo.append(one)
    return seen


def test_no_packages_import_each_other():
    imports = package_imports()
    assert {package for package in imports if package in reached(package, imports)} == set()


def ways():
    """The rows of the table in docs/architecture.md: what a figure is of, and the files that it comes by."""
    page = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| ([^|]+) \| (`[^|]+`) \|$", page, re.MULTILINE)
    return {name: re.findall(r"`([^`]+)`", row) for name, row in rows}


@pytest.mark.parametrize("name", ["the map", "a ranking", "a profile", "a slide", "the scoreboard"])
def test_a_figure_comes_by_the_five_files_that_are_drawn(name):
    files = ways()[name]
    assert len(files) == 5
    for place, file in enumerate(files[1:], start=1):
        module = file.removesuffix(".py").replace("/", ".")
        assert any(module in set(imports_of(ROOT / before)) for before in files[:place]), (
            f"nothing before it imports {file}"
        )


def test_no_file_and_no_function_is_too_long():
    long_files = {path.name for path in FILES if len(path.read_text(encoding="utf-8").splitlines()) > MOST_LINES}
    functions = (
        (path.name, node)
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
    )
    long_functions = {
        f"{name}: {node.name}"
        for name, node in functions
        if node.end_lineno - node.lineno + 1 > MOST_LINES_OF_A_FUNCTION
    }
    assert long_files | long_functions == set()


def test_no_two_test_files_share_a_name():
    names = [path.name for path in (ROOT / "tests").rglob("test_*.py")]
    assert sorted({name for name in names if names.count(name) > 1}) == []
