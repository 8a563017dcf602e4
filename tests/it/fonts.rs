//! The font ledger is true, and what the build baked is what Typst would read itself.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

use cvpdf::font;
use cvpdf::font::Face;
use cvpdf::font::FontSet;
use cvpdf::font::SANS_CHAIN;
use cvpdf::font::SERIF_CHAIN;
use cvpdf::font::read::Embedding;
use cvpdf::typeset::fonts::Fonts;
use cvpdf::typeset::fonts::book;
use cvpdf::typeset::fonts::font_info;
use serde::Deserialize;
use sha2::Digest;
use sha2::Sha256;
use typst::text::FontInfo;

/// The table of themes, as the build writes it.
mod themes {
    include!(concat!(env!("OUT_DIR"), "/themes.rs"));
}

/// The ledger, `fonts/fonts.toml`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Ledger {
    face: Vec<LedgerFace>,
    icon: Vec<LedgerIcon>,
}

/// A face in the ledger.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LedgerFace {
    file: String,
    family: String,
    style: String,
    version: String,
    from: String,
    license: String,
    sha256: String,
    scripts: Vec<String>,
}

/// An icon in the ledger.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct LedgerIcon {
    name: String,
    from: String,
    license: String,
    sha256: String,
}

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn ledger() -> Ledger {
    let text = fs::read_to_string(folder("fonts/fonts.toml")).unwrap();
    toml::from_str(&text).unwrap()
}

fn sha256(path: &Path) -> String {
    let digest = Sha256::digest(fs::read(path).unwrap());
    digest.iter().map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().concat()
}

/// The names in a folder, hidden ones left out.
fn names(folder: &Path) -> BTreeSet<String> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| !name.starts_with('.'))
        .collect()
}

/// The faces and the lines of the ledger for them.
fn pairs(set: &FontSet) -> Vec<(&Face, LedgerFace)> {
    let ledger = ledger();
    assert_eq!(set.len(), ledger.face.len());
    set.faces().zip(ledger.face).collect()
}

/// A font that is not built in: one that is, under another family name as long.
fn face_of_somebody(family: &str) -> Vec<u8> {
    let file = folder("fonts/roboto-slab/RobotoSlab_400Regular.ttf");
    let mut data = fs::read(file).unwrap();
    let utf16 = |text: &str| text.bytes().flat_map(|byte| [0, byte]).collect::<Vec<_>>();
    let (old, new) = (utf16("Roboto Slab"), utf16(family));
    for at in 0..data.len() - old.len() {
        if data[at..].starts_with(&old) {
            data[at..at + new.len()].copy_from_slice(&new);
        }
    }
    data
}

#[test]
fn every_file_has_a_line_in_the_ledger_and_every_line_its_file() {
    let mut expected: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for face in ledger().face {
        let (folder, file) = face.file.split_once('/').unwrap();
        assert_eq!(folder, face.family.to_lowercase().replace(' ', "-"));
        let files = expected.entry(folder.to_owned()).or_default();
        assert!(files.insert(file.to_owned()), "{} stands there twice", face.file);
        files.insert("LICENSE".to_owned());
    }
    let found: BTreeMap<_, _> = names(&folder("fonts"))
        .into_iter()
        .filter(|name| name != "fonts.toml" && name != "README.md")
        .map(|name| (name.clone(), names(&folder("fonts").join(name))))
        .collect();
    assert_eq!(found, expected);
}

#[test]
fn faces_are_the_files_that_the_ledger_says() {
    for face in ledger().face {
        let digest = sha256(&folder("fonts").join(&face.file));
        assert_eq!(digest, face.sha256, "{}", face.file);
        assert!(
            ["npm ", "crates.io ", "Debian "].iter().any(|of| face.from.starts_with(of))
                && face.from.contains('@')
                && face.from.ends_with(face.file.rsplit('/').next().unwrap()),
            "{} comes from {}",
            face.file,
            face.from
        );
    }
}

#[test]
fn icons_are_the_files_that_the_ledger_says() {
    let folder = folder("themes/lib/icons");
    let mut expected = BTreeSet::from(["LICENSE".to_owned()]);
    for icon in ledger().icon {
        let file = format!("{}.svg", icon.name);
        assert_eq!(sha256(&folder.join(&file)), icon.sha256, "{file}");
        assert!(icon.from.starts_with("npm @fortawesome/fontawesome-free@7.3.1 svgs/"));
        assert!(icon.from.ends_with(&file));
        assert_eq!(icon.license, "CC-BY-4.0");
        assert!(expected.insert(file), "{} stands there twice", icon.name);
    }
    assert_eq!(names(&folder), expected);
    assert_eq!(expected.len(), 59);
}

