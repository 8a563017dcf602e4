//! What loading themes does: found, refused, and named by content.

use std::borrow::Cow;

use super::*;
use crate::resume::Origin;
use crate::source::Source;

/// A manifest with nothing but what is needed.
const MANIFEST: &str = "title = 'Mine'\nsummary = 'My own'\ncontract = 1\n";

fn files(list: &[(&str, &str)]) -> Files {
    let bytes = |text: &str| Cow::Owned(text.as_bytes().to_vec());
    list.iter().map(|(path, text)| ((*path).to_owned(), bytes(text))).collect()
}

fn load(list: &[(&str, &str)]) -> Result<Theme, String> {
    let mut sink = Sink::default();
    let theme = Theme::load("./looks/mine/", files(list), &[], &mut sink);
    let message = |sink: &Sink| sink.diagnostics()[0].message.clone();
    theme.map_err(|_| message(&sink))
}

#[test]
fn a_theme_sees_its_own_files_and_those_of_the_library() {
    let theme =
        load(&[("theme.toml", MANIFEST), ("theme.typ", "x"), ("parts/a.typ", "y")]);
    let theme = theme.unwrap();
    assert_eq!(theme.name(), "mine");
    assert_eq!(theme.file("/theme/theme.typ").map(Cow::as_ref), Some(&b"x"[..]));
    assert_eq!(theme.file("/theme/parts/a.typ").map(Cow::as_ref), Some(&b"y"[..]));
    assert!(theme.file("/lib/v1.typ").is_some());
    assert!(theme.file("/theme/v1.typ").is_none());
    assert!(theme.file("/classic/theme.typ").is_none());
}

#[test]
fn a_folder_without_its_two_files_is_no_theme() {
    let missing = "`./looks/mine` is no theme: it has no ";
    let error = load(&[("theme.typ", "x")]).unwrap_err();
    assert_eq!(error, format!("{missing}`theme.toml`"));
    let error = load(&[("theme.toml", MANIFEST)]).unwrap_err();
    assert_eq!(error, format!("{missing}`theme.typ`"));
}

#[test]
fn a_change_in_any_file_is_a_change_of_the_digest() {
    let digest = |typ: &str, path: &str| {
        load(&[("theme.toml", MANIFEST), ("theme.typ", typ), (path, "p")])
            .unwrap()
            .digest()
    };
    assert_eq!(digest("x", "a.typ"), digest("x", "a.typ"));
    assert_ne!(digest("x", "a.typ"), digest("y", "a.typ"));
    assert_ne!(digest("x", "a.typ"), digest("x", "b.typ"));
}

#[test]
fn every_built_in_theme_loads() {
    for name in builtin_names() {
        let choice = Chosen { value: name.to_owned(), origin: Origin::Flag };
        let mut sink = Sink::default();
        let families = crate::font::FontSet::builtin();
        let families: Vec<&str> = families.families().iter().map(|it| it.name).collect();
        let theme = builtin(&choice, &families, &mut sink);
        assert!(sink.diagnostics().is_empty(), "{name}: {:?}", sink.diagnostics());
        let theme = theme.unwrap();
        assert_eq!(theme.name(), name);
        assert!(name.bytes().all(|byte| byte.is_ascii_lowercase()), "{name}");
        assert!(theme.file("/theme/theme.typ").is_some());
    }
}

#[test]
fn an_unknown_theme_is_reported_where_it_was_chosen() {
    let source = Source::new("a.yaml", "look:\n  theme: clasic\n");
    let origin = Origin::Key(source, 15..21);
    let choice = Chosen { value: "clasic".to_owned(), origin };
    let mut sink = Sink::default();
    assert!(builtin(&choice, &[], &mut sink).is_err());
    let [diagnostic] = sink.diagnostics() else { panic!("one diagnostic") };
    assert_eq!(diagnostic.code, "unknown-theme");
    assert_eq!(diagnostic.message, "no theme is named `clasic`");
    let place = diagnostic.place.as_ref().unwrap();
    assert_eq!(
        (place.span.clone(), place.label.as_str()),
        (15..21, "did you mean `classic`?")
    );
    assert!(diagnostic.hints[0].contains("`classic`"), "{:?}", diagnostic.hints);
}
