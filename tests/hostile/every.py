"""Every hostile file, group by group."""

from tests.hostile import boundaries, figures, texts, workbooks, xlsb, zips
from tests.hostile.case import Case

_GROUPS = (
    texts.encodings,
    texts.other_files,
    texts.dialects,
    texts.sizes,
    figures.numbers,
    figures.periods,
    figures.structures,
    figures.names,
    workbooks.xlsx_cells,
    workbooks.xlsx_parts,
    workbooks.text_bombs,
    workbooks.xls_files,
    workbooks.ods_files,
    xlsb.xlsb_files,
    zips.zips,
    boundaries.geojson_shapes,
    boundaries.geojson_texts,
    boundaries.shapefiles,
    boundaries.geopackages,
    boundaries.many_vertices,
)


def every_case() -> list[Case]:
    """Return all of them; the large ones are made only when `make` is called."""
    return [case for group in _GROUPS for case in group()]
