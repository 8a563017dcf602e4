//! Ctrl-C, for whoever wants to hear of it: the system knows one listener only.

use std::sync::Mutex;
use std::sync::PoisonError;

use anyhow::Context;

/// Hears of Ctrl-C; it says whether it wants to hear of the next.
type Listener = Box<dyn FnMut() -> bool + Send>;

static LISTENERS: Mutex<Vec<Listener>> = Mutex::new(Vec::new());

/// Has Ctrl-C told to a listener from now on, for as long as it says that it listens.
pub fn listen(listener: impl FnMut() -> bool + Send + 'static) -> anyhow::Result<()> {
    let mut listeners = LISTENERS.lock().unwrap_or_else(PoisonError::into_inner);
    listeners.push(Box::new(listener));
    match ctrlc::set_handler(tell) {
        // It is this one, from the first time on.
        Ok(()) | Err(ctrlc::Error::MultipleHandlers) => Ok(()),
        Err(error) => Err(error).context("Ctrl-C cannot be listened for"),
    }
}

fn tell() {
    let mut listeners = LISTENERS.lock().unwrap_or_else(PoisonError::into_inner);
    listeners.retain_mut(|listener| listener());
}
