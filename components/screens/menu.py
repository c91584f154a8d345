"""The pages, in the order of the menu."""

from components.language.i18n import _


def menu() -> list[tuple[str, str, str]]:
    """File, address and title of every page, in the order of the menu."""
    return [
        ("overview.py", "", _("Overview")),
        ("map.py", "peta", _("Map")),
        ("ranking.py", "peringkat", _("Ranking")),
        ("trend.py", "tren", _("Trend")),
        ("profile.py", "profil", _("Profile")),
        ("villages.py", "desa-opd", _("Villages & agencies")),
        ("meeting.py", "rapat", _("Meeting")),
        ("basemap.py", "peta-dasar", _("Street map")),
        ("sources.py", "sumber", _("Sources")),
        ("upload.py", "unggah", _("Upload")),
        ("versions.py", "versi", _("Versions")),
    ]
