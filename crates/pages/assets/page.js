// What pages do beyond what they say: they need it for nothing but this. An oral message is covered while its window is not
// in front, and cannot be marked, copied, dragged or printed from the page. Nothing is stored, and nothing is fetched.
(() => {
  "use strict";
  const oral = () => document.querySelectorAll("[data-oral]");
  const cover = (covered) => {
    oral().forEach((one) => { one.toggleAttribute("data-in-front", !covered); });
    document.querySelectorAll("[data-oral-masked]").forEach((one) => { one.hidden = !covered; });
  };
  const look = () => cover(document.visibilityState !== "visible" || !document.hasFocus());
  const within = (event) => event.target instanceof Element && event.target.closest("[data-oral]");
  const forbid = (event) => { if (within(event)) event.preventDefault(); };
  const copies = (event) => { if (oral().length > 0) event.preventDefault(); };
  window.addEventListener("blur", look);
  window.addEventListener("focus", look);
  document.addEventListener("visibilitychange", look);
  window.addEventListener("beforeprint", () => cover(true));
  window.addEventListener("afterprint", look);
  for (const name of ["selectstart", "dragstart", "contextmenu"]) document.addEventListener(name, forbid);
  for (const name of ["copy", "cut"]) document.addEventListener(name, copies);
  if (oral().length > 0) look();
})();
