"""Make ready what the first visitor will ask for, while the server already answers."""

import gc
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import streamlit as st
from starlette.concurrency import run_in_threadpool

from components.explorer import data_urls
from components.server import static
from components.state import boundary_cache, cache, records
from components.state.error_log import in_background
from components.state.selection import DEFAULTS
from errors import DataError
from geo.classify import classify


@asynccontextmanager
async def warmed(app: st.App) -> AsyncIterator[None]:
    """What `st.App(lifespan=…)` takes: the store as a power cut left it put right before anything is served, the
    small files of the delivery, and the figures of the first screen.
    """
    await run_in_threadpool(records.recovered)
    in_background("first screen", _prepare)
    async with static.prepared(app):
        yield


def _prepare() -> None:
    """The default view, then the country; what is broken is told to the visitor who asks for it."""
    first = (DEFAULTS["set"], DEFAULTS["indicator"], DEFAULTS["segment"])
    try:
        # Loads what reckons the classes.
        classify([1.0, 2.0, 3.0], DEFAULTS["scheme"])
        boundaries = boundary_cache.newest_boundaries()
        for area in (DEFAULTS["area"], "ID"):
            data_urls.values_url(first, (area, "regency", ""), "month")
            data_urls.geometry_url(area, "regency", boundaries)
        cache.latest(DEFAULTS["set"], DEFAULTS["area"])
    except DataError:
        return
    finally:
        # What is warm stays as long as the server: the collector need not walk it again (see config.toml).
        gc.collect()
        gc.freeze()
