//! `cvpdf profiles`: which versions of each résumé there are, and what each keeps.

use std::fmt::Write as _;
use std::path::PathBuf;

use serde_json::Value;
use serde_json::json;

use crate::batch::select;
use crate::diag::Reported;
use crate::diag::Sink;
use crate::export::pdf;
use crate::plan;
use crate::plan::Job;
use crate::plan::Target;
use crate::report;
use crate::report::Report;
use crate::resume::Look;
use crate::resume::Profile;
use crate::resume::Resume;
use crate::resume::Section;
use crate::resume::parse;
use crate::resume::profile;
use crate::resume::tally;
use crate::resume::tally::Tally;
use crate::run;
use crate::run::Trail;
use crate::run::publications;
use crate::settings;
use crate::settings::Flags;
use crate::settings::Settings;
use crate::system::files;

/// Lists résumés with their profiles, and what each profile keeps
#[derive(Debug, clap::Args)]
pub(super) struct ProfilesArgs {
    /// The résumés: paths, or files of the project's folder `resumes`; by default all of it
    resumes: Vec<String>,

    /// Folder of the project
    #[arg(long, value_name = "DIR")]
    root: Option<PathBuf>,
}

/// Lists what can be read; the exit code is 1 if a résumé cannot.
pub(super) fn run(args: &ProfilesArgs, report: &mut Report) -> anyhow::Result<u8> {
    let mut sink = Sink::default();
    let settings = settings::resolve(&Flags::bare(args.root.clone()), &mut sink);
    report.tell(&mut sink)?;
    let settings = settings?;
    let (mut lists, mut code) = (Vec::new(), 0);
    for name in names(&args.resumes, &settings)? {
        let read = read(&name, &settings, &mut sink);
        let told = report.tell(&mut sink);
        code |= u8::from(read.is_err() || told.is_err());
        match read {
            Ok(list) => lists.push(list),
            Err(error) if error.is::<Reported>() => {}
            Err(error) => report.trouble(&error),
        }
    }
    if report.is_for_machine() {
        lists.iter().flat_map(List::records).for_each(|one| report.record(one));
        return Ok(code);
    }
    let texts: Vec<String> = lists.iter().map(List::text).collect();
    files::write_stdout(texts.join("\n").as_bytes())?;
    Ok(code)
}

/// The résumés that are meant; one that is missing is told of when it is read.
fn names(arguments: &[String], settings: &Settings) -> anyhow::Result<Vec<String>> {
    let several = |arguments: &[String]| -> anyhow::Result<Vec<String>> {
        select::select(arguments, settings)?.map(|wanted| Ok(wanted?.resume)).collect()
    };
    if arguments.is_empty() {
        return several(&[]);
    }
    let mut names = Vec::new();
    for argument in arguments {
        match select::is_several(argument) {
            true => names.extend(several(std::slice::from_ref(argument))?),
            false => names.push(argument.clone()),
        }
    }
    Ok(names)
}

/// A résumé's profiles.
struct List {
    resume: String,
    person: String,
    versions: Vec<Version>,
    /// Words of `for` that no profile wants.
    unwanted: Vec<String>,
}

/// What a profile makes of a résumé.
struct Version {
    profile: String,
    wanted: Vec<String>,
    theme: String,
    lang: String,
    pages: Option<String>,
    /// The sections that it keeps, in its order, then those that it leaves out.
    sections: Vec<Kept>,
}

/// What is kept of a section, of all that it holds.
struct Kept {
    section: String,
    part: Option<Tally>,
    all: Tally,
}

fn read(name: &str, settings: &Settings, sink: &mut Sink) -> anyhow::Result<List> {
    let input = plan::input(name, settings)?;
    let source = parse::source(&input.name, &input.bytes, sink)?;
    let mut resume = parse::parse(&source, sink)?;
    let job = Job { input, format: &pdf::FORMAT, target: Target::Named };
    let trail = &mut Trail::default();
    publications::read(&mut resume, &source, (&job, settings), (trail, sink))?;
    let profiles = resume.profiles.iter();
    let versions: Result<Vec<Version>, Reported> =
        profiles.map(|profile| version(&resume, profile, settings, sink)).collect();
    let wanted = |word: &&str| {
        let mut profiles = resume.profiles.iter();
        profiles.any(|profile| profile.wanted.iter().any(|it| it == word))
    };
    let unwanted = profile::carried(&resume).into_iter().filter(|word| !wanted(word));
    Ok(List {
        resume: job.input.name,
        person: resume.name.clone(),
        versions: versions?,
        unwanted: unwanted.map(str::to_owned).collect(),
    })
}

