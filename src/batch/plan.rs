//! All orders of a batch, checked before the first of them is made.
//!
//! Orders wait in a [`Spool`], not in memory: of each, memory has sixteen bytes for its
//! output's name.

use std::collections::HashSet;
use std::path::Path;

use anyhow::Context;
use anyhow::bail;
use unicode_normalization::UnicodeNormalization;

use super::Order;
use super::outline::Outline;
use super::select::Selection;
use super::select::Wanted;
use crate::digest::Digest;
use crate::export;
use crate::export::Files;
use crate::plan;
use crate::settings::Settings;
use crate::settings::Way;
use crate::system::files::Spool;

/// How many bytes of orders are kept in memory.
const MEMORY: usize = 1 << 20;

/// All orders of a batch; no two of them write the same file.
#[derive(Debug)]
pub struct Plan {
    spool: Spool,
    /// How many orders there are.
    pub count: usize,
}

/// The name of a place in the folder for outputs, the same for names that some file
/// system takes for the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Place(u128);

impl Place {
    /// The place of a path below the folder for outputs.
    pub fn of(name: &str) -> Self {
        let name: String = name.nfkc().flat_map(char::to_lowercase).nfkc().collect();
        let digest = Digest::of(name.as_bytes());
        let (half, _) = digest.as_bytes().split_at(16);
        Self(half.iter().fold(0, |all, byte| all << 8 | u128::from(*byte)))
    }

    /// The place of all pages of an output, in a format with a file for each.
    pub fn of_all_pages(name: &str) -> Self {
        Self::of(&format!("pages of {name}"))
    }

    /// The place of those outputs that could be taken for a page of this one.
    fn of_a_page(name: &str) -> Self {
        Self::of(&format!("a page of {name}"))
    }
}

/// The output of which this is the name of a page: of `x-2.png`, that is `x.png`.
pub fn whole_of_page(name: &str) -> Option<String> {
    let path = Path::new(name);
    let (stem, extension) = (path.file_stem()?.to_str()?, path.extension()?.to_str()?);
    let (stem, page) = stem.rsplit_once('-')?;
    let is_number = !page.is_empty() && page.bytes().all(|it| it.is_ascii_digit());
    let whole = path.with_file_name(format!("{stem}.{extension}"));
    is_number.then(|| whole.to_string_lossy().into_owned())
}

/// Makes the plan of a batch: every profile of every résumé, in every theme, language and
/// format that is asked for.
///
/// Two orders that would write the same file are an error that names both.
pub fn plan(
    selection: Selection,
    formats: &[&'static str],
    settings: &Settings,
) -> anyhow::Result<Plan> {
    let mut planner = Planner::new(formats, settings);
    for wanted in selection {
        planner.add(&wanted?)?;
    }
    if planner.plan.count == 0 {
        match &settings.profile {
            Some(profile) => bail!("no résumé has a profile `{profile}`"),
            None => bail!("there is nothing to make: the list is empty"),
        }
    }
    Ok(planner.plan)
}

/// The formats that are asked for, without repetition.
pub fn formats(
    asked: &[String],
    settings: &Settings,
) -> anyhow::Result<Vec<&'static str>> {
    let mut formats = Vec::new();
    for name in asked {
        let known = export::FORMATS.iter().map(|it| it.name).collect::<Vec<_>>();
        let format = export::find(name).ok_or_else(|| {
            anyhow::anyhow!("`{name}` is no format: there are {}", known.join(", "))
        })?;
        formats.push(format.name);
    }
    if formats.is_empty() {
        formats.clone_from(&settings.export.formats);
    }
    if formats.is_empty() {
        formats.push(export::pdf::FORMAT.name);
    }
    let mut seen = HashSet::new();
    formats.retain(|format| seen.insert(*format));
    Ok(formats)
}

impl Plan {
    /// The orders, in the order in which they were planned.
    pub fn orders(
        &mut self,
    ) -> anyhow::Result<impl Iterator<Item = anyhow::Result<Order>>> {
        let lines = self.spool.lines()?;
        Ok(lines.map(|line| {
            let line = line.context("the plan cannot be read again")?;
            serde_json::from_str(&line).context("the plan was damaged")
        }))
    }

    fn add(&mut self, order: &Order) -> anyhow::Result<()> {
        self.count += 1;
        self.spool.add(&serde_json::to_vec(order)?)
    }
}

/// A plan that grows.
struct Planner<'a> {
    settings: &'a Settings,
    formats: &'a [&'static str],
    themes: Vec<Option<&'a str>>,
    langs: Vec<Option<&'a str>>,
    template: String,
    claimed: HashSet<Place>,
    plan: Plan,
}

