//! The names of months are those of CLDR, as Babel has them.

use cvpdf::date;
use cvpdf::locale::Locale;
use cvpdf::locale::TAGS;
use cvpdf::locale::dates::DateStyle;
use cvpdf::locale::dates::MonthStyle;

use crate::tools::python;

/// Short names may be longer than CLDR's (`June`, `Sept.`, `März`), but not others.
#[test]
fn names_of_months_are_those_of_cldr() {
    let mut others = Vec::new();
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
            if !ours.contains(name.trim_end_matches('.')) {
                others.push(format!("{tag}: {ours}, where CLDR has {name}"));
            }
        }
    }
    assert!(others.is_empty(), "{}", others.join("\n"));
}
