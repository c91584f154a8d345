"""Hostile boundaries: GeoJSON, shapefiles and GeoPackages that are broken, lie, or are something else."""

import math

from tests.hostile.case import Boundaries, Case, Refused
from tests.hostile.shapes import KAUR, SQUARE, feature, geojson, geopackage, put, shapefile, square, with_sql
from tests.hostile.xlsx import zipped

VRT = '<OGRVRTDataSource><OGRVRTLayer name="passwd"><SrcDataSource>CSV:/etc/passwd</SrcDataSource></OGRVRTLayer></OGRVRTDataSource>'
ONE = Boundaries(1, frozenset())


def _noted(*codes: str, features: int = 1) -> Boundaries:
    return Boundaries(features, frozenset(codes))


def _polygon(*rings: list[list[float]]) -> bytes:
    return geojson([feature({"type": "Polygon", "coordinates": list(rings)})])


def geojson_shapes() -> list[Case]:
    """Rings and coordinates that no map could draw."""
    west, south = SQUARE[0]
    bow = [[west, south], [west + 0.1, south + 0.1], [west + 0.1, south], [west, south + 0.1], [west, south]]
    hole = square(west + 5, south, 0.01)
    nested = "[" * 100_000 + "]" * 100_000
    files: list[tuple[str, bytes, Boundaries | Refused]] = [
        ("plain", geojson([KAUR]), ONE),
        ("a ring that crosses itself", _polygon(bow), _noted("ring_crosses|pieces_dropped")),
        ("a hole outside its ring", _polygon(SQUARE, hole), _noted("hole_outside")),
        ("a ring that is open", _polygon(SQUARE[:-1]), _noted("ring_unclosed")),
        ("a ring of two points", _polygon([SQUARE[0], SQUARE[1], SQUARE[0]]), _noted("empty|collapsed|ring_short|pieces_dropped")),
        ("a ring of one point four times", _polygon([SQUARE[0]] * 4), _noted("collapsed|points_repeated|ring_short|empty|pieces_dropped")),
        ("points repeated", _polygon([SQUARE[0], *SQUARE]), _noted("points_repeated")),
        ("heights", _polygon([[*one, 100.0] for one in SQUARE]), ONE),
        ("an empty polygon", geojson([feature({"type": "Polygon", "coordinates": []}), KAUR]), _noted("empty", features=2)),
        ("no geometry", geojson([feature(None), KAUR]), _noted("empty", features=2)),
        ("a point beside a polygon", geojson([feature({"type": "Point", "coordinates": SQUARE[0]}), KAUR]), _noted("not_polygon", features=2)),
        ("a collection of a line and a polygon", geojson([feature({"type": "GeometryCollection", "geometries": [{"type": "LineString", "coordinates": SQUARE}, KAUR["geometry"]]})]), _noted("other_shapes_dropped")),
        ("a type that nobody knows", geojson([feature({"type": "Blob", "coordinates": SQUARE}), KAUR]), _noted("empty", features=2)),
        ("texts for coordinates", _polygon([["a", "b"], ["c", "d"], ["e", "f"], ["a", "b"]]), _noted("empty")),  # type: ignore[list-item]
        ("coordinates nested 100,000 deep", b'{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":{"type":"Polygon","coordinates":' + nested.encode() + b"}}]}", Refused("outline_unreadable")),
        ("numbers beyond all numbers", put(geojson([KAUR]), str(west), "1e400"), Refused("outline_unreadable")),
        ("NaN in a ring", put(geojson([KAUR]), str(west), "NaN"), _noted("coordinates_bad|empty|ring_short")),
        ("latitude and longitude exchanged", _polygon([one[::-1] for one in SQUARE]), Boundaries(1, frozenset(), used="turned")),
        ("around the whole earth", _polygon([[-180, -90], [180, -90], [180, 90], [-180, 90], [-180, -90]]), Boundaries(1, None)),
        ("across the date line", geojson([feature({"type": "Polygon", "coordinates": [square(179.9, -4, 0.2)]}), KAUR]), _noted("outside_indonesia", features=2)),
        ("far beyond the earth", geojson([feature({"type": "Polygon", "coordinates": [square(1e300, 1e300, 1e299)]}), KAUR]), Boundaries(2, None)),
        ("a star of 101 points", _polygon(_star(101)), _noted("ring_crosses")),
    ]  # fmt: skip
    return [_case("geojson shapes", name, content, gives) for name, content, gives in files]


