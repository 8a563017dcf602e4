//! Dates in all languages: each of their words, and as people write them.

use super::check;
use super::outcome;
use crate::date::Month;
use crate::date::token;
use crate::date::words;

#[test]
fn every_language_is_read_as_people_write_it() {
    check(LANGUAGES);
}

/// Dates in all languages.
const LANGUAGES: &[(&str, &str)] = &[
    ("août 2013 – aujourd'hui", "2013-08/present"),
    ("août 2013 – aujourd’hui", "2013-08/present"),
    ("aout 2013 - présent", "2013-08/present"),
    ("AOÛT 2013 - à ce jour", "2013-08/present"),
    ("fevrier 2013 à décembre 2014", "2013-02/2014-12"),
    ("de février 2013 à décembre 2014", "2013-02/2014-12"),
    ("1er août 2013", "2013-08-01"),
    ("Januar 2013 – heute", "2013-01/present"),
    ("Maerz 2013 bis heute", "2013-03/present"),
    ("März 2013 bis Dezember 2014", "2013-03/2014-12"),
    ("Jänner 2013", "2013-01"),
    ("21. August 2013", "2013-08-21"),
    ("seit 08/2013", "2013-08/"),
    ("agosto de 2013 – actualidad", "2013-08/present"),
    ("agosto de 2013 a la fecha", "2013-08/present"),
    ("setiembre 2013 a diciembre de 2014", "2013-09/2014-12"),
    ("21 de agosto de 2013", "2013-08-21"),
    ("gennaio 2013 – oggi", "2013-01/present"),
    ("da gennaio 2013 a maggio 2014", "2013-01/2014-05"),
    ("março de 2013 – atual", "2013-03/present"),
    ("marco 2013 até o presente", "2013-03/present"),
    ("1º de agosto de 2013", "2013-08-01"),
    ("mrt. 2013 tot heden", "2013-03/present"),
    ("augustus 2013 t/m mei 2014", "2013-08/2014-05"),
    ("sierpień 2013 – obecnie", "2013-08/present"),
    ("sierpien 2013 - nadal", "2013-08/present"),
    ("od sierpnia 2013 do września 2014", "2013-08/2014-09"),
    ("październik 2013", "2013-10"),
    ("augusti 2013 – nu", "2013-08/present"),
    ("aug. 2013 till maj 2014", "2013-08/2014-05"),
    ("desember 2013 – nå", "2013-12/present"),
    ("marts 2013 til i dag", "2013-03/present"),
    ("elokuu 2013 – nykyhetki", "2013-08/present"),
    ("elokuusta 2011 alkaen", "2011-08/"),
    ("vuodesta 2011 alkaen", "2011/"),
    ("1.8.2013", "2013-08-01"),
    ("den 1 augusti 2013", "2013-08-01"),
    ("od roku 2011", "2011/"),
    ("с 05.2013 г.", "2013-05/"),
    ("de 2011 a 2014", "2011/2014"),
    ("říjen 2013 – dosud", "2013-10/present"),
    ("rijen 2013 - soucasnost", "2013-10/present"),
    ("21. srpna 2013", "2013-08-21"),
    ("Ağustos 2013 – Halen", "2013-08/present"),
    ("KASIM 2013", "2013-11"),
    ("kasım 2013", "2013-11"),
    ("ŞUBAT 2013 – devam ediyor", "2013-02/present"),
    ("İlkbahar 2013", "2013-Spring"),
    ("август 2013 – настоящее время", "2013-08/present"),
    ("Август 2013 — по настоящее время", "2013-08/present"),
    ("август 2013 по сентябрь 2014", "2013-08/2014-09"),
    ("с августа 2013 по сентябрь 2014", "2013-08/2014-09"),
    ("21 мая 2013 г.", "2013-05-21"),
    ("май 2013 - н.в.", "2013-05/present"),
    ("серпень 2013 – дотепер", "2013-08/present"),
    ("з серпня 2013 до теперішнього часу", "2013-08/present"),
    ("Αύγουστος 2013 – σήμερα", "2013-08/present"),
    ("ΑΥΓΟΥΣΤΟΣ 2013 – ΣΗΜΕΡΑ", "2013-08/present"),
    ("21 Αυγούστου 2013", "2013-08-21"),
    ("Μαΐου 2013", "2013-05"),
    ("august 2013 – prezent", "2013-08/present"),
    ("din august 2013 până în prezent", "2013-08/present"),
    ("2013. augusztus – jelenleg", "2013-08/present"),
    ("2013. aug. 21.", "2013-08-21"),
    ("2013年8月", "2013-08"),
    ("2013年8月21日", "2013-08-21"),
    ("２０１３年８月", "2013-08"),
    ("2013年", "2013"),
    ("2013年8月 – 現在", "2013-08/present"),
    ("2013年8月〜現在", "2013-08/present"),
    ("2013年8月～2014年9月", "2013-08/2014-09"),
    ("2013年8月から2014年9月まで", "2013-08/2014-09"),
    ("2013年8月から現在まで", "2013-08/present"),
    ("2013年8月至今", "2013-08/present"),
    ("2013年8月 – 至今", "2013-08/present"),
    ("2013年八月 - 2014年十二月", "2013-08/2014-12"),
    ("2013年8月至2014年9月", "2013-08/2014-09"),
    ("2013.8 - 至今", "2013-08/present"),
    ("2013年8月－目前", "2013-08/present"),
    ("2013년 8월 – 현재", "2013-08/present"),
    ("2013년 8월부터 2014년 9월까지", "2013-08/2014-09"),
    ("2013년 8월 ~ 현재", "2013-08/present"),
    ("2013.08 ~ 2014.09", "2013-08/2014-09"),
    ("أغسطس 2013 – حتى الآن", "2013-08/present"),
    ("اغسطس 2013 - الآن", "2013-08/present"),
    ("من أغسطس 2013 إلى سبتمبر 2014", "2013-08/2014-09"),
    ("أغسطس ٢٠١٣", "2013-08"),
    ("كانون الثاني 2013", "2013-01"),
    ("21 تشرين الأول 2013", "2013-10-21"),
    ("אוגוסט 2013 – היום", "2013-08/present"),
    ("21 באוגוסט 2013", "2013-08-21"),
    ("מאי 2013 עד יוני 2014", "2013-05/2014-06"),
    ("ינו 2013", "2013-01"),
    ("اوت ۲۰۱۳ – اکنون", "2013-08/present"),
    ("از اوت 2013 تا کنون", "2013-08/present"),
    ("آگوست 2013", "2013-08"),
    ("अगस्त 2013 – वर्तमान", "2013-08/present"),
    ("अगस्त २०१३ से सितंबर २०१४ तक", "2013-08/2014-09"),
    ("फरवरी 2013", "2013-02"),
    // Languages may be mixed.
    ("août 2013 – present", "2013-08/present"),
    ("Aug 2013 – heute", "2013-08/present"),
];

