//! Whose something is, as an office is shown it.

use std::fmt;

use serde::{Deserialize, Serialize};

/// The desk, a party or an envoy of it; or somebody who told the desk by voice.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WhoseView {
    /// The name of the desk or of the party, or the label under which it is shown.
    pub name: String,
    /// The envoy, where it is an envoy's.
    pub envoy: Option<String>,
    /// Whether the desk wrote it down as it was told.
    pub told: bool,
    /// The same in a line, as a terminal shows it.
    pub sentence: String,
}

impl WhoseView {
    /// Somebody by name alone.
    pub(crate) fn named(name: impl Into<String>) -> Self {
        let name = name.into();
        Self { sentence: name.clone(), name, ..Self::default() }
    }

    /// A party's envoy, or the party itself.
    pub(crate) fn of(name: String, envoy: Option<&str>) -> Self {
        match envoy {
            None => Self::named(name),
            Some(envoy) => {
                let sentence = format!("{name}, envoy {envoy}");
                Self { name, envoy: Some(envoy.to_owned()), told: false, sentence }
            }
        }
    }

    /// What the desk wrote down as it was told, in a line of its own.
    pub(crate) fn told(name: String, sentence: String) -> Self {
        Self { name, envoy: None, told: true, sentence }
    }
}

impl fmt::Display for WhoseView {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.sentence)
    }
}
