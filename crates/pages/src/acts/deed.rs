//! What every deed has in common: where it lies, how its form is shown, and how it is taken, once.
//!
//! Ids are made when a form is shown and come back with it, so that sending it twice does it once. What is wrong stands
//! beside its field, and what was typed stays. A deed without a form is a button on another page.
//!
//! Deliberately not here: any deed of its own, and the rules by which an office refuses one.

use std::str::FromStr;

use axum::http::StatusCode;
use axum::response::Response;
use maud::{Markup, html};
use office::act::Act;
use office::practice::{ActId, PartyId, Refusal};
use office::refused::Refused;
use office::view::{CheckView, ItemView, Look, View, WarningView};

use super::draft;
use crate::form::Form;
use crate::page::Page;
use crate::parts::field::{Fields, SHOWN, Wrong, new_id};
use crate::parts::found;
use crate::server::{House, Made, Seen, Trouble, Visit, see_other};

/// Where a form that is looked at first is sent: to be looked at, to be changed, or to be done.
pub(crate) const STEP: &str = "step";
/// Fields that are no part of what a form says.
const BESIDE: [&str; 5] = [STEP, "look", SHOWN, draft::NAME, draft::KEPT_ON];

/// At whose office a deed is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Whose {
    /// The desk's.
    Desk,
    /// A party's.
    Party,
}

/// What is known of a deed before it is done.
#[derive(Clone, Copy, Debug)]
pub(crate) struct About {
    /// At whose office it is done.
    pub(crate) whose: Whose,
    /// Where it lies within the office; `{no}` is the number of what it is about, `items/{no}/render`.
    pub(crate) place: &'static str,
    /// Its name after `do-`, which is also its button's.
    pub(crate) word: &'static str,
    /// Where on the way about it belongs.
    pub(crate) here: &'static str,
    /// The page that is shown once it is done, within the office; `{no}` as above.
    pub(crate) then: &'static str,
    /// What that page says was done, after `done-`.
    pub(crate) done: &'static str,
    /// Its fields beside which a refusal may stand.
    pub(crate) fields: &'static [&'static str],
}

/// A deed's form.
#[derive(Default)]
pub(crate) struct Sheet {
    /// What stands above the fields.
    pub(crate) above: Markup,
    /// The fields.
    pub(crate) fields: Markup,
    /// Whether it can be looked at first: the same form again with what was found in its text, and nothing done.
    pub(crate) looks_first: bool,
}

impl Sheet {
    /// A form, and what stands above its fields.
    pub(crate) fn new(above: Markup, fields: Markup) -> Self {
        Self { above, fields, looks_first: false }
    }

    /// The same, to be looked at first.
    pub(crate) fn looked_at(self) -> Self {
        Self { looks_first: true, ..self }
    }
}

/// A text to be held against what may not be spoken of, and whom it concerns.
pub(crate) struct Draft {
    pub(crate) text: String,
    pub(crate) concerns: Vec<PartyId>,
}

/// What a deed's form is shown and read with.
pub(crate) struct At<'a> {
    pub(crate) page: &'a Page<'a>,
    /// The number in the address; 0 where there is none.
    pub(crate) no: u32,
    /// The form as it stands.
    pub(crate) form: &'a Form,
    /// What was found in its text, where that was asked.
    pub(crate) found: Option<&'a CheckView>,
}

impl<'a> At<'a> {
    /// The item of that number.
    pub(crate) fn item(&self) -> Result<&'a ItemView, Trouble> {
        self.page.item(self.no).ok_or(Trouble::NotThere)
    }

    /// Whatever is of that number in a list that is numbered from 1.
    pub(crate) fn the<T>(&self, all: &'a [T], is: impl Fn(&T) -> bool) -> Result<&'a T, Trouble> {
        let at = usize::try_from(self.no).ok().and_then(|no| no.checked_sub(1));
        at.and_then(|at| all.get(at)).filter(|one| is(one)).ok_or(Trouble::NotThere)
    }
}

/// Why a form gives no act.
pub(crate) enum Not {
    /// Something in it is wrong.
    Wrong(Wrong),
    /// There is no such page.
    Trouble(Trouble),
}

impl From<Wrong> for Not {
    fn from(wrong: Wrong) -> Self {
        Self::Wrong(wrong)
    }
}

impl From<Trouble> for Not {
    fn from(trouble: Trouble) -> Self {
        Self::Trouble(trouble)
    }
}

/// Something that a person does on a page.
pub(crate) trait Deed: Send + Sync {
    /// What is known of it.
    fn about(&self) -> About;

    /// What of the office it looks at, by the number in the address and the form or what is behind the question mark.
    fn look(&self, no: u32, _from: &Form) -> Look {
        if self.about().place.starts_with("items/") { Look::items([no]) } else { Look::default() }
    }

