//! cvpdf in Japanese.

use super::Forms;
use super::Frame;
use super::Labels;
use super::Language;
use super::Letters;
use super::List;
use crate::date::words;
use crate::locale::dates::Patterns;
use crate::locale::headings::Headings;

/// Japanese.
pub(in crate::locale) const LANGUAGE: Language = Language {
    tag: "ja",
    script: "Jpan",
    region: None,
    words: &words::ja::WORDS,
    dates: DATES,
    list: List { separator: "、", comma: "、", two: "、", last: "、" },
    page: "{page} / {pages} ページ",
    document: "履歴書",
    portrait: "{name}の写真",
    references_on_request: "推薦者の連絡先はご要望に応じて提出いたします",
    labels: Labels {
        phone: "電話",
        mobile: "携帯電話",
        email: "メール",
        website: "ウェブサイト",
        location: "所在地",
        address: "住所",
    },
    letters: Letters {
        document: "送付状",
        to_nobody: Frame { opening: Some("拝啓"), closing: Some("敬具") },
        to_named: Frame { opening: Some("拝啓"), closing: Some("敬具") },
        enclosures: ["同封書類", "同封書類"],
        on_day: "{date}",
    },
    forms: FORMS,
    headings: HEADINGS,
};

/// How dates are put together.
const DATES: Patterns = Patterns {
    month_long: "{y}年{M}",
    month_short: "{y}年{M}",
    month_number: "{y}/{mm}",
    day_long: "{y}年{M}{d}日",
    day_short: "{y}年{M}{d}日",
    day_number: "{y}/{mm}/{dd}",
    first: "1",
    quarters: ["{y}年第1四半期", "{y}年第2四半期", "{y}年第3四半期", "{y}年第4四半期"],
    season: "{y}年{s}",
    since: "{date}から",
    since_year: "{date}から",
    to: Some(["{start}から{end}まで", "{start}から現在まで"]),
};

/// What known sections are called.
const HEADINGS: Headings = Headings {
    summary: "職務要約",
    objective: "志望動機",
    experience: "職務経歴",
    internships: "インターンシップ",
    projects: "プロジェクト",
    education: "学歴",
    teaching: "教育歴",
    research: "研究歴",
    publications: "論文・著書",
    talks: "講演",
    patents: "特許",
    grants: "研究助成",
    skills: "スキル",
    languages: "語学",
    certifications: "資格",
    courses: "研修・講座",
    awards: "受賞歴",
    memberships: "所属団体",
    volunteering: "ボランティア活動",
    interests: "関心分野",
    hobbies: "趣味",
    references: "推薦者",
    miscellany: "その他",
};

/// What forms of European applications say.
const FORMS: Forms = Forms {
    personal: "個人情報",
    birth: "生年月日",
    nationality: "国籍",
    gender: "性別",
    mother_tongue: "母語",
    language: "言語",
    skills: ["聞く", "読む", "やり取り", "発表", "書く"],
    legend: "レベル：A1/A2 基礎段階、B1/B2 自立段階、C1/C2 熟達段階",
};
