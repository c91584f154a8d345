"""All regions by every writing that Unggah knows, for whoever looks one up: on the map, in Profil, in a deck."""

import json
from typing import Any

from components.state import assets, reference
from components.state.memo import remember
from geo.matching.gazetteer import other_names
from geo.matching.spelling import ADMINISTRATIVE, GLUED, TYPES, WRITTEN_OUT


def region_index() -> dict[str, Any]:
    """`spelling`: how a name may be written; `regions`: code, type and names, the official one first."""
    others = other_names(reference.regions())
    spelling = {
        "types": TYPES,
        "glued": list(GLUED),
        "written": WRITTEN_OUT,
        "administrative": sorted(ADMINISTRATIVE),
    }
    rows = reference.regions()
    rows = rows[rows["level"] != "country"]
    shown = reference.names()
    return {
        "spelling": spelling,
        "regions": [
            [row.region_code, row.type, shown[row.region_code], [row.name, *others.get(row.region_code, [])]]
            for row in rows.itertuples()
        ],
    }


@remember()
def region_index_url() -> str:
    """Address of the index: 20 kB, of which a browser fetches 7 once it looks something up."""
    body = json.dumps(region_index(), separators=(",", ":"), ensure_ascii=False).encode()
    return assets.publish({"regions.json": body}) + "/regions.json"
