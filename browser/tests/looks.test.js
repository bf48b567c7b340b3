// Every kind of page that links lead to, in every language, at a phone's width and at a desk's: nothing on it keeps a reader
// out, and nothing runs over its edge; its colours can be told apart in the light and in the dark. Which addresses a desk and a
// party have is read from the program's own tables of them, so that none is left out at either.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { after, before, describe, test } from "node:test";
import { faults, faults_of_colours } from "../lib/axe.js";
import { browser, DESK, PHONE } from "../lib/chromium.js";
import { does } from "../lib/clicks.js";
import { kinds, survey } from "../lib/crawl.js";
import { inRepository, play } from "../lib/stage.js";

const LANGUAGES = ["en", "fr", "ar", "fa", "he", "ru"];
/** Colours are the same in all languages: they are looked at in one. */
const COLOURED = "en";
/** What keeps readers out is looked for at both widths in one language of each direction, and in the others at one of them,
 *  at every second page at the other; what runs over the edge in all of them at both. */
const AT_BOTH = ["en", "ar"];
const SIDES = { desk: ["desk/Keller"], party: ["east", "west"] };
/** More pages of one shape than the scenario has. */
const ALL = 500;

/** What no page offers while the scenario stands where it stands, with the reason. */
const UNLINKED = {
  "waiting": "the count of what waits, which a page asks for by itself",
};

let stage;
/** The pages of each side that are looked at, each with whose it is; and the shapes of all addresses that were come to. */
const pages = {};
const seen = {};

before(async () => {
  stage = await play("browser/waiting.toml");
  const person = await browser();
  try {
    for (const [side, offices] of Object.entries(SIDES)) {
      const all = [];
      seen[side] = new Set();
      for (const who of offices) {
        const office = await person.enter(await stage.address(who));
        if (who === "west") await publishes_its_own(office);
        const read = await survey(office, ALL);
        all.push(...read.pages.map((page) => ({ who, ...page })));
        read.shapes.forEach((shape) => seen[side].add(shape.split("?")[0]));
        await person.context.newPage();
      }
      pages[side] = kinds(all);
    }
  } finally {
    await person.end();
  }
});
after(() => stage.close());

/** What a party publishes by itself, no scenario has. */
async function publishes_its_own(office) {
  await office.follow("readouts");
  await does(office, "publish-own", { text: "The Prime Minister was in the capital all week." });
}

/** The addresses of a side's pages and acts, out of the program's own tables. */
function routes(side) {
  const table = readFileSync(inRepository("crates/pages/src/routes.rs"), "utf8");
  const list = (name) => {
    const text = table.split(`const ${name}:`)[1].split("];")[0];
    return [...text.matchAll(/place\("([^"]*)"/g)].map((match) => match[1]);
  };
  const places = { desk: list("DESK_PLACES"), party: list("PARTY_PLACES") };
  const all = [...table.matchAll(/\.route\(\s*&at\("\/([^"]*)"\),\s*get\(show::/g)].map((match) => match[1]);
  // What is a place of one side alone is no page of the other.
  const other = side === "desk" ? "party" : "desk";
  const shown = all.filter((page) => places[side].includes(page) || !places[other].includes(page));
  const folder = inRepository(`crates/pages/src/acts/${side}`);
  const acts = readdirSync(folder, { recursive: true }).filter((name) => name.endsWith(".rs")).flatMap((name) => {
    const text = readFileSync(path.join(folder, name), "utf8");
    return [...text.matchAll(/(?:\bplace: |\bat_desk\(\s*|\bon_\w+\(\s*)"([^"]+)"|"(\w+\/\{no\}\/[a-z-]+)"/g)]
      .map((match) => match[1] ?? match[2]);
  });
  assert.ok(shown.length > 15 && new Set(acts).size > 20, `addresses are not found where they were: ${shown.length}, ${acts.length}`);
  return new Set([...shown, ...acts]);
}

/** What is wrong with the page that is open, at these widths; it is left at the last of them. */
async function wrong_with({ page }, sizes, coloured, at_both) {
  const wrong = [];
  for (const size of sizes) {
    await page.setViewportSize(size);
    const at = `${size.width} wide`;
    const colours = coloured && size === DESK;
    if (at_both || size === sizes[0]) {
      wrong.push(...(await faults(page, colours)).map((fault) => `${at}: ${fault}`));
    }
    const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (over > 0) wrong.push(`${at}: runs ${over} pixels over the edge`);
    if (!colours) continue;
    await page.emulateMedia({ colorScheme: "dark" }); // at once, as nothing moves
    wrong.push(...(await faults_of_colours(page)).map((fault) => `${at}, in the dark: ${fault}`));
    await page.emulateMedia({ colorScheme: "light" });
  }
  return wrong;
}

describe("nothing keeps a reader out of any kind of page", { concurrency: 2 }, () => {
  for (const language of LANGUAGES) {
    test(`in ${language}`, async () => {
      const person = await browser({ locale: language, reducedMotion: "reduce" });
      try {
        const wrong = [];
        // From the width that it has to the other one, and the next page back.
        const sizes = [DESK, PHONE];
        const looks = async (office, what) => {
          assert.equal(await office.page.locator("html").getAttribute("lang"), language, what);
          const found = await wrong_with(office, sizes, language === COLOURED, AT_BOTH.includes(language));
          wrong.push(...found.map((one) => `${what} in ${language}, ${one}`));
          sizes.reverse();
        };
        for (const [side, offices] of Object.entries(SIDES)) {
          for (const who of offices) {
            const office = await person.enter(await stage.address(who));
            await looks(office, `/ of ${who} with its scripts`);
            for (const { place } of pages[side].filter((page) => page.who === who)) {
              assert.equal(await office.becomes(place), 200, place);
              await looks(office, `/${place} of ${who}`);
            }
            await office.page.close();
            await person.context.newPage();
          }
        }
        assert.deepEqual(wrong, []);
      } finally {
        await person.end();
      }
    });
  }
});

for (const side of Object.keys(SIDES)) {
  test(`every page that there is at a ${side}, and every act, was come to by what its pages offer`, () => {
    const missed = [...routes(side)].filter((route) => !seen[side].has(route) && !(route in UNLINKED));
    assert.deepEqual(missed, []);
  });
}
