//! The names of months are those of CLDR, as Babel has them, with listed exceptions.

use std::collections::BTreeSet;

use cvpdf::date;
use cvpdf::locale::Locale;
use cvpdf::locale::TAGS;
use cvpdf::locale::dates::DateStyle;
use cvpdf::locale::dates::MonthStyle;

use crate::tools::python;

/// Where our short names are others than CLDR's on purpose: tag, ours, theirs.
const OTHER_THAN_CLDR: &[(&str, &str, &str)] = &[
    ("en", "June", "Jun"),    // four letters need no shortening
    ("en", "July", "Jul"),    // four letters need no shortening
    ("en", "Sept", "Sep"),    // as American and British editors write
    ("en-GB", "June", "Jun"), // four letters need no shortening
    ("en-GB", "July", "Jul"), // four letters need no shortening
    ("de", "März", "Mär"),    // as DIN 5008 has it
    ("de", "Juni", "Jun"),    // as DIN 5008 has it
    ("de", "Juli", "Jul"),    // as DIN 5008 has it
    ("de", "Sept", "Sep"),    // as Duden has it
    ("nl", "juni", "jun"),    // four letters need no shortening
    ("nl", "juli", "jul"),    // four letters need no shortening
    ("nl", "sept", "sep"),    // as the Taalunie has it
    ("nb", "mars", "mar"),    // four letters need no shortening
    ("nb", "juni", "jun"),    // four letters need no shortening
    ("nb", "juli", "jul"),    // four letters need no shortening
    ("da", "marts", "mar"),   // as Dansk Sprognævn has it
    ("da", "juni", "jun"),    // four letters need no shortening
    ("da", "juli", "jul"),    // four letters need no shortening
    ("el", "Μαρ", "Μάρ"),     // the accent of the nominative
    ("el", "Μάιος", "Μαΐ"),   // short enough, and not in the genitive
    ("el", "Αύγ", "Αυγ"),     // the accent of the nominative
    ("el", "Νοέ", "Νοε"),     // the accent of the nominative
];

#[test]
fn names_of_months_are_those_of_cldr() {
    let mut excused = BTreeSet::new();
    for tag in TAGS {
        // One language at a time: Babel mixes up what it loads after Chinese.
        for row in python("months.py", &[tag]).lines() {
            let cells: Vec<&str> = row.split('\t').collect();
            let [_, form, month, name] = cells[..] else { panic!("four cells: {row}") };
            // CLDR has Chinese numerals for the long months of simplified Chinese.
            if form == "long" && tag.starts_with("zh") {
                continue;
            }
            let style = if form == "long" { MonthStyle::Long } else { MonthStyle::Short };
            let style = DateStyle { month: style, ..DateStyle::default() };
            let date = date::read(&format!("2013-{month:0>2}")).expect("a month");
            let ours = Locale::find(tag).expect("a language").date(&date, style);
            if ours.contains(name.trim_end_matches('.')) {
                continue;
            }
            let listed = OTHER_THAN_CLDR.iter().position(|(language, own, cldr)| {
                language == tag
                    && ours.contains(own)
                    && *cldr == name.trim_end_matches('.')
            });
            assert!(listed.is_some(), "{tag}: {ours}, where CLDR has {name}");
            excused.extend(listed);
        }
    }
    assert_eq!(excused.len(), OTHER_THAN_CLDR.len(), "an exception that is none");
}
