// Going everywhere that links lead within an office, as somebody does who looks at everything.

/** An address without what tells two pages of one make apart: numbers, and what is chosen behind the question mark. */
export function shape(place) {
  const [path, query] = place.split("?");
  const keys = query ? [...new URLSearchParams(query).keys()].filter((key) => key !== "done").sort() : [];
  return path.replace(/\d+/g, "{no}") + (keys.length > 0 ? `?${keys.join("&")}` : "");
}

/** Visits every page that links lead to from the first one, at most `each` of its shape, and has `look` look at it; gives the
 *  shapes of all addresses that were come to. */
export async function crawl(office, each, look) {
  const waiting = [""];
  const known = new Set(waiting);
  const seen = new Map();
  const acts = new Set();
  while (waiting.length > 0) {
    const place = waiting.shift();
    const like = seen.get(shape(place)) ?? 0;
    if (like >= each(shape(place))) continue;
    const answer = await office.go(place);
    if (answer.status() !== 200) throw new Error(`/${place} is linked to and answers ${answer.status()}`);
    seen.set(shape(place), like + 1);
    await look(place);
    const here = new URL(office.folder).pathname + "/";
    // What is done by a button alone is come to as well, and is not done.
    const sent = await office.page.locator("form[method=post]").evaluateAll((all) => all.map((one) => one.getAttribute("action")));
    for (const action of sent.filter((action) => action.startsWith(here))) acts.add(shape(action.slice(here.length)));
    // What is saved as a file is come to, and is no page.
    const files = await office.page.locator("a[download]").evaluateAll((all) => all.map((one) => one.getAttribute("href")));
    for (const file of files) acts.add(shape(file.slice(here.length)));
    const pages = office.page.locator("a[href]:not([download])");
    const links = await pages.evaluateAll((all) => all.map((one) => one.getAttribute("href")));
    for (const link of links.filter((link) => link.startsWith(here))) {
      const next = link.slice(here.length).split("#")[0];
      if (!known.has(next)) waiting.push(next);
      known.add(next);
    }
  }
  return [...new Set([...seen.keys(), ...acts])].sort();
}
