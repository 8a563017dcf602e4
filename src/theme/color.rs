//! Colours: the palette, and whether one can be read on white.

/// The colours that have names, with their red, green and blue.
pub const PALETTE: &[(&str, Color)] = &[
    ("burgundy", Color([0x7a, 0x1f, 0x2b])),
    ("plum", Color([0x5b, 0x2a, 0x6e])),
    ("graphite", Color([0x3a, 0x3f, 0x47])),
    ("navy", Color([0x14, 0x21, 0x3d])),
    ("eu-blue", Color([0x1f, 0x4e, 0x9c])),
    ("slate", Color([0x42, 0x52, 0x6b])),
    ("forest", Color([0x1f, 0x5f, 0x3f])),
    ("petrol", Color([0x0f, 0x5c, 0x6e])),
    ("rust", Color([0x9a, 0x34, 0x12])),
    ("blue", Color([0x1d, 0x4e, 0xd8])),
    ("teal", Color([0x0b, 0x6b, 0x63])),
    ("ochre", Color([0x8a, 0x5a, 0x00])),
    ("ink", Color([0x1a, 0x1a, 0x1a])),
    ("black", Color([0x00, 0x00, 0x00])),
];

/// The least contrast of text, after WCAG 2.2, criterion 1.4.3.
pub const LEAST_CONTRAST: f64 = 4.5;

/// A colour: red, green and blue of sRGB. Shown as `#rrggbb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Color(pub [u8; 3]);

/// Reads the name of a colour, or six or three hexadecimal digits.
///
/// The `#` may be absent: in YAML it begins a comment.
pub fn read(text: &str) -> Option<Color> {
    let text = text.to_lowercase();
    let named = PALETTE.iter().find(|(name, _)| *name == text).map(|(_, color)| *color);
    named.or_else(|| digits(text.strip_prefix('#').unwrap_or(&text)))
}

/// The colour that hexadecimal digits stand for.
fn digits(text: &str) -> Option<Color> {
    let digits: Option<Vec<u32>> = text.chars().map(|digit| digit.to_digit(16)).collect();
    let channels = match *digits?.as_slice() {
        [r, g, b] => [r * 17, g * 17, b * 17],
        [r1, r0, g1, g0, b1, b0] => [r1 * 16 + r0, g1 * 16 + g0, b1 * 16 + b0],
        _ => return None,
    };
    Some(Color(channels.map(|channel| u8::try_from(channel).unwrap_or(u8::MAX))))
}

impl Color {
    /// The contrast with white, from 1 to 21.
    pub fn contrast_on_white(self) -> f64 {
        let [r, g, b] = self.0.map(linear);
        1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05)
    }

    /// The same hue, as much darker as it must be to be read on white.
    #[must_use]
    pub fn darkened(self) -> Self {
        let scaled = |percent: u16| {
            let scale = |channel: u8| u16::from(channel) * percent / 100;
            Self(self.0.map(|channel| u8::try_from(scale(channel)).unwrap_or(channel)))
        };
        let mut steps = (0..=100).rev().map(scaled);
        let holds = |color: &Self| color.contrast_on_white() >= LEAST_CONTRAST;
        steps.find(holds).unwrap_or(Self([0; 3]))
    }
}

impl std::fmt::Display for Color {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [r, g, b] = self.0;
        write!(formatter, "#{r:02x}{g:02x}{b:02x}")
    }
}

/// The light of a channel, from 0 to 1.
fn linear(channel: u8) -> f64 {
    let value = f64::from(channel) / 255.0;
    if value <= 0.04045 {
        return value / 12.92;
    }
    // x^2.4 as x² · (x²)^⅕: a power differs between machines, products do not.
    let base = (value + 0.055) / 1.055;
    let square = base * base;
    let mut root = 1.0;
    for _ in 0..40 {
        root = (4.0 * root + square / (root * root * root * root)) / 5.0;
    }
    square * root
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let color = read(text).map_or("none".into(), |color| color.to_string());
        assert_eq!(color, expected);
    }

    #[test]
    fn colours_have_names_or_digits() {
        check("Burgundy", "#7a1f2b");
        check("#1A2b3c", "#1a2b3c");
        check("1a2b3c", "#1a2b3c");
        check("#fa0", "#ffaa00");
        check("#fa0f", "none");
        check("#12345é", "none");
        check("", "none");
    }

    #[test]
    fn contrasts_are_those_of_the_design() {
        for (name, expected) in [
            ("burgundy", 10.2),
            ("navy", 16.0),
            ("ochre", 5.9),
            ("blue", 6.7),
            ("ink", 17.4),
            ("black", 21.0),
        ] {
            let contrast = read(name).map_or(0.0, Color::contrast_on_white);
            assert!((contrast - expected).abs() < 0.06, "{name} has {contrast}");
        }
    }

    #[test]
    fn every_named_colour_can_be_read_on_white() {
        for (name, color) in PALETTE {
            assert!(color.contrast_on_white() >= LEAST_CONTRAST, "{name}");
            assert_eq!(color.darkened(), *color, "{name}");
        }
    }

    #[test]
    fn a_pale_colour_is_darkened_until_it_holds() {
        let pale = Color([0xff, 0xc0, 0x40]).darkened();
        assert!(pale.contrast_on_white() >= LEAST_CONTRAST);
        assert!(pale.contrast_on_white() < 4.7);
        let Color([r, g, b]) = pale;
        assert!(r > g && g > b);
    }
}
