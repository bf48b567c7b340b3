//! What a party answers the desk in private.

use maud::html;
use office::act::Act;
use office::practice::party::Command;
use office::view::QuestionView;

use super::super::deed::{About, At, Deed, Not, Sheet, Whose, id};
use super::super::reading::Reading;
use crate::parts::field::Fields;
use crate::parts::text::words;
use crate::server::Trouble;

/// Answers a private question.
pub(crate) struct Reply;

fn question<'a>(at: &At<'a>) -> Result<&'a QuestionView, Trouble> {
    at.page.seen.view.questions.iter().find(|one| one.no == at.no).ok_or(Trouble::NotThere)
}

impl Deed for Reply {
    fn about(&self) -> About {
        About {
            whose: Whose::Party,
            place: "questions/{no}/reply",
            word: "reply",
            here: "questions",
            then: "questions",
            done: "replied",
            fields: &["text"],
        }
    }

    fn sheet(&self, at: &At<'_>, fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        let above = html! { article.card { (words(&question(at)?.text, None)) } };
        Ok(Some(Sheet::new(above, fields.area("text", Some(&at.page.t("hint-reply")), true, 8))))
    }

    fn read(&self, at: &At<'_>) -> Result<Act, Not> {
        let question = id(&question(at)?.question)?;
        let mut form = Reading::of(at);
        let text = form.text("text");
        form.whole()?;
        Ok(Act::Party(Command::Reply { question, text }))
    }
}
