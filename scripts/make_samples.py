#!/usr/bin/env python3
# SPDX-License-Identifier: EUPL-1.2
"""Makes the sample files of corpus/formats, the same bytes each time: our own texts in the genre.

usage: scripts/make_samples.py      needs pandoc and python3-openpyxl

The text of a Word or OpenDocument file is Markdown and goes through pandoc; workbooks through openpyxl; a PDF and an
OpenDocument spreadsheet are put together here.
"""
import os
import re
import subprocess
import zipfile
from datetime import date, datetime
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "corpus" / "formats"
DAY = (2024, 3, 1, 0, 0, 0)

LETTER = """---
title: Beantwoording vragen over de veerdiensten
---

# Inleiding

Op 12 februari 2024 stelde het lid Vermaas vragen over de veerdiensten op de Linge. Hieronder vindt u de antwoorden.

# Vraag 1

Hoeveel reizigers nam het veer bij Rijswaard in 2023 mee?

## Antwoord

Het veer bij Rijswaard nam in 2023 in totaal 48.210 reizigers mee.[^1]

```{=openxml}
<w:p><w:r><w:br w:type="page"/></w:r></w:p>
```

# Vraag 2

`<w:r><w:lastRenderedPageBreak/></w:r>`{=openxml}Wat kostte het onderhoud van de pont?

## Antwoord

Het onderhoud van de pont kostte 316.400 euro. Per veer is betaald:

| Veer      | Onderhoud (euro) | Storingen |
|-----------|-----------------:|----------:|
| Rijswaard |          126.100 |        14 |
| Oudewiel  |          190.300 |        23 |

[^1]: De telling van 2023 loopt tot en met 17 december.
"""

NOTE = """---
title: Nota over laadpalen bij sporthallen
---

# Stand van zaken

In Overmeren staan 37 laadpalen bij sporthallen. De gemeente betaalde daarvoor 214.500 euro aan aansluitingen.

# Planning

In 2025 komen er 18 laadpalen bij, voor naar schatting 96.000 euro.

| Sporthal  | Laadpalen | Kosten (euro) |
|-----------|----------:|--------------:|
| De Spil   |        11 |        61.700 |
| Het Hekje |         7 |        34.300 |
"""

PAGE = """<!DOCTYPE html>
<html lang="nl"><head><meta charset="utf-8"><title>Besluitenlijst Waterschap Lage Maten</title></head><body>
<nav><a href="/">Startpagina</a></nav>
<h1>Besluitenlijst van 14 mei 2024</h1>
<h2>Gemaal De Wulp</h2>
<p>Het dagelijks bestuur trekt 1,35 miljoen euro uit voor het gemaal De Wulp. Er komen vier pompen in.</p>
<h2>Oeverbeheer</h2>
<table><caption>Oevers in beheer</caption>
<tr><th>Gebied</th><th>Lengte (km)</th><th>Budget (euro)</th></tr>
<tr><td>Noordpolder</td><td>62</td><td>88.900</td></tr>
<tr><td>Zuidpolder</td><td>41</td><td>57.250</td></tr>
</table>
</body></html>
"""

QUESTIONS = """<?xml version="1.0" encoding="UTF-8"?>
<officiele-publicatie>
  <kamervragen>
    <kamervraagkop><kamervraagnummer>2024Z90001</kamervraagnummer>
      <kamervraagomschrijving>Vragen van het lid Terlouw-Smit (XYZ) aan de Minister van Infrastructuur over deelfietsen bij
      haltes (ingezonden 8 januari 2024).</kamervraagomschrijving>
      <kamervraagonderwerp>Deelfietsen bij haltes</kamervraagonderwerp></kamervraagkop>
    <vraag><nr>Vraag 1</nr><al>Hoeveel deelfietsen staan er bij haltes in Drenthe?</al></vraag>
    <vraag><nr>Vraag 2</nr><al>Welk bedrag is daarvoor betaald?</al></vraag>
    <antwoord><nr>Antwoord 1</nr><al>Bij haltes in Drenthe staan <nadruk type="cur">1.640</nadruk> deelfietsen.</al></antwoord>
    <antwoord><nr>Antwoord 2</nr><al>Daarvoor is in 2023 een bedrag van 2,7 miljoen euro betaald.</al></antwoord>
  </kamervragen>
</officiele-publicatie>
"""

LEDGER = (
    "Bibliotheek;Jaar;Leden;Subsidie (euro)\r\n"
    "Weverdam;2022;8410;402500\r\n"
    "Weverdam;2023;8655;417800\r\n"
    '"Hoek; Kreek";2022;3120;151900\r\n'
    '"Hoek; Kreek";2023;2984;149250\r\n'
)

# Texts with their place: points from the left and the bottom.
REPORT = [
    [
        (72, 760, "Verslag over de zwembaden van Molenbroek"),
        (72, 720, "De drie zwembaden ontvingen in 2023 samen 215.300 bezoekers."),
        (72, 704, "De gemeente betaalde 1,92 miljoen euro aan de exploitatie."),
    ],
    [
        (72, 760, "Energie"),
        (72, 720, "Het gasverbruik daalde van 310.000 naar 244.000 kubieke meter. De"),
        (72, 704, "besparing bedroeg 58.600 euro, waarvan"),
    ],
    [
        (72, 760, "19.450 euro in het bad De Golf."),
        (72, 700, "Zwembad"),
        (250, 700, "Bezoekers"),
        (380, 700, "Tekort (euro)"),
        (72, 684, "De Golf"),
        (250, 684, "96.400"),
        (380, 684, "712.000"),
        (72, 668, "Het Ven"),
        (250, 668, "71.800"),
        (380, 668, "655.000"),
        (72, 652, "Zuidbad"),
        (250, 652, "47.100"),
        (380, 652, "553.000"),
    ],
]


