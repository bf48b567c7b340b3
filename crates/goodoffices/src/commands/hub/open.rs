//! `hub open`: runs a hub until it is stopped.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use clap::Args;
use hub::{Clock, Keeping, Now, Store, SystemClock};
use tokio::io::{AsyncBufReadExt, BufReader};
use tokio::net::TcpListener;

use crate::failure::Failure;
use crate::print;
use crate::session::runtime;

/// Runs a hub.
#[derive(Args)]
pub(crate) struct Open {
    /// The hub's home
    #[arg(long, value_name = "FOLDER")]
    home: PathBuf,
    /// Where to listen: address and port
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:7443")]
    listen: String,
    /// For rehearsals: civil time stands at this second; standard input moves it, asks for figures, and stops the hub by ending
    #[arg(long, hide = true, value_name = "SECONDS")]
    rehearsal: Option<u64>,
}

impl Open {
    /// Runs it.
    pub(crate) fn run(self) -> Result<(), Failure> {
        runtime()?.block_on(self.serve())
    }

    async fn serve(self) -> Result<(), Failure> {
        let mut config =
            hub::home::open(&self.home, Keeping::default()).map_err(|error| Failure::given(error.to_string()))?;
        config.trouble = Arc::new(|trouble| print::say_error(&trouble.to_string()));
        let store = Arc::clone(&config.store);
        let listener = TcpListener::bind(&self.listen).await.map_err(|error| {
            Failure::given(format!(
                "the hub cannot listen at {}: {error}; name another place with --listen",
                self.listen
            ))
        })?;
        print::say(&format!("The hub listens at {}.", listener.local_addr()?));
        let (clock, stop): (Arc<dyn Clock>, _) = match self.rehearsal {
            None => (Arc::new(SystemClock), None),
            Some(civil) => {
                let civil = Arc::new(AtomicU64::new(civil));
                let shown = Arc::clone(&civil);
                (Arc::new(move || Now(shown.load(Ordering::Relaxed))), Some(civil))
            }
        };
        let stop = async move {
            match stop {
                Some(civil) => driven(civil, store).await,
                None => interrupted().await,
            }
        };
        hub::serve(config, listener, clock, stop).await.map_err(|error| Failure::machine(error.to_string()))?;
        print::say("The hub has stopped; nothing is lost.");
        Ok(())
    }
}

/// What a rehearsal tells the hub on standard input, until its end: `clock SECONDS` and `figures`, a line answered each.
async fn driven(civil: Arc<AtomicU64>, store: Arc<dyn Store>) {
    let mut lines = BufReader::new(tokio::io::stdin()).lines();
    while let Ok(Some(line)) = lines.next_line().await {
        if let Some(seconds) = line.strip_prefix("clock ").and_then(|seconds| seconds.trim().parse().ok()) {
            civil.store(seconds, Ordering::Relaxed);
            print::say("set");
        } else if line == "figures"
            && let Ok(figures) = store.figures().await
        {
            let sizes: Vec<usize> = if figures.deposited > 0 { vec![wire::CELL_BYTES] } else { Vec::new() };
            let figures = serde_json::json!({
                "deposited": figures.deposited, "held": figures.held, "cell_sizes": sizes,
            });
            print::say(&figures.to_string());
        }
    }
}

/// Waits to be told to stop.
pub(crate) async fn interrupted() {
    use tokio::signal::unix::{SignalKind, signal};
    let Ok(mut terminate) = signal(SignalKind::terminate()) else {
        let _ = tokio::signal::ctrl_c().await;
        return;
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        _ = terminate.recv() => {}
    }
}
