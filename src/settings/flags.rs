//! The flags of every command that makes pages.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::path::PathBuf;

use clap::Arg;
use clap::ArgAction;
use clap::ArgMatches;
use clap::Command;
use clap::error::Error;

use crate::diag::Diagnostic;
use crate::diag::Sink;
use crate::export::Options;
use crate::export::Resolution;
use crate::resume::Chosen;
use crate::resume::Look;
use crate::theme::options::COMMON;

/// How a résumé is made.
#[derive(Debug, Clone, clap::Args)]
pub struct Flags {
    /// Set this profile of the résumé
    #[arg(long, value_name = "NAME")]
    pub profile: Option<String>,

    /// Set the letter of the résumé
    #[arg(long)]
    pub letter: bool,

    /// Keep what is for these words, besides what is for everybody
    #[arg(long = "for", value_name = "WORDS", value_delimiter = ',')]
    pub wanted: Vec<String>,

    /// Folder of the project; photos may come from anywhere in it
    #[arg(long, value_name = "DIR")]
    pub root: Option<PathBuf>,

    /// Folder with more fonts (repeatable)
    #[arg(long = "font-path", value_name = "DIR")]
    pub font_paths: Vec<PathBuf>,

    /// The date in the PDF, instead of the résumé's `updated`
    #[arg(long, value_name = "DATE")]
    pub date: Option<String>,

    /// Standards that the PDF keeps: a list as `a-3a,ua-1`, `none`, or `auto`
    #[arg(long, value_name = "LIST")]
    pub pdf_standard: Option<String>,

    /// Pixels per inch of PNG pages
    #[arg(long, value_name = "N", default_value = "144", value_parser = resolution)]
    pub ppi: Resolution,

    /// Neither take from the build cache nor add to it
    #[arg(long)]
    pub no_cache: bool,

    /// Also write a copy for application portals, in the theme `plain`, as `NAME-ats`
    #[arg(long)]
    pub ats_copy: bool,

    /// Stop a theme after so many seconds [default: 30, for themes from a folder]
    #[arg(long, value_name = "SECONDS", value_parser = clap::value_parser!(u64).range(1..=86_400))]
    pub time_limit: Option<u64>,

    /// Stop a theme at so many mebibytes [default: 1024, for themes from a folder]
    #[arg(long, value_name = "MIB", value_parser = clap::value_parser!(u64).range(64..=1_048_576))]
    pub memory_limit: Option<u64>,

    #[command(flatten)]
    #[expect(missing_docs, reason = "a doc comment here would become a help text")]
    pub look: LookFlags,
}

impl Flags {
    /// Nothing but a project's folder, for commands that make no pages.
    pub fn bare(root: Option<PathBuf>) -> Self {
        Self {
            profile: None,
            letter: false,
            wanted: Vec::new(),
            root,
            font_paths: Vec::new(),
            date: None,
            pdf_standard: None,
            ppi: Options::default().resolution,
            no_cache: false,
            ats_copy: false,
            time_limit: None,
            memory_limit: None,
            look: LookFlags::default(),
        }
    }
}

fn resolution(text: &str) -> Result<Resolution, String> {
    let (least, most) = (Resolution::RANGE.start(), Resolution::RANGE.end());
    let read = text.parse().ok().and_then(Resolution::new);
    read.ok_or_else(|| format!("expected a number from {least} to {most}"))
}

/// One flag for each key of `look`, made from the table of common options.
#[derive(Debug, Clone, Default)]
pub struct LookFlags {
    themes: Vec<String>,
    langs: Vec<String>,
    common: BTreeMap<&'static str, String>,
    options: Vec<String>,
}

impl LookFlags {
    /// What the flags decide about looks, but for theme and language.
    pub fn look(&self, sink: &mut Sink) -> Look {
        let chosen = |value: &String| Chosen::flag(value.clone());
        let common = self.common.iter();
        let mut options: BTreeMap<String, Chosen> =
            common.map(|(name, value)| ((*name).to_owned(), chosen(value))).collect();
        for option in &self.options {
            if let Some((name, value)) = option.split_once('=') {
                options.insert(name.trim().to_owned(), chosen(&value.trim().to_owned()));
            } else {
                let message = format!("`-O {option}` has no value");
                let hint = format!("write `-O {option}=…`");
                sink.error(Diagnostic::new("option-without-value", message).hint(hint));
            }
        }
        Look { theme: None, lang: None, options, for_another: BTreeSet::new() }
    }

    /// The themes that flags name; the look has none of them.
    pub fn themes(&self) -> Vec<String> {
        self.themes.clone()
    }

    /// The languages that flags name; the look has none of them.
    pub fn langs(&self) -> Vec<String> {
        self.langs.clone()
    }
}

impl clap::Args for LookFlags {
    fn augment_args(command: Command) -> Command {
        let flag = |name: &'static str, value: &'static str, help: &'static str| {
            Arg::new(name).long(name).value_name(value).help(help).help_heading("Looks")
        };
        let several = |arg: Arg| arg.action(ArgAction::Append).value_delimiter(',');
        let command = command
            .arg(several(flag(
                "theme",
                "NAME",
                "Theme: a built-in one's name, or a folder",
            )))
            .arg(several(flag(
                "lang",
                "TAG",
                "Language of the document, as `fr` or `pt-BR`",
            )))
            .arg(
                flag("option", "NAME=VALUE", "An option of the theme (repeatable)")
                    .short('O')
                    .action(ArgAction::Append),
            );
        COMMON.iter().fold(command, |command, option| {
            command.arg(flag(option.name, "VALUE", option.help).hide_short_help(true))
        })
    }

    fn augment_args_for_update(command: Command) -> Command {
        Self::augment_args(command)
    }
}

impl clap::FromArgMatches for LookFlags {
    fn from_arg_matches(matches: &ArgMatches) -> Result<Self, Error> {
        let mut flags = Self::default();
        flags.update_from_arg_matches(matches)?;
        Ok(flags)
    }

    fn update_from_arg_matches(&mut self, matches: &ArgMatches) -> Result<(), Error> {
        let value = |name: &str| matches.get_one::<String>(name).cloned();
        let values = |name: &str| {
            matches.get_many::<String>(name).into_iter().flatten().cloned().collect()
        };
        self.themes = values("theme");
        self.langs = values("lang");
        self.options = values("option");
        let common = COMMON.iter();
        self.common = common
            .filter_map(|option| Some((option.name, value(option.name)?)))
            .collect();
        Ok(())
    }
}
