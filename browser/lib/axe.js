// What axe-core finds on a page that would keep somebody out of it: faults that it calls serious or critical.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The faults of a page as it stands, a line each; those of its colours too, where they are asked for. */
export async function faults(page, colours) {
  const has = await page.evaluate("typeof axe === 'object'");
  if (!has) await page.evaluate(source);
  const found = await page.evaluate(async (colours) => {
    const settings = { resultTypes: ["violations"], rules: { "color-contrast": { enabled: colours } } };
    const { violations } = await globalThis.axe.run(document, settings);
    const grave = violations.filter((one) => ["serious", "critical"].includes(one.impact));
    return grave.flatMap((one) => one.nodes.map((node) => `${one.id}: ${node.html.slice(0, 160)}`));
  }, colours);
  return found;
}
