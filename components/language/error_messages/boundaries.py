"""A file of boundaries, bundled or uploaded, that cannot be used."""

from components.language.i18n import N_

PROBLEMS = {
    "outline_form_unknown": N_(
        "The file {file} is no zipped shapefile, GeoJSON or GeoPackage: export it again in one of these forms."
    ),
    "outline_shapefile_alone": N_(
        "The file {file} is one part of a shapefile: pack its .shp, .shx, .dbf and .prj into one zip."
    ),
    "outline_unreadable": N_("The boundaries in {file} are damaged or incomplete: export them again."),
    "outlines_of_country": N_(
        "The file {file} holds the boundary of the country, not of its regencies: choose a file of kabupaten and kota."
    ),
    "outlines_of_province": N_(
        "The file {file} holds {found} provinces, not regencies: choose a file of kabupaten and kota (level 2)."
    ),
    "outlines_of_district": N_(
        "The file {file} holds {found} districts (kecamatan), not regencies: join them by kabupaten and kota, or choose a file of those."
    ),
    "outlines_of_village": N_(
        "The file {file} holds {found} villages (desa, kelurahan), not regencies: join them by kabupaten and kota, or choose a file of those."
    ),
    "outline_layer_unknown": N_("The file {file} has no layer “{found}”: choose one from the list."),
    "outlines_empty": N_("The file {file} holds no feature: export it again with its boundaries."),
    "too_many_features": N_(
        "The file {file} has {found} features, at most {expected} are read: leave out those of other regions."
    ),
    "too_many_columns": N_(
        "The table of the boundaries in {file} has {found} columns, at most {expected} are read: leave out the others."
    ),
    "too_many_vertices": N_(
        "The boundaries in {file} have {found} points, at most {expected} are read: simplify them, or upload them by province."
    ),
    "crs_unknown": N_(
        "“{found}” is no coordinate system that is known here: write a code of the EPSG register, such as EPSG:32747."
    ),
    "outlines_unknown": N_("There are no boundaries “{found}”: open the map again from the menu."),
}
