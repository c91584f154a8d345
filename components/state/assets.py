"""Files that a browser fetches once: addressed by their hash, compressed once, cacheable for ever."""

import gzip
import hashlib
import re
from functools import lru_cache
from pathlib import Path

import brotli
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from components.state import typeface
from components.state.whole_files import write_whole

REFUSED = re.compile(r"q=0(\.0*)?")
# Written out: what Python guesses depends on the machine, and a module script must have the right type.
TYPES = {
    ".js": "text/javascript",
    ".css": "text/css",
    ".svg": "image/svg+xml",
    ".json": "application/json",
    ".html": "text/html; charset=utf-8",
    ".woff2": "font/woff2",
}

# Beside the app and ignored by git: a browser opened before an upgrade still asks for the old hashes.
FOLDER = Path(__file__).parents[2] / ".cache" / "assets"
IMMUTABLE = "public, max-age=31536000, immutable"
# The best first; browsers take brotli over https and on localhost only, and an office network without https gets gzip.
ENCODINGS = {"br": brotli.compress, "gzip": gzip.compress}
DIGEST_LENGTH = 16
PART = re.compile(r'^@import "(\.[./\w]*/\w+\.css)";\n', re.MULTILINE)
NAME = re.compile(r"[A-Za-z0-9._-]+")
# Where one module says that it imports another: the way there, and its name.
IMPORT = re.compile(r'(?<=from ")(\.[./\w]*/)(\w+\.js)(?=";)')


def publish(files: dict[str, bytes]) -> str:
    """Store files that belong together and return the address they share, such as `/assets/3f…`.

    files: body by plain file name. One hash for all of them lets modules import each other by relative names.
    """
    digest = hashlib.sha256(b"".join(f"{name}:{len(body)};".encode() + body for name, body in sorted(files.items())))
    folder = digest.hexdigest()[:DIGEST_LENGTH]
    for name, body in files.items():
        path = FOLDER / folder / name
        if not path.exists():
            write_whole(path, body)
        for encoding, compress in ENCODINGS.items():
            compressed = path.with_name(f"{name}.{encoding}")
            if not compressed.exists():
                write_whole(compressed, compress(body))
    return f"/assets/{folder}"


def stylesheet(path: Path) -> str:
    """A stylesheet with the parts that it imports in their places: the browser fetches one file."""
    return PART.sub(lambda part: path.parent.joinpath(part[1]).read_text(), path.read_text())


@lru_cache(maxsize=16)
def publish_widget(entry: Path) -> dict[str, str]:
    """Store a module with all that it imports and its stylesheet; return the addresses that the loader asks for.

    Modules of several folders are published side by side, so no two of them may have one name.
    """
    texts: dict[Path, str] = {}
    waiting = [entry.resolve()]
    while waiting:
        path = waiting.pop()
        if path not in texts:
            texts[path] = path.read_text()
            waiting += [path.parent.joinpath(*way).resolve() for way in IMPORT.findall(texts[path])]
    files = {path.name: IMPORT.sub(r"./\2", text).encode() for path, text in texts.items()}
    if len(files) < len(texts):
        raise ValueError(f"two modules of one name: {sorted(texts)}")
    style = entry.with_suffix(".css")
    styles = {style.name: stylesheet(style).encode()} if style.exists() else {}
    address = f"{publish(files | styles)}/{entry.stem}"
    return {"script": f"{address}.js"} | ({"style": f"{address}.css"} if styles else {})


@lru_cache(maxsize=1)
def typeface_url() -> str:
    """Address of the letters that every page is set in."""
    name = f"{typeface.FAMILY}.woff2"
    return f"{publish({name: typeface.web_file()})}/{name}"


@lru_cache(maxsize=512)
def _read(folder: str, name: str) -> bytes | None:
    """The stored bytes of one exact name; anything that is not one of ours is None."""
    if len(folder) != DIGEST_LENGTH or not folder.isalnum() or not NAME.fullmatch(name):
        return None
    path = FOLDER / folder / name
    return path.read_bytes() if path.is_file() else None


async def serve(request: Request) -> Response:
    """Answer with the smallest body that the browser takes."""
    folder, name = request.path_params["folder"], request.path_params["name"]
    encoding = encoding_for(request.headers.get("accept-encoding", ""))
    body = None if name.endswith(tuple(ENCODINGS)) else _read(folder, f"{name}.{encoding}" if encoding else name)
    if body is None:
        _read.cache_clear()  # a miss must not outlive the file's arrival
        return PlainTextResponse("not found", status_code=404)
    headers = {
        "Cache-Control": IMMUTABLE,
        "ETag": f'"{folder}"',
        "Vary": "Accept-Encoding",
        "X-Content-Type-Options": "nosniff",
    }
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=304, headers=headers)
    if encoding:
        headers["Content-Encoding"] = encoding
    return Response(body, media_type=TYPES.get(Path(name).suffix), headers=headers)


routes = [Route("/assets/{folder}/{name}", serve)]


def encoding_for(accepted: str) -> str | None:
    """The best of our encodings in an Accept-Encoding header; None where the browser takes none of them."""
    offers = dict(offer.replace(" ", "").lower().partition(";")[::2] for offer in accepted.split(","))
    return next((name for name in ENCODINGS if name in offers and not REFUSED.fullmatch(offers[name])), None)
