//! The bare program: Typst as a library, a finished view, and nothing else.

use std::collections::HashMap;
use std::path::Path;
use std::path::PathBuf;
use std::sync::OnceLock;

use cvpdf::brief::Brief;
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
    let folder = folder.join(theme);
    std::fs::create_dir_all(folder.join("typ")).unwrap();
    let brief = brief(resume, theme);
    put(&brief, &folder, "");
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
}

/// Puts the data of further résumés beside that of the first, by number.
pub(crate) fn prepare_more(resumes: &[PathBuf], theme: &str, folder: &Path) {
    for (number, resume) in resumes.iter().enumerate() {
        put(&brief(resume, theme), &folder.join(theme), &number.to_string());
        cvpdf::typeset::forget(0);
    }
}

fn brief(resume: &Path, theme: &str) -> Brief {
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
    let mut trail = run::Trail::default();
    run::prepare(&job, &settings, &mut trail, &mut sink).unwrap().recipe.brief
}

/// Writes the data of one résumé.
fn put(brief: &Brief, folder: &Path, number: &str) {
    let document = cvpdf::typeset::typeset(brief, &mut Sink::default()).unwrap();
    let mut options = serde_json::to_value(&brief.choices).unwrap();
    options["fit"] = serde_json::to_value(Fit::AS_DESIGNED).unwrap();
    let stamp = brief.stamp.unwrap().iso();
    let write = |name: &str, bytes: &[u8]| {
        std::fs::write(folder.join(format!("{name}{number}")), bytes).unwrap();
    };
    write("resume.json", &serde_json::to_vec(&brief.view).unwrap());
    write("options.json", &serde_json::to_vec(&options).unwrap());
    write("names", format!("{}\n{stamp}", document.ident).as_bytes());
}

/// Sets the pages, exports and writes them.
pub(crate) fn run(folder: &Path, theme: &str, output: &Path) {
    let folder = folder.join(theme);
    let mut world = Bare::new(&folder);
    world.set(&folder, "");
    make(&world, &folder, "", output);
}

/// The same for so many résumés, one after the other in one thread.
///
/// What Typst computed is forgotten after each, but for what the next may use: of all
/// numbers, 1 makes the bare program fastest.
pub(crate) fn run_all(folder: &Path, theme: &str, output: &Path, count: usize) {
    let folder = folder.join(theme);
    let mut world = Bare::new(&folder);
    for number in 0..count {
        let name = number.to_string();
        world.set(&folder, &name);
        make(&world, &folder, &name, &output.join(format!("{name}.pdf")));
        typst::comemo::evict(evicted());
    }
}

/// For how many documents the loop remembers what it computed.
fn evicted() -> usize {
    std::env::var("BARE_EVICT").ok().and_then(|it| it.parse().ok()).unwrap_or(1)
}

fn make(world: &Bare, folder: &Path, number: &str, output: &Path) {
    let names = std::fs::read_to_string(folder.join(format!("names{number}"))).unwrap();
    let (ident, date) = names.rsplit_once('\n').unwrap();
    let date: Vec<i32> = date.split('-').map(|part| part.parse().unwrap()).collect();
    let [month, day] = [date[1], date[2]].map(|part| u8::try_from(part).unwrap());
    let date = Datetime::from_ymd_hms(date[0], month, day, 0, 0, 0);
    let pages = typst::compile::<PagedDocument>(world).output.unwrap();
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

    /// Gives it the data of one résumé.
    fn set(&mut self, data: &Path, number: &str) {
        for name in ["resume.json", "options.json"] {
            let bytes = std::fs::read(data.join(format!("{name}{number}"))).unwrap();
            let file = (Bytes::new(bytes), OnceLock::new());
            self.files.insert(id(&format!("/{name}")), file);
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