#[test]
fn themes_can_read_every_icon() {
    let embedded: BTreeMap<&str, &[u8]> = themes::THEME_FILES.iter().copied().collect();
    assert!(themes::THEME_FILES.is_sorted());
    for icon in ledger().icon {
        let name = format!("lib/icons/{}.svg", icon.name);
        assert_eq!(
            embedded[name.as_str()],
            fs::read(folder("themes").join(&name)).unwrap()
        );
    }
}

#[test]
fn every_theme_has_a_digest_and_no_two_the_same() {
    let folders: BTreeSet<&str> = themes::THEME_FILES
        .iter()
        .filter_map(|(file, _)| file.split('/').next())
        .filter(|folder| *folder != "lib")
        .collect();
    let named: Vec<&str> =
        themes::THEME_DIGESTS.iter().map(|(theme, _)| *theme).collect();
    assert_eq!(named, Vec::from_iter(folders));
    let mut digests: BTreeSet<_> =
        themes::THEME_DIGESTS.iter().map(|(_, digest)| *digest).collect();
    digests.insert(themes::LIB_DIGEST);
    assert_eq!(digests.len(), named.len() + 1);
}

#[test]
fn the_set_is_the_ledger_in_its_order() {
    for (face, line) in pairs(&FontSet::builtin()) {
        assert_eq!(face.file, line.file);
        assert_eq!(face.info.family, line.family, "{}", line.file);
        assert_eq!(face.style(), line.style, "{}", line.file);
        assert_eq!(face.license, Some(line.license.as_str()), "{}", line.file);
        assert_eq!(face.scripts.as_ref(), line.scripts, "{}", line.file);
        let bytes = fs::read(folder("fonts").join(&line.file)).unwrap();
        assert_eq!(face.data.as_ref(), bytes, "{}", line.file);
        assert_eq!(face.digest, *blake3::hash(&bytes).as_bytes(), "{}", line.file);
    }
}

#[test]
fn scripts_in_the_ledger_are_those_that_a_face_has() {
    // Faces of the user's are looked through when they are read, so read them as such.
    for (face, line) in pairs(&FontSet::builtin()) {
        let file = (line.file.clone(), face.data.as_ref().to_vec());
        let set = FontSet::with(vec![file], &mut Vec::new());
        assert_eq!(set.own()[0].scripts.as_ref(), line.scripts, "{}", line.file);
        assert_eq!(set.own()[0].info, face.info, "{}", line.file);
    }
}

#[test]
fn versions_in_the_ledger_are_those_that_faces_state() {
    for (face, line) in pairs(&FontSet::builtin()) {
        let parsed = ttf_parser::Face::parse(face.data.as_ref(), 0).unwrap();
        let stated = parsed
            .names()
            .into_iter()
            .filter(|name| name.name_id == ttf_parser::name_id::VERSION)
            .find_map(|name| name.to_string())
            .unwrap();
        assert!(stated.contains(&line.version), "{}: {stated}", line.file);
    }
}

#[test]
fn every_built_in_face_may_be_embedded_in_any_document() {
    for face in FontSet::builtin().faces() {
        assert_eq!(face.info.embedding, Embedding::Installable, "{}", face.file);
    }
}

#[test]
fn what_is_baked_is_what_typst_would_read() {
    for face in FontSet::builtin().faces() {
        let read = FontInfo::new(face.data.as_ref(), 0).unwrap();
        assert_eq!(font_info(&face.info), read, "{}", face.file);
    }
}

#[test]
fn every_face_opens_and_is_the_one_in_the_book() {
    let fonts = Fonts::new(FontSet::builtin());
    for index in 0..fonts.set().len() {
        let font = fonts.font(index).unwrap();
        assert_eq!(Some(font.info()), fonts.book().info(index));
        assert_eq!(
            font.data().as_ptr(),
            fonts.set().face(index).unwrap().data.as_ref().as_ptr()
        );
    }
    assert!(fonts.font(fonts.set().len()).is_none());
}

#[test]
fn fallback_chains_name_families_of_the_set() {
    let set = FontSet::builtin();
    for family in SERIF_CHAIN.iter().chain(SANS_CHAIN) {
        assert!(set.has_family(family), "{family}");
    }
    assert!(set.has_family("source serif 4"));
    assert!(!set.has_family("Comic Sans MS"));
}

/// A line in each script that the set is for.
const LINES: &[&str] = &[
    "Zażółć gęślą jaźń – „cudzysłów” 2009–2013 €",
    "Kỹ sư phần mềm, thành phố Hồ Chí Minh, đường Nguyễn Huệ",
    "Μηχανικός λογισμικού, ἐν ἀρχῇ ἦν ὁ λόγος",
    "Инженер-программист, съешь ещё этих мягких булок",
    "Ґудзик, їжак, європейський інженер",
    "מהנדס תוכנה בתל אביב",
    "مهندس برمجيات، القاهرة ـ پژوهشگر گرافیک",
    "วิศวกรซอฟต์แวร์ กรุงเทพฯ",
    "Ծրագրային ինժեներ, Երևան",
    "პროგრამული ინჟინერი, თბილისი",
    "सॉफ़्टवेयर इंजीनियर, नई दिल्ली",
];

