"""Streamlit's own files reach the browser small, and nothing but those files does."""

import asyncio
import gzip
import io
import threading

import brotli
import pytest
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount
from starlette.staticfiles import StaticFiles

from components.server.static import fonts, page
from components.server.static.bundles import Bundles
from components.server.static.middleware import SmallFiles
from components.state.assets import encoding_for

INDEX = """<html lang="en">
  <head>
    <link
      rel="preload"
      href="./static/media/SourceSansVF-Upright.ttf.BsWL4Kly.woff2"
      as="font"
    />
    <title>Streamlit</title>
    <script type="module" src="./static/js/index.AAAAAAAA.js"></script>
  </head>
  <body></body>
</html>
"""
SHELL = b"// the shell of Streamlit\n" * 100
ADDRESS = "/static/js/index.AAAAAAAA.js"
ICONS = "/static/media/MaterialSymbols-Rounded.DDDDDDDD.woff2"


@pytest.fixture
def bundles(tmp_path):
    """The bundles of a folder like Streamlit's, with a secret beside it; nothing is ready yet."""
    static = tmp_path / "static"
    for folder in ("js", "media"):
        (static / "static" / folder).mkdir(parents=True)
    (static / "index.html").write_text(INDEX)
    (static / f".{ADDRESS}").write_bytes(SHELL)
    (static / "static/js/Selectbox.BBBBBBBB.js").write_text("import'./shared.CCCCCCCC.js'")
    (static / "static/js/shared.CCCCCCCC.js").write_text("export const a=1")
    (static / f".{ICONS}").write_bytes(b"no font at all")
    (tmp_path / "secret.AAAAAAAA.js").write_text("secret")
    return Bundles(static, tmp_path / "kept")


def ask(bundles, path, method="GET", **headers):
    """Ask as a server would, our middleware around plain static files; return status, headers, body."""
    static = Mount("/", StaticFiles(directory=bundles.index.parent, html=True))
    app = Starlette(
        routes=[static], middleware=[Middleware(SmallFiles, bundles=bundles, letters="/assets/0f/Arimo.woff2")]
    )
    sent = []

    async def receive():
        await asyncio.Event().wait()  # a browser that stays

    async def send(message):
        sent.append(message)

    given = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    scope = {"type": "http", "method": method, "path": path, "query_string": b"", "headers": given}
    asyncio.run(app(scope, receive, send))
    about = {name.decode(): value.decode() for name, value in sent[0]["headers"]}
    return sent[0]["status"], about, b"".join(message.get("body", b"") for message in sent[1:])


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("br;q=0, gzip;q=x", "gzip"),
        ("", None),
    ],
)
def test_a_browser_gets_the_smallest_body_that_it_takes(bundles, accepted, encoding):
    assert encoding_for(accepted) == encoding
    status, about, body = ask(bundles, ADDRESS, accept_encoding=accepted)
    unpacked = {"br": brotli.decompress, "gzip": gzip.decompress, None: bytes}[encoding](body)
    assert (status, about.get("content-encoding"), unpacked) == (200, encoding, SHELL)


def test_a_prepared_file_may_be_kept_for_ever_and_differs_by_encoding(bundles):
    bundles.prepare(ADDRESS)
    _, about, body = ask(bundles, ADDRESS, accept_encoding="br")
    assert body == brotli.compress(SHELL)
    assert (about["vary"], "immutable" in about["cache-control"]) == ("Accept-Encoding", True)
    assert about["content-type"].endswith("javascript")
    assert ask(bundles, ADDRESS, accept_encoding="br", if_none_match=about["etag"])[::2] == (304, b"")
    status, about, nothing = ask(bundles, ADDRESS, method="HEAD", accept_encoding="br")
    assert (status, about["content-length"], nothing) == (200, str(len(body)), b"")


@pytest.mark.parametrize(
    "path",
    [
        "/static/../../secret.AAAAAAAA.js",
        "/static/js/../js/index.AAAAAAAA.js",
        "/static/js/%2e%2e/js/index.AAAAAAAA.js",
        "//static/js/index.AAAAAAAA.js",
        "/static/js/index.AAAAAAAA.js/",
        "/STATIC/js/index.AAAAAAAA.js",
        "/static/js/unknown.AAAAAAAA.js",
    ],
)
def test_anything_but_an_exact_address_passes_on(bundles, path):
    _, about, body = ask(bundles, path, accept_encoding="br")
    assert "content-encoding" not in about
    assert b"secret" not in body


def test_a_change_or_a_part_is_left_to_streamlit(bundles):
    assert ask(bundles, ADDRESS, method="POST", accept_encoding="br")[0] == 405
    status, about, body = ask(bundles, ADDRESS, accept_encoding="br", range="bytes=0-1")
    assert (status, body, "content-encoding" in about) == (206, SHELL[:2], False)


