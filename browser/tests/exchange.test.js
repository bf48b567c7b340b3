// The whole of the exchange reported in 2025 (scenarios/reported-2025.toml), done by clicking: one browser for each officer of
// the desk, one for each side, the secretary's office and the agency's in tabs of theirs. After each act the other offices'
// pages say what came of it, and what did not cross. Pictures of all of it are left to be looked at. What is a fault of a
// machine in the scenario is left out: no page does it.

import assert from "node:assert/strict";
import { after, before, test as testing } from "node:test";
import { browser } from "../lib/chromium.js";
import { does, is_refused, leaves_picture, opens, opens_latest } from "../lib/clicks.js";
import { play } from "../lib/stage.js";

let stage;
const people = [];
const at = {};

before(async () => {
  stage = await play("browser/reported.toml");
  for (const offices of [["desk/first"], ["desk/second"], ["west", "agency"], ["east", "east/secretary"]]) {
    const person = await browser();
    people.push(person);
    for (const who of offices) {
      at[who] = await person.enter(stage.printed(who));
      if (who !== offices.at(-1)) await person.context.newPage();
    }
  }
});

after(async () => {
  await Promise.all(people.map((person) => person.end()));
  await stage?.close();
});

/** One act after the other: what comes after one that went wrong is not played. */
let stopped = false;
const test = (promise, done) => testing(promise, async (t) => {
  if (stopped) return t.skip("what comes before it went wrong");
  stopped = true;
  await done();
  stopped = false;
});

/** What an office's page says now, as text. */
async function shown(who, place) {
  await stage.settled();
  await at[who].go(place);
  return at[who].page.locator("main").innerText();
}

/** An office's page has each of these, and none of those. */
async function sees(who, place, these, never = []) {
  const text = await shown(who, place);
  for (const one of these) assert.ok(text.includes(one), `${who} does not see "${one}" on /${place}:\n${text}`);
  for (const one of never) assert.ok(!text.includes(one), `${who} sees "${one}" on /${place}`);
}

/** What the offers say that an office shows, without what the page says of offers. */
async function cards(who) {
  await goes(who, "offers");
  return (await at[who].page.locator("article.card").allInnerTexts()).join("\n");
}

/** None of these is in anything that an office's lists are served with. */
async function never(who, texts) {
  await stage.settled();
  const { page, folder } = at[who];
  for (const place of ["", "items", "channels", "pairs", "proposals", "offers", "readouts", "notes", "questions"]) {
    const answer = await page.request.get(`${folder}/${place}`);
    assert.equal(answer.status(), 200, place);
    const text = await answer.text();
    for (const one of texts) assert.ok(!text.includes(one), `${who} is served "${one}" on /${place}`);
  }
}

/** Goes to a page, once everything has come that comes. */
async function goes(who, place) {
  await stage.settled();
  await at[who].go(place);
}

/** Opens an item by its words, once it has come. */
async function finds(who, words) {
  await stage.settled();
  await opens(at[who], words);
}

/** The part of a page that has these words. */
const part = (words) => `article:has-text(${JSON.stringify(words)})`;

/** The second officer releases what the first one rendered. */
async function released(words) {
  await finds("desk/second", words);
  await does(at["desk/second"], "release");
}

const CALM = "channels/1";
const SAFEGUARDS = "channels/2";

test("a5 a6 e7: the desk says what it has to gain, to all, and how each is addressed is its own to know", async () => {
  await goes("desk/first", "interests");
  await does(at["desk/first"], "declare-interest", { text: "It builds reactors for one of you. It gains by quiet." });
  for (const who of ["west", "east", "agency"]) await sees(who, "interests", ["It gains by quiet."]);
  await goes("desk/first", "parties");
  await does(at["desk/first"], "address", { name: "Mr Prime Minister" }, part("The western side"));
  await goes("desk/first", "parties");
  await does(at["desk/first"], "address", { name: "Your Eminence" }, part("The eastern side"));
  await sees("desk/first", "parties", ["Mr Prime Minister", "Your Eminence", "The inspecting agency"]);
  await leaves_picture(at["desk/first"], "parties");
  await never("west", ["Your Eminence", "The eastern side", "The inspecting agency"]);
  await sees("east", CALM, ["those who asked"], ["The western side"]);
  await sees("agency", "channels", ["safeguards"], ["calm"]);
});

