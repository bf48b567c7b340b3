//! What is said to whoever writes: at a party's office of its own names, at the desk of the author's. And what custom adds.

use channel::party::Command as PartyCommand;
use channel::{Civil, Form, Label, Warning};

use crate::world::{EAST, START, WEST, World, item};

fn names(warnings: &[Warning]) -> Vec<String> {
    let found = warnings.iter().find_map(|warning| match warning {
        Warning::NotANonPaper(words) => Some(words.clone()),
        _ => None,
    });
    found.unwrap_or_default()
}

#[test]
fn a_non_paper_that_names_its_author_is_warned_of_at_the_office_and_at_the_desk() {
    let mut world = World::new();
    let (name, principal) = {
        let welcome = world.offices[&WEST].state.welcome.clone().unwrap();
        (welcome.party, welcome.principal)
    };
    let text = format!("{name} and its {principal} want calm.");
    let lodging = world.lodging(WEST, 1, &text);
    let expected = [name.clone(), principal.clone()];
    assert_eq!(names(&world.party(WEST, PartyCommand::Lodge(lodging)).warnings), expected);
    let office = &world.offices[&WEST].state;
    assert_eq!(names(&office.warnings(&office.items[&item(1)])), expected);
    assert_eq!(names(&world.desk.warnings(&world.desk.items[&item(1)])), expected);

    // Its words too, when the desk finds others for it.
    assert_eq!(
        names(&world.does(World::render(1, &format!("Over in {name} they want calm."), Label::Paraphrase)).warnings),
        [name]
    );
    assert_eq!(names(&world.does(World::render(1, "Calm is wanted.", Label::Paraphrase)).warnings), [""; 0]);
}

/// Custom dates an aide-mémoire. A day is told, for the hour at which somebody lodged is nobody else's.
#[test]
fn an_aide_memoire_without_a_moment_is_as_of_the_day_of_its_lodging() {
    let mut world = World::new();
    world.pass(7_000);
    let moment = Civil(START.0 - 5);
    for (number, form, as_of) in
        [(1, Form::AideMemoire, None), (2, Form::AideMemoire, Some(moment)), (3, Form::NonPaper, None)]
    {
        let mut lodging = world.lodging(WEST, number, "The government notes what was said.");
        (lodging.content.form, lodging.content.as_of) = (form, as_of);
        world.party(WEST, PartyCommand::Lodge(lodging));
        world.does(World::render(number, "The government notes what was said.", Label::Verbatim));
        world.does(World::release(number));
    }
    let told: Vec<_> = world.received(EAST).iter().map(|one| one.conveyance.as_of).collect();
    assert_eq!(told, [Some(START.day().start()), Some(moment), None]);
}
