"""One sentence for each error: every code has its own, and names only what it brings."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from components.language.error_messages import PROBLEMS, problem_sentence
from components.language.i18n import use_language
from components.language.markdown import plain
from errors import DataError

ROOT = Path(__file__).parents[3]


@pytest.fixture(autouse=True, params=["id", "en"])
def language(request):
    use_language(request.param)
    yield request.param
    use_language("id")


# Which argument of a call is the code, and what the call adds to the particulars that it is given.
REFUSALS = {
    "DataError": (0, ()),
    "refusal": (0, ("file", "place")),
    "_refuse": (2, ("file", "place", "column", "found")),
    "_refusal": (0, ("file", "place", "found", "expected")),
    "_refuse_others": (2, ("file", "place", "column", "found")),
}


def looked_up(file, pattern):
    """The codes that a file looks up in a table of its own, so that no call names them."""
    tree = ast.parse((ROOT / file).read_text())
    texts = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
    return {text for text in texts if re.fullmatch(pattern, text)}


@cache
def raised():
    """Every code that a file may cause, each with the particulars that come with it, from the syntax of the code."""
    files = [
        path
        for folder in ("data", "geo", "sandbox", "components/screens/upload")
        for path in (ROOT / folder).rglob("*.py")
    ]
    files.append(ROOT / "components/screens/own_breaks.py")
    calls = [node for path in files for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.Call)]
    found = set()
    for call in calls:
        place, added = REFUSALS.get(getattr(call.func, "id", getattr(call.func, "attr", "")), (0, None))
        if added is not None and isinstance(call.args[place], ast.Constant):
            found.add((call.args[place].value, frozenset({*added, *(word.arg for word in call.keywords)})))
    found |= {(code, frozenset({"reason"})) for code in looked_up("data/store/storage_errors.py", "store_[a-z_]+")}
    found |= {(code, frozenset({"file", "found"})) for code in looked_up("geo/uploads/worker.py", "outlines_of_[a-z]+")}
    return sorted(found, key=lambda pair: (pair[0], sorted(map(str, pair[1]))))


def raised_codes():
    return list(dict.fromkeys(code for code, _particulars in raised()))


PARTICULARS = {
    "file": "angka.csv",
    "place": "7",
    "column": "numerator",
    "columns": ["numerator", "denominator"],
    "found": "{x}",
    "expected": ["a", "b"],
    "reason": "EOF",
    "dataset": "cakupan",
    "who": "ani@contoh.id",
    "when": "2026-11-20",
    "number": "7",
    "action": "publish",
    "role": "viewer",
    "sign": ",",
    "most": "8",
}


def test_the_codes_are_found():
    assert {"file_missing", "number_bad", "key_repeated", "outlines_empty"} <= set(raised_codes())


def shown(error):
    """The sentence as Markdown shows it."""
    return re.sub(r"\\([^\w\s])", r"\1", problem_sentence(error))


@pytest.mark.parametrize("code", raised_codes())
def test_every_problem_has_a_sentence_of_its_own(code):
    said = shown(DataError(code, **PARTICULARS))
    assert code not in said
    assert not re.search("{(?!x})", said)


@pytest.mark.parametrize(("code", "given"), raised())
def test_a_sentence_names_only_what_its_problem_brings(code, given):
    marks = {name: f"<{name}>" for name in PARTICULARS}
    named = set(re.findall("<([a-z]+)>", shown(DataError(code, **marks))))
    assert named <= given


def test_no_two_problems_share_a_sentence():
    said = [shown(DataError(code, **PARTICULARS)) for code in raised_codes()]
    assert len(set(said)) == len(said)


def test_no_sentence_is_kept_for_a_problem_that_nobody_raises():
    assert "file_missing" in PROBLEMS
    assert set(PROBLEMS) <= set(raised_codes())


def test_a_problem_without_particulars_leaves_no_brace():
    for code in raised_codes():
        assert not re.search("[{}]", shown(DataError(code)))


def test_a_list_of_columns_is_read_as_words():
    said = shown(DataError("column_missing", file="angka.csv", columns=["numerator", "denominator"]))
    assert "numerator, denominator" in said
    assert "[" not in said


def test_what_a_file_brings_is_shown_as_text_and_never_as_markup():
    said = problem_sentence(DataError("file_missing", file="![](https://example.org/x.png)"))
    assert "![](" not in said


@pytest.mark.parametrize("icon", [":material/delete:", ":streamlit:"])
def test_a_name_is_never_an_icon(icon):
    assert icon not in plain(f"a {icon} b").replace("\\", "")
