"""What the child process runs: its limits first, then the worker, then its answer as JSON and Arrow.

Run by `child.py` as a file, in a folder that holds `request.json` and `content`. Nothing heavy is imported
before the limits hold, and nothing of the file is ever run or unpickled.
"""

import contextlib
import errno
import importlib
import json
import sys
from pathlib import Path
from typing import Any

ROOT = str(Path(__file__).parents[1])


def set_limits(memory: int, seconds: int, written: int) -> None:
    """Set what the system itself enforces; where it knows no such limit (Windows), the parent watches alone."""
    with contextlib.suppress(ImportError):
        import resource  # noqa: PLC0415  not on Windows

        limits = (
            (resource.RLIMIT_AS, memory, memory),
            (resource.RLIMIT_CPU, seconds, seconds + 1),  # at the second one no last word is possible
            (resource.RLIMIT_FSIZE, written, written),
            (resource.RLIMIT_CORE, 0, 0),  # a core would lay the upload on the server's disk
        )
        for which, most, utmost in limits:
            with contextlib.suppress(ValueError, OSError):  # macOS knows RLIMIT_AS and refuses to lower it
                resource.setrlimit(which, (most, utmost))


def run(worker: str, folder: Path) -> str:
    """Run the worker's `answer`, write its tables, and return what `answer.json` is to hold."""
    sys.path.insert(0, ROOT)
    from errors import DataError  # noqa: PLC0415  below the limits, as all that is ours

    try:
        request = json.loads((folder / "request.json").read_text(encoding="utf-8"))
        said, tables = importlib.import_module(worker).answer(request, (folder / "content").read_bytes())
        for name, table in tables.items():
            _write_table(folder / f"{name}.arrow", table)
        return json.dumps({"said": said, "tables": list(tables)})
    except DataError as error:
        return json.dumps({"code": error.code, "particulars": error.particulars}, default=_plain)
    except MemoryError:
        return json.dumps({"ended": "memory"})
    except OSError as error:
        if error.errno != errno.EFBIG:
            raise
        return json.dumps({"ended": "written"})


def _write_table(path: Path, table: Any) -> None:
    import pyarrow as pa  # noqa: PLC0415  as above

    # One batch, and no metadata of pandas: the parent then reads it where it lies, without a copy.
    whole = table.combine_chunks().replace_schema_metadata(None)
    with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_file(sink, whole.schema) as writer:
        writer.write_table(whole)


def _plain(value: object) -> object:
    """Return what JSON can hold of a particular: sets become lists, anything else its text."""
    return sorted(map(str, value)) if isinstance(value, set | frozenset) else str(value)


def main() -> None:
    """Run `boot.py <worker> <memory> <seconds> <written>` in the folder of the request."""
    worker, *limits = sys.argv[1:]
    set_limits(*map(int, limits))
    Path("answer.json").write_text(run(worker, Path.cwd()), encoding="utf-8")


if __name__ == "__main__":
    main()
