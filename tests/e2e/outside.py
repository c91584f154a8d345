"""The world beyond this machine: cut off, silent, or played by stand-ins."""

import base64
import re
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, Route

HERE = {"127.0.0.1", "localhost"}
OUTSIDE = re.compile(r"^https://")
# A map library that takes every call and does nothing: the frame is tried here, not Leaflet.
LIBRARY = """(() => { const any = new Proxy(function () {}, {
    get: (_target, name) => (name === Symbol.toPrimitive ? () => '' : any), apply: () => any, construct: () => any });
    for (const name of ['L', '$', 'jQuery', 'bootstrap']) window[name] ??= any; })()"""
PIXEL = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg=="
TILE = base64.b64decode(PIXEL)
FRAME = re.compile(r"/component/streamlit_folium\.st_folium/index\.html")
# Speaks Streamlit's protocol as the street map does, without a map: a press of its button is a click on Kaur.
STAND_IN = """<button>Kaur</button><script>
    const tell = (type, more) => parent.postMessage({ isStreamlitMessage: true, type, ...more }, '*');
    const clicked = (drawing) =>
        tell('streamlit:setComponentValue', { dataType: 'json', value: { last_active_drawing: drawing } });
    addEventListener('message', () => clicked(null), { once: true });
    document.querySelector('button').onclick = () => clicked({ properties: { region_code: '17.04' } });
    tell('streamlit:componentReady', { apiVersion: 1 });
    tell('streamlit:setFrameHeight', { height: 500 });
</script>"""


def cut_internet(context: BrowserContext) -> None:
    """Pull the cable: this machine is reachable, nothing else is."""

    def pass_or_cut(route: Route) -> None:
        if urlsplit(route.request.url).hostname in HERE:
            route.continue_()
        else:
            route.abort("internetdisconnected")

    context.route(re.compile(r"^https?://"), pass_or_cut)


def join_internet(context: BrowserContext) -> None:
    """Let the outside world answer with stand-ins."""

    def answer(route: Route) -> None:
        kinds = {"script": (LIBRARY, "text/javascript"), "stylesheet": ("", "text/css")}
        body, kind = kinds.get(route.request.resource_type, (TILE, "image/png"))
        route.fulfill(body=body, content_type=kind, headers={"access-control-allow-origin": "*"})

    context.route(OUTSIDE, answer)


def lose_every_packet(context: BrowserContext) -> None:
    """A line that never answers, as in a hotel: worse than one that is cut."""
    context.route(OUTSIDE, lambda _route: None)


def replace_frame(context: BrowserContext) -> None:
    """A stand-in for the street map's own frame, which tells what Leaflet would tell."""
    context.route(FRAME, lambda route: route.fulfill(body=STAND_IN, content_type="text/html"))
