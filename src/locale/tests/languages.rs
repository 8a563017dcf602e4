//! Which languages there are, by which tags they are found, and whether each is whole.

use crate::locale::Direction;
use crate::locale::Locale;
use crate::locale::TAGS;
use crate::locale::headings::KnownSection;
use crate::locale::languages::LANGUAGES;
use crate::locale::nearest;

#[test]
fn tags_are_found_in_any_case_and_with_any_region() {
    let rows = [
        // tag, canonical, language, region, direction, paper
        ("en", "en", "en", "", "ltr", "a4"),
        ("EN-us", "en-US", "en", "US", "ltr", "us-letter"),
        ("en_US", "en-US", "en", "US", "ltr", "us-letter"),
        ("en-GB", "en-GB", "en", "GB", "ltr", "a4"),
        ("en-UK", "en-GB", "en", "GB", "ltr", "a4"),
        ("en-CA", "en-CA", "en", "CA", "ltr", "us-letter"),
        ("en-Latn-US", "en-US", "en", "US", "ltr", "us-letter"),
        ("fr", "fr", "fr", "", "ltr", "a4"),
        ("fr-CA", "fr-CA", "fr", "CA", "ltr", "us-letter"),
        ("de-CH", "de-CH", "de", "CH", "ltr", "a4"),
        ("de-AT", "de-AT", "de", "AT", "ltr", "a4"),
        ("es-MX", "es-MX", "es", "MX", "ltr", "us-letter"),
        ("pt", "pt-BR", "pt", "BR", "ltr", "a4"),
        ("pt-br", "pt-BR", "pt", "BR", "ltr", "a4"),
        ("pt-PT", "pt-PT", "pt", "PT", "ltr", "a4"),
        ("pt-AO", "pt-AO", "pt", "AO", "ltr", "a4"),
        ("no", "nb", "nb", "", "ltr", "a4"),
        ("nb-NO", "nb-NO", "nb", "NO", "ltr", "a4"),
        ("zh", "zh-Hans", "zh", "CN", "ltr", "a4"),
        ("zh-CN", "zh-Hans", "zh", "CN", "ltr", "a4"),
        ("zh-hans", "zh-Hans", "zh", "CN", "ltr", "a4"),
        ("zh-SG", "zh-Hans-SG", "zh", "SG", "ltr", "a4"),
        ("zh-TW", "zh-Hant", "zh", "TW", "ltr", "a4"),
        ("zh-Hant", "zh-Hant", "zh", "TW", "ltr", "a4"),
        ("zh-HK", "zh-Hant-HK", "zh", "HK", "ltr", "a4"),
        ("zh-Hant-HK", "zh-Hant-HK", "zh", "HK", "ltr", "a4"),
        ("ar", "ar", "ar", "", "rtl", "a4"),
        ("ar-EG", "ar-EG", "ar", "EG", "rtl", "a4"),
        ("he", "he", "he", "", "rtl", "a4"),
        ("iw", "he", "he", "", "rtl", "a4"),
        ("fa-IR", "fa-IR", "fa", "IR", "rtl", "a4"),
        ("hi-IN", "hi-IN", "hi", "IN", "ltr", "a4"),
    ];
    for (tag, canonical, language, region, direction, paper) in rows {
        let locale = Locale::find(tag).expect(tag);
        assert_eq!(locale.tag(), canonical, "{tag}");
        assert_eq!(locale.typst_lang(), language, "{tag}");
        assert_eq!(locale.region().unwrap_or_default(), region, "{tag}");
        assert_eq!(locale.direction().name(), direction, "{tag}");
        assert_eq!(locale.paper().name(), paper, "{tag}");
        let again = Locale::find(canonical).expect(canonical);
        assert_eq!(again.tag(), canonical);
    }
}

#[test]
fn other_tags_are_not_found() {
    let tags = [
        "",
        "-",
        "x",
        "english",
        "en-",
        "en-US-",
        "en-USA",
        "en-u-ca-gregory",
        "en-US-x-a",
        "fr_FR.UTF-8",
        "hi-Latn",
        "zh-Latn",
        "sr",
        "tlh",
        "de-1996",
        "en US",
        "e\u{301}",
    ];
    for tag in tags {
        assert!(Locale::find(tag).is_none(), "{tag}");
    }
}

#[test]
fn every_offered_tag_is_found_and_every_language_is_offered() {
    for tag in TAGS {
        let locale = Locale::find(tag).expect(tag);
        let region = locale.region().unwrap_or_default();
        assert!(tag.starts_with(locale.typst_lang()), "{tag}");
        assert!(region.len() == 2 || !tag.contains('-'), "{tag}");
    }
    for language in LANGUAGES {
        assert!(TAGS.contains(&language.tag), "{}", language.tag);
        assert_eq!(Locale::find(language.tag).expect("its tag").tag(), language.tag);
    }
}

