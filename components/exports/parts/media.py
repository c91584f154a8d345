"""What each file is called on the wire; apart from their makers, whose libraries take a second to load."""

# Media type by ending; the ending is also what the browser is told to save.
TYPES = {
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "pdf": "application/pdf",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "csv": "text/csv",
    "geojson": "application/geo+json",
    "gpkg": "application/geopackage+sqlite3",
    "zip": "application/zip",
    "txt": "text/plain; charset=utf-8",
}
