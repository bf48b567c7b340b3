// What a page on this machine may not do: ask anything of anybody else, leave anything behind, show anything of a locked
// office, do an act twice, or let an oral message out of the screen. And what it does without scripts, and by keyboard.

import assert from "node:assert/strict";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { after, before, test } from "node:test";
import { browser } from "../lib/chromium.js";
import { crawl } from "../lib/crawl.js";
import { play } from "../lib/stage.js";

const SPOKEN = "spoken words for the reader alone";

let stage;
before(async () => { stage = await play("browser/waiting.toml"); });
after(() => stage.close());

/** A browser that is closed and forgotten whatever comes of `what`. */
async function with_browser(settings, what) {
  const person = await browser(settings);
  try {
    await what(person);
  } finally {
    await person.end();
  }
}

/** The number of an office's item by some of its words. */
async function item(who, words) {
  const found = (await stage.view(who)).items.find((one) => one.words.includes(words));
  assert.ok(found, `${who} has no item with "${words}"`);
  return found.no;
}

/** Searches from the top of the page that is open. */
async function finds(office, words) {
  const form = office.page.locator("header form[role=search]");
  await form.locator("input[type=search]").fill(words);
  await form.locator("button").click();
  await office.page.waitForURL(/find=[0-9]+$/);
}

/** All files below a folder. */
async function files(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((one) => one.isFile()).map((one) => path.join(one.path, one.name));
}

test("a browser asks nothing of anybody but the office, and keeps nothing of it", async () => {
  const person = await browser();
  try {
    const address = await stage.address("west");
    const origin = new URL(address).origin;
    const asked = new Set();
    person.context.on("request", (request) => asked.add(new URL(request.url()).origin));
    const office = await person.enter(address);
    let pages = 0;
    await crawl(office, 4, async () => {
      pages += 1;
      const kept = await office.page.evaluate(async () => ({
        local: localStorage.length,
        session: sessionStorage.length,
        databases: (await indexedDB.databases()).length,
        caches: (await caches.keys()).length,
        workers: (await navigator.serviceWorker.getRegistrations()).length,
        readable: document.cookie,
      }));
      assert.deepEqual(kept, { local: 0, session: 0, databases: 0, caches: 0, workers: 0, readable: "" });
    });
    assert.ok(pages > 20, `${pages} pages`);
    // What was typed and not sent is nowhere either.
    await office.go("lodge?form=non-paper");
    await office.page.locator("textarea[name=text]").fill("typed and left where it stood");
    await office.go("");
    // Nor what was searched for.
    await finds(office, "feast days");
    assert.equal(await office.page.locator("input#find").inputValue(), "feast days");
    const { name } = (await stage.view("west")).office;
    assert.deepEqual([...asked], [origin]);

    const { requests, connected } = await person.close();
    const ours = requests.filter((one) => one.by !== "not an origin" || one.url.startsWith(`${origin}/`));
    assert.ok(ours.length > pages, "the browser's own account has them");
    assert.deepEqual(ours.filter((one) => !one.url.startsWith(`${origin}/`)), []);
    assert.deepEqual(connected, [origin.slice("http://".length)]);

    const words = ["half of my cabinet", "columns are for", "typed and left where it stood", "feast days", "feast+days", "feast%20days", name];
    const kept = await Promise.all((await files(path.join(person.folder, "profile"))).map(async (file) => {
      return [file, await readFile(file)];
    }));
    // The browser does keep where it was: so this would find what it kept of a page.
    assert.ok(kept.some(([, bytes]) => bytes.includes(origin)), "the profile is not read");
    for (const [file, bytes] of kept) {
      for (const word of words) {
        const there = bytes.includes(word) || bytes.includes(Buffer.from(word, "utf16le"));
        assert.ok(!there, `"${word}" is in the profile's ${path.basename(file)}`);
      }
    }
  } finally {
    await person.end();
  }
});

