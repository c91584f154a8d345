"""The figures as Markdown for docs/measurements.md: two tables, the targets, and how it was measured."""

import os
import platform
import statistics
from importlib.metadata import version

import psutil

from tests.bench.contestants import CONTESTANTS, HELD, OURS, RELEASED
from tests.bench.measure import HELD_MOVES, MOVES, Figures, Load, Move

PACKAGES = ("streamlit", "plotly", "folium", "streamlit-folium")
HOW = f"""How it was measured: each app on its own server, which one visitor had opened before; headless Chromium with
an empty profile; the same outlines and figures for all. Bytes are those that reached the browser through a counting
forwarder: HTTP headers, websocket and CDN files included. A move is timed from the key (or, with the slider held,
from its `input` event) to the moment after the frame in which the map's colours last changed, {HELD_MOVES} moves
with the slider held and {MOVES} of each other kind.
What is watched: {{watched}}. folium and `px.choropleth` fetch files from public CDNs: these came from this machine,
compressed, so their time is too kind by the distance to a CDN. The slow line is Chromium's own emulation."""


def as_markdown(shape: str, results: list[Figures], missing: set[str]) -> str:
    """The whole report; missing: CDN addresses that could not be answered."""
    watched = "; ".join(f"{one.name}: {one.painted}" for one in CONTESTANTS if one.moves)
    notes = [f"CDN files not found: {', '.join(sorted(missing))}."] if missing else []
    parts = [_machine(shape, results), _moving(results), _opening(results), _files(results[0]), _targets(results)]
    return "\n\n".join([*parts, HOW.format(watched=watched), *notes]) + "\n"


def _machine(shape: str, results: list[Figures]) -> str:
    memory = psutil.virtual_memory().total / 2**30
    packages = ", ".join(f"{name} {version(name)}" for name in PACKAGES)
    return (
        f"{shape}. {os.cpu_count()} cores, {memory:.0f} GB memory, {platform.system()}, load {os.getloadavg()[0]:.1f}; "
        f"Chromium {results[0].chromium}, Python {platform.python_version()}, {packages}."
    )


def _moving(results: list[Figures]) -> str:
    rows = [
        "| moving the period | repainted, median | p95 | bytes a move | server CPU a move |",
        "|---|---|---|---|---|",
    ]
    for one in results:
        for way, moves in one.moves.items():
            name = f"{one.contestant.name}, {way}" if one.contestant is OURS else one.contestant.name
            times = [_ms(_median(moves)), _ms(_p95(moves))]
            rows.append(f"| {name} | {' | '.join(times)} | {_kb(_bytes(moves))} | {_ms(_cpu(moves))} |")
    return "\n".join(rows)


def _opening(results: list[Figures]) -> str:
    rows = [
        "| opening the page | first visit | painted | painted at 1.6 Mbit/s, 150 ms | second visit |",
        "|---|---|---|---|---|",
    ]
    for one in results:
        cold, slow, second = (one.loads[kind] for kind in ("cold", "slow", "second"))
        cells = [_kb(cold.received), _s(cold), _s(slow), _kb(second.received)]
        rows.append(f"| {one.contestant.name} | {' | '.join(cells)} |")
    return "\n".join(rows)


def _files(ours: Figures) -> str:
    """Our own files on the wire and unpacked: boundaries, figures, and the modules together."""
    data = {name: sizes for name, sizes in ours.files.items() if name.endswith(".json")}
    modules = [sizes for name, sizes in ours.files.items() if name not in data]
    data[f"{len(modules)} modules and styles"] = [sum(sizes) for sizes in zip(*modules, strict=True)]
    return "\n".join(f"- {name}: {_kb(packed)} ({_kb(plain)} unpacked)" for name, (packed, plain) in data.items())


def _targets(results: list[Figures]) -> str:
    ours = results[0]
    held = ours.moves[HELD]
    fastest = min((_median(one.moves[RELEASED]) for one in results[1:] if RELEASED in one.moves), default=float("nan"))
    cold, slow, second = (ours.loads[name] for name in ("cold", "slow", "second"))
    sizes = [packed for name, (packed, _plain) in ours.files.items() if name.endswith(".json")]
    targets = [
        ("a move repaints within one frame: median at most 16 ms", _median(held) <= 0.016, _ms(_median(held))),
        ("and 95 % of the moves within 33 ms", _p95(held) <= 0.033, _ms(_p95(held))),
        ("it costs no bytes", _bytes(held) == 0, _kb(_bytes(held))),
        ("and the server nothing: at most 5 ms of CPU, its own idling", _cpu(held) <= 0.005, _ms(_cpu(held))),
        ("at least 25 times faster than each", _median(held) * 25 <= fastest, f"{fastest / _median(held):.0f} times"),
        ("outlines and figures under 60 kB each", max(sizes) < 60_000, ", ".join(map(_kb, sizes))),
        ("a cold first load of at most 1.0 MB", cold.received <= 1_000_000, _kb(cold.received)),
        ("the map within 7 s on the slow line", (slow.seconds or 99) <= 7, _s(slow)),
        ("a second visit of at most 30 kB", second.received <= 30_000, _kb(second.received)),
    ]
    return "\n".join(f"- {'met' if met else '**not met**'}: {text} ({found})" for text, met, found in targets)


def _times(moves: list[Move]) -> list[float]:
    return sorted(move.seconds for move in moves if move.seconds is not None) or [float("nan")]


def _median(moves: list[Move]) -> float:
    return statistics.median(_times(moves))


def _p95(moves: list[Move]) -> float:
    """The smallest time that 95 of 100 moves do not exceed (nearest rank)."""
    times = _times(moves)
    return times[-(-95 * len(times) // 100) - 1]


def _bytes(moves: list[Move]) -> float:
    return statistics.mean(move.received for move in moves)


def _cpu(moves: list[Move]) -> float:
    return statistics.mean(move.cpu_seconds for move in moves)


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:,.0f} ms" if seconds >= 0.0095 else f"{seconds * 1000:.1f} ms"


def _kb(count: float) -> str:
    return (
        f"{count / 1000:,.0f} kB" if count >= 10_000 else f"{count / 1000:.1f} kB" if count >= 100 else f"{count:.0f} B"
    )


def _s(load: Load) -> str:
    return f"{load.seconds:.1f} s" if load.seconds else "never"
