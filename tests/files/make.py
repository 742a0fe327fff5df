"""Makes the files that tests open, with real writers: reportlab, python-docx and Chromium.

They are committed: this is run by hand when one is to be another, as `python3 tests/files/make.py CHROMIUM`.
"""

import subprocess
import sys
import tempfile
from email.message import EmailMessage
from pathlib import Path

import docx
from PIL import Image
from reportlab.lib.enums import TA_JUSTIFY
from reportlab.lib.pagesizes import A5
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen import canvas
from reportlab.platypus import BaseDocTemplate, Frame, FrameBreak, NextPageTemplate, PageTemplate, Paragraph

HERE = Path(__file__).parent

HEADLINE = "Harbour Town Votes to Keep Its Lighthouse Lit"
BYLINE = "By Ines Ferrante"
PARAGRAPHS = [
    "PORT ELLERY, March 4, 2026 — The town council voted on Wednesday to keep the old lighthouse lit, ending a dispute that had divided the harbour for two years.",
    "“We have argued about one lamp for longer than it took to build it,” Mayor Ana Ruiz told reporters after the vote. “Tonight it shines.”",
    "The lamp costs the town about 40,000 dollars a year. Councillor Paul Mercier said that the money would come from mooring fees, and described the plan as “a fair price for coming home.”",
    "Not everyone was pleased. Goran Hale, who leads the Mooring Association, said his members had not been asked. “They will send the bill to the smallest boats,” Hale said.",
    "The lighthouse was built in 1887 and was last repaired in October 2019. An extra\u00adordi\u00adnary storm broke two of its win\u00addows last winter, and the regional adminis\u00adtra\u00adtion re\u00adfused to pay for them.",
    "Fiona Abernethy, a historian at the University of Kell, called the decision encouraging. She said the tower was the last of its kind between Kell and the northern islands.",
    "The council will meet again next Monday to decide who looks after the stairs.",
]
JUSTIFIED = ParagraphStyle("body", fontName="Times-Roman", fontSize=9, leading=11, alignment=TA_JUSTIFY, firstLineIndent=9, hyphenationLang="en_US", allowWidows=1, allowOrphans=1)
TITLE = ParagraphStyle("title", fontName="Times-Bold", fontSize=17, leading=20, spaceAfter=6)
BY = ParagraphStyle("by", fontName="Times-Italic", fontSize=9, leading=12)


def heads(page, document):
    """A running head and the page's number, as a newspaper has them."""
    page.setFont("Helvetica", 7)
    page.drawString(40, A5[1] - 24, f"The Ellery Courier – Thursday 5 March 2026 – Page {document.page}")
    page.drawCentredString(A5[0] / 2, 20, str(document.page))


def columns():
    """Two columns on two pages under a headline of the whole width, justified and hyphenated, with indents and no space between."""
    width, height = A5
    gutter, margin = 14, 40
    column = (width - 2 * margin - gutter) / 2
    frame = lambda left, top, wide: Frame(left, 40, wide, top - 40, 0, 0, 0, 0)
    first = PageTemplate("first", [Frame(margin, height - 110, width - 2 * margin, 70, 0, 0, 0, 0), frame(margin, 175, column), frame(margin + column + gutter, 175, column)], onPage=heads)
    later = PageTemplate("later", [frame(margin, height - 40, column), frame(margin + column + gutter, height - 40, column)], onPage=heads)
    document = BaseDocTemplate(str(HERE / "columns.pdf"), pagesize=A5, pageTemplates=[first, later], title="Lighthouse", invariant=1)
    # It hyphenates by itself, or not at all.
    body = [Paragraph(text.replace("\u00ad", ""), JUSTIFIED) for text in PARAGRAPHS]
    document.build([NextPageTemplate("later"), Paragraph(HEADLINE, TITLE), Paragraph(BYLINE, BY), FrameBreak(), *body])


