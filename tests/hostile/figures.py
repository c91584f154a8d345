"""Hostile numbers, periods, structures and names in text files."""

from collections.abc import Sequence

from tests.hostile.case import Accepted, Case, Refused


def numbers() -> list[Case]:
    """Columns of numbers: certain, asked, or none; never guessed and never infinite."""
    columns: list[tuple[str, list[str], list[list[float | None]]]] = [
        ("thousands or decimals, which nobody can tell", ["39.487", "1.204"], [[39487, 1204], [39.487, 1.204]]),
        ("thousands twice", ["1.234.567", "39.487"], [[1234567, 39487]]),
        ("decimal commas", ["75,5", "17,1"], [[75.5, 17.1]]),
        ("percent signs", ["75%", "0,5 %"], [[75, 0.5]]),
        ("shares or percents, which nobody can tell", ["0,75", "0,17"], [[0.75, 0.17], [75, 17]]),
        ("rupiah", ["Rp 42.000.000,-", "Rp1.000.000"], [[42_000_000, 1_000_000]]),
        ("spaces that do not break", ["39\u00a0487", "1\u202f204"], [[39487, 1204]]),
        ("minus signs of typography", ["−5,5", "3,1"], [[-5.5, 3.1]]),
        ("infinity and its friends", ["Infinity", "-inf", "NaN", "1e400", "7"], [[None, None, None, None, 7]]),
        ("400 digits", ["9" * 400, "7"], [[None, 7]]),
        ("digits of other scripts", ["٣٩", "３９", "²", "7"], [[None, None, None, 7]]),
        ("numbers of programmers", ["0x1F", "1_000", "1e5", "7"], [[None, None, None, 7]]),
        ("formulas", ["=1+1", "=cmd|' /C calc'!A0", "@SUM(1)", "7"], [[None, None, None, 7]]),
        ("errors of Excel", ["#N/A", "#DIV/0!", "7"], [[None, None, 7]]),
        ("marks for nothing known", ["-", "n/a", "…", "7"], [[None, None, None, 7]]),
        ("signs twice and points everywhere", ["--5", "1.2.3", "1,2,3", ".", "7"], [[None, None, None, None, 7]]),
        ("no number at all", ["satu", "dua"], []),
    ]
    return [
        Case("numbers", name, _column("Peserta", texts), Accepted(numbers={"Peserta": expected}))
        for name, texts, expected in columns
    ]


def periods() -> list[Case]:
    """Columns of periods: read, asked, or none."""
    columns = [
        ("spellings", ["2024", "2024-11", "11/2024", "Nop 2024", "Triwulan IV 2024", "2024-Q4"],
         [["2024", "2024-11", "2024-11", "2024-11", "2024-Q4", "2024-Q4"]]),
        ("no month of the year", ["13/2024", "2024-00", "2024-13", "00/2024"], [["", "", "", ""]]),
        ("no year of ours", ["0000", "99999", "1.704", "²024", "٢٠٢٤"], [["", "", "", "", ""]]),
        ("day or month first, which nobody can tell", ["03/04/2024", "05/04/2024"],
         [["2024-04", "2024-04"], ["2024-03", "2024-05"]]),
        ("day first, which one row tells", ["03/04/2024", "25/04/2024"], [["2024-04", "2024-04"]]),
        ("days that no month has", ["32/01/2024", "99/99/2024"], [["", ""]]),
        ("words of a thousand letters", ["Januari" * 200 + " 2024", "1" * 1000], [["", ""]]),
    ]  # fmt: skip
    return [
        Case("periods", name, _column("Periode", texts), Accepted(periods={"Periode": expected}))
        for name, texts, expected in columns
    ]