test("e2 e4: the desk reaches out to both in one text, shown to be one, and in its own name", async () => {
  await stage.pass("2025-06-14T10:00:00Z");
  await goes("desk/first", CALM);
  await does(at["desk/first"], "outreach", {
    text: "We are ready to hear each of you and to pass on what either wants passed on. We ask for no answer now.",
    days: "30",
  });
  for (const who of ["west", "east"]) {
    await finds(who, "We are ready to hear each of you");
    const text = await at[who].page.locator("main").innerText();
    for (const one of ["Moscow", "no coordination", "without prejudice", "One text to several"]) {
      assert.ok(text.includes(one), `${who}: "${one}" is not in\n${text}`);
    }
  }
  await leaves_picture(at.east, "outreach");
  await never("agency", ["ready to hear"]);
  await stage.pass("2d");
  await does(at.east, "dispose", { as: "noted" });
  await never("west", ["Noted"]);
});

test("e3: frameworks are answered under seal, and what all would take is shown once, at its time", async () => {
  await goes("desk/first", CALM);
  await does(at["desk/first"], "propose", {
    "option-1": "A pause that each side keeps for itself.",
    "option-2": "A limit that outsiders watch over.",
    "option-3": "A wider settlement, later.",
    "reveal-at": "2025-06-26T12:00",
    subject: "an end to the strikes",
  });
  await stage.pass("1d");
  await goes("west", "proposals");
  await does(at.west, "answer", { takes: ["A pause that each side keeps"] });
  await stage.pass("1d");
  await goes("east", "proposals");
  await does(at.east, "answer", { takes: ["A limit that outsiders", "A wider settlement"] });
  await sees("east", "proposals", ["A limit that outsiders watch over."], ["an end to the strikes", "The western side"]);
  await sees("desk/first", "proposals", ["an end to the strikes"]);
  await leaves_picture(at["desk/first"], "proposal-sealed");
  await stage.pass("2025-06-27T09:00:00Z");
  await sees("west", "proposals", [], ["The eastern side"]);
  await leaves_picture(at.west, "proposal-revealed");
  await sees("desk/first", "proposals", ["The western side", "The eastern side"]);
});

test("e4: an assurance to one side stands under what it is", async () => {
  await stage.pass("2025-07-20T09:00:00Z");
  await goes("desk/first", CALM);
  await does(at["desk/first"], "outreach", {
    own: "assurance",
    text: "For our part, we remain willing to contribute to a settlement.",
    to: ["The western side"],
    days: "62",
  });
  await finds("west", "we remain willing to contribute");
  await leaves_picture(at.west, "assurance");
  await never("east", ["we remain willing to contribute"]);
  await does(at.west, "dispose", { as: "noted" });
  await sees("west", "items", ["lapsed"]);
});

test("b6 b7 c8: what was said on the telephone is written down, and is the desk's note until it is confirmed", async () => {
  await stage.pass("2025-10-06T09:00:00Z");
  await goes("desk/first", CALM);
  await does(at["desk/first"], "intake", {
    from: "The western side",
    text: "Передайте им от меня: мы хотим всё уладить и не ищем столкновения ни в каком виде.",
    days: "31",
    handling: "paraphrase",
    "approve-party": true,
    language: "ru",
    "as-of": "2025-10-06T08:30",
    "not-before": "2025-10-06T12:00",
    "not-after": "2025-10-10T00:00",
    reservations: "This says nothing about anybody else's forces.",
    disclosure: "may-mention",
  });
  await finds("desk/first", "не ищем столкновения");
  await leaves_picture(at["desk/first"], "intake");
  await never("east", ["столкновения", "уладить"]);
  await does(at["desk/first"], "translate", {
    into: "en",
    grade: "rough",
    translator: "a daily",
    text: "Pass on that the aim is to settle, and that no fight of any sort is looked for.",
  });
  await stage.pass("1h");
  await finds("west", "не ищем столкновения");
  await does(at.west, "confirm");
});