test("an office that was left shows that it is closed to this browser, and nothing else", () => with_browser({}, async (person) => {
  const office = await person.enter(await stage.address("west"));
  const { page } = office;
  const other = await person.context.newPage();
  await other.goto(`${office.folder}/items`);
  await page.locator("form[action$='/leave'] button").click();
  for (const place of ["", "items", "items/1", "lodge", "waiting", "assets/style.css", "nothing"]) {
    const answer = await other.goto(`${office.folder}/${place}`);
    assert.equal(answer.status(), place === "nothing" ? 404 : 403, place);
    const shown = await other.evaluate(() => document.documentElement.outerHTML);
    for (const word of ["western", "Prime", "calm", "href", "<form", "<nav", "feast"]) {
      assert.ok(!shown.includes(word), `/${place} of a locked office shows "${word}"`);
    }
  }
  // What was on the screen before is not come back to.
  await other.goBack();
  assert.ok(!(await other.content()).includes("feast"));
  await page.goBack().catch(() => {});
  assert.ok(!(await page.content()).includes("western"));
}));

test("an address opens one browser, and a second needs a new one", () => with_browser({}, async (person) => {
  const address = await stage.address("east");
  await person.enter(address);
  await with_browser({}, async (second) => {
    const page = await second.context.newPage();
    assert.equal((await page.goto(address)).status(), 403);
    assert.ok(!(await page.content()).includes("eastern"));
    const office = await second.enter(await stage.address("east"));
    assert.ok((await office.page.content()).includes("eastern"));
  });
}));

test("two tabs that do the same act do it once", () => with_browser({}, async (person) => {
  const office = await person.enter(await stage.address("west"));
  const before = (await stage.view("west")).items.length;
  await office.go("lodge?form=non-paper");
  await office.page.locator("textarea[name=text]").fill("Said in two tabs at once.");
  await office.page.locator("form.sheet button.primary").click();
  // The second tab is the first one's copy, as a browser makes it: the same form with the same ids in it.
  const last = office.page.locator("form.sheet:has(button[value=do])");
  const form = await last.evaluate((form) => {
    const fields = [...new FormData(form, form.querySelector("button[value=do]")).entries()];
    return { action: form.action, body: new URLSearchParams(fields).toString() };
  });
  const copy = await person.context.newPage();
  await copy.goto(`${office.folder}/items`);
  const send = ({ action, body }) => fetch(action, {
    method: "POST",
    body,
    headers: { "content-type": "application/x-www-form-urlencoded" },
  }).then((answer) => [answer.redirected, answer.status]);
  const sent = await Promise.all([office.page.evaluate(send, form), copy.evaluate(send, form)]);
  assert.deepEqual(sent, [[true, 200], [true, 200]]);
  assert.equal((await stage.view("west")).items.length, before + 1);
}));

test("everything can be read with scripts switched off", () => with_browser({ javaScriptEnabled: false }, async (person) => {
  const office = await person.enter(await stage.address("desk/Keller"));
  const shapes = [];
  const waiting = ["", "items", `items/${await item("desk/Keller", "feast")}`, "told", "record", "questions", "readouts"];
  for (const place of waiting) {
    assert.equal((await office.go(place)).status(), 200);
    shapes.push(await office.page.locator("main h1").innerText());
    assert.equal(await office.page.locator("nav a").first().isVisible(), true);
  }
  assert.equal(new Set(shapes).size, waiting.length);
  // And done: a language is chosen, a text is found.
  await office.page.locator("button[lang=fr]").click();
  assert.equal(await office.page.locator("html").getAttribute("lang"), "fr");
  await finds(office, "feast");
  assert.ok(await office.page.locator("article.row").count() > 0);
}));

