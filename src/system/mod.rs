//! The boundary to the machine: everything that reads or writes outside the program.
#![expect(
    clippy::disallowed_methods,
    reason = "this is the one module that talks to the machine"
)]

pub mod files;
pub mod stage;
pub mod private;
pub mod env;
pub mod guard;
pub mod interrupt;
pub mod worker;
pub mod watch;
