// The window of the audience: a slide and nothing else, on the whole screen where that is allowed.

import { $, make } from "./dom.js";
import { draw, drawing } from "./drawings.js";
import { deck } from "./link.js";
import { goTo, place } from "./place.js";
import { backward, following, forward, lead, run, set, startRun } from "./run.js";
import { follow, pageOf } from "./stage.js";
import { slideLabel } from "./thumbs.js";
import { word } from "./words.js";

const IDLE = 2000; // milliseconds after which the pointer is hidden

let picture, words, end;
let opener = null;

export function startShow() {
  picture = make("div", { className: "picture" });
  words = make("div", { className: "heard", role: "status", "aria-live": "polite" });
  end = make("p", { className: "end" });
  $("show").append(picture, words, end);
  startRun(render);
  $("show").addEventListener("click", click);
  $("show").addEventListener("contextmenu", (event) => {
    event.preventDefault();
    backward();
  });
  $("show").addEventListener("pointermove", wake);
  document.addEventListener("fullscreenchange", () => {
    if (!document.fullscreenElement && run.isOn) leave();
  });
  window.addEventListener("pagehide", () => run.isOn && set({ isOn: false }));
}

export async function present() {
  if (!deck.slides.length) return;
  opener = document.activeElement;
  set({ index: place.index, step: 0, blank: "", isOn: true });
  $("show").focus();
  try {
    await $("show").requestFullscreen({ navigationUI: "hide" });
  } catch {
    // where the whole screen is not to be had, the window serves
  }
}

export function leave() {
  set({ isOn: false, blank: "" });
  if (document.fullscreenElement) document.exitFullscreen();
  goTo(run.index, { always: true });
  opener?.focus?.();
}

// Keys while slides are presented; tells whether one was meant for that.
export function showKey(event) {
  if (!run.isOn) return false;
  if (event.key === "Escape") leave();
  else if (!lead(event)) return false;
  return true;
}

async function render() {
  const box = $("show");
  box.hidden = !run.isOn;
  for (const part of document.body.children) if (part !== box && !part.matches("script, #live")) part.inert = run.isOn;
  if (!run.isOn) return;
  const slide = deck.slides[run.index];
  if (!slide) return;
  box.dataset.blank = run.blank;
  end.textContent = run.blank === "end" ? word("end") : "";
  words.textContent = slideLabel(run.index);
  words.lang = slide.language || deck.language;
  const ratio = deck.width / deck.height;
  picture.style.aspectRatio = String(ratio);
  picture.style.width = `min(100vw, ${100 * ratio}vh)`;
  await draw(picture, slide, run.step);
  const next = following();
  if (next && next.index !== run.index) drawing(deck.slides[next.index]).catch(() => {});
}

function click(event) {
  const link = event.composedPath()[0].closest?.("a");
  if (!link) return forward();
  event.preventDefault();
  const page = pageOf(link);
  if (page !== null) set({ index: page, step: 0 });
  else follow(link);
}

let sleeping = 0;

function wake() {
  $("show").classList.remove("is-idle");
  clearTimeout(sleeping);
  sleeping = setTimeout(() => $("show").classList.add("is-idle"), IDLE);
}