    /// What of it is looked at beside that, once it is known what the first look shows.
    fn look_again(&self, _no: u32, _seen: &View) -> Option<Look> {
        None
    }

    /// What has to be chosen first, in place of the form.
    fn before(&self, _page: &Page<'_>) -> Option<Markup> {
        None
    }

    /// The form as it is first shown.
    fn first(&self, _at: &At<'_>) -> Result<Form, Trouble> {
        Ok(Form::default())
    }

    /// The form as it is shown; none where it is a button alone.
    fn sheet(&self, _at: &At<'_>, _fields: &Fields<'_>) -> Result<Option<Sheet>, Trouble> {
        Ok(None)
    }

    /// The text that is held against what may not be spoken of when its form is looked at first. Whatever it is, it is said
    /// what the act would be warned of, or refused for.
    fn draft(&self, _at: &At<'_>) -> Option<Draft> {
        None
    }

    /// Reads the form. What the practice itself would refuse is left to it.
    fn read(&self, at: &At<'_>) -> Result<Act, Not>;

    /// Whether it is said, as soon as its form is shown, what the act would be warned of or refused for.
    fn is_weighed(&self) -> bool {
        false
    }

    /// What is shown once, where it made something that its reader has to have.
    fn made(&self, _page: &Page<'_>, _made: &Made) -> Option<Markup> {
        None
    }

    /// What it would do, shown whole before it is done: its text with the places that were found in it. None where its form
    /// shows that already.
    fn preview(&self, _at: &At<'_>, _act: &Act, _found: &CheckView) -> Option<Markup> {
        None
    }

    /// Whether it is looked at once more before it is done.
    fn is_looked_at(&self) -> bool {
        false
    }
}

/// The deed of that place that is done at this kind of office.
async fn chosen(house: &House, place: &str) -> Result<&'static dyn Deed, Trouble> {
    let mut deeds = super::all().filter(|deed| deed.about().place == place);
    match (deeds.next(), deeds.next()) {
        (Some(one), None) => Ok(one),
        _ => {
            let here = whose(&house.look(Look::default()).await?);
            let mut deeds = super::all().filter(|deed| deed.about().place == place);
            deeds.find(|deed| deed.about().whose == here).ok_or(Trouble::NotThere)
        }
    }
}

fn whose(seen: &Seen) -> Whose {
    if seen.view.office.kind == "desk" { Whose::Desk } else { Whose::Party }
}

async fn seen(house: &House, deed: &dyn Deed, no: u32, from: &Form) -> Result<Seen, Trouble> {
    let seen = house.look(deed.look(no, from)).await?;
    if whose(&seen) != deed.about().whose {
        return Err(Trouble::NotThere);
    }
    match deed.look_again(no, &seen.view) {
        Some(look) => house.look(look).await,
        None => Ok(seen),
    }
}

/// Shows the form of the deed of that place.
pub(crate) async fn ask(house: House, visit: Visit, place: &str, no: u32) -> Result<Response, Trouble> {
    let deed = chosen(&house, place).await?;
    let seen = seen(&house, deed, no, &visit.query).await?;
    let page = Page::new(&visit, &seen);
    if let Some(before) = deed.before(&page) {
        let title = page.say.word("do", deed.about().word);
        return Ok(page.whole(deed.about().here, &title, &html! { h1 { (title) } (before) }));
    }
    // Of what has no field to fill in nothing is kept: it is to be seen as it is now.
    let kept = if deed.is_weighed() { None } else { draft::kept(&house, &visit).await? };
    let form = match kept {
        Some(kept) => kept,
        None => deed.first(&At { page: &page, no, form: &visit.query, found: None })?,
    };
    let at = At { page: &page, no, form: &form, found: None };
    let weighed = if deed.is_weighed() { weighed_at_once(&house, deed, &at).await? } else { Vec::new() };
    shown(deed, &at, &Wrong::default(), &weighed)?.ok_or(Trouble::NotThere)
}

/// What would come of an act whose form has nothing to fill in, a refusal like a warning: nobody has tried it yet.
async fn weighed_at_once(house: &House, deed: &dyn Deed, at: &At<'_>) -> Result<Vec<WarningView>, Trouble> {
    match deed.read(at) {
        Ok(act) => Ok(match house.weigh(new_id(), at.page.visit, act).await? {
            Ok(warnings) => warnings,
            Err(refused) => vec![WarningView { refused: Some(refused), ..WarningView::default() }],
        }),
        Err(Not::Trouble(trouble)) => Err(trouble),
        Err(Not::Wrong(_)) => Ok(Vec::new()),
    }
}

