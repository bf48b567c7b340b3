// Coming to everything that links lead to within an office, as somebody does who looks at everything: by going there, or by
// reading what is there.

/** An address without what tells two pages of one make apart: numbers, and what is chosen behind the question mark. */
export function shape(place) {
  const [path, query] = place.split("?");
  const keys = query ? [...new URLSearchParams(query).keys()].filter((key) => key !== "done").sort() : [];
  return path.replace(/\d+/g, "{no}") + (keys.length > 0 ? `?${keys.join("&")}` : "");
}

/** Visits every page that links lead to from the first one, at most `each` of its shape, and has `look` look at it; gives the
 *  shapes of all addresses that were come to. */
export async function crawl(office, each, look) {
  return walk(office, each, async (place) => {
    const answer = await office.go(place);
    await look(place);
    return { ...await office.page.evaluate(reads, [null, here(office)]), status: answer.status() };
  });
}

/** Reads them in place of visiting them; gives the pages too, each with its place, its shape and its `parts`: what kinds of
 *  things are on it. */
export async function survey(office, each) {
  const pages = [];
  const shapes = await walk(office, each, async (place) => {
    const read = await office.page.evaluate(reads, [`${here(office)}${place}`, here(office)]);
    pages.push({ place, shape: shape(place), parts: read.parts });
    return read;
  });
  return { pages, shapes };
}

/** Of these pages so many that they have between them every shape, and in every shape each kind of thing that a page of it
 *  has: those with the most on them first. */
export function kinds(pages) {
  const had = new Set();
  return pages.toSorted((one, other) => other.parts.length - one.parts.length).filter(({ shape, parts }) => {
    const fresh = [shape, ...parts.map((part) => `${shape} ${part}`)].filter((one) => !had.has(one));
    fresh.forEach((one) => had.add(one));
    return fresh.length > 0;
  });
}

const here = (office) => `${new URL(office.folder).pathname}/`;

async function walk(office, each, comes_to) {
  const waiting = [""];
  const known = new Set(waiting);
  const seen = new Map();
  const acts = new Set();
  while (waiting.length > 0) {
    const place = waiting.shift();
    const like = seen.get(shape(place)) ?? 0;
    if (like >= each) continue;
    const { status, sent, files, links } = await comes_to(place);
    if (status !== 200) throw new Error(`/${place} is linked to and answers ${status}`);
    seen.set(shape(place), like + 1);
    // What is done by a button alone is come to as well, and is not done; what is saved as a file is come to, and is no page.
    for (const act of [...sent, ...files]) acts.add(shape(act));
    for (const link of links.filter((link) => !known.has(link))) {
      waiting.push(link);
      known.add(link);
    }
  }
  return [...new Set([...seen.keys(), ...acts])].sort();
}

/** In the browser: what the page that is open offers, or the one at this address. */
async function reads([address, here]) {
  const answer = address === null ? null : await fetch(address);
  const page = answer === null ? document : new DOMParser().parseFromString(await answer.text(), "text/html");
  const all = (what, attribute) => [...page.querySelectorAll(what)].map((one) => one.getAttribute(attribute));
  const own = (places) => places.filter((place) => place.startsWith(here)).map((place) => place.slice(here.length).split("#")[0]);
  const parts = [...page.querySelectorAll("body *:not(input[type=hidden])")].map((one) => {
    const control = one.matches("input, select, textarea") ? `${one.type} ${one.name}` : "";
    return [one.tagName, ...[...one.classList].sort(), control, one.dataset.family ?? "", one.dataset.word ?? ""].join(" ");
  });
  return {
    status: answer?.status,
    sent: own(all("form[method=post]", "action")),
    files: own(all("a[download]", "href")),
    links: own(all("a[href]:not([download])", "href")),
    parts: [...new Set(parts)].sort(),
  };
}
