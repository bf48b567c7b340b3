// The pictures that README shows: the desk's board, a channel, and an item as the side has it that it was conveyed to.
// `cargo xtask pictures` puts them into docs/images/. They are for eyes: nothing here compares them.

import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { test } from "node:test";
import { browser } from "../lib/chromium.js";
import { LEFT, play } from "../lib/stage.js";

const PICTURES = [
  ["board.png", "desk/Keller", ""],
  ["channel.png", "desk/Keller", "channels/1/picture"],
  ["item.png", "east", "items/1"],
];

test("the pictures of README are taken", async () => {
  await mkdir(LEFT, { recursive: true });
  const stage = await play("browser/waiting.toml");
  const person = await browser({ viewport: { width: 1120, height: 880 } });
  try {
    for (const [name, who, place] of PICTURES) {
      const office = await person.enter(await stage.address(who));
      assert.equal((await office.go(place)).status(), 200, `/${place} of ${who}`);
      await office.page.screenshot({ path: path.join(LEFT, name) });
      await office.page.close();
      await person.context.newPage();
    }
  } finally {
    await person.end();
    await stage.close();
  }
});
