//! What is printed in each language.

use super::Locale;
use super::dates::DateStyle;
use super::dates::MonthStyle;
use super::dates::OpenEnd;
use super::dates::RangeMark;
use super::languages::LANGUAGES;
use crate::date;
use crate::date::Date;

const MONTHS: [MonthStyle; 4] =
    [MonthStyle::Short, MonthStyle::Long, MonthStyle::Number, MonthStyle::None];
const RANGES: [RangeMark; 4] =
    [RangeMark::EnDashSpaced, RangeMark::EnDash, RangeMark::HyphenSpaced, RangeMark::To];
const OPENS: [OpenEnd; 3] = [OpenEnd::Dash, OpenEnd::Since, OpenEnd::Present];

/// Prints a date that was written for machines.
fn print(tag: &str, date: &str, style: DateStyle) -> String {
    let locale = Locale::find(tag).expect("a language that there is");
    locale.date(&date::read(date).expect("a date"), style)
}

/// Prints each date of a table (tag, date, expectation) in one style.
#[track_caller]
fn check(style: DateStyle, rows: &[(&str, &str, &str)]) {
    let found = rows.iter().map(|(tag, date, expected)| {
        let found = print(tag, date, style);
        (found != *expected).then(|| format!("{tag} {date}: {found}, not {expected}"))
    });
    let wrong: Vec<_> = found.flatten().collect();
    assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
}

#[test]
fn dates_have_the_usual_form_unless_told_otherwise() {
    check(DateStyle::default(), USUAL);
}

/// Dates in the usual form.
const USUAL: &[(&str, &str, &str)] = &[
    ("en", "2013-08/present", "Aug 2013 – present"),
    ("en", "2011/2020", "2011 – 2020"),
    ("en", "2009-Q3", "2009 Q3"),
    ("en", "2011-Fall", "Fall 2011"),
    ("en", "2011-Autumn", "Autumn 2011"),
    ("en-GB", "2011-Fall", "Fall 2011"),
    ("en", "2015-06/2015-09", "June 2015 – Sept 2015"),
    ("en", "2011-08/", "Aug 2011 –"),
    ("en", "2013-08-21", "Aug 21, 2013"),
    ("en-GB", "2013-08-21", "21 Aug 2013"),
    ("en-AU", "2013-08-21", "21 Aug 2013"),
    ("en-CA", "2013-08-21", "Aug 21, 2013"),
    ("en", "0987", "0987"),
    ("fr", "2013-08/present", "août 2013 – aujourd’hui"),
    ("fr", "2009-Q3", "3e trim. 2009"),
    ("fr", "2009-Q1", "1er trim. 2009"),
    ("fr", "2011-Fall", "automne 2011"),
    ("fr", "2013-08-01", "1er août 2013"),
    ("fr", "2013-08-11", "11 août 2013"),
    ("fr-CA", "2013-02", "févr. 2013"),
    ("de", "2013-08/present", "Aug. 2013 – heute"),
    ("de", "2009-Q3", "3. Quartal 2009"),
    ("de", "2011-Fall", "Herbst 2011"),
    ("de", "2013-03-01", "1. März 2013"),
    ("es", "2013-08/present", "ago. 2013 – actualidad"),
    ("es", "2011-Fall", "otoño de 2011"),
    ("it", "2013-08/present", "ago. 2013 – oggi"),
    ("it", "2013-08-01", "1º ago. 2013"),
    ("pt", "2013-08/present", "ago. 2013 – presente"),
    ("pt-BR", "2009-Q3", "3º trim. 2009"),
    ("pt-PT", "2009-Q3", "3.º trim. 2009"),
    ("nl", "2013-03/present", "mrt. 2013 – heden"),
    ("pl", "2013-08/present", "sie. 2013 – obecnie"),
    ("pl", "2009-Q3", "III kwartał 2009"),
    ("pl", "2013-05-21", "21 maja 2013"),
    ("sv", "2013-08/present", "aug. 2013 – nu"),
    ("sv", "2011-Fall", "hösten 2011"),
    ("nb", "2013-12/present", "des. 2013 – nå"),
    ("no", "2013-12/present", "des. 2013 – nå"),
    ("da", "2013-08/present", "aug. 2013 – nu"),
    ("fi", "2013-08/present", "elok. 2013 – nykyhetki"),
    ("cs", "2013-10/present", "říj. 2013 – dosud"),
    ("cs", "2009-Q3", "3. čtvrtletí 2009"),
    ("tr", "2013-08/present", "Ağu 2013 – halen"),
    ("ru", "2013-08/present", "авг. 2013 – настоящее время"),
    ("ru", "2013-05-21", "21 мая 2013"),
    ("ru", "2013-05", "май 2013"),
    ("ru", "2009-Q3", "III квартал 2009"),
    ("uk", "2013-08/present", "серп. 2013 – дотепер"),
    ("el", "2013-08/present", "Αύγ. 2013 – σήμερα"),
    ("el", "2013-05-21", "21 Μαΐου 2013"),
    ("ro", "2013-08/present", "aug. 2013 – prezent"),
    ("hu", "2013-08/present", "2013. aug. – jelenleg"),
    ("hu", "2013-08-21", "2013. aug. 21."),
    ("hu", "2011-Fall", "2011 ősze"),
    ("ja", "2013-08/present", "2013年8月 – 現在"),
    ("ja", "2009-Q3", "2009年第3四半期"),
    ("ja", "2011-Fall", "2011年秋"),
    ("zh", "2013-08/present", "2013年8月 – 至今"),
    ("zh-Hant", "2013-08-21", "2013年8月21日"),
    ("ko", "2013-08/present", "2013년 8월 – 현재"),
    ("ko", "2013-08-21", "2013년 8월 21일"),
    ("ar", "2013-08/present", "أغسطس 2013 – حتى الآن"),
    ("ar", "2009-Q3", "الربع الثالث 2009"),
    ("he", "2013-08/present", "אוג׳ 2013 – היום"),
    ("fa", "2013-08/present", "اوت 2013 – اکنون"),
    ("hi", "2013-08/present", "अग॰ 2013 – वर्तमान"),
];

