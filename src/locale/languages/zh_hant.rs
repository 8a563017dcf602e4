//! cvpdf in Traditional Chinese.

use super::Forms;
use super::Frame;
use super::Labels;
use super::Language;
use super::Letters;
use super::List;
use crate::date::words;
use crate::locale::dates::Patterns;
use crate::locale::headings::Headings;

/// Traditional Chinese.
pub(in crate::locale) const LANGUAGE: Language = Language {
    tag: "zh-Hant",
    script: "Hant",
    region: Some(*b"TW"),
    words: &words::zh_hant::WORDS,
    dates: DATES,
    list: List { separator: "，", comma: "、", two: "和", last: "和" },
    page: "第 {page} 頁，共 {pages} 頁",
    document: "履歷表",
    portrait: "{name}的照片",
    references_on_request: "推薦人資料備索",
    labels: Labels {
        phone: "電話",
        mobile: "手機",
        email: "電子郵件",
        website: "網站",
        location: "所在地",
        address: "地址",
    },
    letters: Letters {
        document: "求職信",
        to_nobody: Frame { opening: Some("敬啟者："), closing: None },
        to_named: Frame { opening: None, closing: None },
        enclosures: ["附件", "附件"],
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
    quarters: ["{y}年第1季", "{y}年第2季", "{y}年第3季", "{y}年第4季"],
    season: "{y}年{s}",
    since: "{date}起",
    since_year: "{date}起",
    to: Some(["{start}至{end}", "{start}至今"]),
};

/// What known sections are called.
const HEADINGS: Headings = Headings {
    summary: "個人簡介",
    objective: "應徵目標",
    experience: "工作經歷",
    internships: "實習經歷",
    projects: "專案經歷",
    education: "學歷",
    teaching: "教學經歷",
    research: "研究經歷",
    publications: "發表著作",
    talks: "演講",
    patents: "專利",
    grants: "研究計畫補助",
    skills: "專業技能",
    languages: "語言能力",
    certifications: "證照",
    courses: "進修課程",
    awards: "獲獎紀錄",
    memberships: "所屬團體",
    volunteering: "志工服務",
    interests: "興趣領域",
    hobbies: "休閒嗜好",
    references: "推薦人",
    miscellany: "其他",
};

/// What forms of European applications say.
const FORMS: Forms = Forms {
    personal: "個人資料",
    birth: "出生日期",
    nationality: "國籍",
    gender: "性別",
    mother_tongue: "母語",
    language: "語言",
    skills: ["聽力", "閱讀", "口語互動", "口語表達", "寫作"],
    legend: "級別：A1/A2 基礎，B1/B2 獨立，C1/C2 精熟",
};
