//! What was sent with which form, as long as this process runs. A form carries the id of its act, so that sending it twice
//! does it once; sent again with other words, as from a second tab or after going back, it is another act and is not
//! to be taken for the first.
//!
//! Deliberately not here: what was sent. A mark of it is kept, with a key that is nowhere else, and on no disk.

use std::collections::VecDeque;
use std::hash::{BuildHasher, RandomState};
use std::sync::{Mutex, PoisonError};

use office::practice::ActId;

use crate::form::Form;

/// Of how many forms it is known: the earliest make room.
const MOST: usize = 512;

/// The forms that were sent, and did what they ask.
#[derive(Debug, Default)]
pub(crate) struct Sent {
    key: RandomState,
    marks: Mutex<VecDeque<(ActId, u64)>>,
}

impl Sent {
    /// It was sent, and is done.
    pub(crate) fn note(&self, id: ActId, form: &Form, beside: &[&str]) {
        let mark = self.mark(form, beside);
        let mut marks = self.marks.lock().unwrap_or_else(PoisonError::into_inner);
        if marks.iter().any(|(known, _)| *known == id) {
            return;
        }
        if marks.len() >= MOST {
            marks.pop_front();
        }
        marks.push_back((id, mark));
    }

    /// Whether that act was done by a form that said something else. The fields `beside` say nothing.
    pub(crate) fn otherwise(&self, id: ActId, form: &Form, beside: &[&str]) -> bool {
        let mark = self.mark(form, beside);
        let marks = self.marks.lock().unwrap_or_else(PoisonError::into_inner);
        marks.iter().any(|(known, before)| *known == id && *before != mark)
    }

    /// What goes with a form of that name that is shown to an officer: who was shown none cannot make it up.
    pub(super) fn shown(&self, officer: &str, act: ActId, form: &str) -> String {
        format!("{:016x}", self.key.hash_one((officer, act.0, form)))
    }

    fn mark(&self, form: &Form, beside: &[&str]) -> u64 {
        let said: Vec<_> = form.every().filter(|(name, _)| !beside.contains(name)).collect();
        self.key.hash_one(said)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_act_with_other_words_is_noticed_and_the_same_words_are_the_same() {
        let (sent, id) = (Sent::default(), ActId([1; 16]));
        let form = |text: &str| Form::parse(text.as_bytes());
        assert!(!sent.otherwise(id, &form("text=a"), &[]), "nothing was sent");
        sent.note(id, &form("text=a&step=do"), &["step"]);
        assert!(!sent.otherwise(id, &form("text=a"), &["step"]));
        assert!(sent.otherwise(id, &form("text=b"), &["step"]));
        assert!(!sent.otherwise(ActId([2; 16]), &form("text=b"), &["step"]));
        for no in 0..MOST {
            let no = u128::try_from(no).expect("small") + 10;
            sent.note(ActId(no.to_be_bytes()), &form("text=c"), &[]);
        }
        assert!(!sent.otherwise(id, &form("text=b"), &["step"]), "the earliest made room");
    }
}