/// Has the office do it, and leads to where that is seen; or shows again, with what was wrong, what it was asked by.
pub(crate) async fn take(house: House, visit: Visit, place: &str, no: u32, form: Form) -> Result<Response, Trouble> {
    let deed = chosen(&house, place).await?;
    let seen = seen(&house, deed, no, &form).await?;
    let page = Page::new(&visit, &seen);
    let at = At { page: &page, no, form: &form, found: None };
    // Until it is done it is kept: what is looked at first, and what is not right yet.
    if !deed.is_weighed() {
        let _ = draft::keep(&house, &visit, &form).await;
    }
    if form.is_on("look") {
        return looked(&house, deed, at).await;
    }
    if form.text(STEP) == "change" {
        return shown(deed, &at, &Wrong::default(), &[])?.ok_or(Trouble::NotThere);
    }
    let act = match deed.read(&at) {
        Ok(act) => act,
        Err(Not::Wrong(wrong)) => return again(deed, &at, &wrong),
        Err(Not::Trouble(trouble)) => return Err(trouble),
    };
    let id = form.read("act").ok_or(Trouble::NotThere)?;
    let about = deed.about();
    if house.sent.otherwise(id, &form, &BESIDE) {
        // Another act than the one that was done: it is shown again with ids of its own, and nothing of it is done yet.
        let anew = form.without(&["act", "new"]);
        let wrong = Wrong::of("", page.t("sent-otherwise"));
        return again(deed, &At { form: &anew, ..at }, &wrong);
    }
    if form.text(STEP) == "look" {
        return once_more(&house, deed, &at, id, act).await;
    }
    match house.act(id, &visit, act).await? {
        Ok(made) => {
            house.sent.note(id, &form, &BESIDE);
            // Whoever has looked at it has seen what it is warned of.
            if form.is_on(STEP) { Ok(see_other(&then(about, &page, no))) } else { Ok(done(deed, &page, no, &made)) }
        }
        Err(refused) => again(deed, &at, &wrong_of(&page, &refused, about.fields)),
    }
}

/// Shows the form again, with what was found in its text and what would come of the act. Nothing is done.
async fn looked(house: &House, deed: &dyn Deed, at: At<'_>) -> Result<Response, Trouble> {
    let found = match deed.draft(&at) {
        Some(Draft { text, concerns }) => Some(house.check(text, concerns).await?),
        None => None,
    };
    let at = At { found: found.as_ref(), ..at };
    let mut wrong = Wrong::default();
    let mut weighed = Vec::new();
    match deed.read(&at) {
        Ok(act) => {
            let id = at.form.read("act").ok_or(Trouble::NotThere)?;
            match house.weigh(id, at.page.visit, act).await? {
                Ok(warnings) => weighed = warnings,
                Err(refused) => wrong = wrong_of(at.page, &refused, deed.about().fields),
            }
        }
        Err(Not::Wrong(what)) => wrong = what,
        Err(Not::Trouble(trouble)) => return Err(trouble),
    }
    shown(deed, &at, &wrong, &weighed)?.ok_or(Trouble::NotThere)
}

/// Where a browser is led once it is done; what its reader has to have or should know is shown before.
fn done(deed: &dyn Deed, page: &Page<'_>, no: u32, made: &Made) -> Response {
    let about = deed.about();
    let then = then(about, page, no);
    let (shown, warnings) = (deed.made(page, made), made.warnings());
    if shown.is_none() && warnings.is_empty() {
        return see_other(&then);
    }
    let title = page.say.word("done", about.done);
    let main = html! {
        h1 { (title) }
        @if let Some(shown) = shown { (shown) }
        @if !warnings.is_empty() { (found::weighed(page, "known", &warnings.iter().collect::<Vec<_>>())) }
        p.acts { a.button.primary href=(then) { (page.t("go-on")) } }
    };
    page.whole(about.here, &title, &main)
}

/// The page that is shown once it is done.
fn then(about: About, page: &Page<'_>, no: u32) -> String {
    page.at(&format!("{}?done={}", numbered(about.then, no), about.done))
}

fn numbered(place: &str, no: u32) -> String {
    place.replace("{no}", &no.to_string())
}

