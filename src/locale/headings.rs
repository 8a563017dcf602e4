//! The sections that cvpdf knows by name, and what each is called in a language.

/// A section with a heading in every language.
///
/// Authors name it by its key, in lower case; any other name is a heading as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum KnownSection {
    /// Who this is, in a few lines.
    Summary,
    /// What is looked for.
    Objective,
    /// Jobs.
    Experience,
    /// Jobs to learn from.
    Internships,
    /// Things made.
    Projects,
    /// Schools and degrees.
    Education,
    /// What was taught.
    Teaching,
    /// What was studied as a researcher.
    Research,
    /// Papers, books, articles.
    Publications,
    /// Talks and lectures.
    Talks,
    /// Inventions.
    Patents,
    /// Money won for research or studies.
    Grants,
    /// What can be done.
    Skills,
    /// Languages that are spoken.
    Languages,
    /// Certificates.
    Certifications,
    /// Courses taken.
    Courses,
    /// Prizes and honours.
    Awards,
    /// Societies and boards.
    Memberships,
    /// Unpaid work.
    Volunteering,
    /// Subjects of interest.
    Interests,
    /// What is done for pleasure.
    Hobbies,
    /// People who can be asked.
    References,
    /// All that fits nowhere else.
    Miscellany,
}

impl KnownSection {
    /// Every known section, in the order in which they are listed for authors.
    pub const ALL: [Self; 23] = [
        Self::Summary,
        Self::Objective,
        Self::Experience,
        Self::Internships,
        Self::Projects,
        Self::Education,
        Self::Teaching,
        Self::Research,
        Self::Publications,
        Self::Talks,
        Self::Patents,
        Self::Grants,
        Self::Skills,
        Self::Languages,
        Self::Certifications,
        Self::Courses,
        Self::Awards,
        Self::Memberships,
        Self::Volunteering,
        Self::Interests,
        Self::Hobbies,
        Self::References,
        Self::Miscellany,
    ];

    /// Finds the section of this key, which is in lower case.
    pub fn find(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|section| section.key() == key)
    }

    /// The name by which authors call the section.
    pub fn key(self) -> &'static str {
        match self {
            Self::Summary => "summary",
            Self::Objective => "objective",
            Self::Experience => "experience",
            Self::Internships => "internships",
            Self::Projects => "projects",
            Self::Education => "education",
            Self::Teaching => "teaching",
            Self::Research => "research",
            Self::Publications => "publications",
            Self::Talks => "talks",
            Self::Patents => "patents",
            Self::Grants => "grants",
            Self::Skills => "skills",
            Self::Languages => "languages",
            Self::Certifications => "certifications",
            Self::Courses => "courses",
            Self::Awards => "awards",
            Self::Memberships => "memberships",
            Self::Volunteering => "volunteering",
            Self::Interests => "interests",
            Self::Hobbies => "hobbies",
            Self::References => "references",
            Self::Miscellany => "miscellany",
        }
    }
}

/// What known sections are called in one language.
#[derive(Debug)]
pub(super) struct Headings {
    /// The heading over `summary`.
    pub(super) summary: &'static str,
    /// The heading over `objective`.
    pub(super) objective: &'static str,
    /// The heading over `experience`.
    pub(super) experience: &'static str,
    /// The heading over `internships`.
    pub(super) internships: &'static str,
    /// The heading over `projects`.
    pub(super) projects: &'static str,
    /// The heading over `education`.
    pub(super) education: &'static str,
    /// The heading over `teaching`.
    pub(super) teaching: &'static str,
    /// The heading over `research`.
    pub(super) research: &'static str,
    /// The heading over `publications`.
    pub(super) publications: &'static str,
    /// The heading over `talks`.
    pub(super) talks: &'static str,
    /// The heading over `patents`.
    pub(super) patents: &'static str,
    /// The heading over `grants`.
    pub(super) grants: &'static str,
    /// The heading over `skills`.
    pub(super) skills: &'static str,
    /// The heading over `languages`.
    pub(super) languages: &'static str,
    /// The heading over `certifications`.
    pub(super) certifications: &'static str,
    /// The heading over `courses`.
    pub(super) courses: &'static str,
    /// The heading over `awards`.
    pub(super) awards: &'static str,
    /// The heading over `memberships`.
    pub(super) memberships: &'static str,
    /// The heading over `volunteering`.
    pub(super) volunteering: &'static str,
    /// The heading over `interests`.
    pub(super) interests: &'static str,
    /// The heading over `hobbies`.
    pub(super) hobbies: &'static str,
    /// The heading over `references`.
    pub(super) references: &'static str,
    /// The heading over `miscellany`.
    pub(super) miscellany: &'static str,
}

impl Headings {
    /// The heading over a section.
    pub(super) fn of(&self, section: KnownSection) -> &'static str {
        match section {
            KnownSection::Summary => self.summary,
            KnownSection::Objective => self.objective,
            KnownSection::Experience => self.experience,
            KnownSection::Internships => self.internships,
            KnownSection::Projects => self.projects,
            KnownSection::Education => self.education,
            KnownSection::Teaching => self.teaching,
            KnownSection::Research => self.research,
            KnownSection::Publications => self.publications,
            KnownSection::Talks => self.talks,
            KnownSection::Patents => self.patents,
            KnownSection::Grants => self.grants,
            KnownSection::Skills => self.skills,
            KnownSection::Languages => self.languages,
            KnownSection::Certifications => self.certifications,
            KnownSection::Courses => self.courses,
            KnownSection::Awards => self.awards,
            KnownSection::Memberships => self.memberships,
            KnownSection::Volunteering => self.volunteering,
            KnownSection::Interests => self.interests,
            KnownSection::Hobbies => self.hobbies,
            KnownSection::References => self.references,
            KnownSection::Miscellany => self.miscellany,
        }
    }
}
