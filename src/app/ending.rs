//! The end that the system asks for, by signals: at logging out, at a closed terminal, or by `kill`.
//!
//! Windows tells a window only that everything ends, by no safe way; there the journal has what the book has not.

/// What is asked of the window is done within this; then only the journal is waited for.
#[cfg(unix)]
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(8);

/// From now on an asked-for end calls `ask`, which ends the window as a person does. A window that does not end within a
/// few seconds, or is asked a second time, ends once its journal has everything.
#[cfg(unix)]
pub fn watch(ask: impl Fn() + Send + 'static) {
    use signal_hook::{
        consts::{SIGHUP, SIGINT, SIGTERM},
        iterator::Signals,
    };
    let mut signals = match Signals::new([SIGTERM, SIGHUP, SIGINT]) {
        Ok(signals) => signals,
        Err(error) => return log::warn!("signals end the program at once: {error}"),
    };
    let watching = std::thread::Builder::new().name("kleurboek-ending".to_owned()).spawn(move || {
        let Some(signal) = signals.forever().next() else { return };
        log::info!("asked to end, by signal {signal}");
        ask();
        let (sender, waited) = std::sync::mpsc::channel();
        // So that the second signal need not be waited for.
        let second = std::thread::Builder::new().spawn(move || sender.send(signals.forever().next()));
        if second.is_err() || waited.recv_timeout(PATIENCE).is_err() {
            log::warn!("the window does not end by itself");
        }
        super::journaller::flush_all(PATIENCE);
        std::process::exit(1);
    });
    if let Err(error) = watching {
        log::warn!("nobody waits for signals: {error}");
    }
}

/// Elsewhere there are no signals.
#[cfg(not(unix))]
pub fn watch(_ask: impl Fn() + Send + 'static) {}

/// A file that grows past what is allowed (`ulimit -f`) is an error to be told, not the end of the program.
#[cfg(unix)]
pub fn outlive_large_files() {
    use signal_hook::{consts::signal::SIGXFSZ, flag};
    if let Err(error) = flag::register(SIGXFSZ, std::sync::Arc::default()) {
        log::warn!("a file that grows too large ends the program: {error}");
    }
}

/// Elsewhere it always is.
#[cfg(not(unix))]
pub const fn outlive_large_files() {}
