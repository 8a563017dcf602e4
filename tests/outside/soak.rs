//! A watch that runs for days: ten thousand saves, and neither memory nor handles grow.
//!
//! It takes some minutes; `CVPDF_SOAK` sets another number of saves.

use std::fs;
use std::path::Path;
use std::process::Command;

use crate::line::project;
use crate::live::Watching;

/// How often the résumé is saved.
const SAVES: usize = 10_000;

/// After how many saves is the first look, when everything has been used once.
const WARM: usize = 100;

/// How much larger than at the first look the memory may be: a half, and 32 MB.
const ROOM: (u64, u64) = (2, 32 << 10);

/// What a process and those that it started hold.
#[derive(Debug, Clone, Copy, Default)]
struct Held {
    /// Memory, in KiB.
    memory: u64,
    /// Open files, pipes and the like.
    handles: usize,
    /// Threads.
    threads: usize,
}

impl Held {
    fn add(&mut self, process: u32) {
        let folder = format!("/proc/{process}");
        let status = fs::read_to_string(format!("{folder}/status")).unwrap_or_default();
        let resident = status.lines().find_map(|line| line.strip_prefix("VmRSS:"));
        let resident =
            resident.and_then(|it| it.trim().strip_suffix(" kB")?.parse().ok());
        self.memory += resident.unwrap_or(0_u64);
        self.handles += fs::read_dir(format!("{folder}/fd")).map_or(0, Iterator::count);
        for task in fs::read_dir(format!("{folder}/task")).into_iter().flatten().flatten()
        {
            self.threads += 1;
            // A child belongs to the thread that started it.
            let children = fs::read_to_string(task.path().join("children"));
            for child in children.unwrap_or_default().split_whitespace() {
                child.parse().into_iter().for_each(|child| self.add(child));
            }
        }
    }
}

#[test]
fn ten_thousand_saves_leave_memory_and_handles_flat() {
    let saves = std::env::var("CVPDF_SOAK").ok().and_then(|it| it.parse().ok());
    let saves: usize = saves.unwrap_or(SAVES);
    let folder = tempfile::tempdir().unwrap();
    let text = fs::read_to_string(project("benches/ferrocv/alice.yaml")).unwrap();
    let file = folder.path().join("alice.yaml");
    fs::write(&file, &text).unwrap();
    let mut watching = start(folder.path());
    watching.round();
    let mut first = None;
    for save in 1..=saves {
        // Another word each time, so that nothing is known of before.
        fs::write(&file, text.replacen("heroics", &format!("heroics-{save}"), 1))
            .unwrap();
        assert_eq!(watching.round().made().len(), 1, "save {save}");
        if [WARM, 1_000, 10_000, saves].contains(&save) {
            let mut held = Held::default();
            held.add(watching.id());
            eprintln!("after {save} saves: {held:?}");
            let base = *first.get_or_insert(held);
            let room = base.memory + base.memory / ROOM.0 + ROOM.1;
            assert!(held.memory <= room, "{held:?}, at first {base:?}");
            assert!(held.handles <= base.handles + 4, "{held:?}, at first {base:?}");
            assert!(held.threads <= base.threads + 4, "{held:?}, at first {base:?}");
        }
    }
    watching.stop();
}

fn start(folder: &Path) -> Watching {
    let mut command = Command::new(env!("CARGO_BIN_EXE_cvpdf"));
    command.args(["watch", "alice.yaml"]).current_dir(folder).env_clear();
    command.env("CVPDF_CACHE_DIR", folder.join("cache"));
    Watching::machine(command)
}
