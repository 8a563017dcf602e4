"""Extracts the text of PDFs with pdfminer, pypdf, PyMuPDF and PDFium.

Paths come on standard input, a line each. Prints a JSON object for each, on a line: the text by the extractor's name.
"""

import json
import logging
import sys

try:
    import pdfminer.high_level
    import pymupdf
    import pypdf
    import pypdfium2
except ImportError as error:
    package = {"pdfminer": "pdfminer.six"}.get(error.name.split(".")[0], error.name)
    sys.exit(f"{error.name} is missing: pip install {package}")

logging.disable(logging.CRITICAL)


def pdfium(path):
    with pypdfium2.PdfDocument(path) as document:
        return "\n".join(page.get_textpage().get_text_bounded() for page in document)


def mupdf(path):
    with pymupdf.open(path) as document:
        return "\n".join(page.get_text() for page in document)


EXTRACTORS = {
    "pdfminer": pdfminer.high_level.extract_text,
    "pypdf": lambda path: "\n".join(page.extract_text() for page in pypdf.PdfReader(path).pages),
    "pymupdf": mupdf,
    "pdfium": pdfium,
}

for path in map(str.strip, sys.stdin):
    print(json.dumps({name: extract(path) for name, extract in EXTRACTORS.items()}), flush=True)
