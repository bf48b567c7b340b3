// Debian's Chromium, started as it is started for every test here: headless, with a profile of its own that nobody had
// before, saying nothing to anybody but the pages that it is shown.

import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { chromium } from "playwright-core";

const PROGRAM = process.env.CHROMIUM ?? "/usr/bin/chromium";

const FLAGS = [
  "--headless",
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  // What the browser would tell its maker about the forms that it sees; what readies a second page for each that is gone to; and a
  // machine without any way outside.
  "--disable-features=AutofillServerCommunication,ProactivelySwapBrowsingInstance,RenderDocument",
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
];

/** A phone's width and a desk's, in pixels. */
export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1280, height: 900 };

/** A browser of one person, who has an empty profile. `more` are settings of Playwright's, such as `javaScriptEnabled`. */
export async function browser(more = {}) {
  const folder = await mkdtemp(path.join(tmpdir(), "browser-"));
  const profile = path.join(folder, "profile");
  const log = path.join(folder, "net.json");
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: PROGRAM,
    args: [...FLAGS, `--log-net-log=${log}`],
    viewport: DESK,
    locale: "en",
    ...more,
  });
  context.setDefaultTimeout(Number(process.env.PATIENCE ?? 20_000));
  return new Browser(context, folder);
}

export class Browser {
  constructor(context, folder) {
    this.context = context;
    this.folder = folder;
  }

  /** Opens an address: a page, whose `folder` is what the office's own addresses begin with. */
  async enter(address) {
    const page = this.context.pages().find((page) => page.url() === "about:blank") ?? await this.context.newPage();
    await page.goto(address);
    return new Office(page, page.url().replace(/\/$/, ""));
  }

  /** Closes it; gives everything that it asked of the network, by its own account, and keeps its profile. */
  async close() {
    await this.context.close();
    return asked(JSON.parse(await readFile(path.join(this.folder, "net.json"), "utf8")));
  }

  /** Closes it and forgets it. */
  async end() {
    await this.context.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** One page of an office in a browser. */
export class Office {
  constructor(page, folder) {
    this.page = page;
    this.folder = folder;
  }

  /** Goes to one of the office's own addresses, such as `items/3`. */
  async go(place) {
    return this.page.goto(`${this.folder}/${place}`);
  }

  /** Has the page that is open become one of the office's, whole but for its scripts, which run on: that is many times faster than
   *  going there. Gives what the office answered. */
  async becomes(place) {
    return this.page.evaluate(async (address) => {
      const answer = await fetch(address);
      const next = new DOMParser().parseFromString(await answer.text(), "text/html");
      const head = (page) => [...page.head.children].filter((one) => one.tagName !== "TITLE").map((one) => one.outerHTML).join("");
      if (head(next) !== head(document)) throw new Error(`${address} has another head than ${location}`);
      const root = document.documentElement;
      for (const { name } of [...root.attributes]) root.removeAttribute(name);
      for (const { name, value } of next.documentElement.attributes) root.setAttribute(name, value);
      document.title = next.title;
      document.body.replaceWith(document.adoptNode(next.body));
      scrollTo(0, 0);
      return answer.status;
    }, `${this.folder}/${place}`);
  }

  /** Follows the link to an address of the office, as a person does who sees it. */
  async follow(place) {
    const link = this.page.locator(`a[href="${new URL(this.folder).pathname}/${place}"]`).first();
    await Promise.all([this.page.waitForURL(`${this.folder}/${place}`), link.click()]);
  }

  /** Where it is, within the office. */
  get place() {
    return this.page.url().slice(this.folder.length + 1);
  }
}

/** What a net log of Chromium's has: each address that was asked for with who asked for it, and where connections went. */
function asked(log) {
  const names = Object.fromEntries(Object.entries(log.constants.logEventTypes).map(([name, number]) => [number, name]));
  const requests = [];
  const connected = new Set();
  for (const { type, params = {} } of log.events) {
    if (names[type] === "URL_REQUEST_START_JOB" && params.url) requests.push({ url: params.url, by: params.initiator });
    if (names[type] === "TCP_CONNECT_ATTEMPT" && params.address) connected.add(params.address);
  }
  return { requests, connected: [...connected] };
}
