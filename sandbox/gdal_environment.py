"""The environment in which GDAL reads an upload: three formats, no network, nothing but the file itself."""

from functools import cache

FORMATS = ("ESRI Shapefile", "GeoJSON", "GPKG")


@cache
def gdal_environment() -> dict[str, str]:
    """Return the settings that must stand before GDAL loads.

    Without `OGR_SKIP` a VRT that is named .geojson, or lies in a zip, reads any file of the server: GDAL goes
    by what stands in a file. Which formats there are differs by build, so they are asked for.
    """
    import pyogrio  # noqa: PLC0415  the server loads it only once somebody uploads boundaries

    skipped = ",".join(sorted(set(pyogrio.list_drivers()) - set(FORMATS)))
    return {
        "OGR_SKIP": skipped,
        "GDAL_DRIVER_PATH": "disable",  # no plugins
        "GDAL_DISABLE_READDIR_ON_OPEN": "TRUE",
        "GDAL_HTTP_MAX_RETRY": "0",
        "GDAL_HTTP_TIMEOUT": "1",
        "GDAL_PAM_ENABLED": "NO",  # no .aux.xml beside the file
        "CPL_VSIL_CURL_ALLOWED_EXTENSIONS": ".none",
        "OGR_SQLITE_LOAD_EXTENSIONS": "NO",
        "OGR_SQLITE_ALLOW_EXTERNAL_ACCESS": "NO",
        # Megabytes that one feature may need: without memory for the next GDAL crashes; an archipelago fits.
        "OGR_GEOJSON_MAX_OBJ_SIZE": "200",
        "PROJ_NETWORK": "OFF",
    }
