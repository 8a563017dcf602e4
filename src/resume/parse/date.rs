//! Reading dates.

use super::Reader;
use super::fields::Given;
use crate::date;
use crate::date::Date;
use crate::date::read::FORMS;
use crate::date::read::Unread;
use crate::diag::Diagnostic;
use crate::resume::keys;
use crate::resume::yaml::Kind;
use crate::source::Span;
use crate::text;

impl Reader<'_> {
    /// A date: what cannot be read is printed as written, with a warning; a period that
    /// ends before it starts is an error.
    pub(super) fn date(&mut self, given: &Given<'_>) -> Option<Date> {
        match &given.node.kind {
            Kind::Scalar(scalar) => {
                let written = text::line(&scalar.text);
                (!written.is_empty())
                    .then(|| self.read_date(written, given.node.span.clone()))
            }
            Kind::Map(_) => self.date_in_parts(given),
            Kind::Null | Kind::List(_) => self.wrong_given(given),
        }
    }

    fn date_in_parts(&mut self, given: &Given<'_>) -> Option<Date> {
        let fields = self.fields(given.node, &keys::DATE)?;
        let start = fields.get("start");
        let end = fields.get("end");
        if let Some(words) = fields.get("text") {
            if let Some(other) = start.or(end) {
                let message =
                    format!("found both `text` and `{}` in a date", other.key.name);
                self.need(other, "date-twice", &message);
            }
            return self.text(words).map(Date::Text);
        }
        let start = start?;
        let from = self.text(start)?;
        let place = end.map_or(start, |end| end).node.span.clone();
        let until = match end {
            Some(end) => self.text(end)?,
            None => String::new(),
        };
        Some(self.read_date(format!("{from} – {until}").trim().to_owned(), place))
    }

    fn read_date(&mut self, written: String, place: Span) -> Date {
        let reason = match date::read(&written) {
            Ok(date) => return date,
            Err(reason) => reason,
        };
        if let Unread::Backwards(backwards) = &reason {
            self.sink.error(
                Diagnostic::new("end-before-start", "this period ends before it starts")
                    .at(self.source, place)
                    .label(backwards.to_string()),
            );
        } else {
            self.sink.warn(
                Diagnostic::new("unread-date", "this date is printed as written")
                    .at(self.source, place)
                    .label(reason.to_string())
                    .hint(format!("write it as one of {}", FORMS.join(", ")))
                    .hint("or as `date: {text: …}` if it is meant so"),
            );
        }
        Date::Text(written)
    }
}
