"""Looks into PDFs: sound syntax, balanced marks, nothing that runs, links only to what may be linked to.

Paths come on standard input, a line each. Prints a line for each: PASS or FAIL, the path, and what is wrong.
"""

import re
import sys

try:
    import pikepdf
except ImportError:
    sys.exit("pikepdf is missing: pip install pikepdf")

RUNS = {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Rendition", "/Sound", "/Movie"}
HOLDS = {"/JS", "/AA", "/OpenAction", "/EmbeddedFile", "/XFA", "/AF"}
LINK = re.compile(r"(https?://\S+|mailto:\S+|tel:[+0-9()./ -]+)$")


def objects(pdf):
    """Every dictionary of a file, those within others too."""
    left = [item for item in pdf.objects if isinstance(item, (pikepdf.Dictionary, pikepdf.Stream))]
    while left:
        item = left.pop()
        yield item
        left.extend(value for value in item.values() if isinstance(value, pikepdf.Dictionary) and not value.is_indirect)


def active(pdf):
    """What a viewer could run, fetch or open."""
    for item in objects(pdf):
        for key, value in item.items():
            if key in HOLDS:
                yield f"it has {key}"
            if key in ("/S", "/Subtype") and isinstance(value, pikepdf.Name) and str(value) in RUNS:
                yield f"it has {value}"
            if key == "/URI" and isinstance(value, pikepdf.String) and not LINK.match(str(value)):
                yield f"it links to {value}"


def marks(page, number):
    """Pairs that are not closed, and text that is neither tagged nor an artifact."""
    depth, texts, open_marks, naked = 0, 0, [], 0
    for operands, operator in pikepdf.parse_content_stream(page):
        operator = str(operator)
        depth += {"q": 1, "Q": -1}.get(operator, 0)
        texts += {"BT": 1, "ET": -1}.get(operator, 0)
        if operator in ("BMC", "BDC"):
            has_id = len(operands) > 1 and isinstance(operands[1], pikepdf.Dictionary) and "/MCID" in operands[1]
            open_marks.append(has_id or str(operands[0]) == "/Artifact")
        elif operator == "EMC":
            open_marks.pop()
        elif operator in ("Tj", "TJ", "'", '"') and not any(open_marks):
            naked += 1
        if depth < 0 or texts not in (0, 1):
            yield f"page {number} closes what is not open"
    if depth or texts or open_marks:
        yield f"page {number} leaves something open"
    if naked:
        yield f"page {number} has {naked} texts without a tag"


def faults(path):
    with pikepdf.open(path) as pdf:
        check = pdf.check_pdf_syntax if hasattr(pdf, "check_pdf_syntax") else pdf.check
        yield from map(str, check())
        if pdf.is_encrypted:
            yield "it is encrypted"
        yield from active(pdf)
        for number, page in enumerate(pdf.pages, 1):
            yield from marks(page, number)


for path in map(str.strip, sys.stdin):
    found = sorted(set(faults(path)))
    print("\t".join(["FAIL" if found else "PASS", path, "; ".join(found)]))
