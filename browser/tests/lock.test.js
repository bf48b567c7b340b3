// The lock itself, on a desk that is open as its people have it open: it comes when nobody uses the office for a while, and
// when its process is stopped. It shows nothing of the office, and nothing that was typed is lost.

import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { browser } from "../lib/chromium.js";
import { desk } from "../lib/desk.js";

const TYPED = "Is what was said about the bridge still so?";
/** What the lock comes for by itself: a minute, and the looks of the office and of its page for it. */
const IDLE = 120_000;

/** A desk and a browser that has it open at a form in which something was typed. */
async function typed(options, what) {
  const office = await desk(...options);
  const person = await browser();
  try {
    const at = await person.enter(office.address);
    await what(office, at, person);
  } finally {
    await person.end();
    await office.close();
  }
}

/** Types into a form; where it `saves`, until the office has it. */
async function types(at, saves) {
  await at.go("ask");
  await at.page.locator("textarea[name=text]").fill(TYPED);
  if (saves) await at.page.locator("#draft-kept time").waitFor();
}

/** The page is the lock, and nothing but the lock. */
async function is_locked(page, wait = undefined) {
  await page.locator("body[data-locked]").waitFor({ timeout: wait });
  const shown = await page.evaluate(() => ({
    text: document.body.innerText.replace(/\s+/g, " ").trim(),
    controls: [...document.querySelectorAll("a, button, input, select, textarea")].map((one) => one.name || one.id || one.className),
    forms: [...document.forms].map((one) => new URL(one.action).pathname.split("/").pop()),
  }));
  assert.match(shown.text, /^Locked Nobody used this office here for a while/);
  assert.deepEqual(shown.controls.filter((one) => one !== "alarm-on"), ["back", "passphrase", "primary"]);
  assert.deepEqual(shown.forms, ["unlock"]);
  const whole = await page.content();
  for (const word of ["Bern", "bridge", "<nav", "<textarea", "Channels", "Ask"]) {
    assert.ok(!whole.includes(word), `a locked office shows "${word}"`);
  }
}

/** Gives a passphrase to the lock. */
async function unlocks(page, passphrase) {
  await page.locator("#passphrase").fill(passphrase);
  const answer = page.waitForResponse((answer) => answer.request().method() === "POST");
  await page.locator("button.primary").click();
  assert.equal((await answer).status(), passphrase === "a guess" ? 403 : 303);
  await page.waitForLoadState();
}

async function has_what_was_typed(at) {
  assert.equal(at.place, "ask");
  assert.equal(await at.page.locator("textarea[name=text]").inputValue(), TYPED);
  await at.page.locator("form.draft time").waitFor();
}

describe("the lock", { concurrency: true }, () => {
  test("comes by itself where nobody does anything, and gives back what was typed", () => typed(["--lock-after", "1"], async (office, at, person) => {
    const other = await person.context.newPage();
    await other.goto(`${at.folder}/officers`);
    await at.page.bringToFront();
    await types(at, true);
    await is_locked(at.page, IDLE);
    // In every tab, and whatever is asked for.
    for (const place of ["officers", "record", ""]) {
      assert.equal((await other.goto(`${at.folder}/${place}`)).status(), 403);
      await is_locked(other);
    }
    await other.goBack();
    await is_locked(other);
    await unlocks(at.page, "a guess");
    await is_locked_wrongly(at.page);
    await unlocks(at.page, office.passphrase);
    await has_what_was_typed(at);
    assert.equal((await other.goto(`${at.folder}/officers`)).status(), 200);
  }));

  test("comes with the process's being stopped, and gives back what was typed", () => typed([], async (office, at) => {
    await types(at, true);
    await office.is_stopped_and_goes_on();
    await is_locked(at.page);
    await unlocks(at.page, office.passphrase);
    await has_what_was_typed(at);
  }));

  test("keeps what is sent to it, and does nothing of it", () => typed([], async (office, at) => {
    // Neither the page's own saving nor its looking for a lock comes first.
    await at.page.clock.install();
    await types(at, false);
    await office.is_stopped_and_goes_on();
    await at.page.locator("form.sheet button.primary").click();
    await is_locked(at.page);
    await unlocks(at.page, office.passphrase);
    await has_what_was_typed(at);
    await at.go("questions");
    assert.ok(!(await at.page.content()).includes("bridge"));
  }));
});

/** The same after a wrong passphrase: it says so, and nothing more. */
async function is_locked_wrongly(page) {
  await page.locator("body[data-locked] .what-is-wrong").waitFor();
  await is_locked(page);
}
