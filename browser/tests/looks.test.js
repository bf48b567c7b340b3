// Every page that links lead to, in every language, at a phone's width and at a desk's: nothing on it keeps a reader out, and
// nothing runs over its edge. Which addresses the office has is read from its own table of them, so that none is left out.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { after, before, test } from "node:test";
import { faults } from "../lib/axe.js";
import { browser, DESK, PHONE } from "../lib/chromium.js";
import { crawl, shape } from "../lib/crawl.js";
import { inRepository, play } from "../lib/stage.js";

const LANGUAGES = ["en", "fr", "ar", "fa", "he", "ru"];
const OFFICES = ["desk/Keller", "east", "west"];

/** Pages that no link leads to while the scenario stands where it stands, with the reason. */
const UNLINKED = {
  "waiting": "the count of what waits, which a page asks for by itself",
};

let stage;
before(async () => { stage = await play("browser/waiting.toml"); });
after(() => stage.close());

/** The addresses of pages and of acts, out of the program's own tables. */
function routes() {
  const table = readFileSync(inRepository("crates/pages/src/routes.rs"), "utf8");
  const pages = [...table.matchAll(/\.route\(\s*&at\("\/([^"]*)"\),\s*get\(show::/g)].map((match) => match[1]);
  const folder = inRepository("crates/pages/src/acts");
  const sources = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".rs"));
  const acts = sources.flatMap((name) => {
    const text = readFileSync(path.join(folder, name), "utf8");
    return [...text.matchAll(/(?:\bplace: |\bat_desk\(\s*|\bon_\w+\(\s*)"([^"]+)"|"(\w+\/\{no\}\/[a-z-]+)"/g)]
      .map((match) => match[1] ?? match[2]);
  });
  assert.ok(pages.length > 15 && new Set(acts).size > 55, "addresses are not found where they were");
  return new Set([...pages, ...acts]);
}

/** Looks at a page at both widths. Colours are the same in every language and at every width: they are looked at in one. */
async function looked(office, language, place) {
  const wrong = [];
  const { page } = office;
  assert.equal(await page.locator("html").getAttribute("lang"), language, `/${place}`);
  for (const size of [DESK, PHONE]) {
    await page.setViewportSize(size);
    const at = `/${place} in ${language}, ${size.width} wide`;
    wrong.push(...(await faults(page, language === "en" && size === DESK)).map((fault) => `${at}: ${fault}`));
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (over > 0) wrong.push(`${at}: runs ${over} pixels over the edge`);
  }
  return wrong;
}

const seen = new Set();

for (const language of LANGUAGES) {
  test(`nothing keeps a reader out of any page in ${language}`, async () => {
    const person = await browser({ locale: language });
    try {
      const wrong = [];
      // Both sides' pages are made alike: what was looked at at the one is gone through at the other.
      const looked_at = { desk: new Map(), party: new Map() };
      // One language goes to more than one of each kind of page, and so to all that is offered.
      const each = language === "en" ? 3 : 1;
      for (const who of OFFICES) {
        const office = await person.enter(await stage.address(who));
        const known = looked_at[who.startsWith("desk") ? "desk" : "party"];
        // What can be done with an item depends on how it stands: all of them are gone to once.
        const most = (like) => (each > 1 && like === "items/{no}" ? 100 : each);
        const shapes = await crawl(office, most, async (place) => {
          const times = known.get(shape(place)) ?? 0;
          known.set(shape(place), times + 1);
          // Of items there is more than one kind; of a form there is one.
          if (times > 0 && !/^(items|channels)\/\d+$/.test(place)) return;
          if (times >= each) return;
          wrong.push(...(await looked(office, language, place)).map((fault) => `${who} ${fault}`));
        });
        shapes.forEach((one) => seen.add(one.split("?")[0]));
        await office.page.close();
        await person.context.newPage();
      }
      assert.deepEqual(wrong, []);
    } finally {
      await person.end();
    }
  });
}

test("every page that there is, and every act, was come to by what pages offer", () => {
  const missed = [...routes()].filter((route) => !seen.has(route) && !(route in UNLINKED));
  assert.deepEqual(missed, []);
});
