//! The program `cvpdf`: reads its arguments, runs one command, ends with its exit code.

use std::process::ExitCode;

use cvpdf::command;
use cvpdf::diag::Reported;
use cvpdf::system::guard;

/// The text or the theme is wrong.
const WRONG: u8 = 1;

/// The machine or the command line said no.
const TROUBLE: u8 = 2;

fn main() -> ExitCode {
    let arguments = match command::parse() {
        Ok(arguments) => arguments,
        Err(answer) => {
            let code = if answer.use_stderr() { TROUBLE } else { 0 };
            // A closed terminal is nobody to complain to.
            let _ = answer.print();
            return ExitCode::from(code);
        }
    };
    let mut report = arguments.report();
    let outcome = guard::enter().and_then(|()| command::run(&arguments, &mut report));
    let code = match outcome {
        Ok(code) => code,
        Err(error) if error.is::<Reported>() => WRONG,
        Err(error) => {
            report.trouble(&error);
            TROUBLE
        }
    };
    match report.finish() {
        Ok(()) => ExitCode::from(code),
        Err(_) => ExitCode::from(TROUBLE),
    }
}