#[test]
fn the_nearest_tag_is_offered() {
    let rows = [
        ("jp", Some("ja")),
        ("GR", Some("el")),
        ("cz", Some("cs")),
        ("english", Some("en")),
        ("en-Latin", Some("en")),
        ("fr-FR-x-a", Some("fr")),
        ("zh-hans-cn-x", Some("zh-Hans")),
        ("zh-Hasn", Some("zh")),
        ("ptBR", Some("pt")),
        ("xx", None),
        ("", None),
    ];
    for (tag, expected) in rows {
        assert_eq!(nearest(tag), expected, "{tag}");
    }
}

#[test]
fn every_language_is_whole() {
    for language in LANGUAGES {
        let locale = Locale::find(language.tag).expect("its tag");
        let headings = KnownSection::ALL.map(|section| locale.heading(section));
        let distinct: std::collections::BTreeSet<_> = headings.into_iter().collect();
        assert_eq!(distinct.len(), headings.len(), "{}: {headings:?}", language.tag);
        let labels = locale.labels();
        let words = [labels.phone, labels.mobile, labels.email, labels.website];
        let more = [labels.location, labels.address, locale.document(), locale.present()];
        let all = headings.iter().chain(&words).chain(&more);
        for word in all.copied().chain([locale.references_on_request()]) {
            assert!(!word.is_empty() && word.trim() == word, "{}: {word}", language.tag);
            assert!(!word.ends_with(['.', ':']), "{}: {word}", language.tag);
        }
        for page in [locale.page_in_words(), locale.page_in_numbers()] {
            assert_eq!(page.matches("{page}").count(), 1, "{page}");
            assert_eq!(page.matches("{pages}").count(), 1, "{page}");
        }
        assert!(locale.portrait("Ana").contains("Ana"), "{}", language.tag);
    }
}

#[test]
fn every_language_is_written_in_its_script() {
    for language in LANGUAGES {
        let locale = Locale::find(language.tag).expect("its tag");
        let belongs = |c: char| match language.script {
            "Latn" => u32::from(c) < 0x250,
            "Cyrl" => ('\u{400}'..'\u{530}').contains(&c),
            "Grek" => ('\u{370}'..'\u{400}').contains(&c),
            "Arab" => ('\u{600}'..'\u{700}').contains(&c),
            "Hebr" => ('\u{590}'..'\u{600}').contains(&c),
            "Deva" => ('\u{900}'..'\u{980}').contains(&c),
            "Kore" => ('\u{AC00}'..'\u{D7B0}').contains(&c),
            "Jpan" => ('\u{3040}'..'\u{A000}').contains(&c),
            "Hans" | "Hant" => ('\u{4E00}'..'\u{A000}').contains(&c),
            other => panic!("{other}"),
        };
        for section in KnownSection::ALL {
            let heading = locale.heading(section);
            let foreign = heading.chars().find(|c| c.is_alphabetic() && !belongs(*c));
            assert_eq!(foreign, None, "{} {heading}", language.tag);
        }
        let right_to_left = matches!(language.script, "Arab" | "Hebr");
        assert_eq!(locale.direction() == Direction::RightToLeft, right_to_left);
    }
}

#[test]
fn headings_are_those_that_readers_look_for() {
    let rows = [
        ("en", "experience", "Experience"),
        ("en", "summary", "Summary"),
        ("en-GB", "volunteering", "Volunteering"),
        ("fr", "experience", "Expérience professionnelle"),
        ("fr", "interests", "Centres d’intérêt"),
        ("de", "experience", "Berufserfahrung"),
        ("pt-BR", "education", "Formação acadêmica"),
        ("pt-PT", "education", "Formação académica"),
        ("ja", "education", "学歴"),
        ("zh-TW", "education", "學歷"),
        ("zh-CN", "skills", "专业技能"),
        ("he", "education", "השכלה"),
    ];
    for (tag, key, expected) in rows {
        let section = KnownSection::find(key).expect(key);
        assert_eq!(Locale::find(tag).expect(tag).heading(section), expected);
    }
    assert_eq!(KnownSection::find("Experience"), None);
    assert_eq!(KnownSection::find("experiences"), None);
    for section in KnownSection::ALL {
        assert_eq!(KnownSection::find(section.key()), Some(section));
    }
}

#[test]
fn things_are_listed_with_the_words_of_the_language() {
    let rows: &[(&str, &[&str], &str)] = &[
        ("en", &[], ""),
        ("en", &["Paris"], "Paris"),
        ("en", &["Paris", "Lyon"], "Paris and Lyon"),
        ("en", &["Paris", "Lyon", "Nice"], "Paris, Lyon, and Nice"),
        ("en-GB", &["Paris", "Lyon", "Nice"], "Paris, Lyon and Nice"),
        ("fr", &["Paris", "Lyon", "Nice"], "Paris, Lyon et Nice"),
        ("ja", &["東京", "大阪", "京都"], "東京、大阪、京都"),
        ("zh", &["上海", "北京"], "上海和北京"),
        ("ar", &["باريس", "ليون", "نيس"], "باريس وليون ونيس"),
    ];
    for (tag, items, expected) in rows {
        assert_eq!(Locale::find(tag).expect(tag).list(items), *expected);
    }
}
