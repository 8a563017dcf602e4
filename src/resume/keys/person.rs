//! The keys of the résumé itself, of the photo and of contacts.

use super::Key;
use super::Mapping;
use super::Shape;

/// What every way to reach a person takes.
const REACH: Shape = Shape::ContactValue;

/// The whole résumé.
pub const RESUME: Mapping = Mapping {
    name: "résumé",
    subject: "a résumé",
    needs: &["name"],
    doc: "One file describes one person. Only `name` is required.",
    keys: &[
        Key {
            name: "name",
            shape: Shape::Text,
            doc: "The person's name, as it is printed at the top.",
        },
        Key {
            name: "aliases",
            shape: Shape::Texts,
            doc: "Other names of the person, by which publications are found to be the person's own; a single word is another family name.",
        },
        Key {
            name: "headline",
            shape: Shape::Lines,
            doc: "A line under the name, as a profession or a tagline; a list is several lines.",
        },
        Key {
            name: "photo",
            shape: Shape::Photo,
            doc: "A portrait: a file beside the résumé.",
        },
        Key {
            name: "contact",
            shape: Shape::Contact,
            doc: "Ways to reach the person, printed in this order.",
        },
        Key {
            name: "updated",
            shape: Shape::Date,
            doc: "When the text was last changed: the only date in the PDF's properties.",
        },
        Key {
            name: "summary",
            shape: Shape::Blocks,
            doc: "An opening paragraph below the name and the contacts.",
        },
        Key {
            name: "sections",
            shape: Shape::Sections,
            doc: "The sections, printed in this order; a known key has a heading in the document's language, any other key is the heading itself.",
        },
        Key {
            name: "colophon",
            shape: Shape::Blocks,
            doc: "Small print after the last section.",
        },
        Key {
            name: "letter",
            shape: Shape::Letter,
            doc: "A cover letter, for `--letter`.",
        },
        Key {
            name: "look",
            shape: Shape::Look,
            doc: "How it looks, unless the command line or a profile says otherwise.",
        },
        Key {
            name: "profiles",
            shape: Shape::Profiles,
            doc: "Named versions of this résumé, for `--profile`.",
        },
    ],
};

/// A portrait.
pub const PHOTO: Mapping = Mapping {
    name: "photo",
    subject: "`photo`",
    needs: &["file"],
    doc: "A portrait, with words for those who do not see it.",
    keys: &[
        Key {
            name: "file",
            shape: Shape::Text,
            doc: "The picture's file, from the résumé's folder.",
        },
        Key {
            name: "alt",
            shape: Shape::Text,
            doc: "What the picture shows; by default the person's name.",
        },
    ],
};

