// The alarm of an office that is open in this browser, locked or not. It asks the office every few seconds how urgent the
// most urgent is that waits: never what it is. It says so in the title, by a sound and, where that was allowed, by a notice of
// the desktop. Sound and notices are turned on by a click. A page of an office that was locked becomes the lock.
(() => {
  "use strict";
  const { alarm: at, urgent, flash } = document.body.dataset;
  if (!at) return;
  const words = { urgent, flash };
  const title = document.title;
  const shown = document.getElementById("alarm");
  const button = document.getElementById("alarm-on");
  let speaker = null;

  const runs = async () => {
    speaker ??= new AudioContext();
    if (speaker.state !== "running") {
      await Promise.race([speaker.resume(), new Promise((over) => setTimeout(over, 300))]);
    }
    return speaker.state === "running";
  };
  // Two tones, and for flash as many again: nothing is fetched for it.
  const sound = async (how) => {
    if (!(await runs())) return false;
    const tones = how === "flash" ? [880, 660, 880, 660] : [660, 880];
    tones.forEach((tone, at) => {
      const source = new OscillatorNode(speaker, { frequency: tone });
      const volume = new GainNode(speaker, { gain: 0 });
      const begin = speaker.currentTime + at * 0.28;
      volume.gain.setValueAtTime(0, begin);
      volume.gain.linearRampToValueAtTime(0.25, begin + 0.02);
      volume.gain.linearRampToValueAtTime(0, begin + 0.24);
      source.connect(volume).connect(speaker.destination);
      source.start(begin);
      source.stop(begin + 0.25);
    });
    return true;
  };
  const notice = (how) => {
    if (!("Notification" in window) || Notification.permission !== "granted") return false;
    new Notification(words[how], { tag: "alarm", requireInteraction: how === "flash" });
    return true;
  };
  const offer = () => {
    const asks = "Notification" in window && Notification.permission === "default";
    if (button) button.hidden = !asks && speaker?.state === "running";
  };
  const say = (how) => {
    document.title = how ? `${words[how]} · ${title}` : title;
    if (shown && shown.hidden === Boolean(how)) {
      shown.hidden = !how;
      shown.textContent = how ? words[how] : "";
    }
  };

  let asking = false;
  const ask = async () => {
    if (asking) return;
    asking = true;
    try {
      const answer = await fetch(at, { headers: { accept: "application/json" } });
      if (answer.status === 403) return void location.replace(location.href);
      if (!answer.ok) return;
      const now = await answer.json();
      if (now.locked !== document.body.hasAttribute("data-locked")) return void location.replace(location.href);
      say(now.alarm);
      if (!now.rings) return;
      const told = notice(now.alarm);
      if ((await sound(now.alarm)) || told) await fetch(`${at}?heard=yes`);
    } catch {
      // The office is closed, or busy: it is asked again.
    } finally {
      asking = false;
      offer();
    }
  };
  button?.addEventListener("click", async () => {
    await runs();
    if ("Notification" in window && Notification.permission === "default") await Notification.requestPermission();
    await ask();
  });
  setInterval(() => ask(), 10_000);
  document.addEventListener("visibilitychange", () => { if (document.visibilityState === "visible") ask(); });
  ask();
})();
