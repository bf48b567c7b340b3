//! What is said to whoever writes: at a party's office of its own names, at the desk of the author's.

use channel::party::Command as PartyCommand;
use channel::{Label, Warning};

use crate::world::{WEST, World, item};

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