/// Ways to reach a person.
pub const CONTACT: Mapping = Mapping {
    name: "contact",
    subject: "`contact`",
    needs: &[],
    doc: "Ways to reach the person. Each takes text, `{text, label, url, for}`, or a list of \
          these; networks take a user name or an address, link and icon follow.",
    keys: &[
        Key {
            name: "location",
            shape: REACH,
            doc: "Where the person lives; a list is the lines of one address.",
        },
        Key {
            name: "email",
            shape: REACH,
            doc: "An e-mail address; one that is disguised as words is printed without a link.",
        },
        Key {
            name: "phone",
            shape: REACH,
            doc: "A telephone number, best in its international form.",
        },
        Key { name: "website", shape: REACH, doc: "A page on the web." },
        Key { name: "github", shape: REACH, doc: "A user name on GitHub." },
        Key { name: "gitlab", shape: REACH, doc: "A user name on GitLab." },
        Key { name: "bitbucket", shape: REACH, doc: "A user name on Bitbucket." },
        Key { name: "codeberg", shape: REACH, doc: "A user name on Codeberg." },
        Key { name: "sourcehut", shape: REACH, doc: "A user name on SourceHut." },
        Key { name: "linkedin", shape: REACH, doc: "A user name on LinkedIn." },
        Key { name: "xing", shape: REACH, doc: "A user name on XING." },
        Key { name: "x", shape: REACH, doc: "A user name on X." },
        Key { name: "twitter", shape: REACH, doc: "A user name on Twitter." },
        Key {
            name: "bluesky",
            shape: REACH,
            doc: "A handle on Bluesky, as `name.bsky.social`.",
        },
        Key {
            name: "mastodon",
            shape: REACH,
            doc: "A handle on Mastodon with its server, as `@name@server.example`.",
        },
        Key { name: "threads", shape: REACH, doc: "A user name on Threads." },
        Key {
            name: "stack-overflow",
            shape: REACH,
            doc: "The number of a user on Stack Overflow.",
        },
        Key {
            name: "stack-exchange",
            shape: REACH,
            doc: "The number of a user on Stack Exchange.",
        },
        Key { name: "hacker-news", shape: REACH, doc: "A user name on Hacker News." },
        Key { name: "reddit", shape: REACH, doc: "A user name on Reddit." },
        Key { name: "medium", shape: REACH, doc: "A user name on Medium." },
        Key { name: "dev", shape: REACH, doc: "A user name on DEV." },
        Key { name: "youtube", shape: REACH, doc: "A channel's handle on YouTube." },
        Key { name: "instagram", shape: REACH, doc: "A user name on Instagram." },
        Key { name: "facebook", shape: REACH, doc: "A user name on Facebook." },
        Key { name: "tiktok", shape: REACH, doc: "A user name on TikTok." },
        Key { name: "telegram", shape: REACH, doc: "A user name on Telegram." },
        Key {
            name: "signal",
            shape: REACH,
            doc: "A user name or number on Signal, printed without a link.",
        },
        Key {
            name: "whatsapp",
            shape: REACH,
            doc: "A telephone number on WhatsApp, in its international form.",
        },
        Key {
            name: "discord",
            shape: REACH,
            doc: "A user name on Discord, printed without a link.",
        },
        Key {
            name: "matrix",
            shape: REACH,
            doc: "A handle on Matrix with its server, as `@name:server.example`.",
        },
        Key { name: "line", shape: REACH, doc: "A user name on LINE." },
        Key {
            name: "wechat",
            shape: REACH,
            doc: "A user name on WeChat, printed without a link.",
        },
        Key { name: "keybase", shape: REACH, doc: "A user name on Keybase." },
        Key {
            name: "orcid",
            shape: REACH,
            doc: "An ORCID identifier, as `0000-0002-1825-0097`.",
        },
        Key {
            name: "google-scholar",
            shape: REACH,
            doc: "The identifier of a profile on Google Scholar.",
        },
        Key { name: "researchgate", shape: REACH, doc: "A user name on ResearchGate." },
        Key { name: "kaggle", shape: REACH, doc: "A user name on Kaggle." },
        Key { name: "hugging-face", shape: REACH, doc: "A user name on Hugging Face." },
        Key { name: "leetcode", shape: REACH, doc: "A user name on LeetCode." },
        Key { name: "codepen", shape: REACH, doc: "A user name on CodePen." },
        Key { name: "npm", shape: REACH, doc: "A user name on npm." },
        Key { name: "pypi", shape: REACH, doc: "A user name on PyPI." },
        Key { name: "crates", shape: REACH, doc: "A user name on crates.io." },
        Key { name: "dribbble", shape: REACH, doc: "A user name on Dribbble." },
        Key { name: "behance", shape: REACH, doc: "A user name on Behance." },
        Key {
            name: "goodreads",
            shape: REACH,
            doc: "The number of a user on Goodreads.",
        },
        Key {
            name: "birth",
            shape: REACH,
            doc: "The date of birth; not expected in many countries.",
        },
        Key {
            name: "nationality",
            shape: REACH,
            doc: "The nationality; not expected in many countries.",
        },
        Key {
            name: "gender",
            shape: REACH,
            doc: "The gender; not expected in many countries.",
        },
        Key {
            name: "other",
            shape: Shape::OtherContacts,
            doc: "Anything else, as `- {label: PGP, text: 974E E250 90D2 AA37}`.",
        },
    ],
};

/// One way to reach a person, in full.
pub const CONTACT_VALUE: Mapping = Mapping {
    name: "contact value",
    subject: "a contact",
    needs: &["text", "url"],
    doc: "One way to reach the person, in full.",
    keys: &[
        Key { name: "text", shape: Shape::Text, doc: "What is printed." },
        Key {
            name: "label",
            shape: Shape::Text,
            doc: "What is printed before it, as `Mobile`.",
        },
        Key {
            name: "url",
            shape: Shape::Url,
            doc: "Where it leads, if not where it would by itself.",
        },
        Key { name: "for", shape: Shape::Words, doc: "For which profiles it is kept." },
    ],
};
