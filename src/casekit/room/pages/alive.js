// Asks every three seconds whether the room and this page's kernel are there, and says
// so in words; loads the page again once its kernel is gone and the room is back, or once
// a cut has swallowed something that was pressed; what was typed is put back.
"use strict";
(() => {
  const EVERY = 3000, PATIENCE = 2500; // milliseconds
  const MOST = 3, WHILE = 60000; // loads in a row before the page gives up
  const line = document.getElementById("room-line");
  const here = document.querySelector(".room-parts a[aria-current]");
  const CONTROLS = "input, select, textarea";
  const typed = new Map(); // cards that were touched since the kernel last spoke
  const kept = new Map(JSON.parse(sessionStorage.getItem("room-typed") || "[]"));
  let place = Number(sessionStorage.getItem("room-place"));
  let lost = false; // a wire broke that owed a reply: its controls would wait for ever

  window.WebSocket = class extends WebSocket {
    constructor(...told) {
      super(...told);
      this.addEventListener("message", () => {
        this.owed = false;
        if (!lost) typed.clear();
      });
      this.addEventListener("close", () => { lost ||= this.owed; });
    }

    send(told) {
      this.owed = true;
      super.send(told);
    }
  };

  const name = (card) => card.querySelector(".casekit-ask")?.textContent;
  const ticked = (one) => one.type === "radio" || one.type === "checkbox";

  function remember(event) {
    const card = event.target.closest?.(".casekit");
    if (!card || !name(card) || lost) return;
    kept.delete(name(card));
    typed.set(name(card), [...card.querySelectorAll(CONTROLS)].map(
      (one) => (ticked(one) ? one.checked : one.value)));
  }

  function putBack() {
    if (place && document.documentElement.scrollHeight >= place + innerHeight) {
      if (scrollY < 9) scrollTo(0, place); // where he was, if he has not moved on
      place = 0;
    }
    for (const card of kept.size ? document.querySelectorAll(".casekit") : []) {
      const told = kept.get(name(card)), controls = [...card.querySelectorAll(CONTROLS)];
      if (controls.length !== told?.length) continue;
      kept.delete(name(card));
      controls.forEach((one, n) => one.disabled || fill(one, told[n]));
    }
  }

  function fill(one, told) {
    if (told === (ticked(one) ? one.checked : one.value)) return;
    if (ticked(one)) {
      if (told || one.type === "checkbox") one.click();
      return;
    }
    one.value = told;
    for (const kind of ["input", "change"]) one.dispatchEvent(new Event(kind, { bubbles: true }));
  }

  function say(state, more = "") {
    const words = line.dataset[state] + more;
    if (line.dataset.state === state && line.textContent === words) return;
    line.dataset.state = state;
    line.textContent = words; // aria-live: told only when it changes
  }

  function kernel() {
    const told = document.getElementById("jupyter-config-data");
    return told ? JSON.parse(told.textContent).kernelId : "";
  }

  async function ask() {
    const giveUp = new AbortController();
    const timer = setTimeout(() => giveUp.abort(), PATIENCE);
    try {
      const answer = await fetch("/alive?kernel=" + encodeURIComponent(kernel()),
        { cache: "no-store", redirect: "manual", signal: giveUp.signal });
      if (answer.status === 403) return { stranger: true };
      return answer.ok ? await answer.json() : null;
    } catch {
      return null;
    } finally {
      clearTimeout(timer);
    }
  }

  function again(state) {
    const now = Date.now();
    const loads = JSON.parse(sessionStorage.getItem("room-loads") || "[]")
      .filter((time) => now - time < WHILE);
    if (loads.length >= MOST) return say("stuck");
    sessionStorage.setItem("room-loads", JSON.stringify([...loads, now]));
    sessionStorage.setItem("room-typed", JSON.stringify([...kept, ...typed]));
    sessionStorage.setItem("room-place", String(scrollY));
    say(state);
    setTimeout(() => location.reload(), 1500); // time to read and to be read aloud
    return true;
  }

  function mark(section) {
    for (const link of document.querySelectorAll(".room-parts a")) {
      const now = link.dataset.stem === section;
      if (link.classList.contains("room-now") === now) continue;
      link.classList.toggle("room-now", now);
      link.querySelector(".room-mark")?.remove();
      if (!now) continue;
      const words = document.createElement("span");
      words.className = "room-mark";
      words.textContent = line.dataset.here;
      link.append(words);
    }
  }

  function title(section) {
    const link = document.querySelector(`.room-parts a[data-stem="${CSS.escape(section)}"]`);
    return link ? link.firstChild.textContent : "";
  }

  async function look() {
    const told = await ask();
    if (told?.stranger) return location.assign("/");
    if (told === null) say("silent");
    else if (kernel() && (lost || !told.kernel)) {
      if (again(told.kernel ? "lost" : "again")) return;
    } else if (kernel()) {
      putBack();
      const section = told.section || "";
      mark(section);
      const elsewhere = here && title(section) && section !== here.dataset.stem;
      say("answers", elsewhere ? " " + line.dataset.moved.replace("{part}", title(section)) : "");
    }
    setTimeout(look, EVERY);
  }

  for (const each of ["room-typed", "room-place"]) sessionStorage.removeItem(each);
  for (const kind of ["input", "change"]) document.addEventListener(kind, remember, true);
  setTimeout(look, EVERY);
})();
