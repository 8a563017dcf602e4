//! Figures and their units, as a table.

use super::compare;
use crate::text::bind;
use crate::text::inlines;
use crate::text::short::line;

#[test]
fn a_figure_does_not_part_from_what_it_counts() {
    let rows = [
        ("von 71 m, Stahl", "von {w 71 m,} Stahl"),
        ("‏40 %.", "{w ‏40 %.}"),
        ("38 % to 71 %", "{w 38 %} to {w 71 %}"),
        ("um 5 %-Punkte", "um {w 5 %-Punkte}"),
        ("about 0.5 s, in four", "about {w 0.5 s,} in four"),
        ("(65 dB)", "{w (65 dB)}"),
        ("20–30 km/h", "{w 20–30 km/h}"),
        ("20 – 30 km/h", "20 – {w 30 km/h}"),
        ("15/20 km", "{w 15/20 km}"),
        ("300 m² and 9 m3", "{w 300 m²} and {w 9 m3}"),
        ("−5 °C or 3 ° more", "{w −5 °C} or {w 3 °} more"),
        ("900 GB/s of 2,5 PB", "{w 900 GB/s} of {w 2,5 PB}"),
        ("1 200 000 € a year", "{w 1 200 000 €} a year"),
        ("€ 50 and US$ 7", "{w € 50} and {w US$ 7}"),
        ("50 EUR; 3 M€", "{w 50 EUR;} {w 3 M€}"),
        ("± 3 dB", "{w ± 3 dB}"),
        ("2019 г. и 40 км", "{w 2019 г.} и {w 40 км}"),
        ("**40 %** of *3 ms*", "{b {w 40 %}} of {i {w 3 ms}}"),
        ("[40 %](https://x.example)", "{a https://x.example|{w 40 %}}"),
        ("12 engines", "12 engines"),
        ("5 C++ services", "5 {w C++} services"),
        ("3 V8 engines", "3 V8 engines"),
        ("in 2019 s'est", "in 2019 s'est"),
        ("2 t-tests, 3 m.example", "2 t-tests, 3 m.example"),
        ("in 2019 500 people", "in 2019 500 people"),
        ("room v2 m", "room v2 m"),
        ("a « b » : c", "a « b » : c"),
        ("1234567890123456789012345 km", "1234567890123456789012345 km"),
    ];
    let set = |text: &str| {
        let mut inlines = inlines(text).value;
        bind::bind(&mut inlines, false);
        line(&inlines)
    };
    compare(&rows, rows.iter().map(|(text, _)| set(text)));
}

#[test]
fn french_marks_are_bound_to_words_with_signs() {
    let mut inlines = inlines("en C++ : deux").value;
    bind::bind(&mut inlines, true);
    assert_eq!(line(&inlines), "en {w C++ :} deux");
}