impl<'a> Planner<'a> {
    fn new(formats: &'a [&'static str], settings: &'a Settings) -> Self {
        let several = |flags: &'a [String], project: &'a [String]| {
            let values = if flags.is_empty() { project } else { flags };
            let values: Vec<_> = values.iter().map(|it| Some(it.as_str())).collect();
            if values.is_empty() { vec![None] } else { values }
        };
        let themes = several(&settings.themes, &settings.export.themes);
        let langs = several(&settings.langs, &[]);
        let mut template = settings.name.clone();
        // Names would be equal that differ in nothing but these.
        for (field, values) in [("{theme}", &themes), ("{lang}", &langs)] {
            if values.len() > 1 && !template.contains(field) {
                template.push('-');
                template.push_str(field);
            }
        }
        let plan = Plan { spool: Spool::new(MEMORY), count: 0 };
        let claimed = HashSet::new();
        Self { settings, formats, themes, langs, template, claimed, plan }
    }

    /// Adds all orders for one wanted résumé.
    fn add(&mut self, wanted: &Wanted) -> anyhow::Result<()> {
        let input = plan::locate(&wanted.resume, self.settings)
            .and_then(|path| Outline::read(&path, self.needs_all()))
            // A résumé that cannot be read is an order that fails, and tells why.
            .unwrap_or_else(|_| Outline::unread(&wanted.resume));
        let (themes, langs) = (self.themes.clone(), self.langs.clone());
        let profiles = self.profiles(wanted, &input);
        let given = |own: &'_ Option<String>| own.is_some();
        for profile in &profiles {
            for theme in if given(&wanted.theme) { &[None][..] } else { &themes } {
                for lang in if given(&wanted.lang) { &[None][..] } else { &langs } {
                    let owned = |word: Option<&str>| word.map(str::to_owned);
                    let way = Way {
                        profile: profile.clone(),
                        theme: wanted.theme.clone().or_else(|| owned(*theme)),
                        lang: wanted.lang.clone().or_else(|| owned(*lang)),
                        ..Way::default()
                    };
                    self.add_way(wanted, &input, &way)?;
                    if input.has_letter(profile.as_deref()) {
                        let way = Way { letter: true, ..way };
                        self.add_way(wanted, &input, &way)?;
                    }
                }
            }
            if self.settings.ats_copy {
                self.add_copies(wanted, &input, profile.as_deref())?;
            }
        }
        Ok(())
    }

    /// Adds copies for application portals, one for each language.
    fn add_copies(
        &mut self,
        wanted: &Wanted,
        outline: &Outline,
        profile: Option<&str>,
    ) -> anyhow::Result<()> {
        let langs = match &wanted.lang {
            Some(lang) => vec![Some(lang.clone())],
            None => self.langs.iter().map(|it| it.map(str::to_owned)).collect(),
        };
        for lang in langs {
            let profile = profile.map(str::to_owned);
            let way = Way { profile, lang, ats_copy: true, ..Way::default() };
            self.add_way(wanted, outline, &way)?;
        }
        Ok(())
    }

    /// The profiles to make of a résumé, and `None` for the résumé as it is.
    fn profiles(&self, wanted: &Wanted, outline: &Outline) -> Vec<Option<String>> {
        if let Some(profile) = &wanted.profile {
            return vec![Some(profile.clone())];
        }
        let has = |name: &str| outline.profiles.iter().any(|it| it == name);
        match &self.settings.profile {
            Some(profile) if has(profile) => vec![Some(profile.clone())],
            Some(_) => Vec::new(),
            None => {
                let profiles = outline.profiles.iter().cloned().map(Some);
                std::iter::once(None).chain(profiles).collect()
            }
        }
    }

    fn add_way(
        &mut self,
        wanted: &Wanted,
        outline: &Outline,
        way: &Way,
    ) -> anyhow::Result<()> {
        let name = match &wanted.output {
            Some(output) => output.clone(),
            None => outline.name(&self.template, self.settings, way),
        };
        let formats: Vec<&str> = match &wanted.format {
            Some(format) => vec![format],
            None => self.formats.to_vec(),
        };
        for format in formats {
            let Some(format) = export::find(format) else {
                bail!("`{format}` is no format");
            };
            let name = format!("{name}{}.{}", way.suffix(), format.extension);
            let order = Order {
                resume: outline.input.name.clone(),
                way: way.clone(),
                format: format.name.into(),
                target: self.settings.out.join(&name),
                name,
            };
            self.claim(&order, format.files)?;
            self.plan.add(&order)?;
        }
        Ok(())
    }

    /// Claims the files that an order writes.
    fn claim(&mut self, order: &Order, kind: Files) -> anyhow::Result<()> {
        let name = &order.name;
        let path = Path::new(name);
        if path.is_absolute() || path.components().any(|it| it.as_os_str() == "..") {
            bail!("`{name}` is not in the folder for outputs");
        }
        let mut free = self.claimed.insert(Place::of(name));
        if kind == Files::PerPage {
            // Its pages must not be those of another, nor it one of another's pages.
            free &= self.claimed.insert(Place::of_all_pages(name));
            free &= !self.claimed.contains(&Place::of_a_page(name));
            if let Some(whole) = whole_of_page(name) {
                free &= !self.claimed.contains(&Place::of_all_pages(&whole));
                self.claimed.insert(Place::of_a_page(&whole));
            }
        }
        if free { Ok(()) } else { self.clash(order) }
    }

    /// Names the two orders that would write the same file.
    fn clash(&mut self, order: &Order) -> anyhow::Result<()> {
        let place = Place::of(&order.name);
        let mut other = None;
        for before in self.plan.orders()? {
            let before = before?;
            let is_page = |page: &str, whole: &str| {
                whole_of_page(page).is_some_and(|it| Place::of(&it) == Place::of(whole))
            };
            if Place::of(&before.name) == place
                || is_page(&order.name, &before.name)
                || is_page(&before.name, &order.name)
            {
                other = Some(before);
                break;
            }
        }
        let described = |order: &Order| {
            let profile = order.way.profile.as_ref();
            let profile =
                profile.map_or_else(String::new, |it| format!(", profile `{it}`"));
            format!("{}{profile} ({})", order.resume, order.name)
        };
        let other = other.as_ref().map_or_else(|| "another".into(), described);
        let hint = "give them other names with `name` in cvpdf.toml, which may hold {resume} {profile} {theme} {lang} {paper} {name}";
        Err(anyhow::anyhow!(hint)).context(format!(
            "two results would be one file: {other} and {}",
            described(order)
        ))
    }

    /// Whether names are made of what only the whole résumé tells.
    fn needs_all(&self) -> bool {
        let fields = ["{theme}", "{lang}", "{paper}", "{name}"];
        fields.iter().any(|field| self.template.contains(field))
    }
}
