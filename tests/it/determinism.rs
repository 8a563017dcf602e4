//! Same in, same out: one digest whatever the machine does around the program.

use std::collections::BTreeMap;

use cvpdf::digest::Digest;

use crate::bench::Bench;
use crate::bench::MINIMAL;
use crate::line;

/// What surrounds a run.
struct Around {
    threads: &'static str,
    zone: &'static str,
    folder: &'static str,
    cache: &'static str,
    mask: u32,
    lang: &'static str,
}

/// Every thread count with every zone and folder, the other circumstances in turn.
fn rounds() -> Vec<Around> {
    let mut rounds = Vec::new();
    for threads in ["1", "2", "8"] {
        for zone in ["UTC", "Asia/Kathmandu", "Pacific/Marquesas"] {
            for folder in [".", "some/where"] {
                let turn = rounds.len();
                let cache = ["", "--no-cache"][turn % 2];
                let mask = [0o022, 0o077][turn / 2 % 2];
                let lang = ["C", "tr_TR.UTF-8", "ar_EG.UTF-8"][turn % 3];
                rounds.push(Around { threads, zone, folder, cache, mask, lang });
            }
        }
    }
    rounds
}

/// Renders a sample 20 times, and finds all digests that come out of it.
#[track_caller]
fn check(sample: &str, flags: &str) {
    let mut digests: BTreeMap<String, usize> = BTreeMap::new();
    let rounds = rounds();
    // The first two once more, to make it twenty.
    for around in rounds.iter().chain(&rounds[..2]) {
        let digest = render(sample, flags, around);
        *digests.entry(digest).or_default() += 1;
    }
    assert_eq!(digests.values().sum::<usize>(), 20);
    assert_eq!(digests.len(), 1, "{sample} {flags}: {digests:#?}");
}

/// Renders twice in one surrounding, so that the second may come from the cache.
fn render(sample: &str, flags: &str, around: &Around) -> String {
    let Around { threads, zone, folder, cache, mask, lang } = around;
    let bench = Bench::new().folder("resumes", "resumes").file("cvpdf.toml", "");
    let bench = bench.inside(folder).mask(*mask).variable("RAYON_NUM_THREADS", threads);
    let bench =
        bench.variable("TZ", zone).variable("LANG", lang).variable("LC_ALL", lang);
    let line = format!("render {sample} {flags} {cache} -o -");
    let first = bench.run(&line).succeeds();
    let second = bench.run(&line).succeeds();
    assert_eq!(first.output, second.output, "{line}");
    Digest::of(&first.output).to_string()
}

#[test]
fn classic_has_one_digest() {
    check("alice.yaml", "--theme classic");
}

#[test]
fn plain_has_one_digest() {
    check("veteran.yaml", "--theme plain");
}

#[test]
fn a_photo_has_one_digest() {
    check("french.yaml", "--theme classic --paper us-letter");
}

#[test]
fn a_process_of_its_own_makes_what_this_one_makes() {
    for sample in ["graduate", "academic", "arabic"] {
        let bench = Bench::new().folder("resumes", "resumes");
        let ran = bench.run(&format!("render {sample}.yaml -o -")).succeeds();
        let here = line::pdf(&format!("resumes/{sample}.yaml"), "");
        assert!(ran.output == here, "{sample} differs between processes");
    }
}

#[test]
fn the_order_of_work_does_not_matter() {
    let all = ["resumes/alice.yaml", "resumes/hebrew.yaml", "resumes/german.yaml"];
    let forward: Vec<_> =
        all.iter().map(|name| line::pdf(name, "--theme plain")).collect();
    let backward = all.iter().rev().map(|name| line::pdf(name, "--theme plain"));
    let backward: Vec<_> = backward.collect();
    assert!(forward.iter().eq(backward.iter().rev()));
}

#[test]
fn the_clock_does_not_matter() {
    // The times of the files are all that the program could learn of the clock.
    let bench = Bench::new().file("ada.yaml", MINIMAL);
    let first = bench.run("render ada.yaml --no-cache -o -").succeeds().output;
    let file = std::fs::File::options().write(true).open(bench.path("ada.yaml"));
    let file = file.expect("it was written");
    for seconds in [0, 4_000_000_000] {
        let time = std::time::UNIX_EPOCH + std::time::Duration::from_secs(seconds);
        file.set_modified(time).expect("files have times");
        assert!(bench.run("render ada.yaml --no-cache -o -").succeeds().output == first);
    }
}

#[test]
fn the_name_of_the_folder_is_not_in_the_pdf() {
    let bench =
        Bench::new().file("secret-folder/ada.yaml", MINIMAL).inside("secret-folder");
    let pdf = bench.run("render ada.yaml -o -").succeeds().output;
    assert!(!pdf.windows(13).any(|bytes| bytes == b"secret-folder"));
}
