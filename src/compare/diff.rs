//! Lists held against each other: which parts of them differ, and lines to show it.

use std::hash::Hash;
use std::ops::Range;

use similar::Algorithm;
use similar::DiffTag;

/// The most elements of a part that are compared one by one. Lists that differ in more
/// differ as a whole: nobody reads which of ten thousand lines are equal by chance.
const MOST: usize = 5_000;

/// How many equal lines are shown around those that differ.
const AROUND: usize = 2;

/// The most lines that are shown of one difference.
const SHOWN: usize = 400;

/// A line of a difference.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Where it stands.
    pub sign: Sign,
    /// What it says.
    pub text: String,
}

/// In which of two documents a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sign {
    /// In both.
    Both,
    /// In the old one.
    Old,
    /// In the new one.
    New,
    /// In neither: lines are left out here.
    Gap,
}

/// A part of two lists that is equal, or of which all differs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) equal: bool,
    pub(super) old: Range<usize>,
    pub(super) new: Range<usize>,
}

/// Divides two lists into parts that are equal and parts that are not, in turn.
pub(super) fn parts<T: Eq + Hash + Ord>(old: &[T], new: &[T]) -> Vec<Part> {
    let head = old.iter().zip(new).take_while(|(old, new)| old == new).count();
    let (old_rest, new_rest) = (&old[head..], &new[head..]);
    let ends = old_rest.iter().rev().zip(new_rest.iter().rev());
    let tail = ends.take_while(|(old, new)| old == new).count();
    let (old_end, new_end) = (old.len() - tail, new.len() - tail);
    let (old_part, new_part) = (&old[head..old_end], &new[head..new_end]);
    let mut parts = Parts(Vec::new());
    parts.add(true, 0..head, 0..head);
    if old_part.len().max(new_part.len()) > MOST {
        parts.add(false, head..old_end, head..new_end);
    } else {
        let found = similar::capture_diff_slices(Algorithm::Myers, old_part, new_part);
        for one in found {
            let shift = |range: Range<usize>| range.start + head..range.end + head;
            let equal = one.tag() == DiffTag::Equal;
            parts.add(equal, shift(one.old_range()), shift(one.new_range()));
        }
    }
    parts.add(true, old_end..old.len(), new_end..new.len());
    parts.0
}

/// Parts as they are collected.
struct Parts(Vec<Part>);

impl Parts {
    /// Adds a part that is not empty, to the last one if that is of its kind.
    fn add(&mut self, equal: bool, old: Range<usize>, new: Range<usize>) {
        if old.is_empty() && new.is_empty() {
            return;
        }
        match self.0.last_mut() {
            Some(last) if last.equal == equal => {
                last.old.end = old.end;
                last.new.end = new.end;
            }
            _ => self.0.push(Part { equal, old, new }),
        }
    }
}

/// The lines that differ, with some of those around them.
pub(super) fn rows(old: &[String], new: &[String]) -> Vec<Row> {
    let parts = parts(old, new);
    let mut rows = Vec::new();
    let last = parts.len().saturating_sub(1);
    for (index, Part { equal, old: old_part, new: new_part }) in
        parts.into_iter().enumerate()
    {
        if equal {
            let before = if index == 0 { 0 } else { AROUND };
            let after = if index == last { 0 } else { AROUND };
            around(&old[old_part], before, after, &mut rows);
        } else {
            rows.extend(old[old_part].iter().map(|text| Row::new(Sign::Old, text)));
            rows.extend(new[new_part].iter().map(|text| Row::new(Sign::New, text)));
        }
    }
    shortened(rows)
}

/// Adds the first and the last of lines that are equal, and a gap for the others.
fn around(lines: &[String], before: usize, after: usize, rows: &mut Vec<Row>) {
    let both = |text: &String| Row::new(Sign::Both, text);
    if lines.len() <= before + after {
        return rows.extend(lines.iter().map(both));
    }
    rows.extend(lines[..before].iter().map(both));
    if before + after > 0 {
        rows.push(Row::new(Sign::Gap, "…"));
    }
    rows.extend(lines[lines.len() - after..].iter().map(both));
}

/// No more lines than anybody reads.
pub(super) fn shortened(mut rows: Vec<Row>) -> Vec<Row> {
    if rows.len() > SHOWN {
        let more = rows.len() - SHOWN;
        rows.truncate(SHOWN);
        rows.push(Row::new(Sign::Gap, &format!("… {more} more lines")));
    }
    rows
}

impl Row {
    pub(super) fn new(sign: Sign, text: &str) -> Self {
        Self { sign, text: text.to_owned() }
    }

    /// What stands before the line in a difference.
    pub const fn mark(&self) -> char {
        match self.sign {
            Sign::Both | Sign::Gap => ' ',
            Sign::Old => '-',
            Sign::New => '+',
        }
    }
}
