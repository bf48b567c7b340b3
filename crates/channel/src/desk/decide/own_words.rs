//! The desk's own words: visibly its own, one text to all.

use super::{Decision, Event, Officer};
use crate::civil::Civil;
use crate::content::{Content, Wording};
use crate::desk::record::{Author, Lodged, Rendition, Standing, Ties};
use crate::desk::release::Releasable;
use crate::desk::state::Item;
use crate::ids::{ChannelId, ItemId, PartyId};
use crate::lint::content_warnings;
use crate::naming;
use crate::refusal::Refusal;
use crate::rules::{self, form_rule};
use crate::vocabulary::{Form, Handling, OwnWords, Precedence};

/// What an officer reaches out with.
pub(super) struct Outreach {
    pub(super) item: ItemId,
    pub(super) channel: ChannelId,
    pub(super) text: String,
    pub(super) lapses: Civil,
    pub(super) to: Vec<PartyId>,
    pub(super) precedence: Option<Precedence>,
    pub(super) form: Option<Form>,
    pub(super) own: Option<OwnWords>,
}

impl Officer<'_> {
    pub(super) fn outreach(&self, with: Outreach) -> Result<Decision, Refusal> {
        let state = self.state;
        if state.items.contains_key(&with.item) {
            return Err(Refusal::IdTaken);
        }
        let channel = state.channels.get(&with.channel).ok_or(Refusal::UnknownChannel)?;
        if channel.closed {
            return Err(Refusal::Closed);
        }
        if with.to.iter().any(|party| !channel.parties.contains(party)) {
            return Err(Refusal::NoAddressee);
        }
        let wanted = |party: &&PartyId| with.to.is_empty() || with.to.contains(party);
        let to: Vec<PartyId> = channel.parties.iter().filter(wanted).copied().collect();
        let mut content = Content::new(with.text, with.lapses);
        content.precedence = with.precedence.unwrap_or(content.precedence);
        content.form = with.form.unwrap_or(content.form);
        let content = rules::dated(content, self.now);
        rules::content(&content, self.now)?;
        form_rule(content.form).barred.map_or(Ok(()), Err)?;
        let wording = Wording::new(content.text.clone(), None);
        let rendition = Rendition {
            id: naming::rendition(with.item, &to, &wording, None),
            to: to.clone(),
            wording,
            officer: Some(self.name.to_owned()),
            corrects: None,
        };
        let lodged = Lodged {
            item: with.item,
            channel: with.channel,
            author: Author::Desk { officer: self.name.to_owned() },
            content,
            to,
            handling: Handling::Verbatim,
            approve: false,
            not_before: None,
            not_after: None,
            ties: Ties::default(),
            confided: false,
            on: self.now,
            own: Some(with.own.unwrap_or(OwnWords::Outreach)),
        };
        self.drafted(lodged, rendition)
    }

    /// Takes the desk's words in and releases them.
    fn drafted(&self, lodged: Lodged, rendition: Rendition) -> Result<Decision, Refusal> {
        let id = lodged.item;
        let mut item = Item::new(0, lodged.clone(), Standing::Open);
        item.add_rendition(rendition.clone());
        let warnings = content_warnings(&lodged.content, &self.state.own_names(&lodged.author));
        let mut decision = Decision { warnings, ..Decision::default() };
        decision.events.push(Event::ItemLodged { lodged, standing: Standing::Open });
        decision.events.push(Event::Rendered { item: id, rendition });
        let gate = Releasable::item(self.state, id, &item, self.name, self.now)?;
        self.let_go(id, &gate, &mut decision);
        Ok(decision)
    }
}