test("c11: what is told to the desk alone is not rendered", async () => {
  await goes("west", "items");
  await does(at.west, "confide", {
    text: "For your ears alone: half of my cabinet would rather that I said nothing.",
    days: "140",
  });
  await finds("desk/first", "half of my cabinet");
  await leaves_picture(at["desk/first"], "confided");
  const rendered = { text: "Half of their cabinet is against it.", label: "paraphrase" };
  assert.match(await is_refused(at["desk/first"], "render", rendered), /confided/);
  await never("east", ["half of my cabinet"]);
});

test("c2 e7: words wait for their author, and two officers release them", async () => {
  await stage.pass("2h");
  await finds("desk/first", "не ищем столкновения");
  assert.match(await is_refused(at["desk/first"], "render", { text: "They want quiet.", label: "gist" }), /paraphrase/);
  await finds("desk/first", "не ищем столкновения");
  const words = "We were asked to pass on that a settlement is wanted, and that confrontation of no kind is sought or prepared.";
  await does(at["desk/first"], "render", { text: words, label: "paraphrase" });
  await never("east", ["confrontation of no kind"]);
  await finds("desk/second", "не ищем столкновения");
  await is_refused(at["desk/second"], "release");
  await stage.pass("1h");
  await finds("west", "не ищем столкновения");
  await leaves_picture(at.west, "words-to-approve");
  await does(at.west, "approve");
  await finds("desk/first", "не ищем столкновения");
  assert.match(await is_refused(at["desk/first"], "release"), /rendered it/);
  await stage.pass("2025-10-08T10:00:00Z");
  await finds("desk/second", "не ищем столкновения");
  await at["desk/second"].page.locator("main a[href$='/release']").first().click();
  await leaves_picture(at["desk/second"], "what-the-other-side-will-see");
  await released("не ищем столкновения");

  // It was said by voice, and is read on the screen once its reader says so.
  await finds("east", "Oral message");
  await does(at.east, "read");
  const text = await at.east.page.locator("main").innerText();
  for (const one of ["those who asked", "no recognition", "anybody else's forces", "confrontation of no kind is sought"]) assert.ok(text.includes(one), one);
  await leaves_picture(at.east, "conveyed");
  await never("east", ["столкновения", "Prime Minister", "The western side", "half of my cabinet"]);
  await never("west", ["Supreme Leader", "Secretary of the Council", "The eastern side"]);
});

test("f2 f5: it is spoken of at a summit, and both sides are warned first", async () => {
  await stage.pass("2025-10-09T06:00:00Z");
  await finds("desk/first", "не ищем столкновения");
  const no = at["desk/first"].place.split("/")[1];
  await goes("desk/first", "notes");
  assert.match(await is_refused(at["desk/first"], "disclose", { items: no, occasion: "a summit in Dushanbe" }), /warned/);
  await leaves_picture(at["desk/first"], "who-is-warned");
  await does(at["desk/first"], null);
  for (const who of ["west", "east"]) await sees(who, "notes", ["Dushanbe"]);
  await never("agency", ["Dushanbe"]);
});

test("b1 c5 d1: the secretary receives it without recognising who sent it, and its author learns nothing of that", async () => {
  await stage.pass("1d");
  await finds("east/secretary", "Oral message");
  await does(at["east/secretary"], "dispose", { as: "without-recognition" });
  await finds("desk/first", "не ищем столкновения");
  assert.match(await at["desk/first"].page.locator("main").innerText(), /without recognition/);
  await leaves_picture(at["desk/first"], "received");
  await finds("west", "не ищем столкновения");
  assert.doesNotMatch(await at.west.page.locator("main").innerText(), /without recognition/);
});

test("d4: the secretary's office has the channel of the mandate, and no other", async () => {
  await sees("east", "channels", ["calm", "safeguards"]);
  await sees("east/secretary", "channels", ["calm"], ["safeguards"]);
});

test("b7 d3: a personal message asks on whose behalf, and goes no further than the desk", async () => {
  await stage.pass("2025-10-17T09:00:00Z");
  await goes("east/secretary", "lodge");
  const said = {
    text: "What we hold, we hold by our own decision. Hear the rest from the one who brings you this.",
    days: "44",
    behalf: "the Supreme Leader",
    carrier: "the secretary in person",
  };
  const secretary = at["east/secretary"];
  await secretary.page.locator("main a[href*='form=personal-message']").click();
  await sends(secretary, said);
  await finds("east", "we hold by our own decision");
  await leaves_picture(at.east, "to-countersign");
  await stage.pass("2h");
  await does(at.east, "countersign");
  await finds("desk/second", "we hold by our own decision");
  await stage.pass("1d");
  await does(at["desk/second"], "return", { text: "It was meant for us. Give us a paper that we may carry." });
  await finds("east/secretary", "we hold by our own decision");
  assert.match(await secretary.page.locator("main").innerText(), /Give us a paper that we may carry/);
  await never("west", ["by our own decision"]);
});

