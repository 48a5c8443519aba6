// Beside the slide: where what is chosen is written, and what is wrong with the deck.

import { $, icon, make } from "./dom.js";
import { ask, deck, on } from "./link.js";
import { goTo, place } from "./place.js";
import { chooseNext, chosen, items } from "./stage.js";
import { say, word } from "./words.js";

export function startSide() {
  on("place", source);
  on("chosen", () => {
    select("source");
    source();
  });
  on("deck", () => {
    source();
    problems();
  });
  const tabs = ["source", "problems"];
  for (const name of tabs) {
    $(`tab-${name}`).addEventListener("click", () => select(name));
    $(`tab-${name}`).addEventListener("keydown", (event) => {
      if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
      event.stopPropagation();
      const other = tabs.find((each) => each !== name);
      select(other);
      $(`tab-${other}`).focus();
    });
  }
}

export function select(name) {
  for (const each of ["source", "problems"]) {
    $(each).hidden = each !== name;
    $(`tab-${each}`).setAttribute("aria-selected", String(each === name));
    $(`tab-${each}`).tabIndex = each === name ? 0 : -1;
  }
}

export function refresh() {
  source();
  problems();
}

let asked = 0;

async function source() {
  const panel = $("source");
  const ticket = ++asked;
  if (!deck.slides.length) {
    panel.replaceChildren();
    return;
  }
  const item = chosen.item;
  const query = `slide=${place.index}` + (item === null ? "" : `&item=${item}`);
  let found;
  try {
    found = await (await ask(`source?${query}`)).json();
  } catch {
    return;
  }
  if (ticket !== asked) return; // something else is chosen meanwhile
  const all = items();
  const at = all.indexOf(item);
  const head = make(
    "div",
    { className: "line" },
    make("h2", {}, at < 0 ? word("wholeSlide") : say("item", at + 1, all.length)),
    make(
      "span",
      { className: "group" },
      mover("previousItem", "back", -1),
      mover("nextItem", "on", 1),
    ),
  );
  const hint = item === null ? make("p", { className: "hint" }, word("clickHint")) : null;
  const hadFocus = panel.contains(document.activeElement) && document.activeElement.dataset.move;
  panel.replaceChildren(head, where(found.file, found.line, found.column), listing(found), opener(found, query), hint ?? "");
  if (hadFocus) panel.querySelector(`[data-move="${hadFocus}"]`).focus();
}

function mover(name, sign, by) {
  return make(
    "button",
    { type: "button", title: word(name), "aria-label": word(name), "data-move": by, onclick: () => chooseNext(by) },
    icon(sign),
  );
}

function where(file, line, column) {
  const name = file.split(/[\\/]/).pop();
  return make("p", { className: "where", title: file }, make("bdi", {}, name), `:${line}:${column}`);
}

// Lines of the deck with their numbers; those that are meant are marked.
function listing({ lines, first, line, last }) {
  const rows = lines.map((text, index) => {
    const number = first + index;
    const isMeant = number >= line && number <= last;
    return make("div", { className: isMeant ? "row meant" : "row" }, make("span", { className: "at" }, String(number)), make("code", {}, ...coloured(text)));
  });
  const isCut = last > first + lines.length - 1;
  if (isCut) rows.push(make("div", { className: "row more" }, word("moreLines")));
  return make("div", { className: "listing", tabIndex: 0, role: "group", "aria-label": word("source") }, ...rows);
}

const TOKEN = /^(\s*)((?:- )*)([\w.-]+)(:)(?=\s|$)|(?:^|\s)(#.*$)/;

// The keys and remarks of a line of YAML stand out; the rest is the author's text.
function coloured(text) {
  const found = TOKEN.exec(text);
  if (!found) return [text || " "];
  if (found[5]) return [text.slice(0, -found[5].length), make("i", { className: "remark" }, found[5])];
  const [whole, space, dashes, key, colon] = found;
  return [space, make("i", { className: "mark" }, dashes), make("i", { className: "key" }, key), make("i", { className: "mark" }, colon), text.slice(whole.length)];
}

// What opens the editor at a place: an address, or the command that the server was started with.
export function opener({ address, line }, query) {
  const name = deck.editor?.name ?? "";
  if (!line || (!address && !deck.editor?.runs)) return "";
  const label = [icon("open"), make("span", {}, say("open", name))];
  if (address) return make("a", { className: "button open", href: address }, ...label);
  const click = async () => {
    const told = await ask(`open?${query}`, { method: "POST" }).then((answer) => answer.json(), () => ({}));
    toast(say(told.opened ? "opened" : "notOpened", name));
  };
  return make("button", { className: "open", type: "button", onclick: click }, ...label);
}

function problems() {
  const panel = $("problems");
  const errors = deck.problems.filter((each) => each.severity === "error").length;
  const count = $("count");
  count.hidden = deck.problems.length === 0;
  count.textContent = String(deck.problems.length);
  count.dataset.kind = errors ? "error" : "warning";
  if (!deck.problems.length) {
    panel.replaceChildren(make("p", { className: "hint" }, word("noProblems")));
    return;
  }
  panel.replaceChildren(make("ol", { className: "problems" }, ...deck.problems.map((each, index) => make("li", {}, card(each, index)))));
}

// A problem as it is told: what, where, the line with what is meant, and what to do.
export function card(problem, index) {
  const { severity, code, message, hints, file, line, column, slide, explanation } = problem;
  return make(
    "article",
    { className: "problem", "data-kind": severity },
    make("div", { className: "what" }, icon(severity), make("span", { className: "kind" }, `${word("severity")[severity]} · `, make("code", {}, code)), line ? where(file, line, column) : ""),
    make("p", { className: "message" }, ...quoted(message)),
    line ? excerpt(problem) : "",
    ...hints.map((hint) => make("p", { className: "todo" }, make("b", {}, `${word("hint")}: `), ...quoted(hint))),
    make(
      "div",
      { className: "acts" },
      opener(problem, `problem=${index}`),
      slide !== null && slide !== place.index && deck.slides[slide] ? make("button", { type: "button", onclick: () => goTo(slide, { always: true }) }, say("goTo", slide + 1)) : "",
      make("details", {}, make("summary", {}, word("explain")), make("p", {}, ...quoted(explanation))),
    ),
  );
}

// Words in backticks are shown as they would be written.
function quoted(text) {
  return text.split(/(`[^`]+`)/).map((part) => (part.length > 2 && part.startsWith("`") ? make("code", {}, part.slice(1, -1)) : part));
}

function excerpt({ lines, line, marked: [start, stop] }) {
  const rows = lines.map((text, index) => {
    const parts = index ? [text] : marked(text, start - 1, stop - 1);
    return make("div", { className: "row" }, make("span", { className: "at" }, String(line + index)), make("code", {}, ...parts));
  });
  return make("div", { className: "listing", tabIndex: 0, role: "group", "aria-label": word("source") }, ...rows);
}

// A line whose letters from one column to another are marked; columns count letters, not their codes.
function marked(text, start, stop) {
  const letters = [...text];
  const part = (from, to) => letters.slice(from, to).join("");
  return [part(0, start), make("mark", {}, part(start, stop) || " "), part(stop)];
}

let fading = 0;

export function toast(text, act = null) {
  const box = $("toast");
  clearTimeout(fading);
  box.replaceChildren(make("span", {}, text), act ?? "");
  box.hidden = false;
  fading = setTimeout(() => (box.hidden = true), 5000);
}
