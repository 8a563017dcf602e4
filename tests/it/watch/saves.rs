//! How editors save.

use std::fs;
use std::fs::File;
use std::io::Write;

use super::ALL;
use super::MASTER;
use super::master;
use super::start;
use crate::bench::Bench;

/// Saves in some way, a few times: each time what prints the change is made again.
fn check(save: fn(&Bench, &str)) {
    let bench = master();
    let mut watching = start(&bench, "watch ada.yaml");
    watching.makes(&ALL);
    for word in ["alone", "only", "more"] {
        save(&bench, &MASTER.replace("For one.", &format!("For one {word}.")));
        watching.makes(&["ada.pdf", "ada-one.pdf"]);
    }
    watching.stop();
}

#[test]
fn a_file_that_is_written_over_is_seen() {
    check(|bench, text| bench.put("resumes/ada.yaml", text));
}

#[test]
fn a_file_that_is_renamed_into_its_place_is_seen() {
    check(|bench, text| {
        bench.put("resumes/.ada.yaml.swp", text);
        let (from, to) =
            (bench.path("resumes/.ada.yaml.swp"), bench.path("resumes/ada.yaml"));
        fs::rename(from, to).expect("files can be renamed");
    });
}

#[test]
fn a_file_that_comes_from_another_folder_is_seen() {
    check(|bench, text| {
        bench.put("elsewhere/ada.yaml", text);
        let (from, to) =
            (bench.path("elsewhere/ada.yaml"), bench.path("resumes/ada.yaml"));
        fs::rename(from, to).expect("files can be renamed");
    });
}

#[test]
fn a_file_whose_old_self_is_kept_beside_it_is_seen_as_vim_saves() {
    check(|bench, text| {
        let (path, backup) =
            (bench.path("resumes/ada.yaml"), bench.path("resumes/ada.yaml~"));
        bench.put("resumes/4913", "");
        fs::remove_file(bench.path("resumes/4913")).expect("it is there");
        fs::rename(&path, &backup).expect("files can be renamed");
        bench.put("resumes/ada.yaml", text);
        let rights = fs::metadata(&backup).expect("it is there").permissions();
        fs::set_permissions(&path, rights).expect("it is ours");
        fs::remove_file(backup).expect("it is there");
    });
}

#[test]
fn a_file_that_is_removed_and_written_anew_is_seen() {
    check(|bench, text| {
        fs::remove_file(bench.path("resumes/ada.yaml")).expect("it is there");
        bench.put("resumes/ada.yaml", text);
    });
}

#[test]
fn a_file_that_is_written_in_pieces_is_seen_when_it_is_whole() {
    check(|bench, text| {
        let mut file = File::create(bench.path("resumes/ada.yaml")).expect("it is ours");
        for piece in text.as_bytes().chunks(40) {
            file.write_all(piece).expect("files can be written");
            file.sync_all().expect("disks can be written");
        }
    });
}

#[test]
fn a_folder_that_is_put_in_the_place_of_another_is_seen() {
    check(|bench, text| {
        bench.put("new/ada.yaml", text);
        let [folder, new, old] = ["resumes", "new", "old"].map(|name| bench.path(name));
        fs::rename(&folder, &old).expect("folders can be renamed");
        fs::rename(new, folder).expect("folders can be renamed");
        fs::remove_dir_all(old).expect("it is there");
    });
}

#[test]
#[cfg(unix)]
fn what_a_link_leads_to_is_seen() {
    let bench = Bench::new().file("store/ada.yaml", MASTER).file("resumes/x.txt", "");
    let (from, link) = (bench.path("store/ada.yaml"), bench.path("resumes/ada.yaml"));
    std::os::unix::fs::symlink(from, link).expect("links can be made");
    let mut watching = start(&bench, "watch ada.yaml");
    watching.makes(&ALL);
    bench.put("store/ada.yaml", MASTER.replace("For two.", "For two alone."));
    watching.makes(&["ada.pdf", "ada-two.pdf"]);
    watching.stop();
}

#[test]
fn what_lies_beside_it_is_no_reason() {
    let bench = master();
    let mut watching = start(&bench, "watch ada.yaml");
    watching.makes(&ALL);
    for number in 0..50 {
        bench.put(&format!("resumes/{number}.txt"), "noise");
        bench.put("cvpdf.toml~", "noise");
    }
    bench.put("resumes/ada.yaml", MASTER.replace("For two.", "For two alone."));
    // Had the noise been a reason, a round of its own would have come before.
    watching.makes(&["ada.pdf", "ada-two.pdf"]);
    watching.stop();
}
