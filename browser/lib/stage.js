// A stage: a scenario played on real processes (a hub, a desk, every side's office), left open to browsers, with the
// scenario's clock in the test's hands. What happens on it is done by clicking, or by the program; nothing here knows an
// office from inside.

import { spawn } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { execFile } from "node:child_process";

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), "../..");

/** The program; `cargo xtask test` says where it was built. */
export const program = process.env.GOODOFFICES ?? path.join(root, "target/debug/goodoffices");

/** The longest that anything here may take, in milliseconds. */
const PATIENCE = 60_000;

/** A place in the repository. */
export const inRepository = (place) => path.join(root, place);

/** Where what a run leaves to be looked at goes. */
export const LEFT = process.env.GOODOFFICES_LEFT ?? inRepository("target/browser");

/** Plays a scenario file and leaves every office open. */
export async function play(scenario) {
  const child = spawn(program, ["rehearse", "--open", inRepository(scenario)], { stdio: ["pipe", "pipe", "pipe"] });
  const stage = new Stage(child);
  await stage.said(/^A span such as /);
  return stage;
}

class Stage {
  #child;
  #lines = [];
  #waits = [];
  #errors = "";
  #now = "1970-01-01T00:00:00Z";
  #ended = false;

  constructor(child) {
    this.#child = child;
    child.stderr.setEncoding("utf8").on("data", (text) => { this.#errors = (this.#errors + text).slice(-2_000); });
    createInterface({ input: child.stdout }).on("line", (line) => this.#take(line));
    this.ended = new Promise((done) => child.on("close", (code) => {
      this.#ended = true;
      this.#waits.splice(0).forEach((wait) => wait.fail(new Error(`the stage ended with ${code}: ${this.#errors}`)));
      done(code);
    }));
  }

  #take(line) {
    this.#lines.push(line);
    const at = this.#waits.findIndex((wait) => wait.of.test(line));
    if (at >= 0) this.#waits.splice(at, 1)[0].done(line);
  }

  /** The next line that is of this kind. */
  said(of) {
    return new Promise((done, fail) => {
      if (this.#ended) return fail(new Error(`the stage has ended: ${this.#errors}`));
      const end = setTimeout(() => fail(new Error(`the stage does not say ${of}: ${this.#errors}`)), PATIENCE);
      const over = (settle) => (with_) => { clearTimeout(end); settle(with_); };
      this.#waits.push({ of, done: over(done), fail: over(fail) });
    });
  }

  /** Lets so much of the scenario's time go by, or comes to a time; and everything settles. */
  async pass(span) {
    const said = this.said(/^It is /);
    this.#child.stdin.write(`${span}\n`);
    this.#now = (await said).replace(/^It is (.*)\.$/, "$1");
  }

  /** Waits until everything that can be delivered has been. */
  async settled() {
    await this.pass(this.#now);
  }

  /** The address that was printed for an office, such as `west` or `desk/first`. */
  printed(who) {
    const line = this.#lines.find((line) => line.startsWith(`  ${who} `) && line.includes(" http://"));
    if (!line) throw new Error(`no address of ${who}`);
    return line.trim().split(/\s+/)[1];
  }

  /** The folder in which an office lives. */
  home(who) {
    const line = this.#lines.find((line) => line.includes(" desk pages --home "));
    return path.join(path.dirname(line.split(" --home ")[1]), who.replace("/", "."));
  }

  /** What the program prints to a command given to an office; who acts at the desk stands behind its name. */
  async run(who, command, ...more) {
    const [kind, name] = who.startsWith("desk") ? ["desk", "desk"] : ["party", who];
    const officer = kind === "desk" && who.includes("/") ? ["--officer", who.split("/")[1]] : [];
    const { stdout } = await promisify(execFile)(program, [kind, command, "--home", this.home(name), ...officer, ...more]);
    return stdout;
  }

  /** A new one-time address of an office. */
  async address(who) {
    return (await this.run(who, "pages")).trim();
  }

  /** What an office shows at a terminal, whole. */
  async view(who) {
    return JSON.parse(await this.run(who, "inbox", "--most", "1000", "--json"));
  }

  /** Ends it; nothing of it is left. */
  async close() {
    this.#child.stdin.end();
    await this.ended;
  }
}
