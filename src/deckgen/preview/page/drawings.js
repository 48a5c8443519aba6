// Slides' drawings: fetched once, and put into shadow trees of their own, so that the names within
// one drawing mean nothing in another.

import { ask, deck } from "./link.js";

const MOST = 120; // drawings that are kept
const known = new Map();

const SHEET = new CSSStyleSheet();
SHEET.replaceSync(`
  :host { display: block; overflow: hidden; background: #fff; }
  svg { display: block; width: 100%; height: 100%; }
  text { white-space: pre; }
  .later { visibility: hidden; }
  .spot { fill: none; pointer-events: none; vector-effect: non-scaling-stroke; }
  .spot.chosen { stroke: #4f6bed; stroke-width: 2px; }
  .spot.hovered { stroke: #4f6bed; stroke-width: 1.5px; stroke-dasharray: 4 3; opacity: .7; }
  .spot.new { stroke: #f59f00; stroke-width: 3px; animation: fade 2.4s ease-out forwards; }
  @keyframes fade { 0%, 40% { opacity: 1 } 100% { opacity: 0 } }
`);

// The drawing of a slide, to be copied before it is put anywhere.
export function drawing(slide) {
  let found = known.get(slide.key);
  if (found) {
    known.delete(slide.key); // it becomes the newest
  } else {
    found = ask(`slide/${slide.key}`).then(async (answer) => parse(await answer.text()));
    found.catch(() => known.delete(slide.key));
  }
  known.set(slide.key, found);
  if (known.size > MOST) known.delete(known.keys().next().value);
  return found;
}

function parse(text) {
  const svg = new DOMParser().parseFromString(text, "image/svg+xml").documentElement;
  svg.setAttribute("focusable", "false");
  svg.setAttribute("preserveAspectRatio", "none"); // its place has its shape, but for parts of a pixel
  for (const link of svg.querySelectorAll("a")) link.setAttribute("tabindex", "-1");
  return svg;
}

// Show a slide in an element as it is after so many clicks, by default at its end. The drawing before
// stays until this one is there, which is then as it was wanted last.
export async function draw(host, slide, step = Infinity) {
  const root = rootOf(host);
  host.step = step;
  if (host.dataset.key === slide.key) {
    if (host.shown === slide.key) showStep(root.querySelector("svg"), step);
    return null; // nothing new
  }
  host.dataset.key = slide.key;
  let svg;
  try {
    svg = await drawing(slide);
  } catch {
    if (host.dataset.key === slide.key) delete host.dataset.key; // a newer one comes soon
    return null;
  }
  if (host.dataset.key !== slide.key) return null; // another is wanted meanwhile
  const copy = document.importNode(svg, true);
  showStep(copy, host.step);
  root.replaceChildren(copy);
  host.shown = slide.key;
  return copy;
}

function rootOf(host) {
  if (!host.shadowRoot) {
    host.attachShadow({ mode: "open" });
    host.shadowRoot.adoptedStyleSheets = [SHEET];
  }
  return host.shadowRoot;
}

export function clear(host) {
  delete host.dataset.key;
  delete host.shown;
  host.shadowRoot?.replaceChildren();
}

// Show what is seen of a drawing after so many clicks.
function showStep(svg, step) {
  for (const group of svg.querySelectorAll("[data-shown], [data-hidden]")) {
    const comes = Number(group.dataset.shown ?? 0);
    const goes = Number(group.dataset.hidden ?? 0);
    const seen = step === Infinity ? goes === 0 : comes <= step && (goes === 0 || step < goes);
    group.classList.toggle("later", !seen);
  }
}

const faces = new Map();

// Make the faces known in which slides are set; browsers fetch one when it is first needed.
export function takeFonts() {
  for (const piece of deck.fonts) {
    if (faces.has(piece.url)) continue;
    const descriptors = piece.characters ? { unicodeRange: piece.characters } : {};
    const face = new FontFace(piece.family, `url("${piece.url}")`, descriptors);
    faces.set(piece.url, face);
    document.fonts.add(face);
  }
}