def printed(chromium):
    """A page with CSS columns, as a browser prints it."""
    paragraphs = "".join(f"<p>{text}</p>" for text in PARAGRAPHS)
    html = f"""<!doctype html><html lang="en"><meta charset="utf-8"><title>{HEADLINE}</title><style>
        @page {{ size: A5; margin: 15mm }} body {{ font: 10pt serif; margin: 0 }} h1 {{ font-size: 18pt; margin: 0 0 4mm }}
        .text {{ columns: 2; column-gap: 6mm; text-align: justify; hyphens: auto }} p {{ margin: 0 0 2.5mm }}</style>
        <h1>{HEADLINE}</h1><p><i>{BYLINE}</i></p><div class="text">{paragraphs}</div>"""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder, "page.html")
        page.write_text(html, encoding="utf-8")
        subprocess.run([chromium, "--headless", "--no-sandbox", "--no-pdf-header-footer", f"--print-to-pdf={HERE / 'printed.pdf'}", page.as_uri()], check=True)


def locked():
    """A PDF that asks for a password."""
    page = canvas.Canvas(str(HERE / "locked.pdf"), pagesize=A5, encrypt=StandardEncryption("secret", strength=128), invariant=1)
    page.drawString(40, 400, PARAGRAPHS[1])
    page.save()


def undated():
    """A PDF whose words tell no day: only the file has one, the writer's oldest."""
    page = canvas.Canvas(str(HERE / "undated.pdf"), pagesize=A5, invariant=1)
    page.drawString(40, 400, "Mayor Ana Ruiz said on Monday that the bridge will open.")
    page.save()


def scan():
    """A PDF of a picture alone."""
    page = canvas.Canvas(str(HERE / "scan.pdf"), pagesize=A5, invariant=1)
    page.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 40, 40, 300, 400)
    page.drawString(200, 20, "1")
    page.save()


def document():
    """A Word document with a title, a picture, a list and a note."""
    made = docx.Document()
    made.core_properties.author = "newsmark"
    made.add_paragraph(HEADLINE, "Title")
    made.add_paragraph(BYLINE)
    for text in PARAGRAPHS[:3]:
        made.add_paragraph(text)
    with tempfile.NamedTemporaryFile(suffix=".png") as picture:
        Image.new("RGB", (8, 8), "grey").save(picture.name)
        made.add_picture(picture.name)
    made.add_paragraph("What was decided", "Heading 1")
    for text in ["The lamp stays lit.", "The stairs are closed."]:
        made.add_paragraph(text, "List Bullet")
    made.save(HERE / "article.docx")


def mails():
    """A mail that answers another, and a newsletter that is markup alone."""
    thread = EmailMessage()
    thread["From"] = "Ana Ruiz <ana@ellery.example>"
    thread["To"] = "Helen Marsh <helen@courier.example>"
    thread["Subject"] = "Re: The lamp — a statement"
    thread["Date"] = "Wed, 04 Mar 2026 22:10:00 -0500"
    thread.set_content("""Dear Helen,

you can quote me: “The lamp stays lit, and nobody will pay more for it.”

Ana

On Tuesday, Helen Marsh wrote:
> Mayor Ruiz, Paul Mercier said that the harbour would pay for
> the lamp. Is that so?
""", cte="quoted-printable")
    (HERE / "thread.eml").write_bytes(bytes(thread))
    letter = EmailMessage()
    letter["From"] = "The Ellery Courier <news@courier.example>"
    letter["Subject"] = HEADLINE
    letter["Date"] = "Thu, 5 Mar 2026 06:00:00 +0000"
    letter.set_content(f"<html><body><img src='https://courier.example/open.gif'><h1>{HEADLINE}</h1>" + "".join(f"<p>{text}</p>" for text in PARAGRAPHS[:2]) + "</body></html>", subtype="html")
    (HERE / "newsletter.eml").write_bytes(bytes(letter))


columns()
printed(sys.argv[1])
locked()
undated()
scan()
document()
mails()
