"""Machines with other fonts: what a browser finds where only Liberation is installed, and where all is wide."""

from pathlib import Path

INSTALLED = Path("/usr/share/fonts")
# By name: a file of each family that the machine has, and what it takes for sans-serif.
MACHINES = {
    "liberation": (("LiberationSans-Regular.ttf",), "Liberation Sans"),
    "wide": (("NotoSans-Regular.ttf", "DejaVuSans.ttf", "OpenSans-Regular.ttf"), "DejaVu Sans"),
}
SETTINGS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
{folders}
<cachedir>{cache}</cachedir>
<match target="pattern"><edit name="family" mode="append_last" binding="strong"><string>{sans}</string></edit></match>
<alias binding="strong"><family>sans-serif</family><prefer><family>{sans}</family></prefer></alias>
</fontconfig>
"""


def fonts_of(machine: str, folder: Path) -> dict[str, str]:
    """The environment of a browser on such a machine; {} where this one has not all of its fonts."""
    files, sans = MACHINES[machine]
    found = [next(iter(sorted(INSTALLED.rglob(name))), None) for name in files]
    if None in found:
        return {}
    folders = "\n".join(f"<dir>{path.parent}</dir>" for path in found if path)
    settings = folder / f"{machine}.conf"
    settings.write_text(SETTINGS.format(folders=folders, cache=folder / "cache", sans=sans))
    return {"FONTCONFIG_FILE": str(settings)}
