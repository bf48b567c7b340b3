//! `cargo xtask walls`: which crate may depend on which, and what the pure crates and the hub must never contain.
//!
//! A wall is a crate. The check looks at normal dependencies, over the whole closure, with the features that a build of
//! the whole workspace resolves to: what one crate switches on, all that share it get.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::{Context, Result, bail};
use serde_json::Value;

use crate::run::{output, program};

/// The picture of docs/ARCHITECTURE.md: the crates of this workspace that each may depend on. Only downward.
const ARROWS: [(&str, &[&str]); 11] = [
    ("acceptance", &["goodoffices", "rehearsal", "office", "channel", "line", "sealing", "hub", "wire"]),
    ("channel", &[]),
    ("goodoffices", &["pages", "rehearsal", "office", "channel", "line", "sealing", "hub", "wire"]),
    ("hub", &["wire"]),
    ("line", &["sealing", "wire"]),
    ("office", &["channel", "line", "sealing", "wire"]),
    ("pages", &["office"]),
    ("rehearsal", &["office", "channel", "line", "sealing", "hub", "wire"]),
    ("sealing", &["wire"]),
    ("wire", &[]),
    ("xtask", &[]),
];

/// What can open a cell, or know what is in one: never in the hub.
const OPENERS: [&str; 4] = ["channel", "line", "office", "sealing"];

/// Time, randomness and the outside come into these as arguments.
const PURE: [&str; 4] = ["channel", "line", "sealing", "wire"];

/// What brings a clock, a source of randomness, a socket, a disk or a thread pool.
const IMPURE: [&str; 25] = [
    "async-std",
    "axum",
    "chrono",
    "fastrand",
    "getrandom",
    "hyper",
    "hyper-util",
    "jiff",
    "mio",
    "native-tls",
    "openssl",
    "rand",
    "rand_chacha",
    "rayon",
    "reqwest",
    "rusqlite",
    "rustix",
    "rustls",
    "smol",
    "socket2",
    "tempfile",
    "time",
    "tokio",
    "tokio-rustls",
    "ureq",
];

/// Every package with its normal dependencies.
struct Graph {
    names: BTreeMap<String, String>,
    normal: BTreeMap<String, BTreeSet<String>>,
    members: BTreeSet<String>,
}

pub(crate) fn check(root: &Path) -> Result<()> {
    let metadata = output(program(root, "cargo", &["metadata", "--format-version", "1", "--locked"]))?;
    let metadata = serde_json::from_str(&metadata).context("cargo metadata printed what is not JSON")?;
    let graph = Graph::of(&metadata)?;
    let breaches = breaches(&graph);
    if !breaches.is_empty() {
        bail!("walls are broken:\n  {}", breaches.join("\n  "));
    }
    println!("{} crates keep to their walls", graph.members.len());
    Ok(())
}

impl Graph {
    /// Reads what `cargo metadata` prints.
    fn of(metadata: &Value) -> Result<Self> {
        let mut names = BTreeMap::new();
        for package in list(metadata, "packages")? {
            names.insert(text(package, "id")?, text(package, "name")?);
        }
        let mut normal = BTreeMap::new();
        for node in list(metadata.get("resolve").context("no `resolve`")?, "nodes")? {
            let mut on = BTreeSet::new();
            for dependency in list(node, "deps")? {
                // A kind of null is a normal dependency; the others are "dev" and "build".
                if list(dependency, "dep_kinds")?.iter().any(|kind| kind.get("kind").is_some_and(Value::is_null)) {
                    on.insert(text(dependency, "pkg")?);
                }
            }
            normal.insert(text(node, "id")?, on);
        }
        let ids = list(metadata, "workspace_members")?.iter().map(|id| id.as_str().map(str::to_owned));
        let members = ids.collect::<Option<_>>().context("a member that is not a text")?;
        Ok(Self { names, normal, members })
    }

    fn name<'g>(&'g self, id: &'g str) -> &'g str {
        self.names.get(id).map_or(id, String::as_str)
    }

    fn member(&self, name: &str) -> Option<&str> {
        self.members.iter().find(|id| self.name(id) == name).map(String::as_str)
    }

    fn on<'g>(&'g self, id: &str) -> impl Iterator<Item = &'g str> + use<'g> {
        self.normal.get(id).into_iter().flatten().map(String::as_str)
    }

    /// How a crate comes to contain another by name: the shortest chain of names.
    fn chain(&self, from: &str, to: &str) -> Option<String> {
        let mut chains = BTreeMap::from([(from, self.name(from).to_owned())]);
        let mut edge = vec![from];
        while !edge.is_empty() {
            let mut next = Vec::new();
            for id in edge {
                let chain = chains.get(id).cloned().unwrap_or_default();
                for on in self.on(id) {
                    let longer = format!("{chain} -> {}", self.name(on));
                    if self.name(on) == to {
                        return Some(longer);
                    }
                    if !chains.contains_key(on) {
                        chains.insert(on, longer);
                        next.push(on);
                    }
                }
            }
            edge = next;
        }
        None
    }
}

