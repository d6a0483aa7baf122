// Asks every three seconds whether the room and this page's kernel are there, and says
// so in words; loads the page again once its kernel is gone and the room is back, or
// when something was typed into a page that nobody listened to, and puts that back.
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
    if (touched.size) sessionStorage.setItem("room-typed", JSON.stringify(typed()));
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

  // What was typed since the room last answered, by card and place: nothing is sent.
  const touched = new Set();
  const controls = (card) => [...card.querySelectorAll("input, select, textarea")];
  const name = (card) => card.querySelector(".casekit-ask")?.textContent || "";
  const cards = () => [...document.querySelectorAll(".casekit")].filter(name);

  function typed() {
    return cards().flatMap((card) => controls(card).map((control, place) =>
      ({ card: name(card), place, kind: control.type, value: control.value,
        checked: control.checked, touched: touched.has(control) })))
      .filter((each) => each.touched);
  }

  function putBack() {
    const left = JSON.parse(sessionStorage.getItem("room-typed") || "[]").filter((each) => {
      const card = cards().find((found) => name(found) === each.card);
      const control = card && controls(card)[each.place];
      if (!control) return true; // not drawn yet
      if (control.disabled || control.type !== each.kind) return false;
      if (["checkbox", "radio"].includes(each.kind)) {
        if (control.checked !== each.checked) control.click();
      } else if (control.value !== each.value) {
        control.value = each.value;
        for (const kind of ["input", "change"])
          control.dispatchEvent(new Event(kind, { bubbles: true }));
      }
      return false;
    });
    sessionStorage.setItem("room-typed", JSON.stringify(left));
  }

  for (const kind of ["input", "change"])
    document.addEventListener(kind, (event) => {
      if (event.isTrusted && event.target.closest(".casekit")) touched.add(event.target);
    }, true);

  let cut = false;
  async function look() {
    const before = new Set(touched);
    const told = await ask();
    if (told?.stranger) return location.assign("/");
    if (told === null) {
      cut = true;
      say("silent");
    } else if (kernel() && (!told.kernel || (cut && touched.size))) {
      if (again()) return;
    } else if (kernel()) {
      cut = false;
      for (const control of before) touched.delete(control);
      putBack();
      const section = told.section || "";
      mark(section);
      const elsewhere = here && title(section) && section !== here.dataset.stem;
      say("answers", elsewhere ? " " + line.dataset.moved.replace("{part}", title(section)) : "");
    }
    setTimeout(look, EVERY);
  }

  setTimeout(look, EVERY);
})();
