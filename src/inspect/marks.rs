//! Marked content: which stretches of a page stand for other text, or for none.
//!
//! The interpreter tells where marked content begins, but not its properties. It goes
//! through a page in the same order as [`texts`], so that the two can be put together.

use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::Dict;
use hayro_syntax::object::Name;
use hayro_syntax::object::Object;
use hayro_syntax::object::String as Bytes;
use hayro_syntax::page::Page;
use hayro_syntax::page::Resources;

use crate::inspect::Unreadable;

/// How deep forms may stand in forms.
const DEEPEST: usize = 20;

/// How many forms a page may draw.
const MOST_FORMS: usize = 10_000;

/// The replacement text of each marked content of a page, in order, if it has one.
///
/// A page that draws more forms than it can need is damaged: it may never end.
pub(super) fn texts(page: &Page<'_>) -> Result<Vec<Option<String>>, Unreadable> {
    let mut walk = Walk { texts: Vec::new(), forms: 0 };
    walk.content(page.typed_operations(), page.resources(), 0);
    if walk.forms > MOST_FORMS { Err(Unreadable::Damaged) } else { Ok(walk.texts) }
}

/// A walk through a page.
struct Walk {
    texts: Vec<Option<String>>,
    forms: usize,
}

impl Walk {
    /// Goes through a content stream, and through the forms that it draws.
    fn content(
        &mut self,
        mut content: TypedIter<'_>,
        resources: &Resources<'_>,
        depth: usize,
    ) {
        while let Some(instruction) = content.next() {
            match instruction {
                TypedInstruction::BeginMarkedContent(_) => self.texts.push(None),
                TypedInstruction::BeginMarkedContentWithProperties(mark) => {
                    self.texts.push(replacement(mark.1, resources));
                }
                TypedInstruction::XObject(drawn) => self.form(drawn.0, resources, depth),
                _ => {}
            }
        }
    }

    /// Goes through a form.
    fn form(&mut self, name: &Name<'_>, resources: &Resources<'_>, depth: usize) {
        let Some(form) = resources.get_x_object(name) else { return };
        let kind = form.dict().get::<Name<'_>>("Subtype");
        if kind.is_none_or(|kind| kind.as_str() != "Form") {
            return;
        }
        // Forms that stand too deep hold themselves.
        self.forms += if depth < DEEPEST { 1 } else { MOST_FORMS };
        if self.forms > MOST_FORMS {
            return;
        }
        let Ok(content) = form.decoded() else { return };
        let own = form.dict().get::<Dict<'_>>("Resources").unwrap_or_default();
        let resources = Resources::from_parent(own, resources.clone());
        self.content(TypedIter::new(&content), &resources, depth + 1);
    }
}

/// The replacement text among the properties of marked content.
fn replacement(properties: &Object<'_>, resources: &Resources<'_>) -> Option<String> {
    let properties = match properties {
        Object::Dict(properties) => properties.clone(),
        Object::Name(name) => resources.properties.get::<Dict<'_>>(name)?,
        _ => return None,
    };
    let text = properties.get::<Bytes<'_>>("ActualText")?;
    Some(decode(text.as_bytes()))
}

/// The text of a PDF's text string: UTF-16, UTF-8, or nearly Latin-1.
pub(super) fn decode(bytes: &[u8]) -> String {
    if let Some(bytes) = bytes.strip_prefix(b"\xfe\xff") {
        let (pairs, _) = bytes.as_chunks::<2>();
        let units: Vec<u16> =
            pairs.iter().map(|pair| u16::from_be_bytes(*pair)).collect();
        return String::from_utf16_lossy(&units);
    }
    if let Some(bytes) = bytes.strip_prefix(b"\xef\xbb\xbf") {
        return String::from_utf8_lossy(bytes).into_owned();
    }
    bytes.iter().map(|byte| char::from(*byte)).collect()
}
