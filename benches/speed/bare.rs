//! The bare program: Typst as a library, a finished view, and nothing else.

use std::collections::HashMap;
use std::path::Path;
use std::sync::OnceLock;

use cvpdf::diag::Sink;
use cvpdf::font::FontSet;
use cvpdf::plan;
use cvpdf::run;
use cvpdf::settings;
use cvpdf::typeset::fit::Fit;
use cvpdf::typeset::fonts;
use typst::Library;
use typst::LibraryExt;
use typst::World;
use typst::diag::FileError;
use typst::diag::FileResult;
use typst::foundations::Bytes;
use typst::foundations::Datetime;
use typst::foundations::Duration;
use typst::foundations::Smart;
use typst::syntax::FileId;
use typst::syntax::RootedPath;
use typst::syntax::Source;
use typst::syntax::VirtualPath;
use typst::syntax::VirtualRoot;
use typst::text::Font;
use typst::text::FontBook;
use typst::utils::LazyHash;
use typst_layout::PagedDocument;
use typst_pdf::PdfOptions;
use typst_pdf::PdfStandard;
use typst_pdf::PdfStandards;
use typst_pdf::Timestamp;

/// Puts what the bare program is given into `folder/theme`: view, options, names.
pub(crate) fn prepare(resume: &Path, theme: &str, folder: &Path) {
    let command =
        <settings::Flags as clap::Args>::augment_args(clap::Command::new("bench"));
    let matches = command.get_matches_from(["bench", "--theme", theme]);
    let flags =
        <settings::Flags as clap::FromArgMatches>::from_arg_matches(&matches).unwrap();
    let mut sink = Sink::default();
    let settings = settings::resolve(&flags, &mut sink).unwrap().single().unwrap();
    let job = plan::Job {
        input: plan::input(resume.to_str().unwrap(), &settings).unwrap(),
        format: &cvpdf::export::pdf::FORMAT,
        target: plan::Target::Stdout,
    };
    let brief = run::prepare(&job, &settings, &mut run::Trail::default(), &mut sink)
        .unwrap()
        .recipe
        .brief;
    let document = cvpdf::typeset::typeset(&brief, &mut sink).unwrap();
    let mut options = serde_json::to_value(&brief.choices).unwrap();
    options["fit"] = serde_json::to_value(Fit::AS_DESIGNED).unwrap();
    let stamp = brief.stamp.unwrap().iso();
    let folder = folder.join(theme);
    std::fs::create_dir_all(&folder).unwrap();
    let view = serde_json::to_vec(&brief.view).unwrap();
    std::fs::write(folder.join("resume.json"), view).unwrap();
    std::fs::write(folder.join("options.json"), serde_json::to_vec(&options).unwrap())
        .unwrap();
    std::fs::create_dir_all(folder.join("typ")).unwrap();
    for (from, to) in [("lib", "lib"), (theme, "theme")] {
        for entry in std::fs::read_dir(Path::new("themes").join(from)).unwrap() {
            let name = entry.unwrap().file_name();
            let path = format!("/{to}/{}", name.to_str().unwrap());
            if let Some(text) = brief.theme.file(&path) {
                std::fs::write(folder.join("typ").join(path.replace('/', "~")), text)
                    .unwrap();
            }
        }
    }
    std::fs::write(folder.join("names"), format!("{}\n{stamp}", document.ident)).unwrap();
}

/// Sets the pages, exports and writes them.
pub(crate) fn run(folder: &Path, theme: &str, output: &Path) {
    let folder = folder.join(theme);
    let names = std::fs::read_to_string(folder.join("names")).unwrap();
    let (ident, date) = names.rsplit_once('\n').unwrap();
    let date: Vec<i32> = date.split('-').map(|part| part.parse().unwrap()).collect();
    let [month, day] = [date[1], date[2]].map(|part| u8::try_from(part).unwrap());
    let date = Datetime::from_ymd_hms(date[0], month, day, 0, 0, 0);
    let world = Bare::new(&folder);
    let pages = typst::compile::<PagedDocument>(&world).output.unwrap();
    let options = PdfOptions {
        ident: Smart::Custom(ident.to_owned()),
        creator: Smart::Custom(Some("cvpdf".into())),
        timestamp: date.map(Timestamp::new_utc),
        standards: PdfStandards::new(&[PdfStandard::A_2a, PdfStandard::Ua_1]).unwrap(),
        page_ranges: None,
        tagged: true,
        pretty: false,
    };
    std::fs::write(output, typst_pdf::pdf(&pages, &options).unwrap()).unwrap();
}

/// The least that Typst wants to know.
struct Bare {
    library: LazyHash<Library>,
    book: LazyHash<FontBook>,
    fonts: FontSet,
    faces: Vec<OnceLock<Option<Font>>>,
    main: FileId,
    files: HashMap<FileId, (Bytes, OnceLock<Source>)>,
}

impl Bare {
    fn new(data: &Path) -> Self {
        let fonts = FontSet::builtin();
        let mut files = HashMap::new();
        let mut add = |name: &str, bytes: Vec<u8>| {
            files.insert(id(name), (Bytes::new(bytes), OnceLock::new()));
        };
        add("/main.typ", std::fs::read("src/typeset/main.typ").unwrap());
        for name in ["resume.json", "options.json"] {
            add(&format!("/{name}"), std::fs::read(data.join(name)).unwrap());
        }
        for entry in std::fs::read_dir(data.join("typ")).unwrap() {
            let entry = entry.unwrap();
            let name = entry.file_name().to_str().unwrap().replace('~', "/");
            add(&name, std::fs::read(entry.path()).unwrap());
        }
        Self {
            library: LazyHash::new(Library::default()),
            book: LazyHash::new(fonts::book(&fonts)),
            faces: (0..fonts.len()).map(|_| OnceLock::new()).collect(),
            main: id("/main.typ"),
            fonts,
            files,
        }
    }
}

fn id(path: &str) -> FileId {
    RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).unwrap()).intern()
}

impl World for Bare {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let missing = || FileError::NotFound(id.vpath().get_with_slash().into());
        let (bytes, source) = self.files.get(&id).ok_or_else(missing)?;
        let text = || bytes.to_str().unwrap().to_string();
        Ok(source.get_or_init(|| Source::new(id, text())).clone())
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let missing = || FileError::NotFound(id.vpath().get_with_slash().into());
        self.files.get(&id).map(|(bytes, _)| bytes.clone()).ok_or_else(missing)
    }

    fn font(&self, index: usize) -> Option<Font> {
        let load = || fonts::load(self.fonts.face(index)?);
        self.faces.get(index)?.get_or_init(load).clone()
    }

    fn today(&self, _: Option<Duration>) -> Option<Datetime> {
        None
    }
}
