// A presentation as it runs: which slide, how many of its clicks, whether the screen is blank. The
// window of the audience and that of the presenter tell each other; each can lead.

import { deck, on } from "./link.js";

const KEY = location.pathname.split("/")[1];
const channel = new BroadcastChannel(`deckgen.${KEY}`);

export const run = { index: 0, step: 0, blank: "", isOn: false };
let heard = () => {};
let led = () => {};

// `changed` hears of each change, `moves` of one that the other window has made.
export function startRun(changed, moves = () => {}) {
  heard = changed;
  led = moves;
  channel.addEventListener("message", ({ data }) => {
    if (data.asks) tell();
    else accept(data.run);
  });
  on("deck", () => {
    run.index = Math.min(run.index, Math.max(deck.slides.length - 1, 0));
    heard();
  });
}

export const askRun = () => channel.postMessage({ asks: true });

function accept(told) {
  const isMove = run.isOn && told.isOn && (told.index !== run.index || told.step !== run.step);
  if (isMove) led();
  Object.assign(run, told);
  heard();
}

function tell() {
  channel.postMessage({ run: { ...run } });
}

export function set(change) {
  Object.assign(run, change);
  tell();
  heard();
}

const slide = (index = run.index) => deck.slides[index];

// The next slide in a direction that is shown to the audience, or nothing.
function neighbour(by, from = run.index) {
  let index = from + by;
  while (slide(index)?.hidden) index += by;
  return slide(index) ? index : null;
}

// What comes after the next click: another step of the slide, or another slide.
export function following() {
  if (run.step < (slide()?.steps ?? 0)) return { index: run.index, step: run.step + 1 };
  const index = neighbour(1);
  return index === null ? null : { index, step: 0 };
}

export function forward() {
  if (run.blank) return set({ blank: "" });
  const next = following();
  if (next) set(next);
  else if (run.blank !== "end") set({ blank: "end" });
}

export function backward() {
  if (run.blank) return set({ blank: "" });
  if (run.step > 0) return set({ step: run.step - 1 });
  const index = neighbour(-1);
  if (index !== null) set({ index, step: slide(index).steps });
}

export function jump(index) {
  if (slide(index)) set({ index, step: 0, blank: "" });
}

let digits = "";

// Keys that lead a presentation, in either window; tells whether one did.
export function lead(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const { key } = event;
  if (/^\d$/.test(key)) {
    digits = (digits + key).slice(-4);
    return true;
  }
  const number = digits;
  digits = "";
  if (key === "Enter" && number) jump(Number(number) - 1);
  else if (["ArrowRight", "ArrowDown", "PageDown", " ", "Enter", "n"].includes(key)) forward();
  else if (["ArrowLeft", "ArrowUp", "PageUp", "Backspace", "p"].includes(key)) backward();
  else if (key === "Home") jump(0);
  else if (key === "End") jump(deck.slides.length - 1);
  else if (key === "b" || key === ".") set({ blank: run.blank ? "" : "black" });
  else if (key === "w" || key === ",") set({ blank: run.blank ? "" : "white" });
  else return false;
  return true;
}
