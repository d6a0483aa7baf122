// Asks every three seconds whether the room and this page's kernel are there, and says
// so in words; loads the page again once its kernel is gone and the room is back.
"use strict";
(() => {
  const EVERY = 3000, PATIENCE = 2500; // milliseconds
  const MOST = 3, WHILE = 60000; // loads in a row before the page gives up
  const line = document.getElementById("room-line");
  const here = document.querySelector(".room-parts a[aria-current]");

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

  function again() {
    const now = Date.now();
    const loads = JSON.parse(sessionStorage.getItem("room-loads") || "[]")
      .filter((time) => now - time < WHILE);
    if (loads.length >= MOST) return say("stuck");
    sessionStorage.setItem("room-loads", JSON.stringify([...loads, now]));
    say("again");
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
    else if (kernel() && !told.kernel) {
      if (again()) return;
    } else if (kernel()) {
      const section = told.section || "";
      mark(section);
      const elsewhere = here && title(section) && section !== here.dataset.stem;
      say("answers", elsewhere ? " " + line.dataset.moved.replace("{part}", title(section)) : "");
    }
    setTimeout(look, EVERY);
  }

  setTimeout(look, EVERY);
})();
