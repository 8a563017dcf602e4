//! Starting points: a new résumé.

use std::path::Path;

use crate::brief::Stamp;

/// The text of a starter résumé for this file, last changed on this day.
///
/// The day's month goes into `updated:`: from then on only the author changes it.
pub fn resume(file: &Path, today: Stamp) -> String {
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let stem = file.file_stem().unwrap_or_default().to_string_lossy();
    include_str!("scaffold/resume.yaml")
        .replace("{schema}", "./cvpdf.schema.json")
        .replace("{file}", &name)
        .replace("{stem}", &stem)
        .replace("{today}", &today.iso()[..7])
        .replace("{{", "{")
        .replace("}}", "}")
}
