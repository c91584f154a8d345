"""Files of ours that a browser fetches once: by their hash, compressed, and nothing else."""

import asyncio
import gzip

import brotli
import pytest
from starlette.applications import Starlette

from components.state import assets

MODULE = b"export const a = 1; // " + b"a" * 200


@pytest.fixture(autouse=True)
def _folder(tmp_path, monkeypatch):
    monkeypatch.setattr(assets, "FOLDER", tmp_path / "assets")
    assets._read.cache_clear()
    yield
    assets._read.cache_clear()


@pytest.fixture
def address():
    """The address of a published module and its stylesheet."""
    return assets.publish({"map.js": MODULE, "map.css": b"p {}"})


def ask(path, **headers):
    """Ask as a server would; return status, headers and body."""
    sent = []

    async def receive():
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message):
        sent.append(message)

    given = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "method": "GET", "path": path, "query_string": b"", "headers": given}
    asyncio.run(Starlette(routes=assets.routes)(scope, receive, send))
    about = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], about, b"".join(message.get("body", b"") for message in sent[1:])


def test_an_address_changes_with_any_of_its_files(address):
    assert assets.publish({"map.css": b"p {}", "map.js": MODULE}) == address
    others = [{"map.js": MODULE}, {"map.js": MODULE, "map.css": b"p{}"}, {"map.js": MODULE, "css.map": b"p {}"}]
    assert len({address, *(assets.publish(files) for files in others)}) == 1 + len(others)


def test_a_widget_is_published_with_all_that_it_imports_side_by_side(tmp_path):
    for name, text in {
        "list/list.js": 'import { row } from "./row.js";\nexport const list = row;\n',
        "list/row.js": 'import {\n  el,\n} from "../shared/dom.js";\nexport const row = el;\n',
        "list/list.css": '@import "./row.css";\np {}\n',
        "list/row.css": "i {}\n",
        "shared/dom.js": "export const el = 1;\n",
        "shared/other.js": "export const other = 2;\n",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    found = assets.publish_widget(tmp_path / "list" / "list.js")
    folder = found["script"].removesuffix("/list.js")
    assert found == {"script": f"{folder}/list.js", "style": f"{folder}/list.css"}
    assert b'from "./dom.js"' in ask(f"{folder}/row.js")[2]
    assert ask(f"{folder}/dom.js")[2] == b"export const el = 1;\n"
    assert ask(f"{folder}/list.css")[2] == b"i {}\np {}\n"
    assert ask(f"{folder}/other.js")[0] == 404


def test_two_modules_of_one_name_cannot_lie_side_by_side(tmp_path):
    (tmp_path / "other").mkdir()
    (tmp_path / "table.js").write_text('import { a } from "./other/table.js";\n')
    (tmp_path / "other" / "table.js").write_text("export const a = 1;\n")
    with pytest.raises(ValueError, match="two modules of one name"):
        assets.publish_widget(tmp_path / "table.js")


def test_bytes_that_move_from_one_file_to_the_next_are_another_address():
    assert assets.publish({"a.js": b"12", "b.js": b"3"}) != assets.publish({"a.js": b"1", "b.js": b"23"})


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [("gzip, deflate, br, zstd", "br"), ("gzip, deflate", "gzip"), ("br;q=0, gzip", "gzip"), ("", None)],
)
def test_a_browser_gets_the_smallest_body_that_it_takes(address, accepted, encoding):
    status, about, body = ask(f"{address}/map.js", accept_encoding=accepted)
    assert (status, about.get("content-encoding"), about["vary"]) == (200, encoding, "Accept-Encoding")
    assert {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[encoding](body) == MODULE
    assert encoding is None or len(body) < len(MODULE)


def test_a_file_may_be_kept_for_ever_and_is_what_its_name_says(address):
    kinds = [ask(f"{address}/{name}", accept_encoding="br")[1] for name in ("map.js", "map.css")]
    assert ["immutable" in about["cache-control"] for about in kinds] == [True, True]
    assert [about["content-type"].split(";")[0] for about in kinds] == ["text/javascript", "text/css"]
    assert kinds[0]["x-content-type-options"] == "nosniff"


def test_a_browser_that_has_it_is_told_so(address):
    etag = ask(f"{address}/map.js")[1]["etag"]
    status, about, body = ask(f"{address}/map.js", if_none_match=etag)
    assert (status, body, about["etag"]) == (304, b"", etag)
    assert ask(f"{address}/map.js", if_none_match='"0123456789abcdef"')[0] == 200


@pytest.mark.parametrize(
    "name",
    [
        "map.mjs",
        "MAP.js",
        "map.js.br",
        "../secret.txt",
        "..%2fsecret.txt",
        "%2e%2e/secret.txt",
        ".",
        "",
        "map.js\0",
    ],
)
@pytest.mark.parametrize("accepted", ["br", ""])
def test_anything_but_an_exact_name_is_not_found(address, name, accepted):
    (assets.FOLDER / "secret.txt").write_text("secret")
    (assets.FOLDER / "secret.txt.br").write_text("secret")
    status, _about, body = ask(f"{address}/{name}", accept_encoding=accepted)
    assert (status, b"secret" in body, MODULE in body) == (404, False, False)


@pytest.mark.parametrize("folder", ["0123456789abcdef", "..", ".", "0123456789abcde/", "x" * 16, "²" * 16])
def test_an_unknown_address_is_not_found(folder):
    assert ask(f"/assets/{folder}/map.js")[0] == 404


def test_a_file_that_arrives_after_it_was_asked_for_is_found():
    later = {"map.js": MODULE + b"2"}
    address = assets.publish(later)
    path = assets.FOLDER / address.removeprefix("/assets/") / "map.js"
    path.unlink()
    assert ask(f"{address}/map.js")[0] == 404
    assets.publish(later)
    assert ask(f"{address}/map.js")[2] == later["map.js"]


def test_nothing_half_written_is_left_behind(address):
    folder = assets.FOLDER / address.removeprefix("/assets/")
    assert {path.name.removesuffix(".br").removesuffix(".gzip") for path in folder.iterdir()} == {"map.js", "map.css"}
