// Proof: the slide as LibreOffice draws the same file, and where that differs from our drawing.

import { $, make, setPressed } from "./dom.js";
import { ask, deck, on } from "./link.js";
import { currentSlide, place } from "./place.js";
import { say, word } from "./words.js";

const TELLS = 24; // levels of 255 by which a pixel must differ to count
let isOn = false;
let proof = { state: "" };
let box;

export const canProve = () => Boolean(deck.proof);

export function startProof() {
  box = make("section", { className: "proof", hidden: true });
  $("canvas").after(box);
  on("deck", () => {
    $("proof-toggle").hidden = !deck.proof;
    if (isOn) want();
  });
  on("place", () => isOn && show());
  on("proof", (told) => {
    proof = told;
    if (isOn) show();
  });
}

export function toggleProof() {
  if (!deck.proof) return;
  isOn = !isOn;
  setPressed($("proof-toggle"), isOn);
  document.body.classList.toggle("proves", isOn);
  box.hidden = !isOn;
  box.setAttribute("aria-label", word("proof"));
  if (isOn) want();
}

async function want() {
  show();
  await ask("proof", { method: "POST" }).catch(() => {});
}

async function show() {
  const slide = currentSlide();
  if (!slide) return;
  const known = proof.pages?.[slide.key];
  const said = known ? say("provedIn", proof.seconds) : word(proof.state === "failed" ? "notProved" : "proving");
  const theirs = figure("theirs", said);
  const difference = figure("difference", "");
  box.replaceChildren(theirs, difference);
  if (!known) return;
  const picture = make("img", { alt: `${word("theirs")}: ${slide.title}`, src: `proof/${known}` });
  frame(theirs).append(picture);
  await picture.decode().catch(() => {});
  await compare(slide, picture, difference);
}

function figure(name, said) {
  return make("figure", {}, make("div", { className: "frame" }), make("figcaption", {}, make("b", {}, word(name)), " ", make("span", {}, said)));
}

const frame = (of) => of.querySelector(".frame");

// Draw ours to the same size and mark what differs; how much of it is told.
async function compare(slide, theirs, into) {
  const [width, height] = [theirs.naturalWidth, theirs.naturalHeight];
  if (!width) return;
  const svg = await (await ask(`whole/${slide.key}`)).text();
  const address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  const ours = new Image(width, height);
  ours.src = address;
  await ours.decode().catch(() => {});
  URL.revokeObjectURL(address);
  const canvas = make("canvas", { width, height, role: "img", "aria-label": word("difference") });
  const share = mark(canvas, pixels(ours, width, height), pixels(theirs, width, height));
  if (deck.slides[place.index]?.key !== slide.key) return;
  frame(into).append(canvas);
  into.querySelector("span").textContent = say("differs", (share * 100).toFixed(1));
}

function pixels(image, width, height) {
  const canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  pen.drawImage(image, 0, 0, width, height);
  return pen.getImageData(0, 0, width, height);
}

// What only ours has is blue, what only theirs has is red, on a pale copy of what both have.
function mark(canvas, ours, theirs) {
  const pen = canvas.getContext("2d");
  const out = pen.createImageData(canvas.width, canvas.height);
  let count = 0;
  for (let at = 0; at < out.data.length; at += 4) {
    const [a, b] = [light(ours.data, at), light(theirs.data, at)];
    const differs = far(ours.data, theirs.data, at);
    const pale = 255 - (255 - Math.max(a, b)) * 0.25;
    const color = !differs ? [pale, pale, pale] : a < b ? [40, 90, 230] : [225, 50, 50];
    out.data.set([...color, 255], at);
    count += differs ? 1 : 0;
  }
  pen.putImageData(out, 0, 0);
  return count / (out.data.length / 4);
}

const light = (data, at) => 0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2];
const far = (one, other, at) => [0, 1, 2].some((each) => Math.abs(one[at + each] - other[at + each]) > TELLS);