#[test]
fn lines_in_all_scripts_are_covered_by_each_chain() {
    let set = FontSet::builtin();
    for chain in [SERIF_CHAIN, SANS_CHAIN] {
        let infos: Vec<_> = set
            .faces()
            .filter(|face| chain.contains(&face.info.family.as_ref()))
            .map(|face| font_info(&face.info))
            .collect();
        for c in LINES.iter().flat_map(|line| line.chars()) {
            assert!(set.covers(c), "{c:?}");
            let has = infos.iter().any(|info| info.coverage.contains(u32::from(c)));
            assert!(has, "{c:?} in {chain:?}");
        }
    }
}

#[test]
fn characters_that_no_face_has_are_not_covered() {
    let set = FontSet::builtin();
    for c in ['漢', 'か', '한', '😀', 'த', '\u{10ffff}'] {
        assert!(!set.covers(c), "{c:?}");
    }
}

#[test]
fn characters_that_leave_no_mark_need_no_font() {
    let set = FontSet::builtin();
    for c in ['\n', '\t', '\u{a0}', '\u{ad}', '\u{200d}', '\u{2066}', '\u{fe0f}'] {
        assert!(set.covers(c), "{c:?}");
    }
}

#[test]
fn coverage_of_the_set_is_that_of_its_faces() {
    let set = FontSet::builtin();
    let infos: Vec<_> = set.faces().map(|face| font_info(&face.info)).collect();
    let all: BTreeSet<u32> = infos.iter().flat_map(|info| info.coverage.iter()).collect();
    let more: String = ('\0'..=char::MAX)
        .filter(|&c| set.covers(c) != all.contains(&u32::from(c)))
        .filter(|c| c.is_alphanumeric())
        .collect();
    // These are letters by name only: they fill places in Hangul and are blank.
    assert_eq!(more, "\u{115f}\u{1160}\u{3164}\u{ffa0}");
}

#[test]
fn families_are_listed_with_styles_scripts_and_licence() {
    let set = FontSet::builtin();
    let families = set.families();
    assert_eq!(families.len(), 14);
    let slab = families.iter().find(|family| family.name == "Roboto Slab").unwrap();
    assert_eq!(slab.styles, ["normal 400", "normal 600"]);
    assert_eq!(slab.scripts, ["Latin", "Vietnamese", "Greek", "Cyrillic"]);
    assert_eq!(slab.license, Some("Apache-2.0"));
    // Only some of its faces have Vietnamese.
    let libertinus = &families[3];
    assert_eq!(libertinus.name, "Libertinus Serif");
    assert_eq!(libertinus.styles.len(), 6);
    assert_eq!(libertinus.scripts.len(), 6);
}

#[test]
fn every_family_and_the_icons_have_a_licence_text_which_is_printed_once() {
    let licenses = font::licenses();
    let subjects: Vec<_> =
        licenses.iter().flat_map(|license| license.subjects.clone()).collect();
    let set = FontSet::builtin();
    for family in set.families() {
        assert!(subjects.contains(&family.name), "{}", family.name);
    }
    assert!(subjects.contains(&"Font Awesome Free icons"));
    assert_eq!(subjects.len(), 15);
    for license in &licenses {
        let words = match license.id {
            "OFL-1.1" => "SIL Open Font License",
            "Apache-2.0" => "Apache License",
            "CC-BY-4.0" => "CC BY 4.0",
            other => panic!("{other} is new here"),
        };
        assert!(license.text.contains(words), "{:?}", license.subjects);
    }
    let texts: BTreeSet<_> = licenses.iter().map(|license| license.text).collect();
    assert_eq!(texts.len(), licenses.len());
}

#[test]
fn a_face_of_the_user_comes_before_the_built_in_ones() {
    let data = face_of_somebody("Robota Slab");
    let mut skipped = Vec::new();
    let set = FontSet::with(vec![("robota.ttf".into(), data)], &mut skipped);
    assert_eq!(skipped, []);
    assert_eq!(set.len(), FontSet::builtin().len() + 1);
    assert_eq!(set.families()[0].name, "Robota Slab");
    assert_eq!(set.families()[0].license, None);
    assert!(set.has_family("Robota Slab"));
    assert_eq!(set.face(1).unwrap().file, FontSet::builtin().face(0).unwrap().file);
    let font = Fonts::new(set).font(0).unwrap();
    assert_eq!(font.info().family, "Robota Slab");
}

