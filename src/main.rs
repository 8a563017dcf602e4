//! The program `cvpdf`.

fn main() {}