#[test]
fn months_may_be_long() {
    let style = DateStyle { month: MonthStyle::Long, ..DateStyle::default() };
    check(
        style,
        &[
            ("en", "2013-08/present", "August 2013 – present"),
            ("en", "2013-08-21", "August 21, 2013"),
            ("en-GB", "2013-08-21", "21 August 2013"),
            ("de", "2013-08-21", "21. August 2013"),
            ("es", "2013-08-21", "21 de agosto de 2013"),
            ("pt", "2013-08", "agosto de 2013"),
            ("pt-BR", "2013-08-01", "1º de agosto de 2013"),
            ("fi", "2013-08-21", "21. elokuuta 2013"),
            ("fi", "2013-08", "elokuu 2013"),
            ("pl", "2013-08", "sierpień 2013"),
            ("pl", "2013-08-21", "21 sierpnia 2013"),
            ("cs", "2013-08", "srpen 2013"),
            ("cs", "2013-08-21", "21. srpna 2013"),
            ("ru", "2013-08", "август 2013"),
            ("uk", "2013-08-21", "21 серпня 2013"),
            ("el", "2013-08", "Αύγουστος 2013"),
            ("hu", "2013-08", "2013. augusztus"),
            ("he", "2013-08-21", "21 באוגוסט 2013"),
            ("hi", "2013-08", "अगस्त 2013"),
        ],
    );
}

#[test]
fn months_may_be_numbers_or_left_out() {
    let style = DateStyle { month: MonthStyle::Number, ..DateStyle::default() };
    check(
        style,
        &[
            ("en", "2013-08/2014-11", "08/2013 – 11/2014"),
            ("en-US", "2013-08-21", "08/21/2013"),
            ("en-GB", "2013-08-21", "21/08/2013"),
            ("de", "2013-08-21", "21.08.2013"),
            ("sv", "2013-08", "2013-08"),
            ("nl", "2013-08", "08-2013"),
            ("fi", "2013-08", "8/2013"),
            ("hu", "2013-08", "2013. 08."),
            ("ja", "2013-08", "2013/08"),
            ("fr", "2013-08-01", "01/08/2013"),
            ("en", "2011-Fall", "Fall 2011"),
        ],
    );
    let style = DateStyle { month: MonthStyle::None, ..DateStyle::default() };
    check(
        style,
        &[
            ("en", "2013-08/2014-11", "2013 – 2014"),
            ("en", "2013-08/2013-11", "2013"),
            ("en", "2013-08/present", "2013 – present"),
            ("en", "2011-Fall", "2011"),
            ("en", "2009-Q3/2011-08-21", "2009 – 2011"),
        ],
    );
}

#[test]
fn periods_may_have_other_marks() {
    let range = |range| DateStyle { range, ..DateStyle::default() };
    check(
        range(RangeMark::EnDash),
        &[("en", "2011/2020", "2011–2020"), ("en", "2011-08/", "Aug 2011–")],
    );
    check(
        range(RangeMark::HyphenSpaced),
        &[("en", "2011/present", "2011 - present"), ("en", "2011-08/", "Aug 2011 -")],
    );
    check(
        range(RangeMark::To),
        &[
            ("en", "2013-08/2014-09", "Aug 2013 to Sept 2014"),
            ("en", "2013-08/present", "Aug 2013 to present"),
            ("en", "2013-08/", "Aug 2013 –"),
            ("fr", "2013-08/2014-09", "août 2013 à sept. 2014"),
            ("de", "2011/2013", "2011 bis 2013"),
            ("zh", "2013-08/present", "2013年8月至今"),
            ("ja", "2013-08/2014-09", "2013年8月から2014年9月まで"),
            ("ko", "2013-08/present", "2013년 8월부터 현재까지"),
            ("hi", "2011/2013", "2011 से 2013 तक"),
            // These would inflect the months.
            ("ru", "2013-08/2014-09", "авг. 2013 – сент. 2014"),
            ("fi", "2013-08/present", "elok. 2013 – nykyhetki"),
        ],
    );
}