/// The form's page, where the deed has a form.
fn shown(deed: &dyn Deed, at: &At<'_>, wrong: &Wrong, weighed: &[WarningView]) -> Result<Option<Response>, Trouble> {
    let (page, about) = (at.page, deed.about());
    let fields = Fields { page, form: at.form, wrong };
    let Some(sheet) = deed.sheet(at, &fields)? else { return Ok(None) };
    let title = page.say.word("do", about.word);
    // Words that commit are marked in the text already, where it was looked at.
    let weighed = weighed.iter().filter(|one| at.found.is_none() || one.kind != "commits");
    let weighed: Vec<&WarningView> = weighed.collect();
    let main = html! {
        h1 { (title) }
        (wrong.summary(page))
        (draft::notice(page, at.form))
        (sheet.above)
        @if !weighed.is_empty() { (found::weighed(page, "weighed", &weighed)) }
        form.sheet method="post" autocomplete="off" action=(page.at(&numbered(about.place, at.no))) {
            (fields.made(&draft::name_of(page.visit, at.form)))
            (sheet.fields)
            p.send {
                @if deed.is_looked_at() {
                    button.primary type="submit" name=(STEP) value="look" { (page.t("do-look")) }
                } @else {
                    button.primary type="submit" { (title) }
                }
                @if sheet.looks_first {
                    button type="submit" name="look" value="yes" formnovalidate { (page.t("look-first")) }
                }
                (draft::keeper(page, at.form))
            }
        }
    };
    let status = if wrong.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok(Some(page.whole_as(status, about.here, &title, &main)))
}

/// What it would do and be warned of, with nothing done yet; or the form again, where it would be refused.
async fn once_more(house: &House, deed: &dyn Deed, at: &At<'_>, id: ActId, act: Act) -> Result<Response, Trouble> {
    let check = house.check(at.form.text("text").to_owned(), Vec::new()).await?;
    let preview = deed.preview(at, &act, &check);
    let (page, about) = (at.page, deed.about());
    let warnings = match house.weigh(id, page.visit, act).await? {
        Ok(warnings) => warnings,
        Err(refused) => return again(deed, at, &wrong_of(page, &refused, about.fields)),
    };
    let title = page.t("look-title");
    let main = html! {
        h1 { (title) }
        p.lead { (page.t("look-nothing-done")) }
        (found::warned(page, &warnings, &check))
        @if let Some(preview) = preview { section.preview { (preview) } }
        form.sheet method="post" autocomplete="off" action=(page.at(&numbered(about.place, at.no))) {
            @for (name, text) in at.form.every().filter(|(name, _)| *name != STEP) {
                input type="hidden" name=(name) value=(text);
            }
            p.send {
                button.primary type="submit" name=(STEP) value="do" { (page.say.word("do", about.word)) }
                " " button type="submit" name=(STEP) value="change" { (page.t("do-change")) }
            }
        }
    };
    Ok(page.whole(about.here, &title, &main))
}

/// The form again, with what is wrong; or a page that says why, where there is no form to say it in.
fn again(deed: &dyn Deed, at: &At<'_>, wrong: &Wrong) -> Result<Response, Trouble> {
    if let Some(again) = shown(deed, at, wrong, &[])? {
        return Ok(again);
    }
    let title = at.page.t("refused");
    let main = html! { h1 { (title) } (wrong.summary(at.page)) };
    Ok(at.page.whole_as(StatusCode::UNPROCESSABLE_ENTITY, deed.about().here, &title, &main))
}

/// What a refusal says, in the reader's language, and of which of these fields.
fn wrong_of(page: &Page<'_>, refused: &Refused, fields: &[&'static str]) -> Wrong {
    // Those beside which it may stand; the first that this form has.
    let beside: &[&str] = match Refusal::ALL.iter().find(|one| one.word() == refused.word) {
        Some(Refusal::Empty | Refusal::TooLong) => &["text", "name", "option-1"],
        Some(Refusal::TooMany) => &["conditions", "option-1"],
        Some(Refusal::LapsesInPast) => &["ends"],
        Some(Refusal::RevealInPast) => &["reveal-at"],
        Some(Refusal::EmptyWindow) => &["not-after"],
        Some(Refusal::OnWhoseBehalf | Refusal::PersonalOnly) => &["behalf"],
        Some(Refusal::TwoToSix) => &["parties"],
        Some(Refusal::NoAddressee | Refusal::NoOffice) => &["to", "concerns", "party"],
        Some(Refusal::NoSuchPassage) => &["ambiguous"],
        Some(Refusal::OfficerThere | Refusal::UnknownEnvoy) => &["name"],
        Some(Refusal::VerbatimOnly | Refusal::NotVerbatim | Refusal::ParaphraseAtMost | Refusal::Unconfirmed) => {
            &["label"]
        }
        _ => &[],
    };
    let field = fields.iter().copied().find(|field| beside.contains(field));
    Wrong::of(field.unwrap_or_default(), page.say.refused(refused))
}

/// The button that gives a form room for one more of what it has several of.
pub(crate) fn another(page: &Page<'_>, what: &str) -> Markup {
    html! { button type="submit" name=(STEP) value="change" formnovalidate { (page.t(what)) } }
}

/// An id that this office showed, as a command wants it.
pub(crate) fn id<T: FromStr>(text: &str) -> Result<T, Trouble> {
    text.parse().map_err(|_| Trouble::Failed)
}
