// What axe-core finds on a page that would keep somebody out of it: faults that it calls serious or critical.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import axe from "axe-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

const GRAVE = ["serious", "critical"];
const COLOURS = "color-contrast";

/** What no fault of is grave is not looked for: each rule has its gravity. */
const slight = Object.fromEntries(axe._audit.rules.filter((rule) => !GRAVE.includes(rule.impact)).map((rule) => [rule.id, { enabled: false }]));

/** Nothing is fetched for it, and no page has another one in it. */
const settings = { resultTypes: ["violations"], preload: false, iframes: false };

/** The faults of a page as it stands, a line each; those of its colours too, where they are asked for. */
export const faults = (page, colours) => found(page, { ...settings, rules: { ...slight, [COLOURS]: { enabled: colours } } });

/** The faults of its colours alone. */
export const faults_of_colours = (page) => found(page, { ...settings, runOnly: [COLOURS] });

async function found(page, settings) {
  const has = await page.evaluate("typeof axe === 'object'");
  if (!has) await page.evaluate(source);
  return page.evaluate(async ([settings, grave]) => {
    const { violations } = await globalThis.axe.run(document, settings);
    const found = violations.filter((one) => grave.includes(one.impact));
    return found.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 160)}`));
  }, [settings, GRAVE]);
}