#[test]
fn every_word_of_every_language_is_read() {
    for words in words::ALL {
        let names = [words.months, words.short, words.in_day, words.since_month];
        for (number, index) in (1..).zip(0..12) {
            let month = Month::new(number).expect("a month");
            for name in names.map(|names| names[index]) {
                let iso = format!("2013-{:02}", month.number());
                // The months of the east are a number and a sign, and need the year's.
                let text = match words.tag {
                    "ja" | "zh-Hans" | "zh-Hant" => format!("2013年{name}"),
                    "ko" => format!("2013년 {name}"),
                    _ => format!("{name} 2013"),
                };
                assert_eq!(outcome(&text), iso, "{} {text}", words.tag);
                assert_eq!(outcome(&text.to_uppercase()), iso, "{} {text}", words.tag);
                assert_eq!(outcome(&text.replace('.', "")), iso, "{} {text}", words.tag);
            }
        }
        for (number, name) in words.also {
            assert_eq!(outcome(&format!("{name} 2013")), format!("2013-{number:02}"));
        }
        for (season, name) in words.also_seasons {
            let expected = format!("2013-{}", season.name());
            assert_eq!(outcome(&format!("2013 {name}")), expected, "{}", words.tag);
        }
        for present in words.present {
            let expected = "2013-08/present";
            assert_eq!(outcome(&format!("2013-08 – {present}")), expected, "{present}");
            assert_eq!(outcome(&format!("2013-08-{present}")), expected, "{present}");
        }
        for to in words.to {
            let text = format!("2013-08 {to} 2014-09");
            assert_eq!(outcome(&text), "2013-08/2014-09", "{text}");
        }
        for since in words.since {
            assert_eq!(outcome(&format!("{since} 2013-08")), "2013-08/", "{since}");
        }
    }
}

#[test]
fn no_word_means_two_things() {
    let mut found = std::collections::BTreeMap::new();
    for words in words::ALL {
        let months = [words.months, words.short, words.in_day, words.since_month];
        let months = months.into_iter().flat_map(|names| (1..).zip(names));
        let months = months.chain(words.also.iter().copied());
        let mut all: Vec<_> =
            months.map(|(n, name)| (name, format!("month {n}"))).collect();
        let seasons = ["Spring", "Summer", "Autumn", "Winter"];
        all.extend(words.seasons.into_iter().zip(seasons.map(str::to_owned)));
        let also = words.also_seasons.iter();
        all.extend(also.map(|(season, name)| (*name, season.name().to_owned())));
        all.extend(words.quarter.iter().map(|name| (*name, "quarter".to_owned())));
        for (name, meaning) in all {
            let folded = token::fold(name).trim_end_matches('.').to_owned();
            let before = found.insert(folded, meaning.clone());
            assert!(
                before.is_none_or(|before| before == meaning),
                "{name} is two things"
            );
        }
    }
    assert!(found.len() > 500, "the words are gone");
}