@pytest.mark.parametrize("damage", [b"", b"short", b"x" * 500])
def test_a_damaged_file_is_made_again_and_never_served(bundles, damage):
    bundles.prepare(ADDRESS)
    (kept,) = bundles.folder.iterdir()
    whole = kept.read_bytes()
    kept.write_bytes(damage)
    bundles.ready.clear()
    bundles.prepare(ADDRESS)
    assert brotli.decompress(bundles.ready[ADDRESS]) == SHELL
    assert kept.read_bytes() == whole


def test_another_streamlit_under_the_same_name_is_compressed_anew(bundles):
    bundles.prepare(ADDRESS)
    bundles.files[ADDRESS].write_bytes(b"// patched")
    bundles.prepare(ADDRESS)
    assert brotli.decompress(bundles.ready[ADDRESS]) == b"// patched"


def test_a_folder_that_cannot_be_written_leaves_the_files_in_memory(bundles):
    bundles.folder.write_text("a file where the folder should be")
    bundles.prepare_all(threading.Event())
    assert bundles.texts == bundles.ready.keys()


def test_the_page_is_ours_and_asks_early_for_what_comes_late(bundles):
    status, about, body = ask(bundles, "/", accept_encoding="br")
    html = brotli.decompress(body).decode()
    assert (status, about["cache-control"], about["vary"]) == (200, "no-cache", "Accept-Encoding")
    assert '<html lang="id">' in html
    assert "<title>Cakupan</title>" in html
    assert "SourceSansVF" not in html
    # Both names lead to one file, which is asked for before anything else.
    assert html.count("src:url(./assets/0f/Arimo.woff2)") == 2
    assert '<link rel="preload" as="font" type="font/woff2" crossorigin href="./assets/0f/Arimo.woff2">' in html
    assert [name in html for name in ("Selectbox.BBBBBBBB.js", "shared.CCCCCCCC.js")] == [True, True]
    assert html.count(ADDRESS) == 1
    assert ask(bundles, "/", accept_encoding="br", if_none_match=about["etag"])[::2] == (304, b"")


def test_an_index_of_another_make_stays_as_it_is(bundles):
    bundles.index.write_text(INDEX.replace("<title>Streamlit</title>", "<title>Arus</title>"))
    assert ask(bundles, "/")[2] == bundles.index.read_bytes()


def test_own_files_are_preloaded_in_the_way_they_are_asked_for():
    html = page.derive(INDEX, ["/assets/0f/map.js", "/assets/0f/geometry.json"], "/assets/0f/Arimo.woff2")
    assert 'rel="modulepreload" fetchpriority="low" crossorigin href="./assets/0f/map.js"' in html
    assert 'as="fetch" fetchpriority="low" crossorigin href="./assets/0f/geometry.json"' in html


def test_a_font_that_cannot_be_cut_is_served_whole(bundles):
    bundles.prepare(ICONS)
    assert ask(bundles, ICONS)[2] == b"no font at all"


def test_the_cut_font_is_asked_for_again_since_its_name_stays(bundles):
    bundles.ready[ICONS] = b"cut"
    _, about, body = ask(bundles, ICONS, accept_encoding="br")
    assert (body, about["cache-control"], about["content-type"]) == (b"cut", "no-cache", "font/woff2")


def test_a_font_keeps_the_icons_wanted_and_no_other(tmp_path):
    letters = {letter: letter for letter in "abcdef"}
    builder = FontBuilder(unitsPerEm=1000)
    builder.setupGlyphOrder([".notdef", *letters, "icon_cab", "icon_fed"])
    builder.setupCharacterMap({ord(letter): name for letter, name in letters.items()})
    builder.setupGlyf({name: Glyph() for name in builder.font.getGlyphOrder()})
    builder.setupHorizontalMetrics(dict.fromkeys(builder.font.getGlyphOrder(), (500, 0)))
    builder.setupHorizontalHeader()
    builder.setupOS2()
    builder.setupPost()
    rules = "feature liga {sub c a b by icon_cab; sub f e d by icon_fed;} liga;"
    addOpenTypeFeaturesFromString(builder.font, rules)
    builder.save(tmp_path / "whole.ttf")
    cut = TTFont(io.BytesIO(fonts.cut(tmp_path / "whole.ttf", {"cab"})))
    assert cut.flavor == "woff2"
    assert {chr(code) for code in cut.getBestCmap()} == set("abc")
    assert len(cut.getGlyphOrder()) == len([".notdef", "a", "b", "c", "the icon"])
