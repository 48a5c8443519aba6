// The page: what each key and button does, and what happens when the deck changes.

import { $, drawIcons, isTyping, make, setPressed } from "./dom.js";
import { takeFonts } from "./drawings.js";
import { connect, deck, moved, on } from "./link.js";
import { currentSlide, goTo, place, recall, step } from "./place.js";
import { canProve, startProof, toggleProof } from "./proof.js";
import { present, showKey, startShow } from "./show.js";
import { card, refresh, select, startSide, toast } from "./side.js";
import { choose, chooseNext, chosen, startStage, zoomBy, zoomToFit } from "./stage.js";
import { applyTheme, nextTheme } from "./theme.js";
import { changedCount, focusThumb, perRow, relabel, slideLabel, startThumbs } from "./thumbs.js";
import { currentLanguage, fill, say, settleLanguage, switchLanguage, word } from "./words.js";

const body = document.body;

function start() {
  settleLanguage();
  drawIcons();
  recallPanels();
  translate();
  recall();
  on("deck", arrive); // before the others, which show what is then at hand
  startThumbs();
  startStage();
  startSide();
  startShow();
  startProof();
  on("deck", tellChange);
  on("place", () => {
    notes();
    announce(slideLabel(place.index));
  });
  on("go", ({ slide }) => goTo(slide, { always: true }));
  on("connected", () => {
    isLost = false;
    status();
  });
  on("lost", () => {
    isLost = true;
    status();
  });
  buttons();
  document.addEventListener("keydown", keys);
  document.addEventListener("leavegrid", () => setGrid(false));
  status();
  connect();
}

let isLost = false;

function arrive(change) {
  takeFonts();
  if (settleLanguage(deck.language)) translate();
  if (!change.first && change.before.length) place.index = moved(place.index, change);
  if (deck.slides.length) place.index = Math.min(place.index, deck.slides.length - 1);
  document.documentElement.style.setProperty("--ratio", String(deck.width / deck.height));
  document.title = `${deck.title || "deckgen"} · deckgen`;
  $("title").textContent = deck.title || "deckgen";
  isLost = false;
}

let wasBroken = false;

function tellChange({ added, at, first }) {
  status();
  banner();
  notes();
  const errors = deck.problems.filter((each) => each.severity === "error");
  if (deck.is_broken) announce(`${word("broken")}: ${errors[0]?.message ?? ""}`);
  else if (wasBroken) announce(word("fixed"));
  else if (!first && changedCount()) tellSlides(at, added);
  wasBroken = deck.is_broken;
}

function tellSlides(at, added) {
  const text = added.length === 1 ? say("changedSlide", at + 1) : say("changedSlides", added.length);
  announce(text);
  const isSeen = place.index >= at && place.index < at + added.length;
  if (isSeen) return;
  toast(text, make("button", { type: "button", onclick: () => goTo(at, { always: true }) }, say("goTo", at + 1)));
}

function announce(text) {
  $("live").textContent = text;
}

function status() {
  const errors = deck.problems.filter((each) => each.severity === "error").length;
  const state = isLost ? "gone" : !deck.isRead ? "waiting" : deck.is_broken ? "broken" : "live";
  $("status").dataset.state = state;
  const more = { gone: word("goneMore"), broken: say("errors", errors), live: say("built", Math.round(deck.milliseconds ?? 0)) };
  $("state").textContent = [word(state), more[state]].filter(Boolean).join(" · ");
}

// What is wrong stands above the slide, where that is the last good one.
function banner() {
  const box = $("banner");
  box.hidden = !deck.is_broken;
  if (!deck.is_broken) {
    box.replaceChildren();
    return;
  }
  const index = deck.problems.findIndex((each) => each.severity === "error");
  const errors = deck.problems.filter((each) => each.severity === "error").length;
  const others = errors > 1 ? make("button", { type: "button", onclick: showProblems }, say("errors", errors)) : "";
  const kept = deck.slides.length ? make("p", { className: "kept" }, word("lastGood")) : "";
  box.replaceChildren(card(deck.problems[index], index), make("div", { className: "line" }, kept, others));
}

function showProblems() {
  setPanel("side", true);
  select("problems");
}

function notes() {
  const slide = currentSlide();
  const text = slide?.notes ?? "";
  $("notes-text").textContent = text || word("noNotes");
  $("notes-text").classList.toggle("is-empty", !text);
  $("notes-text").lang = slide?.language || deck.language || "";
}

function translate() {
  fill();
  applyTheme();
  $("language-name").textContent = currentLanguage() === "en" ? "EN" : "日本語";
  $("help").replaceChildren(...help());
}

function switchWords() {
  switchLanguage();
  translate();
  relabel();
  refresh();
  status();
  banner();
  notes();
}

const PANELS = { notes: "notes-toggle", side: "side-toggle" };
const STORED = "deckgen.panels";
const NARROW = 1080; // pixels below which the panel at the side lies over the slide

