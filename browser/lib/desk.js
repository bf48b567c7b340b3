// A desk of its own, made and opened as its people do it: `desk init` and `desk open`, with a passphrase that the test knows.
// Nobody has joined it, and no hub is at work: what is looked at is the door.

import { execFile, spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";
import { program } from "./stage.js";

/** The longest that it may take to stop, in milliseconds. */
const PATIENCE = 20_000;
const PASSPHRASE = "nine grey herons over the lake";

/** Makes a desk and opens it with these options; what stands in `passphrase` opens its browser's lock. */
export async function desk(...options) {
  const folder = await mkdtemp(path.join(tmpdir(), "desk-"));
  const run = async (...words) => (await promisify(execFile)(program, words, { cwd: folder })).stdout;
  await run("hub", "init", "--home", "hub");
  await writeFile(path.join(folder, "card"), await run("hub", "card", "--home", "hub", "--place", "127.0.0.1:1"));
  await writeFile(path.join(folder, "passphrase"), PASSPHRASE, { mode: 0o600 });
  const at = ["--home", "desk", "--passphrase-file", "passphrase"];
  await run("desk", "init", ...at, "--name", "Bern", "--hub-card", "card");
  const child = spawn(program, ["desk", "open", ...at, ...options], { cwd: folder, stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((done) => child.on("close", done));
  let address;
  for await (const line of createInterface({ input: child.stdout })) {
    address = line.match(/http:\S+/)?.[0];
    if (address) break;
  }
  child.stdout.resume();
  return new Desk(folder, child, ended, address);
}

class Desk {
  passphrase = PASSPHRASE;
  #folder;
  #child;
  #ended;

  constructor(folder, child, ended, address) {
    this.#folder = folder;
    this.#child = child;
    this.#ended = ended;
    /** What it printed for one browser. */
    this.address = address;
  }

  /** Stops it as Ctrl-Z does, until it has stopped, and has it go on. */
  async is_stopped_and_goes_on() {
    this.#child.kill("SIGTSTP");
    const stands = async () => (await readFile(`/proc/${this.#child.pid}/stat`, "utf8")).split(") ")[1][0];
    const begun = Date.now();
    while (await stands() !== "T") if (Date.now() - begun > PATIENCE) throw new Error("it does not stop");
    this.#child.kill("SIGCONT");
  }

  /** Ends it; nothing of it is left. */
  async close() {
    this.#child.kill("SIGTERM");
    await this.#ended;
    await rm(this.#folder, { recursive: true, force: true });
  }
}
