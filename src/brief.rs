//! Everything that determines the pages, and its name.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::date::Date;
use crate::digest::Digest;
use crate::digest::Digester;
use crate::font::FontSet;
use crate::theme::Theme;
use crate::theme::options::Choices;
use crate::view::View;

/// What the typesetter is given: everything that determines the pages.
#[derive(Debug, Clone)]
pub struct Brief {
    /// The words, in the order in which they are set.
    pub view: View,
    /// How they are set.
    pub theme: Arc<Theme>,
    /// What the author decided about looks.
    pub choices: Choices,
    /// The faces that may be used.
    pub fonts: Arc<FontSet>,
    /// Files of the résumé, by their name in the theme's world.
    pub assets: BTreeMap<String, Arc<[u8]>>,
    /// The date that goes into the document.
    pub stamp: Option<Stamp>,
}

/// The only date in a document: a day, without a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp {
    /// The year, from 1 to 9999.
    pub year: u16,
    /// The month, from 1.
    pub month: u8,
    /// The day, from 1.
    pub day: u8,
}

/// A named part of a key: what went in, and its digest.
pub type KeyPart = (&'static str, Digest);

impl Brief {
    /// The parts of the brief's key, for those who ask which of them changed.
    pub fn key_parts(&self) -> Vec<KeyPart> {
        // No `..` here: a new field does not compile until it is part of the key.
        let Self { view, theme, choices, fonts, assets, stamp } = self;
        let assets = assets
            .iter()
            .fold(Digester::default(), |all, (name, bytes)| all.part(name, bytes));
        vec![
            ("program", Digest::of(PROGRAM.as_bytes())),
            ("résumé", Digest::of(&canonical(view))),
            ("theme", theme.digest()),
            ("options", Digest::of(&canonical(choices))),
            ("fonts", fonts.digest()),
            ("photo", assets.finish()),
            ("date", Digest::of(stamp.map_or_else(String::new, Stamp::iso).as_bytes())),
        ]
    }

    /// Names the pages that this brief determines.
    pub fn key(&self) -> Digest {
        Digest::of_parts(&self.key_parts())
    }
}

/// What this program is: two programs of one name set the same pages alike.
///
/// The build script makes it of the sources, the lock file and the compiler, not of
/// the version number alone, so that a change in the program is a change of the key.
pub const PROGRAM: &str = env!("CVPDF_BUILD_ID");

/// The bytes of a value's JSON; the same content always gives the same bytes.
fn canonical(value: &impl serde::Serialize) -> Vec<u8> {
    serde_json::to_vec(value).expect("views and choices hold nothing that JSON lacks")
}

impl Stamp {
    /// The day that lies so many days after 1 January 1970; none after the year 9999.
    pub fn from_unix_days(days: u64) -> Option<Self> {
        // Years that begin in March have their leap day last, so that months have a
        // rule: five of them, 153 days, again and again.
        const TO_1970: u64 = 719_468;
        let days = days.checked_add(TO_1970)?;
        let (era, of_era) = (days / 146_097, days % 146_097);
        let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
        let of_year = of_era - (365 * year + year / 4 - year / 100);
        let march_month = (5 * of_year + 2) / 153;
        let day = of_year - (153 * march_month + 2) / 5 + 1;
        let month = if march_month < 10 { march_month + 3 } else { march_month - 9 };
        let year = era.checked_mul(400)? + year + u64::from(month <= 2);
        let year = u16::try_from(year).ok().filter(|year| *year <= 9999)?;
        let [month, day] = [month, day].map(|it| u8::try_from(it).unwrap_or(1));
        Some(Self { year, month, day })
    }

    /// The first day of a date; none of a text that is no date.
    pub fn of(date: &Date) -> Option<Self> {
        let moment = match date {
            Date::Moment(moment) => *moment,
            Date::Period(period) => period.start(),
            Date::Text(_) => return None,
        };
        let (year, month, day) = moment.earliest();
        Some(Self { year, month, day })
    }

    /// The date as `2026-11-21`.
    pub fn iso(self) -> String {
        let Self { year, month, day } = self;
        format!("{year:04}-{month:02}-{day:02}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(days: u64, expected: &str) {
        assert_eq!(
            Stamp::from_unix_days(days).map(Stamp::iso).as_deref(),
            Some(expected)
        );
    }

    #[test]
    fn days_since_1970_are_dates() {
        check(0, "1970-01-01");
        check(59, "1970-03-01");
        check(11_016, "2000-02-29");
        check(20_778, "2026-11-21");
        check(2_932_896, "9999-12-31");
        assert_eq!(Stamp::from_unix_days(2_932_897), None);
    }
}