#[test]
fn open_periods_may_have_words() {
    let open = |open, month| DateStyle { month, open, ..DateStyle::default() };
    check(
        open(OpenEnd::Since, MonthStyle::Long),
        &[
            ("en", "2011-08/", "since August 2011"),
            ("en", "2011-Fall/", "since Fall 2011"),
            ("fr", "2011-08/", "depuis août 2011"),
            ("de", "2011/", "seit 2011"),
            ("it", "2011-08/", "da agosto 2011"),
            ("it", "2011/", "dal 2011"),
            ("pl", "2011-08/", "od sierpnia 2011"),
            ("cs", "2011-08/", "od srpna 2011"),
            ("cs", "2011/", "od roku 2011"),
            ("ru", "2011-08/", "с августа 2011 г."),
            ("uk", "2011-08/", "з серпня 2011 р."),
            ("uk", "2011-Fall/", "осінь 2011 –"),
            ("el", "2011-08/", "από Αύγουστο 2011"),
            ("el", "2011/", "από το 2011"),
            ("fi", "2011-08/", "elokuusta 2011 alkaen"),
            ("fi", "2011/", "vuodesta 2011 alkaen"),
            ("hu", "2011-08/", "2011. augusztus óta"),
            ("tr", "2011-08/", "Ağustos 2011 itibarıyla"),
            ("ja", "2011-08/", "2011年8月から"),
            ("zh", "2011-08/", "2011年8月起"),
            ("ko", "2011-08/", "2011년 8월부터"),
            ("ar", "2011-08/", "منذ أغسطس 2011"),
            ("he", "2011-08/", "מאז אוגוסט 2011"),
        ],
    );
    check(
        open(OpenEnd::Since, MonthStyle::Short),
        &[("ru", "2011-05/", "с мая 2011 г."), ("en", "2011-08/", "since Aug 2011")],
    );
    check(
        open(OpenEnd::Since, MonthStyle::None),
        &[("it", "2011-08/", "dal 2011"), ("ru", "2011-Fall/", "с 2011 г.")],
    );
    check(
        open(OpenEnd::Present, MonthStyle::Short),
        &[("en", "2011-08/", "Aug 2011 – present")],
    );
}

#[test]
fn free_words_are_printed_as_they_are() {
    let locale = Locale::find("fr").expect("French");
    let date = Date::Text("two Augusts".to_owned());
    assert_eq!(locale.date(&date, DateStyle::default()), "two Augusts");
}

#[test]
fn what_is_printed_is_read_back() {
    let mut count = 0;
    for language in LANGUAGES {
        for month in [MonthStyle::Short, MonthStyle::Long, MonthStyle::Number] {
            for range in RANGES {
                for open in [OpenEnd::Dash, OpenEnd::Since] {
                    let style = DateStyle { month, range, open };
                    for text in samples() {
                        // In numbers, `08/09/2013` is not what it seems.
                        if month == MonthStyle::Number && text.starts_with("2013-08-0") {
                            continue;
                        }
                        let printed = print(language.tag, &text, style);
                        let read = date::read(&printed).map(|date| date.iso());
                        let fallen = text.replace("Fall", "Autumn");
                        let same =
                            read == Ok(Some(text.clone())) || read == Ok(Some(fallen));
                        assert!(same, "{} {text}: {printed}: {read:?}", language.tag);
                        count += 1;
                    }
                }
            }
        }
    }
    assert!(count > 20_000, "{count}");
}

/// Dates of all kinds, for machines.
fn samples() -> Vec<String> {
    let mut all: Vec<String> = (1..=12).map(|month| format!("2013-{month:02}")).collect();
    all.extend((1..=12).map(|month| format!("2013-{month:02}-21")));
    all.extend((1..=4).map(|quarter| format!("2009-Q{quarter}")));
    all.extend(
        ["Spring", "Summer", "Fall", "Autumn", "Winter"].map(|s| format!("2011-{s}")),
    );
    all.extend(["2013", "2013-08-09", "2013-08-01", "2011/2020"].map(str::to_owned));
    let periods = [
        "2013-08/2014-09",
        "2013-08/present",
        "2013/present",
        "2013-05/",
        "2013/",
        "2009-Q3/2010-Q1",
        "2011-Fall/2012-Spring",
        "2013-08-21/2014-09-30",
    ];
    all.extend(periods.map(str::to_owned));
    all
}

#[test]
fn no_style_leaves_a_pattern_unfilled() {
    for language in LANGUAGES {
        for month in MONTHS {
            for range in RANGES {
                for open in OPENS {
                    for text in samples() {
                        let style = DateStyle { month, range, open };
                        let printed = print(language.tag, &text, style);
                        assert!(
                            !printed.contains(['{', '}']),
                            "{}: {printed}",
                            language.tag
                        );
                        assert_eq!(printed.trim(), printed, "{}", language.tag);
                    }
                }
            }
        }
    }
}

mod languages;