def structures() -> list[Case]:
    """Titles, headers and rows that are no data."""
    kaur = ["17.04", "Kaur", "75,5"]
    head = ["Kode", "Nama", "Nilai"]
    row = ";".join(kaur)
    good: list[tuple[str, str, list[list[str]]]] = [
        ("titles above", f"Laporan;;\nNovember 2024;;\n;;\nKode;Nama;Nilai\n{row}\n", [head, kaur]),
        ("totals below", f"Kode;Nama;Nilai\n{row}\nTotal;;75,5\nJUMLAH;;75,5\n;Rata-rata;75,5\n", [head, kaur]),
        ("total in spaced letters", f"Kode;Nama;Nilai\n{row}\nT O T A L;;75,5\n", [head, kaur]),
        ("notes below", f"Kode;Nama;Nilai\n{row}\nSumber: BPS;;\n*) sementara;;\n", [head, kaur]),
        ("header on every page", f"Kode;Nama;Nilai\n{row}\nKode;Nama;Nilai\n{row}\n", [head, kaur, kaur]),
        ("numbers of the columns", f"Kode;Nama;Nilai\n1;2;3\n{row}\n", [head, kaur]),
        ("columns of one name", f"Kode;Nama;Nama\n{row}\n", [["Kode", "Nama", "Nama (2)"], kaur]),
        ("columns without a name", f"Kode;;Nilai\n{row}\n", [["Kode", "B", "Nilai"], kaur]),
        ("columns without anything", "Kode;;Nilai\n17.04;;75,5\n", [["Kode", "Nilai"], ["17.04", "75,5"]]),
        ("two rows of header", "Kode;Peserta;\n;2023;2024\n17.04;1;2\n",
         [["Kode", "Peserta / 2023", "Peserta / 2024"], ["17.04", "1", "2"]]),
        ("header alone", "Kode;Nama;Nilai\n", [head]),
        ("names that programs trip over", "__proto__;index;row;=1+1\nx;1;2;3\n",
         [["__proto__", "index", "row", "=1+1"], ["x", "1", "2", "3"]]),
        ("a region named as SQL", "Nama,Nilai\n'); DROP TABLE drafts;--,1\n",
         [["Nama", "Nilai"], ["'); DROP TABLE drafts;--", "1"]]),
        ("a header of 100,000 letters", f"Kode;{'N' * 100_000}\nx;1\n", [["Kode", "N" * 100_000], ["x", "1"]]),
        ("blank rows between", f"Kode;Nama;Nilai\n\n{row}\n;;\n\t\n{row}\n", [head, kaur, kaur]),
    ]  # fmt: skip
    chosen = [
        ("a header row that the file does not have", {"header_rows": [9]}, Refused("header_outside", "9")),
        ("a sheet that the file does not have", {"sheet": 7}, Refused("sheet_unknown", "8")),
        ("an encoding that it is not", {"encoding": "utf-16-le"}, Refused("encoding_bad|file_not_text")),
    ]
    cases = [Case("structure", name, _text(text), Accepted(cells)) for name, text, cells in good]
    return cases + [
        Case("structure", name, _text("Kode;Nilai\nx;1\n"), gives, settings=settings)
        for name, settings, gives in chosen
    ]


def names() -> list[Case]:
    """Names of files: shown as text, never used as a path; each once accepted and once refused."""
    hostile = [
        "../../../etc/passwd", "/etc/passwd", "C:\\Windows\\system.ini", "=cmd|' /C calc'!A0.csv", "<script>alert(1)</script>.csv",
        "![](https://example.org/x.png).csv", "{file} {0} %s.csv", "a\nb.csv", "\u202evsc.exe", "nama " + "panjang " * 600 + ".csv",
        "", "CON", "a\x00b.csv", "\ud800.csv", "$x^2$ :smile: :red[x].csv",
    ]  # fmt: skip
    accepted = [
        Case(
            "names",
            f"{name[:40]!r}",
            _text("a;b\nx;1\n"),
            Accepted([["a", "b"], ["x", "1"]], about={"file": name}),
            name,
        )
        for name in hostile
    ]
    refused = [
        Case("names", f"{name[:40]!r}, refused", _text('a;b\nx;"1\n'), Refused("quote_bad", "2"), name)
        for name in hostile
    ]
    return accepted + refused


def _column(name: str, texts: Sequence[str]):  # type: ignore[no-untyped-def]
    return _text(f"Nama;{name}\n" + "".join(f'x{row};"{text}"\n' for row, text in enumerate(texts)))


def _text(text: str):  # type: ignore[no-untyped-def]
    return text.encode