#[test]
fn names_bytes_and_order_of_the_users_faces_are_in_the_digest() {
    let (one, two) = (face_of_somebody("Robota Slab"), face_of_somebody("Robotb Slab"));
    let digest = |files: &[(&str, &Vec<u8>)]| {
        let own = |(name, data): &(&str, &Vec<u8>)| ((*name).to_owned(), (*data).clone());
        FontSet::with(files.iter().map(own).collect(), &mut Vec::new()).digest()
    };
    let digests = BTreeSet::from([
        digest(&[]),
        digest(&[("a.ttf", &one)]),
        digest(&[("b.ttf", &one)]),
        digest(&[("a.ttf", &two)]),
        digest(&[("a.ttf", &one), ("b.ttf", &two)]),
        digest(&[("b.ttf", &two), ("a.ttf", &one)]),
    ]);
    assert_eq!(digests.len(), 6);
    assert_eq!(digest(&[("a.ttf", &one)]), digest(&[("a.ttf", &one)]));
    assert_eq!(digest(&[]), FontSet::builtin().digest());
}

#[test]
fn all_faces_of_a_collection_are_taken_and_share_its_bytes() {
    let collection =
        collection(&[face_of_somebody("Robota Slab"), face_of_somebody("Robotb Slab")]);
    let set = FontSet::with(vec![("two.ttc".into(), collection)], &mut Vec::new());
    let names: Vec<_> = set.own().iter().map(|face| face.info.family.as_ref()).collect();
    assert_eq!(names, ["Robota Slab", "Robotb Slab"]);
    assert_eq!(set.own()[0].data.as_ref().as_ptr(), set.own()[1].data.as_ref().as_ptr());
    let fonts = Fonts::new(set);
    assert_eq!(fonts.font(1).unwrap().info().family, "Robotb Slab");
}

/// Puts fonts into one collection, as TTC files are made.
fn collection(fonts: &[Vec<u8>]) -> Vec<u8> {
    let mut data = b"ttcf\x00\x01\x00\x00".to_vec();
    data.extend(u32::try_from(fonts.len()).unwrap().to_be_bytes());
    let mut start = data.len() + 4 * fonts.len();
    for font in fonts {
        data.extend(u32::try_from(start).unwrap().to_be_bytes());
        start += font.len();
    }
    for font in fonts {
        let start = u32::try_from(data.len()).unwrap();
        data.extend_from_slice(font);
        // Tables are found by their distance from the start of the file.
        let tables = usize::from(u16::from_be_bytes([font[4], font[5]]));
        for table in 0..tables {
            let at = start as usize + 12 + 16 * table + 8;
            let offset = u32::from_be_bytes(data[at..at + 4].try_into().unwrap());
            data[at..at + 4].copy_from_slice(&(offset + start).to_be_bytes());
        }
    }
    data
}

#[test]
fn a_file_that_is_no_font_is_skipped_with_a_reason() {
    let mut forbidden = face_of_somebody("Robota Slab");
    let os2 = forbidden.windows(4).position(|window| window == b"OS/2").unwrap();
    let at =
        u32::from_be_bytes(forbidden[os2 + 8..os2 + 12].try_into().unwrap()) as usize;
    forbidden[at + 8..at + 10].copy_from_slice(&2u16.to_be_bytes());
    let mut endless = collection(&[face_of_somebody("Robota Slab")]);
    endless[8..12].copy_from_slice(&u32::MAX.to_be_bytes());
    let good = face_of_somebody("Robota Slab");

    let files = [
        ("cut.ttf", good[..2000].to_vec()),
        ("empty.otf", Vec::new()),
        ("endless.ttc", endless),
        ("forbidden.ttf", forbidden),
        ("good.ttf", good),
        ("page.ttf", b"<!doctype html>".to_vec()),
    ];
    let mut skipped = Vec::new();
    let files = files.map(|(name, data)| (name.to_owned(), data)).into();
    let set = FontSet::with(files, &mut skipped);
    let names: Vec<_> = skipped.iter().map(|skipped| skipped.file.as_str()).collect();
    assert_eq!(
        names,
        ["cut.ttf", "empty.otf", "endless.ttc", "forbidden.ttf", "page.ttf"]
    );
    assert!(skipped[3].reason.contains("does not allow to be embedded"));
    assert_eq!(set.own().len(), 1);
}

#[test]
fn the_book_is_made_without_opening_a_font() {
    // Opening them all takes more than a thousand times of this; a debug build of a busy
    // machine has room here, opening has not.
    let set = FontSet::builtin();
    let fastest = (0..20)
        .map(|_| {
            let start = std::time::Instant::now();
            assert_eq!(book(&set).families().count(), 14);
            start.elapsed()
        })
        .min()
        .unwrap();
    println!("font book: {fastest:?}");
    assert!(fastest < std::time::Duration::from_millis(2), "{fastest:?}");
}
