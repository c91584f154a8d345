"""Workers that do what a hostile file may make a reader do; the tests run them in a child."""

import contextlib
import ctypes
import os
import subprocess
import sys
import time
from pathlib import Path

import pyarrow as pa

from errors import DataError


def answer(request, content):
    """Do as the request's `do` says."""
    return globals()[request["do"]](request, content)


def return_all(request, content):
    return {"got": request, "size": len(content)}, {"table": pa.table({"a": ["x", "y"]})}


def refuse(_request, _content):
    raise DataError("column_missing", file="a.csv", columns={"b", "a"}, place=3)


def spin(_request, _content):
    while True:
        pass


def sleep(_request, _content):
    time.sleep(600)


def fill_memory(_request, _content):
    blocks = []
    while True:
        blocks.append(bytearray(50_000_000))


def crash(_request, _content):
    ctypes.string_at(0)


def fail(_request, _content):
    raise ZeroDivisionError("\nWARNING a line that the file made up")


def abort(_request, _content):
    os.write(2, b"memory allocation of 8000000000 bytes failed\n")
    os.abort()


def exit_silently(_request, _content):
    os._exit(0)


def write_much(_request, _content):
    Path("much").write_bytes(bytes(400_000_000))


def write_many(_request, _content):
    for number in range(4):
        Path(f"many{number}").write_bytes(bytes(40_000_000))
    return {}, {}


def lie(_request, _content):
    Path("answer.json").write_text('{"said": {}, "tables": ["gone"]}')
    os._exit(0)


def show_environment(_request, _content):
    return {
        "environment": dict(os.environ),
        "files": sorted(path.name for path in Path().iterdir()),
        "open": _open_files(),
    }, {}


def _open_files():
    found = []
    for one in Path("/proc/self/fd").iterdir():
        with contextlib.suppress(FileNotFoundError):  # the listing's own is closed by now
            found.append(str(one.readlink()))
    return found


def leave_a_process(_request, _content):
    command = "import time; time.sleep(600)"
    return {"pid": subprocess.Popen([sys.executable, "-c", command]).pid}, {}  # noqa: S603  a sleeper of our own


def list_formats(_request, _content):
    import pyogrio  # noqa: PLC0415  only this one needs it, and below the environment's limits

    return {"formats": sorted(pyogrio.list_drivers())}, {}


def read_with_gdal(request, content):
    """What a worker would read that gave GDAL the upload under its own ending, or its zip."""
    import pyogrio  # noqa: PLC0415

    Path(request["as"]).write_bytes(content)
    try:
        _about, _ids, _shapes, fields = pyogrio.raw.read(request["path"])
    except pyogrio.errors.DataSourceError:
        return {"read": None}, {}
    return {"read": [str(cell) for field in fields for cell in field]}, {}
