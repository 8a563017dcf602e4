//! cvpdf in Simplified Chinese.

use super::Forms;
use super::Frame;
use super::Labels;
use super::Language;
use super::Letters;
use super::List;
use crate::date::words;
use crate::locale::dates::Patterns;
use crate::locale::headings::Headings;

/// Simplified Chinese.
pub(in crate::locale) const LANGUAGE: Language = Language {
    tag: "zh-Hans",
    script: "Hans",
    region: Some(*b"CN"),
    words: &words::zh_hans::WORDS,
    dates: DATES,
    list: List { separator: "，", comma: "、", two: "和", last: "和" },
    page: "第 {page} 页，共 {pages} 页",
    document: "个人简历",
    portrait: "{name}的照片",
    references_on_request: "可应要求提供推荐人",
    labels: Labels {
        phone: "电话",
        mobile: "手机",
        email: "邮箱",
        website: "网站",
        location: "所在地",
        address: "地址",
    },
    letters: Letters {
        document: "求职信",
        to_nobody: Frame { opening: Some("尊敬的招聘负责人："), closing: None },
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
    quarters: ["{y}年第1季度", "{y}年第2季度", "{y}年第3季度", "{y}年第4季度"],
    season: "{y}年{s}",
    since: "{date}起",
    since_year: "{date}起",
    to: Some(["{start}至{end}", "{start}至今"]),
};

/// What known sections are called.
const HEADINGS: Headings = Headings {
    summary: "个人简介",
    objective: "求职意向",
    experience: "工作经历",
    internships: "实习经历",
    projects: "项目经历",
    education: "教育背景",
    teaching: "教学经历",
    research: "科研经历",
    publications: "发表论文",
    talks: "学术报告",
    patents: "专利",
    grants: "科研基金",
    skills: "专业技能",
    languages: "语言能力",
    certifications: "证书",
    courses: "培训课程",
    awards: "荣誉奖项",
    memberships: "社会团体",
    volunteering: "志愿服务",
    interests: "兴趣方向",
    hobbies: "兴趣爱好",
    references: "推荐人",
    miscellany: "其他",
};

/// What forms of European applications say.
const FORMS: Forms = Forms {
    personal: "个人信息",
    birth: "出生日期",
    nationality: "国籍",
    gender: "性别",
    mother_tongue: "母语",
    language: "语言",
    skills: ["听力", "阅读", "口语互动", "口语表达", "写作"],
    legend: "级别：A1/A2 初级，B1/B2 独立，C1/C2 熟练",
};