function recallPanels() {
  const usual = innerWidth < NARROW ? "side" : "";
  const closed = (localStorage.getItem(STORED) ?? usual).split(",");
  for (const name of Object.keys(PANELS)) setPanel(name, !closed.includes(name), { quiet: true });
}

function setPanel(name, isOpen, { quiet = false } = {}) {
  $(name).hidden = !isOpen;
  body.classList.toggle(`no-${name}`, !isOpen);
  setPressed($(PANELS[name]), isOpen);
  const closed = Object.keys(PANELS).filter((each) => $(each).hidden);
  if (!quiet) localStorage.setItem(STORED, closed.join(","));
}

function setGrid(isOn) {
  body.dataset.view = isOn ? "grid" : "slide";
  setPressed($("grid"), isOn);
  $("rail").setAttribute("role", isOn ? "main" : "navigation"); // what is main otherwise is hidden
  if (isOn) focusThumb();
  else $("canvas").focus();
  relabel();
}

const isGrid = () => body.dataset.view === "grid";

function openPresenter() {
  window.open("presenter", "deckgen-presenter", "popup,width=1180,height=760");
}

function openHelp() {
  if (!$("help").open) $("help").showModal();
}

function help() {
  const rows = [
    ["move", "→ ↓ Space", "← ↑"], ["ends", "Home", "End"], ["grid", "G"], ["zoom", "+", "−", "0"],
    ["notes", "N"], ["side", "I"], ["items", "]", "["], ["editor", "E"], ...(canProve() ? [["proof", "L"]] : []),
    ["theme", "D"], ["present", "P"], ["presenter", "S"], ["black", "B", "W"], ["jump", "1 2 ⏎"], ["leave", "Esc"], ["help", "?"],
  ];
  const list = rows.map(([name, ...keys]) => make("div", {}, make("dt", {}, ...keys.flatMap((each) => each.split(" ")).map((each) => make("kbd", {}, each))), make("dd", {}, word("keys")[name])));
  const close = make("button", { type: "button", className: "wide", onclick: () => $("help").close() }, word("close"));
  return [make("h2", { id: "help-head" }, word("help")), make("dl", {}, ...list), make("div", { className: "acts" }, close)];
}

function openEditor() {
  const panel = $("banner").hidden ? $("source") : $("banner");
  panel.querySelector(".open")?.click();
}

function buttons() {
  const acts = {
    grid: () => setGrid(!isGrid()), smaller: () => zoomBy(-1), larger: () => zoomBy(1), fit: zoomToFit,
    "notes-toggle": () => setPanel("notes", $("notes").hidden), "side-toggle": () => setPanel("side", $("side").hidden),
    "proof-toggle": toggleProof, theme: () => announce(nextTheme()), language: switchWords, "help-open": openHelp,
    presenter: openPresenter, present,
  };
  for (const [id, act] of Object.entries(acts)) $(id).addEventListener("click", act);
}

const KEYS = {
  g: () => setGrid(!isGrid()), "+": () => zoomBy(1), "=": () => zoomBy(1), "-": () => zoomBy(-1), 0: zoomToFit,
  n: () => setPanel("notes", $("notes").hidden), i: () => setPanel("side", $("side").hidden), d: () => announce(nextTheme()),
  l: toggleProof, s: openPresenter, p: present, F5: present, e: openEditor, "[": () => chooseNext(-1), "]": () => chooseNext(1),
  "?": openHelp, Home: () => goTo(0), End: () => goTo(deck.slides.length - 1), PageDown: () => step(1), PageUp: () => step(-1),
  ArrowRight: () => step(1), ArrowLeft: () => step(-1), ArrowDown: () => step(isGrid() ? perRow() : 1),
  ArrowUp: () => step(isGrid() ? -perRow() : -1), " ": () => step(1), Escape: escape,
};

function escape() {
  if (isGrid()) setGrid(false);
  else if (chosen.item !== null) choose(null);
}

function keys(event) {
  if (isTyping(event) || $("help").open || event.defaultPrevented) return;
  if (showKey(event)) {
    event.preventDefault();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const onControl = event.target.closest?.("button, a, summary");
  if (onControl && (event.key === " " || event.key === "Enter")) return;
  if (scrolls(event)) return;
  const act = KEYS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
  if (!act) return;
  event.preventDefault();
  act();
}

// Whether a key scrolls the text that has the focus instead of turning the page.
function scrolls({ key, target }) {
  const box = target.closest?.(".listing, #notes-text, #canvas");
  if (!box || !/^(Arrow|Page|Home|End| )/.test(key)) return false;
  const isWide = box.scrollWidth > box.clientWidth + 1 && /Left|Right/.test(key);
  const isHigh = box.scrollHeight > box.clientHeight + 1 && !/Left|Right/.test(key);
  return isWide || isHigh;
}

start();
