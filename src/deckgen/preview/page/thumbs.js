// The list of slides: beside the slide that is shown, or, as the same list, all over the window.

import { $, make } from "./dom.js";
import { clear, draw } from "./drawings.js";
import { deck, on } from "./link.js";
import { goTo, place } from "./place.js";
import { say, word } from "./words.js";

const list = () => $("thumbs");
let changed = new Set(); // keys of the slides that the last change brought

const seen = new IntersectionObserver(
  (entries) => {
    for (const { target, isIntersecting } of entries) {
      const slide = deck.slides[items().indexOf(target)];
      const host = target.querySelector(".picture");
      if (isIntersecting && slide) draw(host, slide);
      target.isNear = isIntersecting;
      if (!isIntersecting) clear(host);
    }
  },
  { rootMargin: "600px 0px" },
);

const items = () => [...list().children];

export function startThumbs() {
  on("deck", update);
  on("place", (detail) => mark(detail));
  list().addEventListener("click", (event) => {
    const item = event.target.closest("li");
    if (!item) return;
    goTo(items().indexOf(item), { always: true });
    if (document.body.dataset.view === "grid") document.dispatchEvent(new Event("leavegrid"));
  });
}

export function relabel() {
  items().forEach((item, index) => tell(item, index));
}

function update({ at, removed, added, first }) {
  if (!first) changed = new Set(added.map((slide) => slide.key));
  const old = items().slice(at, at + removed);
  const nodes = added.map((slide, index) => old[index] ?? item());
  for (const gone of old.slice(added.length)) {
    seen.unobserve(gone);
    gone.remove();
  }
  const before = list().children[at + Math.min(old.length, added.length)] ?? null;
  for (const node of nodes.slice(old.length)) {
    list().insertBefore(node, before);
    seen.observe(node);
  }
  items().forEach((node, index) => tell(node, index));
  nodes.forEach((node, index) => node.isNear && draw(node.querySelector(".picture"), added[index]));
  mark({ quiet: first });
}

function item() {
  return make(
    "li",
    { className: "thumb" },
    make("span", { className: "section", "aria-hidden": "true" }),
    make(
      "button",
      { type: "button", tabIndex: -1 },
      make("span", { className: "number" }),
      make("span", { className: "frame", inert: true }, make("span", { className: "picture" }), make("span", { className: "badge" })),
      make("span", { className: "caption" }),
      make("span", { className: "heard said" }),
    ),
  );
}

function tell(node, index) {
  const slide = deck.slides[index];
  const { section, title } = slide; // a section that is called as its slide is none to be told
  const opens = section && section !== deck.slides[index - 1]?.section && section !== title ? section : "";
  const [problem, said] = worst(index);
  node.classList.toggle("opens", opens !== "");
  node.classList.toggle("is-hidden", slide.hidden);
  node.classList.toggle("is-changed", changed.has(slide.key));
  setText(node, ".section", opens);
  setText(node, ".number", String(index + 1));
  setText(node, ".caption", slide.title);
  const states = [slide.hidden && word("hidden"), changed.has(slide.key) && word("changed"), said];
  setText(node, ".said", states.filter(Boolean).join(", "));
  node.querySelector(".badge").dataset.problem = problem;
}

function worst(index) {
  const here = deck.problems.filter((problem) => problem.slide === index).map((each) => each.severity);
  if (here.includes("error")) return ["error", word("hasError")];
  return here.includes("warning") ? ["warning", word("hasWarning")] : ["", ""];
}

function setText(node, selector, text) {
  const found = node.querySelector(selector);
  if (found.textContent !== text) found.textContent = text;
}

function mark({ quiet = false } = {}) {
  const hadFocus = list().contains(document.activeElement);
  items().forEach((node, index) => {
    const button = node.querySelector("button");
    const isHere = index === place.index;
    if (isHere) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
    button.tabIndex = isHere ? 0 : -1;
  });
  const here = items()[place.index];
  if (!here) return;
  here.scrollIntoView({ block: "nearest", behavior: quiet ? "instant" : "auto" });
  if (hadFocus) here.querySelector("button").focus({ preventScroll: true });
}

// How many slides stand in a row of the grid.
export function perRow() {
  const [first, ...others] = items().map((node) => node.querySelector("button").getBoundingClientRect().top);
  const wrapped = others.findIndex((top) => top > first + 4);
  return wrapped < 0 ? items().length || 1 : wrapped + 1;
}

export function focusThumb() {
  items()[place.index]?.querySelector("button").focus();
}

export const changedCount = () => changed.size;
export const slideLabel = (index) => say("slideName", index + 1, deck.slides.length, deck.slides[index].title);
