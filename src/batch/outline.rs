//! What a batch has to know of a résumé before it is made.

use std::path::Path;

use crate::diag::Sink;
use crate::plan;
use crate::plan::Input;
use crate::plan::Naming;
use crate::resume::Resume;
use crate::resume::parse;
use crate::resume::profile;
use crate::resume::yaml;
use crate::run;
use crate::run::Trail;
use crate::settings::Settings;
use crate::settings::Way;
use crate::system::files;

/// What a plan has to know of a résumé.
pub struct Outline {
    /// The résumé's text.
    pub input: Input,
    /// What stands in it, where that is needed and can be read.
    pub resume: Option<Resume>,
    /// The names of its profiles.
    pub profiles: Vec<String>,
}

impl Outline {
    /// Reads a résumé, all of it only where that is needed. What is wrong with it is not
    /// told now: its order will be one that fails, and tell.
    pub fn read(path: &Path, whole: bool) -> anyhow::Result<Self> {
        let bytes = files::read(path, 64 * plan::RESUME_LIMIT)?;
        Ok(Self::of(plan::input_of(path, bytes), whole))
    }

    /// The same of a text that was read.
    pub fn of(input: Input, whole: bool) -> Self {
        let resume = (whole || may_have_more(&input.bytes))
            .then(|| {
                let mut sink = Sink::default();
                let source = yaml::decode(&input.name, &input.bytes, &mut sink).ok()?;
                parse::parse(&source, &mut sink).ok()
            })
            .flatten();
        let profiles = resume.iter().flat_map(|it| &it.profiles);
        let profiles = profiles.map(|it| it.name.clone()).collect();
        Self { input, resume, profiles }
    }

    /// Whether there is a letter to make: the résumé's, or one of a profile's own.
    ///
    /// One without a body is only what others have in common.
    pub fn has_letter(&self, profile: Option<&str>) -> bool {
        let Some(resume) = &self.resume else { return false };
        let below = resume.letter.as_deref().and_then(|it| it.body.as_ref());
        let body = match profile {
            None => below,
            Some(name) => {
                let profile = resume.profiles.iter().find(|it| it.name == name);
                let own = profile.and_then(|profile| profile.letter.as_deref());
                own.and_then(|own| own.body.as_ref().or(below))
            }
        };
        body.is_some_and(|body| !body.is_empty())
    }

    /// What is known of a résumé that cannot be read.
    pub fn unread(name: &str) -> Self {
        let input = plan::input_of(Path::new(name), Vec::new());
        Self { input, resume: None, profiles: Vec::new() }
    }

    /// The name of an output, without its ending.
    pub fn name(&self, template: &str, settings: &Settings, way: &Way) -> String {
        let settings = settings.with(way);
        let profile = way.profile.as_deref();
        let mut sink = Sink::default();
        let decided = self.resume.as_ref().and_then(|whole| {
            let chosen =
                profile::select(whole, profile, &settings.wanted, &mut sink).ok()?;
            run::decide(&chosen, &settings, &mut Trail::default(), &mut sink).ok()
        });
        let stem = self.input.stem.as_deref().unwrap_or_default();
        let lang = decided.as_ref().map(|it| it.locale.typst_lang());
        plan::fill(
            template,
            &Naming {
                resume: stem,
                profile,
                theme: decided
                    .as_ref()
                    .map_or(way.theme.as_deref().unwrap_or_default(), |it| {
                        it.theme.name()
                    }),
                lang: lang.or(way.lang.as_deref()).unwrap_or_default(),
                paper: decided.as_ref().map_or("", |it| it.choices.text("paper")),
                name: self.resume.as_ref().map_or(stem, |it| &it.name),
            },
        )
    }
}

/// Whether a text can have the keys `profiles` or `letter`: they are written out, or with
/// escapes.
fn may_have_more(bytes: &[u8]) -> bool {
    let holds = |word: &[u8]| bytes.windows(word.len()).any(|it| it == word);
    [&b"profiles"[..], b"letter", b"\\x", b"\\u", b"\\U"].into_iter().any(holds)
}