def geojson_texts() -> list[Case]:
    """JSON that is cut, encoded otherwise, or none of boundaries."""
    good = geojson([KAUR]).decode()
    files: list[tuple[str, bytes, Boundaries | Refused]] = [
        ("an empty object", b"{}", Refused("outline_unreadable|outlines_empty")),
        ("no feature", geojson([]), Refused("outlines_empty")),
        ("cut in the middle", good[: len(good) // 2].encode(), Refused("outline_unreadable")),
        ("nothing", b"", Refused("outline_form_unknown|outlines_empty|file_empty")),
        ("a byte order mark", b"\xef\xbb\xbf" + good.encode(), ONE),
        ("utf-16", good.encode("utf-16"), Refused("outline_form_unknown")),
        ("cp1252 in a name", good.replace("Kaur", "Désa").encode("cp1252"), Boundaries(1, None)),
        ("zero byte in a name", put(good.encode(), "Kaur", "Ka\\u0000ur"), Boundaries(1, None)),
        ("a name as markup and formula", put(good.encode(), "Kaur", "=cmd|'/C calc'!A0 <script>![](http://x)"), Boundaries(1, frozenset(), {1: "=cmd|'/C calc'!A0 <script>![](http://x)"})),
        ("attributes that are objects", put(good.encode(), '"Kaur"', '{"a": [1, {"b": "c"}]}'), Boundaries(1, None)),
        ("attributes of the same name", put(good.encode(), '"kode"', '"nama"'), Boundaries(1, None)),
        ("a half of a surrogate pair in a name", put(good.encode(), "Kaur", "\\ud800"), Boundaries(1, None)),
        ("coordinates in metres", geojson([feature({"type": "Polygon", "coordinates": [square(300_000, 9_500_000, 10_000)]})]), Boundaries(1, None)),
        ("a coordinate system at an address", put(good.encode(), '{"type": "FeatureCollection"', '{"type": "FeatureCollection", "crs": {"type": "link", "properties": {"href": "http://127.0.0.1:9/crs"}}'), Boundaries(1, None)),
        ("a coordinate system that is not there", put(good.encode(), '{"type": "FeatureCollection"', '{"type": "FeatureCollection", "crs": {"type": "name", "properties": {"name": "EPSG:999999"}}'), Boundaries(1, None)),
        ("TopoJSON", b'{"type":"Topology","objects":{"a":{"type":"GeometryCollection","geometries":[]}},"arcs":[]}', Refused("outline_unreadable|outlines_empty|outline_form_unknown")),
        ("a service of Esri", b'{"geometryType":"esriGeometryPolygon","fields":[],"features":[]}', Refused("outline_unreadable|outlines_empty|outline_form_unknown")),
        ("a list of styles", b'{"version": 8, "layers": []}', Refused("outline_unreadable|outlines_empty")),
        ("KML", b'<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"><Placemark/></kml>', Refused("outline_form_unknown")),
        ("GML", b'<gml:FeatureCollection xmlns:gml="http://www.opengis.net/gml"/>', Refused("outline_form_unknown")),
        ("a VRT that reads the server's users, named .geojson", VRT.encode(), Refused("outline_form_unknown")),
        ("an address", b"http://127.0.0.1:9/a.geojson", Refused("outline_form_unknown")),
        ("501 attributes", geojson([feature(KAUR["geometry"], {f"a{n}": n for n in range(501)})]), Refused("too_many_columns", "501")),
        ("50,001 outlines", geojson([KAUR] * 50_001), Refused("too_many_features", "50001")),
    ]  # fmt: skip
    return [_case("geojson", name, content, gives) for name, content, gives in files]


def shapefiles() -> list[Case]:
    """Zipped shapefiles with parts missing, cut or lying."""
    good = shapefile()
    shp, dbf, shx = good["a.shp"], good["a.dbf"], good["a.shx"]
    without = lambda *endings: {name: body for name, body in good.items() if not name.endswith(endings)}  # noqa: E731
    files: list[tuple[str, bytes, Boundaries | Refused]] = [
        ("plain", zipped(good), ONE),
        ("the .shp alone, not zipped", shp, Refused("outline_shapefile_alone")),
        ("without .shx", zipped(without(".shx")), ONE),
        ("without .dbf", zipped(without(".dbf")), Boundaries(1, None)),
        ("without .prj", zipped(without(".prj")), Boundaries(1, None)),
        ("without .shp", zipped(without(".shp")), Refused("outline_form_unknown")),
        ("names in capitals", zipped({name.upper(): body for name, body in good.items()}), ONE),
        (".shp cut in the middle", zipped({**good, "a.shp": shp[:120]}), _noted("empty")),
        (".shp cut after its head", zipped({**good, "a.shp": shp[:100]}), Refused("outline_unreadable|outlines_empty")),
        (".dbf cut in the middle", zipped({**good, "a.dbf": dbf[:-5]}), Refused("outline_unreadable")),
        (".dbf cut in its head", zipped({**good, "a.dbf": dbf[:20]}), ONE),
        (".dbf that tells of 4 billion rows", zipped({**good, "a.dbf": put(dbf, b"\x01\x00\x00\x00", b"\xff\xff\xff\xff")}), ONE),
        (".shx that points outside", zipped({**good, "a.shx": shx[:100] + b"\x7f\xff\xff\xff" + shx[104:]}), Boundaries(1, None)),
        ("a ring of 2 billion points", zipped({**good, "a.shp": shp[:148] + b"\xff\xff\xff\x7f" + shp[152:]}), Boundaries(1, None)),
        ("a polygon of minus one parts", zipped({**good, "a.shp": shp[:144] + b"\xff\xff\xff\xff" + shp[148:]}), Boundaries(1, None)),
        ("a .prj of noise", zipped({**good, "a.prj": "PROJCS[" * 5000}), Refused("outline_unreadable")),
        ("a .prj of a projection that nobody knows", zipped({**good, "a.prj": 'LOCAL_CS["x",UNIT["m",1]]'}), Boundaries(1, None)),
        ("a .cpg of an encoding that nobody knows", zipped({**good, "a.cpg": "KLINGON-8"}), Boundaries(1, None)),
        ("names that climb out of the folder", zipped({f"../../../tmp/cakupan-{name}": body for name, body in good.items()}), ONE),
        ("two shapefiles", zipped({**good, **{f"b{name[1:]}": body for name, body in good.items()}}), ONE),
        ("in a zip in a zip", zipped({"inner.zip": zipped(good)}), Refused("outline_form_unknown")),
        ("a VRT beside it", zipped({**good, "a.vrt": VRT}), ONE),
        ("a VRT named .shp", zipped({**good, "a.shp": VRT}), Refused("outline_form_unknown")),
        ("a VRT named .geojson in a zip", zipped({"a.geojson": VRT}), Refused("outline_form_unknown")),
        ("an XLSX", zipped({"xl/workbook.xml": "<a/>"}), Refused("outline_form_unknown")),
    ]  # fmt: skip
    return [_case("shapefile", name, content, gives, "batas.zip") for name, content, gives in files]


def geopackages() -> list[Case]:
    """GeoPackages with triggers, views, several layers, and SQLite that is none."""
    good = geopackage()
    trigger = "CREATE TRIGGER t AFTER INSERT ON layer BEGIN DELETE FROM layer; END"
    view = "CREATE VIEW v AS SELECT fid, geom, readfile('/etc/passwd') AS nama FROM layer"
    listed = (
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES ('{0}', 'features', '{0}', 4326)"
    )
    column = "INSERT INTO gpkg_geometry_columns VALUES ('{0}', 'geom', 'POLYGON', 4326, 0, 0)"
    shown = (view, listed.format("v"), column.format("v"))
    files: list[tuple[str, bytes, Boundaries | Refused]] = [
        ("plain", good, ONE),
        ("zipped", zipped({"a.gpkg": good}), ONE),
        ("two layers", geopackage(layers=("layer", "lain")), ONE),
        ("a layer named as SQL", geopackage(layers=("a'; DROP TABLE gpkg_contents; --",)), ONE),
        ("triggers", with_sql(good, trigger), ONE),
        ("a view that reads a file of the server", with_sql(good, "DELETE FROM gpkg_geometry_columns", "DELETE FROM gpkg_contents", *shown), Refused("outline_unreadable|outlines_empty")),
        ("a layer whose table is gone", with_sql(good, "DROP TABLE layer"), Refused("outline_unreadable|outlines_empty")),
        ("shapes of noise", with_sql(good, "UPDATE layer SET geom = randomblob(400)"), Boundaries(1, None)),
        ("shapes that are texts", with_sql(good, "UPDATE layer SET geom = 'POLYGON EMPTY'"), Boundaries(1, None)),
        ("no layer of shapes", with_sql(good, "DELETE FROM gpkg_geometry_columns", "DELETE FROM gpkg_contents"), Refused("outlines_empty|outline_unreadable")),
        ("cut in the middle", good[: len(good) // 2], Refused("outline_unreadable|outlines_empty")),
        ("pages of zeros", good[:4096] + bytes(len(good) - 4096), Refused("outline_unreadable|outlines_empty")),
        ("a database that is no GeoPackage", with_sql(b"", "CREATE TABLE a (b)"), Refused("outline_unreadable|outlines_empty|outline_form_unknown")),
        ("the mark alone", good[:16], Refused("outline_unreadable")),
    ]  # fmt: skip
    return [_case("geopackage", name, content, gives, "batas.gpkg") for name, content, gives in files]


def many_vertices() -> list[Case]:
    """Outlines of more corners than are read."""
    large = Refused("too_many_vertices|reading_too_large|outline_unreadable")

    def circles() -> bytes:
        ring = [[round(103 + math.cos(n / 5e5), 6), round(-4 + math.sin(n / 5e5), 6)] for n in range(3_000_000)]
        return _polygon([*ring, ring[0]])

    def many() -> bytes:
        one = feature({"type": "Polygon", "coordinates": [_circle(300)]})
        return geojson([one] * 10_000)

    def star() -> bytes:
        return _polygon(_star(10_001))

    cases = [
        ("3 million corners in one ring", circles, large),
        ("3 million corners in 10,000 rings", many, large),
        ("a star whose 10,001 sides cross 50 million times", star, Refused("reading_too_large|reading_too_slow")),
    ]
    return [
        Case("vertices", name, make, gives, "batas.geojson", True, worker="geo.uploads.worker")
        for name, make, gives in cases
    ]


def _circle(points: int) -> list[list[float]]:
    ring = [[103 + math.cos(2 * math.pi * n / points), -4 + math.sin(2 * math.pi * n / points)] for n in range(points)]
    return [*ring, ring[0]]


def _star(points: int) -> list[list[float]]:
    turns = 2 * math.pi * (points // 2) / points
    ring = [[103 + 0.1 * math.cos(turns * n), -4 + 0.1 * math.sin(turns * n)] for n in range(points)]
    return [*ring, ring[0]]


def _case(group: str, name: str, content: bytes, gives: Boundaries | Refused, file: str = "batas.geojson") -> Case:
    return Case(group, name, lambda: content, gives, file, worker="geo.uploads.worker")
