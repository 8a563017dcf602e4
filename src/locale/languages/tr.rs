//! cvpdf in Turkish.

use super::Forms;
use super::Frame;
use super::Labels;
use super::Language;
use super::Letters;
use super::List;
use crate::date::words;
use crate::locale::dates::Patterns;
use crate::locale::headings::Headings;

/// Turkish.
pub(in crate::locale) const LANGUAGE: Language = Language {
    tag: "tr",
    script: "Latn",
    region: None,
    words: &words::tr::WORDS,
    dates: DATES,
    list: List { separator: ", ", comma: ", ", two: " ve ", last: " ve " },
    page: "Sayfa {page} / {pages}",
    document: "Özgeçmiş",
    portrait: "Portre: {name}",
    references_on_request: "Referanslar istenirse verilir",
    labels: Labels {
        phone: "Telefon",
        mobile: "Cep telefonu",
        email: "E-posta",
        website: "Web sitesi",
        location: "Konum",
        address: "Adres",
    },
    letters: Letters {
        document: "Ön yazı",
        to_nobody: Frame {
            opening: Some("Sayın Yetkili,"),
            closing: Some("Saygılarımla,"),
        },
        to_named: Frame { opening: None, closing: Some("Saygılarımla,") },
        enclosures: ["Ek", "Ekler"],
        on_day: "{date}",
    },
    forms: FORMS,
    headings: HEADINGS,
};

/// How dates are put together.
const DATES: Patterns = Patterns {
    month_long: "{M} {y}",
    month_short: "{M} {y}",
    month_number: "{mm}.{y}",
    day_long: "{d} {M} {y}",
    day_short: "{d} {M} {y}",
    day_number: "{dd}.{mm}.{y}",
    first: "1",
    quarters: ["{y} 1. çeyrek", "{y} 2. çeyrek", "{y} 3. çeyrek", "{y} 4. çeyrek"],
    season: "{s} {y}",
    since: "{date} itibarıyla",
    since_year: "{date} itibarıyla",
    to: None,
};

/// What known sections are called.
const HEADINGS: Headings = Headings {
    summary: "Özet",
    objective: "Kariyer Hedefi",
    experience: "İş Deneyimi",
    internships: "Stajlar",
    projects: "Projeler",
    education: "Eğitim",
    teaching: "Öğretim Deneyimi",
    research: "Araştırma",
    publications: "Yayınlar",
    talks: "Konuşmalar",
    patents: "Patentler",
    grants: "Burslar ve Hibeler",
    skills: "Beceriler",
    languages: "Diller",
    certifications: "Sertifikalar",
    courses: "Kurslar",
    awards: "Ödüller",
    memberships: "Üyelikler",
    volunteering: "Gönüllü Çalışmalar",
    interests: "İlgi Alanları",
    hobbies: "Hobiler",
    references: "Referanslar",
    miscellany: "Diğer",
};

/// What forms of European applications say.
const FORMS: Forms = Forms {
    personal: "Kişisel bilgiler",
    birth: "Doğum tarihi",
    nationality: "Uyruk",
    gender: "Cinsiyet",
    mother_tongue: "Ana dil",
    language: "Dil",
    skills: ["Dinleme", "Okuma", "Karşılıklı konuşma", "Sözlü anlatım", "Yazma"],
    legend: "Seviyeler: A1/A2 temel, B1/B2 bağımsız, C1/C2 yetkin kullanıcı",
};
