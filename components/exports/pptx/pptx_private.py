"""The private parts of python-pptx 1.0, and the XML behind its objects: no other module touches either.

Each is here because python-pptx has no name for what PowerPoint can do. Its test writes and reads each back with the
installed python-pptx; ruff holds the others to its public names.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from typing import Any
from xml.sax.saxutils import quoteattr

from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml import parse_xml

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
# What a part of a slide written as XML declares.
NAMES = f'xmlns:a="{A}" xmlns:p="{P}"'
_PARTS_OF_LABEL = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")
_TEMPLATE_LATIN = re.compile(rb'<a:latin typeface="Calibri"/>')


def add_shapes(group: Any, shapes: Iterable[str]) -> None:
    """Add shapes written as XML to a group, whose extent grows with them."""
    for shape in shapes:
        group._element.append(parse_xml(shape))
    group._element.recalculate_extents()


def fill(shape: Any, written: str) -> None:
    """Fill a shape that has a line with a fill written as XML, as it stands inside a shape of `add_shapes`."""
    properties = shape._element.spPr
    declared = written.replace("Fill", f'Fill xmlns:a="{A}"', 1)  # alone it has to say what its prefix means
    properties.insert(properties.index(properties.find(f"{{{A}}}ln")), parse_xml(declared))


def let_through(shape: Any, opacity: float) -> None:
    """Set the opacity of a shape's solid fill, from 0 to 1."""
    colour = shape.fill._xPr.find(f".//{{{A}}}srgbClr")
    colour.append(parse_xml(f'<a:alpha xmlns:a="{A}" val="{round(opacity * 100_000)}"/>'))


def describe(shape: Any, text: str) -> None:
    """Set the alternative text of a shape, a picture or a frame."""
    shape._element.xpath(".//p:cNvPr")[0].set("descr", text)


def liken(font: Any, attributes: Mapping[str, str]) -> None:
    """Say of a font that has a name what a machine without it looks for: panose, family and character set."""
    for name, value in attributes.items():
        font._element.find(f"{{{A}}}latin").set(name, value)


def name_theme(show: Any, typeface: str, attributes: Mapping[str, str]) -> None:
    """Name the two typefaces of the template's theme; attributes: as in `liken`."""
    theme = show.slide_masters[0].part.part_related_by(RELATIONSHIP_TYPE.THEME)
    told = " ".join(f"{name}={quoteattr(value)}" for name, value in attributes.items())
    theme._blob = _TEMPLATE_LATIN.sub(f'<a:latin typeface="{typeface}" {told}/>'.encode(), theme.blob)


def show_in_label(label: Any, shown: Collection[str]) -> None:
    """Show in the label of one point these parts of it and no other, such as `showVal` and `showCatName`."""
    element = label._get_or_add_dLbl()
    for name in _PARTS_OF_LABEL:
        for found in element.findall(f"{{{C}}}{name}"):
            found.set("val", "1" if name in shown else "0")


def format_label(label: Any, code: str) -> None:
    """Give the label of one point a number format of its own."""
    written = f'<c:numFmt xmlns:c="{C}" formatCode={quoteattr(code)} sourceLinked="0"/>'
    label._get_or_add_dLbl().find(f"{{{C}}}idx").addnext(parse_xml(written))


def turn_names(axis: Any, angle: int) -> None:
    """Turn the names under an axis whose letters have a size; angle: in parts of a degree, 60,000 of them."""
    axis._element.find(f"{{{C}}}txPr").find(f"{{{A}}}bodyPr").set("rot", str(angle))


def leave_out_names(axis: Any, step: int) -> None:
    """Write only every so many-th name and mark under an axis of categories."""
    after = axis._element.find(f"{{{C}}}noMultiLvlLbl")
    for name in ("tickLblSkip", "tickMarkSkip"):
        after.addprevious(parse_xml(f'<c:{name} xmlns:c="{C}" val="{step}"/>'))
