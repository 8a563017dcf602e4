"""Prints the month names of CLDR, as Babel has them: tag, long or short, month, name.

    months.py TAG ...
"""

import sys

from babel import Locale

FORMS = {"long": ("stand-alone", "wide"), "short": ("stand-alone", "abbreviated")}

for tag in sys.argv[1:]:
    locale = Locale.parse(tag, sep="-")
    for form, (context, width) in FORMS.items():
        for month, name in sorted(locale.months[context][width].items()):
            print(tag, form, month, name, sep="\t")
