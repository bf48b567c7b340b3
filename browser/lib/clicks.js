// What a person does on a page: finds an item, follows what is offered there, fills in the form and sends it. What is not
// offered on the page is not done.

import assert from "node:assert/strict";
import path from "node:path";
import { mkdir } from "node:fs/promises";
import { LEFT } from "./stage.js";

/** Opens an item by words of it, as a list of items shows it. */
export async function opens(office, words) {
  await office.go("items");
  const row = office.page.locator("article.row", { hasText: words }).first();
  await row.locator("a.no").click();
  await office.page.waitForURL(/\/items\/\d+$/);
}

/** Opens the latest item. */
export async function opens_latest(office) {
  await office.go("items");
  await office.page.locator("article.row a.no").first().click();
  await office.page.waitForURL(/\/items\/\d+$/);
}

/** Does what the page offers under an address that ends so, with these fields by name; for none, sends the form that is there.
 *  `of` is the part of the page that offers it. */
export async function does(office, act, fields = {}, of = "main") {
  const answer = await tries(office, act, fields, of);
  const said = answer.status() === 422 ? await office.page.locator(".wrong").innerText() : "";
  assert.ok([200, 303].includes(answer.status()), `${act}: ${answer.status()} ${said}`);
  if (answer.status() === 303) await office.page.locator("p.done").waitFor();
}

/** The same for what is refused: what the page says of it, with everything that was typed still there. */
export async function is_refused(office, act, fields = {}, of = "main") {
  const answer = await tries(office, act, fields, of);
  assert.equal(answer.status(), 422, `${act} is not refused`);
  const { page } = office;
  for (const [name, value] of Object.entries(fields)) {
    const field = page.locator(`form.sheet textarea[name="${name}"], form.sheet input[type=text][name="${name}"]`);
    if (typeof value === "string" && await field.count() > 0) assert.equal(await field.inputValue(), value, name);
  }
  return page.locator(".wrong").first().innerText();
}

async function tries(office, act, fields, of) {
  const { page } = office;
  // What a page keeps of a form by itself is no answer to sending it.
  const own = (asked) => asked.method() === "POST" && asked.isNavigationRequest();
  const sent = () => page.waitForResponse((answer) => own(answer.request()));
  if (act === null) return sends(page, fields, sent);
  const offered = `a[href$="/${act}"], a[href*="/${act}?"], form[action$="/${act}"] button`;
  const offer = page.locator(of).first().locator(offered).first();
  await unfolded(offer);
  if (await offer.evaluate((one) => one.tagName === "BUTTON")) {
    const [answer] = await Promise.all([sent(), offer.click()]);
    await page.waitForLoadState();
    return answer;
  }
  await offer.click();
  return sends(page, fields, sent);
}

async function sends(page, fields, sent) {
  await page.locator("form.sheet").waitFor();
  for (const [name, value] of Object.entries(fields)) {
    await filled(page.locator(`form.sheet [name="${name}"]`), value, name);
  }
  const primary = page.locator("form.sheet p.send button.primary");
  const step = await primary.getAttribute("value");
  let [answer] = await Promise.all([sent(), primary.click()]);
  await page.waitForLoadState();
  if (step === "look" && answer.status() === 200) {
    // What was written is looked at once more, and nothing is done yet: this does it.
    [answer] = await Promise.all([sent(), page.locator("form.sheet button.primary[value=do]").click()]);
    await page.waitForLoadState();
  }
  return answer;
}

/** Unfolds what is folded around something. */
async function unfolded(one) {
  await one.first().waitFor({ state: "attached" });
  const folds = one.first().locator("xpath=ancestor::details[not(@open)]");
  for (let left = await folds.count(); left > 0; left = await folds.count()) {
    await folds.first().locator("summary").first().click();
  }
}

async function filled(field, value, name) {
  await unfolded(field);
  const kind = await field.first().evaluate((one) => (one.tagName === "INPUT" ? one.type : one.tagName.toLowerCase()));
  if (kind === "select") {
    const chosen = await field.locator("option").evaluateAll((all, value) => {
      const found = all.find((one) => one.value === value) ?? all.find((one) => one.textContent.includes(value));
      return found?.value;
    }, value);
    assert.ok(chosen !== undefined, `${name} has no ${value}`);
    await field.selectOption(chosen);
  } else if (kind === "radio" || kind === "checkbox") {
    const values = [value].flat();
    const wanted = await field.evaluateAll((all, values) => all.flatMap((one, at) => {
      const named = one.closest("label")?.textContent ?? "";
      return values.some((value) => value === true || one.value === value || named.includes(value)) ? [at] : [];
    }), values);
    assert.ok(wanted.length >= values.length, `${name} has not all of ${values}`);
    for (const at of wanted) await field.nth(at).check();
  } else {
    await field.first().fill(value);
  }
}

/** Leaves a picture of the page as it stands, numbered in the order in which they are taken. */
let taken = 0;
export async function leaves_picture(office, name) {
  taken += 1;
  await mkdir(path.join(LEFT, "exchange"), { recursive: true });
  const file = `${String(taken).padStart(2, "0")}-${name}.png`;
  await office.page.screenshot({ path: path.join(LEFT, "exchange", file), fullPage: true });
}
