"""The pages, in the order of the menu, by what they are for."""

from components.language.i18n import _

Entry = tuple[str, str, str]


def menu() -> list[Entry]:
    """File, address and title of every page, in the order of the menu."""
    return [entry for _group, entries in groups() for entry in entries]


def groups() -> list[tuple[str, list[Entry]]]:
    """The menu's groups, each with a title ("" for what a visitor explores) and its pages."""
    return [
        (
            "",
            [
                ("overview.py", "", _("Overview")),
                ("map.py", "peta", _("Map")),
                ("ranking.py", "peringkat", _("Ranking")),
                ("trend.py", "tren", _("Trend")),
                ("basemap.py", "peta-dasar", _("Street map")),
            ],
        ),
        (
            _("Region"),
            [
                ("profile.py", "profil", _("Profile")),
                ("villages.py", "desa-opd", _("Villages & agencies")),
            ],
        ),
        (_("Meeting"), [("meeting.py", "rapat", _("Slides"))]),
        (
            _("Data"),
            [
                ("sources.py", "sumber", _("Sources")),
                ("upload.py", "unggah", _("Upload")),
                ("versions.py", "versi", _("Versions")),
            ],
        ),
    ]
