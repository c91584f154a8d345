"""The one typeface of every page, slide, document and picture: what is laid out on one machine holds on all others.

Arimo (SIL Open Font License) has the widths of Arial, which every Windows, Mac and PowerPoint has, and of Liberation
Sans in LibreOffice; all its figures are of one width.
"""

import base64
import hashlib
import io
import tempfile
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path

import fontpkg
import fontTools
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from fontTools.varLib.instancer import instantiateVariableFont

from components.state.whole_files import write_whole

FAMILY = "Arimo"
# What stands in its place where it cannot be had: the same widths first.
STACK = f"{FAMILY}, Arial, 'Liberation Sans', Helvetica, sans-serif"
FOLDER = Path(__file__).parents[2] / ".cache" / "typeface"
# Latin with all its accents, spaces and dashes, quotation marks, and the signs that our own texts have.
RANGES = ((0x20, 0x7E), (0xA0, 0x17F), (0x218, 0x21B), (0x2C6, 0x2DD), (0x1E80, 0x1E85), (0x2000, 0x2033))
SIGNS = "‹›⁄€™←↑→↓−≈≠≤≥■▲▼○●"
LETTERS = frozenset(code for first, last in RANGES for code in range(first, last + 1)) | frozenset(map(ord, SIGNS))
WIDEST = 1.0
STYLES = {"Regular": 400, "Bold": 700}
# Copyright and licence stay in each file, as the licence asks.
NAMES = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17, 25]


@cache
def web_file() -> bytes:
    """All weights from 400 to 700 in one WOFF2 of about 25 kB."""
    return _kept(f"{FAMILY}.woff2", _woff2).read_bytes()


@cache
def files() -> tuple[Path, ...]:
    """Regular and bold as TrueType, for what knows no variable fonts: typst and matplotlib."""
    return tuple(_kept(f"{FAMILY}-{style}.ttf", partial(_instance, weight)) for style, weight in STYLES.items())


def face(address: str, family: str = FAMILY) -> str:
    """The rule of CSS that says where the letters come from; a system's own of that name is not asked."""
    return (
        f"@font-face{{font-family:'{family}';font-style:normal;font-weight:400 700;font-display:block;"
        f"src:url({address}) format('woff2')}}"
    )


@cache
def embedded() -> str:
    """The rule with the letters inside it, for a document that asks nobody."""
    return face("data:font/woff2;base64," + base64.b64encode(web_file()).decode())


def width(text: str, size: float, bold: bool = False) -> float:
    """How wide a text is set, in the unit of its size; a letter that the typeface lacks is taken for a wide one."""
    advances = _advances(bold)
    return size * sum(advances.get(ord(letter), WIDEST) for letter in text)


def broken(text: str, room: float, size: float, bold: bool = False) -> list[str]:
    """The lines of a text in a room of this width, broken at its blanks; a longer word has a line of its own."""
    lines: list[str] = []
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size, bold) <= room:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines or [""]


@cache
def _advances(bold: bool) -> dict[int, float]:
    """Parts of its size that a letter is wide."""
    with TTFont(files()[bold]) as typeface:
        per_size, advances = typeface["head"].unitsPerEm, typeface["hmtx"].metrics
        return {code: advances[glyph][0] / per_size for code, glyph in typeface.getBestCmap().items()}


def _cut() -> TTFont:
    options = Options(layout_features=["*"], hinting=False, notdef_outline=True, name_IDs=NAMES)
    cutter = Subsetter(options)
    cutter.populate(unicodes=LETTERS)
    typeface = TTFont(_source(), recalcTimestamp=False)
    cutter.subset(typeface)
    return typeface


def _source() -> Path:
    return Path(fontpkg.path(FAMILY))


def _woff2() -> bytes:
    typeface = _cut()
    typeface.flavor = "woff2"
    return _saved(typeface)


def _instance(weight: int) -> bytes:
    return _saved(instantiateVariableFont(_cut(), {"wght": weight}, updateFontNames=True))


def _saved(typeface: TTFont) -> bytes:
    content = io.BytesIO()
    typeface.save(content)
    return content.getvalue()


def _kept(name: str, make: Callable[[], bytes]) -> Path:
    """The path of a file of ours: made once for one release of the typeface, of its maker and of the letters."""
    path = FOLDER / _release() / name
    if path.exists():
        return path
    content = make()
    try:
        return write_whole(path, content)
    except OSError:  # a read-only folder or a full disk: this process goes on with a place of its own
        return write_whole(Path(tempfile.mkdtemp(prefix="cakupan-")) / name, content)


@cache
def _release() -> str:
    made_of = (_source().read_bytes(), fontTools.version.encode(), str(sorted(LETTERS)).encode(), str(NAMES).encode())
    return hashlib.sha256(b";".join(made_of)).hexdigest()[:16]