test("b4 c1 c4 c13: the answer has conditions; its words are set right, and what they replace stays beside them", async () => {
  await stage.pass("2025-11-03T09:00:00Z");
  await finds("east", "Oral message");
  await at.east.page.locator("main a[href*='lodge?answers=']").click();
  await at.east.page.locator("main a[href*='form=non-paper']").click();
  await sends(at.east, {
    text: "There is no intention at present to be the first to strike, nor to return to it.",
    conditions: "No strike is made on our soil.\nNothing is flown over it.",
    days: "60",
    handling: "paraphrase",
  });
  const authentic = "no intention at present to be the first to strike, nor";
  await finds("desk/first", authentic);
  await does(at["desk/first"], "render", {
    text: "There is no intention at present to be the first to strike.",
    label: "paraphrase",
  });
  await leaves_picture(at["desk/first"], "rendered");
  await released(authentic);
  await finds("west", "no intention at present");
  await leaves_picture(at.west, "answer-conveyed");
  await finds("desk/first", authentic);
  await does(at["desk/first"], "correct", {
    text: "There is no intention at present to be the first to strike, nor to return to it.",
  });
  await released(authentic);
  await finds("west", "no intention at present");
  const text = await at.west.page.locator("main").innerText();
  assert.ok(text.includes("to be the first to strike, nor to return to it."), text);
  assert.ok(text.split("to be the first to strike").length > 2, "what was replaced stands beside it");
  await leaves_picture(at.west, "corrected");
});

test("e5: each side declares for itself; neither sees the other before both go in one act", async () => {
  await stage.pass("2025-11-10T08:00:00Z");
  await goes("desk/first", CALM);
  await does(at["desk/first"], "pair", { days: "4" });
  await stage.pass("1h");
  await goes("west", "pairs");
  await does(at.west, "declare", { text: "No new strike of ours is in hand while none is made on us.", days: "80" });
  await never("desk/first", ["No new strike of ours"]);
  await never("east", ["No new strike of ours", "The western side"]);
  await stage.pass("5h");
  await goes("east", "pairs");
  await does(at.east, "declare", { text: "We shall not be those who begin again.", days: "80" });
  await never("west", ["those who begin again"]);
  await stage.pass("1h");
  await goes("desk/second", "pairs");
  await leaves_picture(at["desk/second"], "pair-complete");
  await does(at["desk/second"], "release");
  await finds("west", "those who begin again");
  await does(at.west, "dispose", { as: "noted" });
  await finds("east", "No new strike of ours");
  await leaves_picture(at.east, "declaration");
  await does(at.east, "dispose", { as: "without-recognition" });
});

test("f1 f3 f4: a readout mentions none of it, and nothing is published before who is concerned cleared it", async () => {
  await stage.pass("2025-11-15T15:00:00Z");
  await goes("desk/first", "readouts");
  await does(at["desk/first"], "draft", {
    text: "The Prime Minister telephoned. It was recalled that a settlement is wanted, and that confrontation of no kind is sought, "
      + "as was said on 3 November to the far side.",
    concerns: ["The western side"],
  });
  await sees("desk/first", "readouts", ["3 November", "the far side"]);
  await leaves_picture(at["desk/first"], "draft-with-findings");
  await stage.pass("1h");
  await goes("west", "readouts");
  await does(at.west, "object", { reason: "None of this." });
  await stage.pass("1h");
  await goes("desk/first", "readouts");
  await does(at["desk/first"], "draft", {
    text: "On 15 November the Prime Minister telephoned. The two spoke of the region, and of trade between their countries.",
  }, "article");
  await goes("west", "readouts");
  await does(at.west, "clear");
  await goes("desk/first", "readouts");
  await does(at["desk/first"], "publish");
  await sees("desk/first", "readouts", ["trade between their countries"]);
  await leaves_picture(at["desk/first"], "published");
  await never("east", ["telephoned", "Prime Minister"]);
});

