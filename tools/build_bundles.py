"""Make Streamlit's files small, and our typeface, ahead of the first start: `python -m tools.build_bundles`."""

import threading
from concurrent.futures import ThreadPoolExecutor

from components.server.static.bundles import installed
from components.state import typeface


def main() -> None:
    """Compress everything that the server would otherwise compress while it runs, on all cores."""
    bundles = installed()
    with ThreadPoolExecutor() as cores:
        # Largest first: the last file would otherwise keep one core busy alone.
        largest_first = sorted(bundles.texts, key=lambda address: -bundles.files[address].stat().st_size)
        list(cores.map(bundles.prepare, largest_first))
    bundles.prepare_all(threading.Event())
    typeface.web_file(), typeface.files()
    before = sum(bundles.files[address].stat().st_size for address in bundles.ready)
    after = sum(len(body) for body in bundles.ready.values())
    print(f"{len(bundles.ready)} files of Streamlit: {before / 1e6:.1f} MB, small {after / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