def pandoc(text, name):
    environment = dict(os.environ, SOURCE_DATE_EPOCH="1709251200")
    subprocess.run(["pandoc", "-f", "markdown", "-o", str(FOLDER / name)], input=text.encode(), env=environment, check=True)
    pack_again(name)


def zipped(name, entries):
    """Writes a zip archive with the dates of its files fixed."""
    with zipfile.ZipFile(FOLDER / name, "w", zipfile.ZIP_DEFLATED) as archive:
        for entry, content in entries:
            info = zipfile.ZipInfo(entry, DAY)
            info.compress_type = zipfile.ZIP_STORED if entry == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(info, content)


def pack_again(name):
    """What other programs packed, without the time at which they did."""
    with zipfile.ZipFile(FOLDER / name) as archive:
        entries = [(info.filename, archive.read(info)) for info in archive.infolist()]
    time = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d")
    zipped(name, [(entry, time.sub(b"2024-03-01T00:00:00", content)) for entry, content in entries])


def pdf(name, pages):
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    kids = []
    for page in pages:
        drawn = "BT /F1 11 Tf " + "".join(f"1 0 0 1 {x} {y} Tm ({text}) Tj " for x, y, text in page) + "ET"
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents {len(objects) + 2} 0 R >>")
        objects.append(f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream")
    objects[1] = f"<< /Type /Pages /Count {len(pages)} /Kids [{' '.join(kids)}] >>"
    text = "%PDF-1.4\n"
    places = []
    for number, content in enumerate(objects, 1):
        places.append(len(text))
        text += f"{number} 0 obj\n{content}\nendobj\n"
    table = len(text)
    text += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{place:010d} 00000 n \n" for place in places)
    text += f"trailer << /Root 1 0 R /Size {len(objects) + 1} >>\nstartxref\n{table}\n%%EOF\n"
    (FOLDER / name).write_bytes(text.encode("cp1252"))


def workbook(name):
    import openpyxl

    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = datetime(2024, 3, 1)
    sheet = book.active
    sheet.title = "Steun"
    sheet["A1"] = "Steun aan veerdiensten"
    for row, values in enumerate(
        [("Veer", "Jaar", "Steun (euro)", "Toegekend op"), ("Rijswaard", 2022, 84100, date(2022, 3, 9)),
         ("Rijswaard", 2023, 91350.5, date(2023, 2, 17)), ("Oudewiel", 2023, 66700, date(2023, 4, 4))], 3):
        for column, value in enumerate(values, 2):
            sheet.cell(row, column, value)
    overview = book.create_sheet("Vaartijden")
    for row in [("Veer", "Uren"), ("Rijswaard", 4380), ("Oudewiel", 2915)]:
        overview.append(row)
    checks = book.create_sheet("Controle")
    checks.sheet_state = "hidden"
    for row in [("Post", "Bedrag (euro)"), ("Niet besteed", 7425)]:
        checks.append(row)
    book.save(FOLDER / name)
    pack_again(name)


def cell(value):
    if isinstance(value, (int, float)):
        shown = str(value).replace(".", ",")
        return f'<table:table-cell office:value-type="float" office:value="{value}"><text:p>{shown}</text:p></table:table-cell>'
    return f'<table:table-cell office:value-type="string"><text:p>{value}</text:p></table:table-cell>'


def spreadsheet(name):
    rows = [("Brug", "Openingen", "Wachttijd (minuten)"), ("Hoge Brug", 1184, 6.5), ("Kattebrug", 377, 4)]
    body = "".join("<table:table-row>" + "".join(map(cell, row)) + "</table:table-row>" for row in rows)
    spaces = "".join(
        f' xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
        for short, long in (("office", "office"), ("table", "table"), ("text", "text"), ("manifest", "manifest")))
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    zipped(name, [
        ("mimetype", kind),
        ("META-INF/manifest.xml", f'<?xml version="1.0"?><manifest:manifest{spaces}><manifest:file-entry manifest:full-path="/" '
         f'manifest:media-type="{kind}"/><manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'),
        ("content.xml", f'<?xml version="1.0" encoding="UTF-8"?><office:document-content{spaces} office:version="1.2"><office:body>'
         f'<office:spreadsheet><table:table table:name="Telling">{body}</table:table></office:spreadsheet></office:body></office:document-content>'),
    ])


def main():
    FOLDER.mkdir(exist_ok=True)
    pandoc(LETTER, "beantwoording-veerdiensten.docx")
    pandoc(NOTE, "nota-laadpalen.odt")
    workbook("steun-veerdiensten.xlsx")
    spreadsheet("telling-bruggen.ods")
    pdf("verslag-zwembaden.pdf", REPORT)
    (FOLDER / "besluitenlijst-waterschap.html").write_text(PAGE, encoding="utf-8")
    (FOLDER / "kamervragen-deelfietsen.xml").write_text(QUESTIONS, encoding="utf-8")
    (FOLDER / "subsidie-bibliotheken.csv").write_bytes(LEDGER.encode())


if __name__ == "__main__":
    main()
