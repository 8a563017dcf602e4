//! From a brief to laid-out pages.

pub mod fonts;
