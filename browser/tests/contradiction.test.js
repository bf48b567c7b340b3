// Two offices of one side that do not say the same: the desk is shown both, and asks the principal, by clicking.

import assert from "node:assert/strict";
import { test } from "node:test";
import { browser } from "../lib/chromium.js";
import { does } from "../lib/clicks.js";
import { play } from "../lib/stage.js";

test("d5: the desk sees that two offices of a side contradict each other, and asks the principal alone", async () => {
  const stage = await play("browser/waiting.toml");
  const person = await browser();
  try {
    const desk = await person.enter(stage.printed("desk/Keller"));
    await desk.follow("conflicts");
    const text = await desk.page.locator("main").innerText();
    for (const one of ["The eastern side", "secretary", "Noted", "Not accepted", "has not been asked"]) {
      assert.ok(text.includes(one), `"${one}" is not in\n${text}`);
    }
    await does(desk, "ask", { text: "Your secretary and you do not say the same. Which of the two is it?" });
    await stage.settled();
    await desk.go("conflicts");
    assert.match(await desk.page.locator("main").innerText(), /The principal was asked/);

    await person.context.newPage();
    const principal = await person.enter(stage.printed("east"));
    await principal.follow("questions");
    assert.match(await principal.page.locator("main").innerText(), /Which of the two is it\?/);
    await person.context.newPage();
    const secretary = await person.enter(stage.printed("east/secretary"));
    await secretary.follow("questions");
    assert.doesNotMatch(await secretary.page.locator("main").innerText(), /Which of the two is it\?/);
  } finally {
    await person.end();
    await stage.close();
  }
});
