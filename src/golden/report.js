"use strict";
const body = document.body;
const links = [...document.querySelectorAll("nav a")];
const sections = [...document.querySelectorAll("main section")];
const said = document.getElementById("said");
const help = document.getElementById("help");
let current = -1;

function mark(index) {
  current = index;
  links.forEach((link, at) => {
    if (at === index) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  });
}

function go(index) {
  if (sections.length === 0) return;
  mark(Math.max(0, Math.min(sections.length - 1, index)));
  sections[current].scrollIntoView();
  sections[current].focus({ preventScroll: true });
  links[current].scrollIntoView({ block: "nearest" });
}

function show(view) {
  body.dataset.view = view;
  body.dataset.shown = "old";
  for (const button of document.querySelectorAll("button[data-view]")) {
    button.setAttribute("aria-pressed", String(button.dataset.view === view));
  }
  said.textContent = view === "blink" ? "old" : "";
}

function blink() {
  body.dataset.shown = body.dataset.shown === "new" ? "old" : "new";
  said.textContent = body.dataset.shown;
}

for (const button of document.querySelectorAll("button[data-view]")) {
  button.addEventListener("click", () => {
    if (button.dataset.view === "blink" && body.dataset.view === "blink") blink();
    else show(button.dataset.view);
  });
}
document.getElementById("close").addEventListener("click", () => help.close());
document.getElementById("ask").addEventListener("click", () => help.showModal());
links.forEach((link, at) => link.addEventListener("click", (event) => {
  event.preventDefault();
  go(at);
}));

const views = { 1: "side", 2: "over", 3: "blink", 4: "heat" };
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || help.open) return;
  if (event.key === "j") go(current + 1);
  else if (event.key === "k") go(current - 1);
  else if (views[event.key]) show(views[event.key]);
  else if (event.key === "?") help.showModal();
  else if (event.key === " " && body.dataset.view === "blink" && !event.target.closest("button, summary, a")) blink();
  else return;
  event.preventDefault();
});
show("side");