/// What is wrong; empty where every wall stands.
fn breaches(graph: &Graph) -> Vec<String> {
    let mut found = Vec::new();
    let members: BTreeSet<&str> = graph.members.iter().map(|id| graph.name(id)).collect();
    for id in &graph.members {
        let name = graph.name(id);
        let Some((_, allowed)) = ARROWS.iter().find(|(of, _)| *of == name) else {
            found.push(format!("{name} is not in the picture: say in walls.rs what it may depend on"));
            continue;
        };
        for on in graph.on(id).map(|on| graph.name(on)).filter(|on| members.contains(on)) {
            if !allowed.contains(&on) {
                found.push(format!("{name} -> {on} is no arrow of the picture"));
            }
        }
    }
    let mut never_in = |name: &str, unwanted: &[&str], why: &str| {
        let Some(id) = graph.member(name) else {
            found.push(format!("there is no crate {name}: say in walls.rs what took its place"));
            return;
        };
        let chains = unwanted.iter().filter_map(|unwanted| graph.chain(id, unwanted));
        found.extend(chains.map(|chain| format!("{chain}: {why}")));
    };
    never_in("hub", &OPENERS, "the hub must not contain what can open a cell");
    for pure in PURE {
        never_in(pure, &IMPURE, "time, randomness and the outside are arguments here");
    }
    found
}

fn list<'v>(value: &'v Value, key: &str) -> Result<&'v Vec<Value>> {
    value.get(key).and_then(Value::as_array).with_context(|| format!("cargo metadata has no list `{key}`"))
}

fn text(value: &Value, key: &str) -> Result<String> {
    value.get(key).and_then(Value::as_str).map(str::to_owned).with_context(|| format!("cargo metadata has no `{key}`"))
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    /// What cargo would print for these members and edges; an edge's kind is "" for a normal one.
    fn metadata(members: &[&str], edges: &[(&str, &str, &str)]) -> Value {
        let names: BTreeSet<&str> =
            members.iter().copied().chain(edges.iter().flat_map(|(from, to, _)| [*from, *to])).collect();
        let deps = |of: &str| -> Vec<Value> {
            let own = edges.iter().filter(|(from, _, _)| *from == of);
            own.map(|(_, to, kind)| {
                let kind = if kind.is_empty() { Value::Null } else { json!(kind) };
                json!({ "pkg": format!("id of {to}"), "dep_kinds": [{ "kind": kind, "target": null }] })
            })
            .collect()
        };
        json!({
            "packages": names.iter().map(|name| json!({ "id": format!("id of {name}"), "name": name })).collect::<Vec<_>>(),
            "resolve": { "nodes": names.iter().map(|name| json!({ "id": format!("id of {name}"), "deps": deps(name) })).collect::<Vec<_>>() },
            "workspace_members": members.iter().map(|name| format!("id of {name}")).collect::<Vec<_>>(),
        })
    }

    const MEMBERS: [&str; 6] = ["channel", "hub", "line", "office", "sealing", "wire"];
    const SOUND: [(&str, &str, &str); 8] = [
        ("hub", "wire", ""),
        ("hub", "tokio", ""),
        ("tokio", "mio", ""),
        ("line", "sealing", ""),
        ("sealing", "wire", ""),
        ("sealing", "rand_core", ""),
        ("office", "line", ""),
        ("office", "tokio", ""),
    ];

    fn found(more: &[(&str, &str, &str)]) -> Vec<String> {
        let edges: Vec<_> = SOUND.iter().chain(more).copied().collect();
        breaches(&Graph::of(&metadata(&MEMBERS, &edges)).expect("a graph"))
    }

    #[test]
    fn the_picture_itself_is_sound() {
        assert_eq!(found(&[]), [""; 0]);
        for (name, allowed) in ARROWS {
            for on in allowed {
                let below = ARROWS.iter().find(|(of, _)| of == on).expect("every crate has its row").1;
                assert!(!below.contains(&name), "{name} and {on} point at each other");
            }
        }
    }

    #[test]
    fn what_can_open_a_cell_is_not_in_the_hub_by_any_way() {
        let way = [("hub", "helper", ""), ("helper", "sealing", "")];
        assert_eq!(found(&way), ["hub -> helper -> sealing: the hub must not contain what can open a cell"]);
        let direct = found(&[("hub", "office", "")]);
        assert!(direct.contains(&"hub -> office is no arrow of the picture".to_owned()), "{direct:?}");
        assert!(direct.iter().any(|breach| breach.starts_with("hub -> office -> line: ")), "{direct:?}");
    }

    #[test]
    fn clocks_randomness_and_sockets_are_not_in_the_pure_crates() {
        let way = [("sealing", "sha2", ""), ("sha2", "getrandom", "")];
        let why = "time, randomness and the outside are arguments here";
        assert_eq!(
            found(&way),
            [format!("line -> sealing -> sha2 -> getrandom: {why}"), format!("sealing -> sha2 -> getrandom: {why}")]
        );
    }

    #[test]
    fn what_only_tests_and_build_scripts_use_is_no_breach() {
        assert_eq!(found(&[("line", "rand", "dev"), ("wire", "tokio", "build"), ("hub", "office", "dev")]), [""; 0]);
    }

    #[test]
    fn arrows_go_downward_and_every_crate_is_in_the_picture() {
        assert_eq!(found(&[("sealing", "channel", "")]), ["sealing -> channel is no arrow of the picture"]);
        let graph = Graph::of(&metadata(&["channel", "common", "hub", "line", "sealing", "wire"], &SOUND));
        assert_eq!(
            breaches(&graph.expect("a graph")),
            ["common is not in the picture: say in walls.rs what it may depend on"]
        );
    }

    #[test]
    fn what_is_no_metadata_is_an_error() {
        assert!(Graph::of(&json!({})).is_err());
        assert!(Graph::of(&json!({ "packages": [{ "id": 1 }] })).is_err());
    }
}
