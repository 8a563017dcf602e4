//! cvpdf in Greek.

use super::Forms;
use super::Frame;
use super::Labels;
use super::Language;
use super::Letters;
use super::List;
use crate::date::words;
use crate::locale::dates::Patterns;
use crate::locale::headings::Headings;

/// Greek.
pub(in crate::locale) const LANGUAGE: Language = Language {
    tag: "el",
    script: "Grek",
    region: None,
    words: &words::el::WORDS,
    dates: DATES,
    list: List { separator: ", ", comma: ", ", two: " και ", last: " και " },
    page: "Σελίδα {page} από {pages}",
    document: "Βιογραφικό σημείωμα",
    portrait: "Πορτρέτο: {name}",
    references_on_request: "Συστάσεις διαθέσιμες κατόπιν αιτήματος",
    labels: Labels {
        phone: "Τηλέφωνο",
        mobile: "Κινητό",
        email: "Email",
        website: "Ιστότοπος",
        location: "Τοποθεσία",
        address: "Διεύθυνση",
    },
    letters: Letters {
        document: "Συνοδευτική επιστολή",
        to_nobody: Frame {
            opening: Some("Αξιότιμες κυρίες, αξιότιμοι κύριοι,"),
            closing: Some("Με εκτίμηση,"),
        },
        to_named: Frame { opening: None, closing: Some("Με εκτίμηση,") },
        enclosures: ["Συνημμένο", "Συνημμένα"],
        on_day: "{date}",
    },
    forms: FORMS,
    headings: HEADINGS,
};

/// How dates are put together.
const DATES: Patterns = Patterns {
    month_long: "{M} {y}",
    month_short: "{M} {y}",
    month_number: "{mm}/{y}",
    day_long: "{d} {M} {y}",
    day_short: "{d} {M} {y}",
    day_number: "{dd}/{mm}/{y}",
    first: "1",
    quarters: ["1ο τρίμηνο {y}", "2ο τρίμηνο {y}", "3ο τρίμηνο {y}", "4ο τρίμηνο {y}"],
    season: "{s} {y}",
    since: "από {date}",
    since_year: "από το {date}",
    to: None,
};

/// What known sections are called.
const HEADINGS: Headings = Headings {
    summary: "Προφίλ",
    objective: "Επαγγελματικός στόχος",
    experience: "Επαγγελματική εμπειρία",
    internships: "Πρακτική άσκηση",
    projects: "Έργα",
    education: "Εκπαίδευση",
    teaching: "Διδασκαλία",
    research: "Έρευνα",
    publications: "Δημοσιεύσεις",
    talks: "Ομιλίες",
    patents: "Διπλώματα ευρεσιτεχνίας",
    grants: "Υποτροφίες και επιχορηγήσεις",
    skills: "Δεξιότητες",
    languages: "Γλώσσες",
    certifications: "Πιστοποιήσεις",
    courses: "Σεμινάρια",
    awards: "Βραβεία και διακρίσεις",
    memberships: "Συμμετοχή σε φορείς",
    volunteering: "Εθελοντισμός",
    interests: "Ενδιαφέροντα",
    hobbies: "Χόμπι",
    references: "Συστάσεις",
    miscellany: "Λοιπά",
};

/// What forms of European applications say.
const FORMS: Forms = Forms {
    personal: "Προσωπικά στοιχεία",
    birth: "Ημερομηνία γέννησης",
    nationality: "Υπηκοότητα",
    gender: "Φύλο",
    mother_tongue: "Μητρική γλώσσα",
    language: "Γλώσσα",
    skills: ["Ακρόαση", "Ανάγνωση", "Αλληλεπίδραση", "Παραγωγή", "Γραφή"],
    legend: "Επίπεδα: A1/A2 βασικός, B1/B2 ανεξάρτητος, C1/C2 έμπειρος χρήστης",
};
