//! Reading cover letters: under a key of a résumé, or in a file of their own.

use super::Reader;
use super::fields::Fields;
use super::fields::Given;
use crate::diag::Diagnostic;
use crate::diag::Reported;
use crate::diag::Severity;
use crate::diag::Sink;
use crate::resume::Photo;
use crate::resume::keys;
use crate::resume::language;
use crate::resume::language::Order;
use crate::resume::language::Version;
use crate::resume::letter::Layout;
use crate::resume::letter::Letter;
use crate::resume::letter::LetterFile;
use crate::resume::letter::Recipient;
use crate::resume::yaml;
use crate::resume::yaml::Kind;
use crate::resume::yaml::Node;
use crate::resume::yaml::Scalar;
use crate::source::FieldPath;
use crate::source::Source;
use crate::text;
use crate::text::Inlines;

/// Whether a text is a letter: a mapping that names a résumé, and nobody.
///
/// Nearly all texts are résumés, so a text is read for this only if it looks like a letter.
pub fn is_letter(source: &Source) -> bool {
    let is_quote = |it: char| matches!(it, '{' | '"' | '\'' | ' ');
    let names = |line: &str| line.trim_start_matches(is_quote).starts_with("resume");
    if !source.text().lines().any(names) {
        return false;
    }
    let Ok(root) = yaml::read(source, &mut Sink::default()) else { return false };
    let has = |name: &str| {
        root.as_map().is_some_and(|map| map.iter().any(|(key, _)| key.text == name))
    };
    has("resume") && !has("name")
}

/// Reads a letter in a file of its own in the language of a version, or reports everything that is wrong with it.
pub fn letter(
    source: &Source,
    version: &Version<'_>,
    sink: &mut Sink,
) -> Result<LetterFile, Reported> {
    let before = sink.count(Severity::Error);
    let root = yaml::read(source, sink)?;
    super::letters::check(&root, source, sink);
    let root = match language::check(&root, source, sink) {
        0 => root,
        _ => Order::of(&root, version).narrow(&root, 0),
    };
    source.remember(super::places(&root));
    let mut reader = Reader { source, sink, carried: Vec::new(), chosen: true };
    let file = reader.letter_file(&root);
    match (file, sink.reported().filter(|_| sink.count(Severity::Error) > before)) {
        (Some(file), None) => Ok(file),
        (_, Some(reported)) => Err(reported),
        (None, None) => {
            Err(sink.error(Diagnostic::new("not-a-mapping", "this is no letter")))
        }
    }
}

impl Reader<'_> {
    fn letter_file(&mut self, root: &Node) -> Option<LetterFile> {
        let fields = self.fields(root, &keys::LETTER_FILE)?;
        let place = FieldPath::root();
        let resume = fields.get("resume").and_then(|given| self.text(given))?;
        let profile = fields.get("profile").and_then(|given| self.text(given));
        let letter = self.letter_fields(&fields, &place);
        Some(LetterFile { resume: (resume, place.key("resume")), profile, letter })
    }

    /// The letter of a résumé or of a profile.
    pub(super) fn letter(
        &mut self,
        given: &Given<'_>,
        path: &FieldPath,
    ) -> Option<Box<Letter>> {
        match self.fields(given.node, &keys::LETTER) {
            Some(fields) => Some(Box::new(self.letter_fields(&fields, path))),
            None => self.wrong_given(given),
        }
    }

    fn letter_fields(&mut self, fields: &Fields<'_>, path: &FieldPath) -> Letter {
        let signature = fields.get("signature");
        Letter {
            layout: fields.get("layout").and_then(|given| self.layout(given)),
            sender: fields.get("sender").map(|given| self.address_lines(given)),
            recipient: fields.get("recipient").and_then(|given| self.recipient(given)),
            place: fields.get("place").and_then(|given| self.line(given)),
            date: fields.get("date").and_then(|given| self.date(given)),
            subject: fields.get("subject").and_then(|given| self.line(given)),
            salutation: fields.get("salutation").and_then(|given| self.line(given)),
            body: fields.get("body").map(|given| self.blocks(given)),
            closing: fields.get("closing").and_then(|given| self.line(given)),
            signature: signature.and_then(|given| self.signature(given, path)),
            enclosures: fields.get("enclosures").map(|given| self.lines(given)),
            look: fields
                .get("look")
                .map_or_else(Default::default, |given| self.look(given)),
        }
    }

    fn layout(&mut self, given: &Given<'_>) -> Option<Layout> {
        let written = given.node.as_text().map(text::line).unwrap_or_default();
        match Layout::ALL.into_iter().find(|(name, _)| *name == written) {
            Some((_, layout)) => Some(layout),
            None => self.wrong_given(given),
        }
    }

    fn recipient(&mut self, given: &Given<'_>) -> Option<Recipient> {
        let Kind::Map(_) = &given.node.kind else {
            // Nobody says whether the first line is a person or a company.
            let lines = self.address_lines(given);
            return Some(Recipient { name: Inlines::new(), lines });
        };
        let fields = self.fields(given.node, &keys::RECIPIENT)?;
        let name = self.line_of(&fields, "name");
        let mut lines =
            vec![self.line_of(&fields, "role"), self.line_of(&fields, "company")];
        lines.extend(
            fields.get("address").map_or(Vec::new(), |given| self.address_lines(given)),
        );
        lines.retain(|line| !line.is_empty());
        Some(Recipient { name, lines })
    }

    /// Lines of an address: a list, or a text with a line for each.
    fn address_lines(&mut self, given: &Given<'_>) -> Vec<Inlines> {
        let written = given.node.as_text().unwrap_or_default();
        if !written.trim().contains('\n') {
            return self.lines(given);
        }
        let line = |line: &str| {
            let kind =
                Kind::Scalar(Scalar { text: line.trim().to_owned(), plain: false });
            let node = Node { span: given.node.span.clone(), kind };
            self.markdown(&node, text::inlines)
        };
        written.lines().map(line).filter(|line| !line.is_empty()).collect()
    }

    fn signature(&mut self, given: &Given<'_>, path: &FieldPath) -> Option<Photo> {
        let path = path.key("signature");
        match &given.node.kind {
            Kind::Scalar(_) => {
                let file = self.text(given).filter(|file| !file.is_empty())?;
                Some(Photo { file, alt: None, path })
            }
            Kind::Map(_) => {
                let fields = self.fields(given.node, &keys::SIGNATURE)?;
                let alt = fields.get("alt").and_then(|given| self.text(given));
                let file = fields.get("file").and_then(|given| self.text(given));
                let file = file.filter(|file| !file.is_empty())?;
                Some(Photo { file, alt, path: path.key("file") })
            }
            Kind::Null | Kind::List(_) => self.wrong_given(given),
        }
    }
}