test("c14 f6: television is noted, and whether it still stands is asked in private", async () => {
  await stage.pass("2025-11-17T09:00:00Z");
  await finds("desk/first", "no intention at present to be the first");
  await does(at["desk/first"], "statement", {
    text: "Whoever thinks that we are tired of this will learn better.",
    occasion: "an address on state television",
  });
  await sees("desk/first", "notes", ["an address on state television"]);
  await never("west", ["will learn better"]);
  await goes("desk/first", "questions");
  await does(at["desk/first"], "ask", {
    party: "The eastern side",
    channel: "calm",
    text: "After what was said on television: does your position still stand?",
  }, "body");
  await goes("east", "questions");
  await does(at.east, "reply", { text: "It stands. Television is for television." });
  await sees("desk/first", "questions", ["Television is for television."]);
  await leaves_picture(at["desk/first"], "question");
  await never("west", ["does your position still stand?", "Television is for television."]);
});

test("b4: one of its conditions is invoked by its author, and the desk conveys that", async () => {
  await stage.pass("2025-11-20T08:00:00Z");
  await finds("east", "no intention at present");
  await does(at.east, "invoke", { condition: "No strike is made on our soil." });
  await finds("west", "no intention at present");
  assert.doesNotMatch(await at.west.page.locator("main").innerText(), /invoked/);
  await stage.pass("4h");
  await released("no intention at present to be the first");
  await finds("west", "no intention at present");
  assert.match(await at.west.page.locator("main").innerText(), /invoked/);
  await leaves_picture(at.west, "condition-invoked");
});

test("c10: a message is taken back before it is conveyed, and is nowhere with the other side", async () => {
  await stage.pass("2025-12-10T09:00:00Z");
  await goes("west", "lodge");
  await at.west.page.locator("main a[href*='form=non-paper']").click();
  await sends(at.west, { text: "We hear of columns moving by night and we ask what they are for.", days: "3", handling: "verbatim" });
  await finds("west", "columns moving by night");
  await does(at.west, "recall");
  await stage.settled();
  await opens(at.west, "columns moving by night");
  assert.match(await at.west.page.locator("main").innerText(), /recalled/);
  await never("east", ["columns moving by night"]);
});

test("a5: another pair is another compartment", async () => {
  await stage.pass("2025-12-15T09:00:00Z");
  await goes("agency", "lodge");
  await at.agency.page.locator("main a[href*='form=non-paper']").click();
  await sends(at.agency, { text: "Our inspectors ask to return to the third site before spring.", days: "31", handling: "verbatim" });
  await finds("desk/second", "the third site before spring");
  await does(at["desk/second"], "return", { text: "Please put this to them yourselves; they would take it badly from us." });
  await finds("agency", "the third site before spring");
  assert.match(await at.agency.page.locator("main").innerText(), /they would take it badly from us/);
  await never("west", ["inspect", "third site", "safeguards"]);
  await never("east", ["inspectors", "third site", "Director General"]);
});

test("f7: a magazine's words are held against everything that was said", async () => {
  await stage.pass("2025-12-20T10:00:00Z");
  await goes("desk/first", "notes");
  await does(at["desk/first"], "expose", {
    text: "Two persons with knowledge of it say that a settlement is wanted and confrontation of no kind is sought. The reply, on "
      + "conditions: there is no intention at present to be the first to strike.",
  });
  await sees("desk/first", "notes", ["Two persons with knowledge of it", "The eastern side", "The western side"]);
  await leaves_picture(at["desk/first"], "exposure");
  for (const who of ["west", "east", "agency"]) await never(who, ["Two persons"]);
});

