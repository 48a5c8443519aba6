// The slide that is shown: how large, what of it is chosen, and what in it is new.

import { $, make, makeSvg } from "./dom.js";
import { draw } from "./drawings.js";
import { deck, emit, on } from "./link.js";
import { currentSlide, goTo, place } from "./place.js";
import { slideLabel } from "./thumbs.js";
import { word } from "./words.js";

const STEPS = [0.25, 0.33, 0.5, 0.67, 0.75, 1, 1.25, 1.5, 2, 3, 4];
const MARGIN = 28;
const PIXELS = 96 / 72; // CSS pixels to a point, in which slides are told

let zoom = null; // null fits the window
let svg = null;
let sheet, picture;
export const chosen = { item: null };

export function startStage() {
  picture = make("div", { className: "picture" });
  sheet = make("div", { className: "sheet" }, picture);
  $("canvas").append(sheet);
  new ResizeObserver(fit).observe($("canvas"));
  picture.addEventListener("click", click);
  picture.addEventListener("pointermove", hover);
  picture.addEventListener("pointerleave", () => outline("hovered", null));
  on("place", () => {
    chosen.item = null;
    show();
  });
  on("deck", ({ first }) => show({ isUpdate: !first }));
}

async function show({ isUpdate = false } = {}) {
  const slide = currentSlide();
  const canvas = $("canvas");
  canvas.classList.toggle("is-empty", !slide);
  sheet.hidden = !slide;
  if (!slide) {
    empty();
    return;
  }
  canvas.querySelector(".empty")?.remove();
  fit();
  canvas.setAttribute("aria-label", slideLabel(place.index));
  picture.lang = slide.language || deck.language;
  if (picture.dataset.key === slide.key) return;
  const before = isUpdate ? leaves(svg) : null;
  const drawn = await draw(picture, slide);
  if (!drawn) return;
  svg = drawn;
  if (before) highlight(before);
  if (chosen.item !== null) outline("chosen", groupOf(chosen.item));
}

function empty() {
  const canvas = $("canvas");
  canvas.setAttribute("aria-label", word("slide"));
  canvas.querySelector(".empty")?.remove();
  const said = deck.isRead ? [word("noSlides"), word("noSlidesMore")] : [word("waiting"), ""];
  canvas.append(make("div", { className: "empty" }, make("strong", {}, said[0]), make("span", {}, said[1])));
}

function fit() {
  const { clientWidth, clientHeight } = $("canvas");
  if (!clientWidth) return; // all slides are shown instead
  const room = Math.min((clientWidth - 2 * MARGIN) / deck.width, (clientHeight - 2 * MARGIN) / deck.height);
  const scale = zoom === null ? Math.max(room, 0.05) : zoom * PIXELS;
  sheet.style.width = `${Math.floor(deck.width * scale)}px`;
  sheet.style.height = `${Math.floor(deck.height * scale)}px`;
  $("percent").textContent = `${Math.round((scale / PIXELS) * 100)} %`;
}

export function zoomBy(direction) {
  const now = sheet.clientWidth / deck.width / PIXELS;
  const further = STEPS.filter((each) => (direction > 0 ? each > now + 0.005 : each < now - 0.005));
  if (further.length) zoom = direction > 0 ? further[0] : further[further.length - 1];
  fit();
}

export function zoomToFit() {
  zoom = null;
  fit();
}

// Groups that are written somewhere are numbered in the order in which they are drawn.
const groupOf = (item) => svg?.querySelector(`[data-at="${item}"]`) ?? null;
const numberOf = (group) => (group ? Number(group.dataset.at) : null);

function click(event) {
  const target = event.composedPath()[0];
  const link = target.closest?.("a");
  if (link) {
    event.preventDefault();
    if (event.ctrlKey || event.metaKey) return follow(link);
  }
  choose(numberOf(target.closest?.("[data-at]")));
}

// The index of the slide to which a link within the deck leads.
export function pageOf(link) {
  const found = /^#slide-(\d+)$/.exec(link.getAttribute("href") ?? "");
  return found ? Number(found[1]) - 1 : null;
}

export function follow(link) {
  const address = link.getAttribute("href") ?? "";
  const page = pageOf(link);
  if (page !== null) goTo(page);
  else if (/^(https?|mailto|tel|ftp):/i.test(address)) window.open(address, "_blank", "noopener,noreferrer");
}

function hover(event) {
  outline("hovered", event.composedPath()[0].closest?.("[data-at]") ?? null);
}

export function choose(item) {
  chosen.item = item;
  outline("chosen", item === null ? null : groupOf(item));
  emit("chosen");
}

// The items of the slide that can be chosen one after another: the innermost ones.
export function items() {
  return [...(svg?.querySelectorAll("[data-at]") ?? [])].filter((group) => !group.querySelector("[data-at]")).map(numberOf);
}

export function chooseNext(by) {
  const all = items();
  if (!all.length) return;
  const at = all.indexOf(chosen.item);
  const next = at < 0 ? (by > 0 ? 0 : all.length - 1) : (at + by + all.length) % all.length;
  choose(all[next]);
}

function outline(kind, group) {
  svg?.querySelector(`.spot.${kind}`)?.remove();
  if (!svg || !group) return;
  const box = frameOf(group);
  if (box.width < 1 && box.height < 1) return;
  const rect = makeSvg("rect", { class: `spot ${kind}`, rx: 2, x: box.x - 3, y: box.y - 3, width: box.width + 6, height: box.height + 6 });
  svg.append(rect);
}

// The box of a group in the units of the drawing.
function frameOf(group) {
  const box = group.getBBox();
  const from = group.getScreenCTM();
  const to = svg.getScreenCTM();
  if (!from || !to) return box;
  const matrix = to.inverse().multiply(from);
  const points = [[0, 0], [1, 0], [0, 1], [1, 1]].map(([x, y]) => new DOMPoint(box.x + x * box.width, box.y + y * box.height).matrixTransform(matrix));
  const [xs, ys] = [points.map((each) => each.x), points.map((each) => each.y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

// What the innermost items of a drawing look like, wherever they stand in the order.
function leaves(drawn) {
  if (!drawn) return null;
  const found = [...drawn.querySelectorAll("[data-at]")].filter((group) => !group.querySelector("[data-at]"));
  return new Map(found.map((group) => [group.outerHTML.replace(/ data-at="\d+"/g, ""), group]));
}

function highlight(before) {
  for (const [look, group] of leaves(svg)) if (!before.has(look)) outlineNew(group);
}

function outlineNew(group) {
  const box = frameOf(group);
  const rect = makeSvg("rect", { class: "spot new", rx: 3, x: box.x - 4, y: box.y - 4, width: box.width + 8, height: box.height + 8 });
  rect.addEventListener("animationend", () => rect.remove());
  svg.append(rect);
}
