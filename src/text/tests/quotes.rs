//! Quotes and apostrophes by language, as tables.

use super::compare;
use crate::text::bind;
use crate::text::inlines;
use crate::text::short::line;
use crate::text::smart;

/// Checks a table of quotes in a language.
#[track_caller]
fn check_quotes(lang: &str, rows: &[(&str, &str)]) {
    let set = |text: &str| {
        let mut inlines = inlines(text).value;
        smart::smart(&mut inlines, smart::quotes(lang));
        bind::bind(&mut inlines, smart::quotes(lang).spaced);
        line(&inlines)
    };
    compare(rows, rows.iter().map(|(text, _)| set(text)));
}

#[test]
fn english_quotes() {
    check_quotes(
        "en",
        &[
            ("\"quotes\"", "“quotes”"),
            ("a \"b\" c", "a “b” c"),
            ("(\"b\")", "(“b”)"),
            ("\"a 'b' c\"", "“a ‘b’ c”"),
            ("'a \"b\" c'", "‘a “b” c’"),
            ("\"'a' b\"", "“‘a’ b”"),
            ("don't", "don’t"),
            ("the '90s", "the ’90s"),
            ("in '08", "in ’08"),
            ("the 1990's", "the 1990’s"),
            ("rock 'n' roll", "rock ’n’ roll"),
            ("'tis", "’tis"),
            ("the users' wishes", "the users’ wishes"),
            ("5'10\"", "5'10\""),
            ("a 12\" screen", "a 12\" screen"),
            ("6' tall", "6' tall"),
            ("\"the 12\"", "“the 12”"),
            ("\"**a**\" b", "“{b a}” b"),
            ("**\"a\"** b", "{b “a”} b"),
            ("\"*a* b\"", "“{i a} b”"),
            ("*a* \"b\"", "{i a} “b”"),
            ("\"`a`\"", "“{c a}”"),
            ("`\"a\"`", "{c \"a\"}"),
            ("`a`'s", "{c a}’s"),
            ("C++'s \"x\"", "{w C++}’s “x”"),
            ("[\"a\"](https://x.example)", "{a https://x.example|“a”}"),
            (
                "https://x.example/o'neil \"a\"",
                "{a https://x.example/o'neil|https://x.example/o'neil} “a”",
            ),
            ("\"https://x.example\"", "“{a https://x.example|https://x.example}”"),
            ("a - \"b\"", "a - “b”"),
            ("a—\"b\"—c", "a—“b”—c"),
            ("\"a\", \"b\"", "“a”, “b”"),
            ("\"", "\""),
            ("a \" b", "a \" b"),
            ("“a” and ‘b’", "“a” and ‘b’"),
            ("O'Brien's", "O’Brien’s"),
            ("'em", "’em"),
            ("\"a\\\nb\"", "“a{br}b”"),
        ],
    );
}

#[test]
fn apostrophes_stand_between_letters_only() {
    let rows = [
        ("Sean O'Brien", "Sean O’Brien"),
        ("Coeur d'Alene", "Coeur d’Alene"),
        ("N'Golo D'Arcy-O'Neil", "N’Golo D’Arcy-O’Neil"),
        ("James' 5'10 'x' O' '", "James' 5'10 'x' O' '"),
        ("ג'ורג'", "ג'ורג'"),
    ];
    compare(&rows, rows.iter().map(|(words, _)| smart::apostrophes(words)));
}

#[test]
fn quotes_of_other_languages() {
    check_quotes("de", &[("\"a 'b' c\"", "„a ‚b‘ c“"), ("Lars' Hut", "Lars’ Hut")]);
    check_quotes("de-CH", &[("\"a 'b' c\"", "«a ‹b› c»")]);
    check_quotes("es", &[("\"a 'b' c\"", "«a “b” c»")]);
    check_quotes("es-MX", &[("\"a 'b' c\"", "“a ‘b’ c”")]);
    check_quotes("it", &[("\"a\" l'eau", "«a» l’eau")]);
    check_quotes("pt", &[("\"a\"", "“a”")]);
    check_quotes("pt-BR", &[("\"a\"", "“a”")]);
    check_quotes("pt-PT", &[("\"a\"", "«a»")]);
    check_quotes("nl", &[("\"a\" 's avonds", "“a” ’s avonds")]);
    check_quotes("pl", &[("\"a 'b' c\"", "„a «b» c”")]);
    check_quotes("ro", &[("\"a\"", "„a”")]);
    check_quotes("hu", &[("\"a 'b' c\"", "„a »b« c”")]);
    check_quotes("sv", &[("\"a 'b' c\"", "”a ’b’ c”")]);
    check_quotes("fi", &[("\"a\"", "”a”")]);
    check_quotes("nb", &[("\"a 'b' c\"", "«a ‘b’ c»")]);
    check_quotes("da", &[("\"a\"", "“a”")]);
    check_quotes("cs", &[("\"a 'b' c\"", "„a ‚b‘ c“")]);
    check_quotes("tr", &[("\"a\" Ankara'da", "“a” Ankara’da")]);
    check_quotes("ru", &[("\"a 'b' c\"", "«a „b“ c»")]);
    check_quotes("uk", &[("\"a\" п'ять", "«a» п’ять")]);
    check_quotes("el", &[("\"a\"", "«a»")]);
    check_quotes("ja", &[("\"a 'b' c\"", "「a 『b』 c」")]);
    check_quotes("zh-Hans", &[("\"a\"", "“a”")]);
    check_quotes("zh-Hant", &[("\"a\"", "「a」")]);
    check_quotes("zh-Hant-HK", &[("\"a\"", "「a」")]);
    check_quotes("zh-TW", &[("\"a\"", "「a」")]);
    check_quotes("ko", &[("\"a\"", "“a”")]);
    check_quotes("ar", &[("\"a\"", "”a“")]);
    check_quotes("he", &[("\"a\" צה\"ל ג'ורג'", "”a” צה\"ל ג'ורג'")]);
    check_quotes("fa", &[("\"a 'b' c\"", "«a ‹b› c»")]);
    check_quotes("hi", &[("\"a\"", "“a”")]);
}

#[test]
fn french_marks_keep_their_spaces() {
    check_quotes(
        "fr",
        &[
            ("l'eau", "l’eau"),
            ("un \"mot\" ici", "un {w « mot »} ici"),
            ("un \"mot de plus\" ici", "un {w « mot} de {w plus »} ici"),
            ("« temps réel »", "{w « temps} {w réel »}"),
            ("«\u{a0}temps\u{a0}»", "«\u{a0}temps\u{a0}»"),
            ("Résultats : bons !", "{w Résultats :} {w bons !}"),
            ("déjà là ; puis", "déjà {w là ;} puis"),
            ("55 % de plus", "{w 55 %} de plus"),
            ("\"**mot**\"", "« {b mot} »"),
            ("un \"a 'b' c\"", "un {w « a} “b” {w c »}"),
            ("diplôme d'ingénieur", "diplôme d’ingénieur"),
        ],
    );
    check_quotes("fr-CH", &[("\"a\"", "«a»")]);
}