test("e1: an offer is taken up, declined or left, and the desk alone learns which", async () => {
  await stage.pass("2026-01-16T11:00:00Z");
  await goes("desk/first", CALM);
  await does(at["desk/first"], "offer", {
    text: "We offer to mediate, wherever you like, with everybody at the table whom you want there.",
    days: "10",
  });
  await goes("desk/first", SAFEGUARDS);
  await does(at["desk/first"], "offer", {
    text: "If it comes to talks we shall ask that the inspections have a place in them.",
    to: ["The inspecting agency"],
    days: "10",
  });
  await goes("west", "offers");
  await does(at.west, "take-up");
  await goes("agency", "offers");
  await does(at.agency, "decline");
  await sees("desk/first", "offers", ["The western side", "The eastern side", "The inspecting agency"]);
  assert.match(await cards("desk/first"), /taken up[^]*declined|declined[^]*taken up/);
  assert.match(await cards("west"), /^(?![^]*declined)[^]*taken up/);
  assert.match(await cards("agency"), /^(?![^]*taken up)[^]*declined/);
  assert.doesNotMatch(await cards("east"), /taken up|declined/);
  await leaves_picture(at["desk/first"], "offers");
  await sees("east", "offers", ["We offer to mediate"], ["have a place in them"]);
});

test("c3 c4 c6 c8: one message by two ways is known for one, carried word for word, and has one code at both ends", async () => {
  await stage.pass("2026-01-16T13:00:00Z");
  await finds("desk/first", "не ищем столкновения");
  const no = at["desk/first"].place.split("/")[1];
  await goes("desk/first", CALM);
  await does(at["desk/first"], "intake", {
    reaffirms: no,
    from: "The western side",
    text: "Say to them again what we asked to be said in October: a settlement, and no confrontation of any kind.",
    days: "14",
  });
  await stage.pass("1h");
  await finds("west", "не ищем столкновения");
  await at.west.page.locator("main a[href*='lodge?reaffirms=']").click();
  await at.west.page.locator("main a[href*='form=non-paper']").click();
  const words = "What we asked to be said in October we say again: a settlement, and no confrontation of any kind.";
  await sends(at.west, { text: words, days: "14", handling: "verbatim" });
  await goes("desk/first", "");
  await leaves_picture(at["desk/first"], "board");
  await finds("desk/first", "Say to them again");
  const told = at["desk/first"].place;
  await finds("desk/first", "What we asked to be said in October");
  await does(at["desk/first"], `${told}/same`);
  await finds("desk/second", "What we asked to be said in October");
  await does(at["desk/second"], "render", { text: words, label: "verbatim" });
  await stage.pass("2h");
  await finds("desk/first", "What we asked to be said in October");
  await does(at["desk/first"], "release");
  await finds("east", "What we asked to be said in October we say again");
  await leaves_picture(at.east, "again");
  const code = await at.east.page.locator("p.code bdi").innerText();
  await finds("west", "What we asked to be said in October we say again");
  assert.equal(await at.west.page.locator("p.code bdi").first().innerText(), code);
  await never("east", ["Say to them again"]);
  await sees("east", "", ["What we asked to be said in October"]);
});

test("f3: two readouts, one for each, both for calm; and then everything lapses by itself", async () => {
  await stage.pass("2026-01-16T18:00:00Z");
  for (const [who, officer, name, text] of [
    ["west", "desk/first", "The western side", "The Prime Minister telephoned, about the need for everyone to keep calm."],
    ["east", "desk/second", "The eastern side", "A conversation was about the region. Calm was called for on all sides."],
  ]) {
    await goes(officer, "readouts");
    await does(at[officer], "draft", { text, concerns: [name] });
    await goes(who, "readouts");
    await does(at[who], "clear");
    await goes(officer, "readouts");
    await does(at[officer], "publish");
  }
  await never("east", ["keep calm"]);
  await stage.pass("20d");
  for (const who of ["desk/first", "west", "east", "agency"]) {
    for (const place of ["", "items", "readouts"]) await sees(who, place, [], ["agreed", "accepted", "guarantee"]);
    assert.equal(await at[who].page.locator("main article.row").count(), 0, `something waits for ${who}`);
  }
  await goes("desk/first", CALM);
  await leaves_picture(at["desk/first"], "channel");
  await goes("desk/first", "told");
  await leaves_picture(at["desk/first"], "told");
  await goes("desk/first", "record");
  await leaves_picture(at["desk/first"], "record");
  await opens_latest(at.east);
  await leaves_picture(at.east, "lapsed");
});

/** Sends the form that is open. */
async function sends(office, fields) {
  await office.page.locator("form.sheet").waitFor();
  await does(office, null, fields);
}
