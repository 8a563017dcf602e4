//! cvpdf in Korean.

use super::Forms;
use super::Frame;
use super::Labels;
use super::Language;
use super::Letters;
use super::List;
use crate::date::words;
use crate::locale::dates::Patterns;
use crate::locale::headings::Headings;

/// Korean.
pub(in crate::locale) const LANGUAGE: Language = Language {
    tag: "ko",
    script: "Kore",
    region: None,
    words: &words::ko::WORDS,
    dates: DATES,
    list: List { separator: ", ", comma: ", ", two: " 및 ", last: " 및 " },
    page: "{page} / {pages}쪽",
    document: "이력서",
    portrait: "{name} 사진",
    references_on_request: "추천인 정보는 요청 시 제공합니다",
    labels: Labels {
        phone: "전화",
        mobile: "휴대전화",
        email: "이메일",
        website: "웹사이트",
        location: "거주지",
        address: "주소",
    },
    letters: Letters {
        document: "자기소개서",
        to_nobody: Frame {
            opening: Some("채용 담당자님께"),
            closing: Some("감사합니다."),
        },
        to_named: Frame { opening: None, closing: Some("감사합니다.") },
        enclosures: ["첨부", "첨부"],
        on_day: "{date}",
    },
    forms: FORMS,
    headings: HEADINGS,
};

/// How dates are put together.
const DATES: Patterns = Patterns {
    month_long: "{y}년 {M}",
    month_short: "{y}년 {M}",
    month_number: "{y}. {mm}.",
    day_long: "{y}년 {M} {d}일",
    day_short: "{y}년 {M} {d}일",
    day_number: "{y}. {mm}. {dd}.",
    first: "1",
    quarters: ["{y}년 1분기", "{y}년 2분기", "{y}년 3분기", "{y}년 4분기"],
    season: "{y}년 {s}",
    since: "{date}부터",
    since_year: "{date}부터",
    to: Some(["{start}부터 {end}까지", "{start}부터 현재까지"]),
};

/// What known sections are called.
const HEADINGS: Headings = Headings {
    summary: "자기소개",
    objective: "희망 직무",
    experience: "경력",
    internships: "인턴십",
    projects: "프로젝트",
    education: "학력",
    teaching: "강의 경력",
    research: "연구 경력",
    publications: "논문 및 저서",
    talks: "강연 및 발표",
    patents: "특허",
    grants: "연구비 수혜",
    skills: "보유 기술",
    languages: "외국어",
    certifications: "자격증",
    courses: "교육 이수",
    awards: "수상 경력",
    memberships: "소속 단체",
    volunteering: "봉사 활동",
    interests: "관심 분야",
    hobbies: "취미",
    references: "추천인",
    miscellany: "기타",
};

/// What forms of European applications say.
const FORMS: Forms = Forms {
    personal: "인적 사항",
    birth: "생년월일",
    nationality: "국적",
    gender: "성별",
    mother_tongue: "모국어",
    language: "언어",
    skills: ["듣기", "읽기", "상호작용", "표현", "쓰기"],
    legend: "수준: A1/A2 기초, B1/B2 자립, C1/C2 숙달",
};