fn version(
    resume: &Resume,
    profile: &Profile,
    settings: &Settings,
    sink: &mut Sink,
) -> Result<Version, Reported> {
    let selected = profile::select(resume, Some(&profile.name), &[], sink)?;
    let look: Look = selected.look.over(&settings.project_look);
    let chosen = |chosen: Option<&crate::resume::Chosen>, default: &str| {
        chosen.map_or(default, |chosen| &chosen.value).to_owned()
    };
    let is_kept = |key: &str| selected.sections.iter().any(|it| it.key == key);
    let all = |key: &str| resume.sections.iter().find(|it| it.key == key);
    let kept = selected.sections.iter().filter_map(|section| {
        Some(Kept::of(all(&section.key)?, Some(tally::count(section))))
    });
    let left_out = resume.sections.iter().filter(|section| !is_kept(&section.key));
    let left_out = left_out.map(|section| Kept::of(section, None));
    Ok(Version {
        profile: profile.name.clone(),
        wanted: profile.wanted.clone(),
        theme: chosen(look.theme.as_ref(), run::DEFAULT_THEME),
        lang: chosen(look.lang.as_ref(), run::DEFAULT_LANG),
        pages: look.options.get("pages").map(|chosen| chosen.value.clone()),
        sections: kept.chain(left_out).collect(),
    })
}

impl Kept {
    fn of(section: &Section, kept: Option<Tally>) -> Self {
        Self { section: section.key.clone(), part: kept, all: tally::count(section) }
    }

    /// As `3 of 5 entries, 14 of 22 bullets`.
    fn text(&self) -> String {
        let Tally { noun, elements, bullets } = self.all;
        let kept = self.part.map_or((0, 0), |kept| (kept.elements, kept.bullets));
        let noun = if elements == 1 { noun.0 } else { noun.1 };
        let more = match bullets {
            0 => String::new(),
            1 => format!(", {} of 1 bullet", kept.1),
            _ => format!(", {} of {bullets} bullets", kept.1),
        };
        format!("{} of {elements} {noun}{more}", kept.0)
    }

    fn record(&self) -> Value {
        let count = |tally: Option<Tally>| {
            let (elements, bullets) =
                tally.map_or((0, 0), |it| (it.elements, it.bullets));
            json!({ "elements": elements, "bullets": bullets })
        };
        json!({
            "section": self.section, "elements": self.all.noun.1,
            "kept": count(self.part), "all": count(Some(self.all)),
        })
    }
}

impl List {
    fn records(&self) -> Vec<Value> {
        let record = |version: &Version| {
            let Version { profile, wanted, theme, lang, pages, sections } = version;
            let pages = pages.as_ref().map(|pages| {
                pages.parse::<u64>().map_or_else(|_| json!(pages), |count| json!(count))
            });
            json!({
                "resume": self.resume, "name": self.person, "profile": profile,
                "for": wanted, "theme": theme, "lang": lang, "pages": pages,
                "sections": sections.iter().map(Kept::record).collect::<Vec<_>>(),
                "unwanted": self.unwanted,
            })
        };
        self.versions.iter().map(record).collect()
    }

    fn text(&self) -> String {
        let mut text = report::escape(&format!("{}: {}", self.resume, self.person));
        if self.versions.is_empty() {
            return text + ", no profiles\n";
        }
        text.push('\n');
        let heads = ["profile", "for", "theme", "lang", "pages", "keeps", ""];
        let mut rows = vec![heads.map(str::to_owned)];
        self.versions.iter().for_each(|version| version.rows(&mut rows));
        text.push_str(&table(&rows));
        if !self.unwanted.is_empty() {
            let words = report::escape(&self.unwanted.join(", "));
            let _ = writeln!(text, "  wanted by no profile: {words}");
        }
        text
    }
}

/// A line of the table.
type Row = [String; 7];

impl Version {
    /// A line for each section that is kept; the first one says the rest, too.
    fn rows(&self, rows: &mut Vec<Row>) {
        let none = || "–".to_owned();
        let wanted = Some(self.wanted.join(", ")).filter(|words| !words.is_empty());
        let mut start = [
            self.profile.clone(),
            wanted.unwrap_or_else(none),
            self.theme.clone(),
            self.lang.clone(),
            self.pages.clone().unwrap_or_else(none),
        ];
        let kept = self.sections.iter().filter(|section| section.part.is_some());
        let mut kept: Vec<(String, String)> =
            kept.map(|section| (section.section.clone(), section.text())).collect();
        if kept.is_empty() {
            kept.push(("nothing".into(), String::new()));
        }
        for (section, counts) in kept {
            let [profile, wanted, theme, lang, pages] = std::mem::take(&mut start);
            let row = [profile, wanted, theme, lang, pages, section, counts];
            rows.push(row.map(|cell| report::escape(&cell)));
        }
    }
}

/// The lines with their columns one under the other.
fn table(rows: &[Row]) -> String {
    let width = |column: usize| {
        let cells = rows.iter().map(|row| row[column].chars().count());
        cells.max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..rows[0].len()).map(width).collect();
    let mut text = String::new();
    for row in rows {
        let cells = row.iter().zip(&widths);
        let line: Vec<String> =
            cells.map(|(cell, width)| format!("{cell:<width$}")).collect();
        let _ = writeln!(text, "  {}", line.join("  ").trim_end());
    }
    text
}