test("an oral message is covered, and leaves the screen in no way", () => with_browser({}, async (person) => {
  const office = await person.enter(await stage.address("east"));
  const { page } = office;
  const received = (await stage.view("east")).items.find((one) => one.form === "oral-message");
  await office.go(`items/${received.no}`);
  assert.ok(!(await page.content()).includes(SPOKEN), "it is not on the page before it is read");
  await page.locator("form[action$='/read'] button").click();
  const words = page.getByText(SPOKEN);
  await words.waitFor();

  // Covered as soon as its window is not in front, and back with it.
  const blurred = () => page.evaluate(() => {
    Object.defineProperty(document, "hasFocus", { value: () => false, configurable: true });
    window.dispatchEvent(new Event("blur"));
  });
  const focused = () => page.evaluate(() => {
    delete document.hasFocus;
    window.dispatchEvent(new Event("focus"));
  });
  await blurred();
  await words.waitFor({ state: "hidden" });
  assert.equal(await page.locator("[data-oral-masked]").isVisible(), true);
  await focused();
  await words.waitFor();

  // Not marked, by mouse or by keyboard, and not copied.
  await words.dblclick();
  assert.equal(await page.evaluate(() => getSelection().toString()), "");
  await page.keyboard.press("Control+A");
  assert.ok(!(await page.evaluate(() => getSelection().toString())).includes(SPOKEN));
  assert.equal(await page.evaluate(() => document.dispatchEvent(new ClipboardEvent("copy", { cancelable: true }))), false);

  // Not printed, whatever the scripts do.
  await page.emulateMedia({ media: "print" });
  assert.equal(await words.isVisible(), false);
  assert.equal(await page.locator("main h1").isVisible(), true, "the rest is");
  await page.emulateMedia({ media: "screen" });

  // Nowhere else: not in a list, and not above the form by which it is disposed of without being covered there too.
  for (const place of ["", "items"]) {
    await office.go(place);
    assert.ok(!(await page.content()).includes(SPOKEN), `/${place}`);
  }
  await finds(office, "spoken");
  assert.ok(!(await page.content()).includes(SPOKEN), "nor among what is found");
  await office.go(`items/${received.no}/dispose`);
  await page.locator("details.about-text summary").click();
  await words.waitFor();
  await blurred();
  await words.waitFor({ state: "hidden" });
}));

test("the skip link and every control is come to by Tab", () => with_browser({}, async (person) => {
  const pages = [
    ["west", ["", "items", `items/${await item("west", "columns")}`, "lodge?form=personal-message", "readouts"]],
    ["desk/Keller", ["", `items/${await item("desk/Keller", "feast")}/render`, "ask", "told", "channels/1"]],
  ];
  for (const [who, places] of pages) {
    const office = await person.enter(await stage.address(who));
    const { page } = office;
    for (const place of places) {
      await office.go(place);
      await page.keyboard.press("Tab");
      assert.equal(await page.evaluate(() => document.activeElement.getAttribute("href")), "#main", `/${place}`);
      const skip = await page.locator("a.skip").boundingBox();
      assert.ok(skip.width > 40 && skip.height > 20, "the skip link is seen when it is come to");
      const missed = await tabbed(page);
      assert.deepEqual(missed, [], `/${place} of ${who}`);
      await page.locator("a.skip").focus();
      await page.keyboard.press("Enter");
      assert.equal(await page.evaluate(() => document.activeElement.id), "main", "and leads to what the page is about");
    }
    await page.close();
    await person.context.newPage();
  }
}));

/** The controls of a page that Tab does not come to, or that do not show it. */
async function tabbed(page) {
  await page.evaluate(() => {
    const controls = "a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex='-1'])";
    const is_seen = (one) => one.checkVisibility() && !one.disabled;
    // Of radio buttons of one name Tab comes to one; the arrows lead to the others.
    const named = new Set();
    globalThis.expected = [...document.querySelectorAll(controls)].filter((one) => {
      if (!is_seen(one)) return false;
      if (one.type !== "radio") return true;
      const group = one.form?.action + one.name;
      const chosen = one.form.querySelector(`input[name="${one.name}"]:checked`);
      if (chosen ? chosen !== one : named.has(group)) return false;
      named.add(group);
      return true;
    });
    globalThis.come = new Set();
    globalThis.faint = new Set();
  });
  // A part of the page that scrolls is a stop of its own, which a browser makes; so is each part of a date with its time.
  const most = await page.evaluate(() => {
    const dates = globalThis.expected.filter((one) => one.type === "datetime-local");
    return globalThis.expected.length + 16 + 8 * dates.length;
  });
  for (let pressed = 0; pressed < most; pressed += 1) {
    await page.evaluate(() => {
      const one = document.activeElement;
      globalThis.come.add(one);
      if (!globalThis.expected.includes(one)) return;
      const style = getComputedStyle(one);
      if (style.outlineStyle === "none" || parseFloat(style.outlineWidth) < 2) globalThis.faint.add(one);
    });
    await page.keyboard.press("Tab");
  }
  return page.evaluate(() => {
    const told = (why) => (one) => `${why}: ${one.outerHTML.slice(0, 120)}`;
    const missed = globalThis.expected.filter((one) => !globalThis.come.has(one)).map(told("missed"));
    return [...missed, ...[...globalThis.faint].map(told("shows no focus"))];
  });
}
