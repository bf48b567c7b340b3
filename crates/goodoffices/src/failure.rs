//! How a command can fail, and the exit code of each way.

use office::control::ControlError;
use office::invitation::InvitationError;
use office::office::OfficeError;
use office::run::RunError;
use office::vault::VaultError;

/// What went wrong and what to do, in a sentence.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Failure {
    /// Something that was given makes no sense here, or opens nothing: exit 2, nothing changed.
    #[error("{0}")]
    Given(String),
    /// The office or the practice refused it: exit 1, nothing changed.
    #[error("{0}")]
    Refused(String),
    /// The machine did not do its part: exit 1.
    #[error("{0}")]
    Machine(String),
}

impl Failure {
    /// Something given makes no sense.
    pub(crate) fn given(text: impl Into<String>) -> Self {
        Self::Given(text.into())
    }

    /// Refused.
    pub(crate) fn refused(text: impl Into<String>) -> Self {
        Self::Refused(text.into())
    }

    /// The machine failed.
    pub(crate) fn machine(text: impl Into<String>) -> Self {
        Self::Machine(text.into())
    }

    /// The exit code.
    pub(crate) fn exit_code(&self) -> u8 {
        match self {
            Self::Given(_) => 2,
            Self::Refused(_) | Self::Machine(_) => 1,
        }
    }
}

impl From<OfficeError> for Failure {
    fn from(error: OfficeError) -> Self {
        let text = error.to_string();
        match error {
            OfficeError::Refused(_) => Self::Refused(text),
            OfficeError::Invitation(InvitationError::Closed | InvitationError::Expired)
            | OfficeError::Vault(VaultError::Closed | VaultError::Missing | VaultError::Exists) => Self::Given(text),
            OfficeError::Vault(_) => Self::Machine(text),
        }
    }
}

impl From<RunError> for Failure {
    fn from(error: RunError) -> Self {
        match error {
            RunError::Office(error) => error.into(),
            other => Self::Machine(other.to_string()),
        }
    }
}

impl From<ControlError> for Failure {
    fn from(error: ControlError) -> Self {
        Self::Machine(error.to_string())
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::Machine(error.to_string())
    }
}
