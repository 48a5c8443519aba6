// The presenter's window: what is shown, what comes next, what to say, and how the time goes.

import { $, drawIcons, isTyping, setIcon, setPressed } from "./dom.js";
import { draw, takeFonts } from "./drawings.js";
import { connect, deck, on } from "./link.js";
import { askRun, backward, following, forward, lead, run, set, startRun } from "./run.js";
import { applyTheme } from "./theme.js";
import { currentLanguage, fill, say, settleLanguage, word } from "./words.js";

const SIZES = [14, 16, 18, 20, 24, 28, 34, 42];
const STORED = "deckgen.script";

let size = Number(localStorage.getItem(STORED) ?? 20);
const timer = { spent: 0, since: null };

function start() {
  settleLanguage();
  fill();
  drawIcons();
  applyTheme();
  startRun(render, startTimer);
  on("deck", () => {
    takeFonts();
    settleLanguage(deck.language);
    document.title = `${deck.title} · ${word("presenter")}`;
    $("title").textContent = deck.title;
  });
  $("back").addEventListener("click", backward);
  $("on").addEventListener("click", go);
  $("black").addEventListener("click", () => set({ blank: run.blank ? "" : "black" }));
  $("pause").addEventListener("click", () => (timer.since === null ? startTimer() : stopTimer()));
  $("reset").addEventListener("click", resetTimer);
  $("less").addEventListener("click", () => resize(-1));
  $("more").addEventListener("click", () => resize(1));
  document.addEventListener("keydown", keys);
  resize(0);
  setInterval(tick, 250);
  tick();
  connect();
  askRun();
}

function keys(event) {
  if (isTyping(event)) return;
  const onButton = event.target.closest?.("button") && (event.key === " " || event.key === "Enter");
  if (onButton || !lead(event)) return;
  event.preventDefault();
  startTimer();
}

function go() {
  startTimer();
  forward();
}

async function render() {
  const slide = deck.slides[run.index];
  if (!slide) return;
  document.documentElement.style.setProperty("--ratio", String(deck.width / deck.height));
  $("place").textContent = say("of", run.index + 1, deck.slides.length);
  setPressed($("black"), run.blank === "black");
  $("clicks").textContent = slide.steps ? say("clicks", run.step, slide.steps) : "";
  const script = $("script");
  if (script.dataset.key !== slide.key) {
    script.dataset.key = slide.key;
    script.lang = slide.language || deck.language;
    script.textContent = slide.notes || word("noNotes");
    script.classList.toggle("is-empty", !slide.notes);
    script.scrollTop = 0;
  }
  $("live").textContent = say("slideName", run.index + 1, deck.slides.length, slide.title);
  plan();
  $("current").dataset.blank = run.blank;
  await show($("current"), { index: run.index, step: run.step });
  await show($("following"), following());
}

async function show(host, what) {
  let frame = host.querySelector(".picture");
  if (!frame) {
    frame = document.createElement("div");
    frame.className = "picture";
    host.append(frame);
  }
  host.classList.toggle("is-over", what === null);
  host.dataset.over = word("end");
  if (what === null) return;
  await draw(frame, deck.slides[what.index], what.step);
}

function startTimer() {
  if (timer.since === null) timer.since = Date.now();
  tick();
}

function stopTimer() {
  timer.spent = spent();
  timer.since = null;
  tick();
}

function resetTimer() {
  timer.spent = 0;
  timer.since = timer.since === null ? null : Date.now();
  tick();
}

const spent = () => timer.spent + (timer.since === null ? 0 : (Date.now() - timer.since) / 1000);

function tick() {
  const time = new Date().toLocaleTimeString(currentLanguage(), { hour: "2-digit", minute: "2-digit" });
  setText("clock", time);
  setText("elapsed", length(spent()));
  setText("pause-word", word(timer.since !== null ? "pause" : spent() > 0 ? "go_on" : "start"));
  if ($("pause").dataset.icon !== (timer.since === null ? "play" : "pause")) {
    $("pause").dataset.icon = timer.since === null ? "play" : "pause";
    setIcon($("pause"), $("pause").dataset.icon);
  }
  plan();
}

// How the time that is spent compares with what the slides so far were to take.
function plan() {
  const shown = deck.slides.filter((slide) => !slide.hidden);
  const all = shown.reduce((sum, slide) => sum + slide.seconds, 0);
  const box = $("plan");
  if (!all) {
    box.dataset.pace = "";
    setText("plan", deck.slides.length ? word("noPlan") : "");
    return;
  }
  const done = deck.slides.slice(0, run.index).reduce((sum, slide) => sum + (slide.hidden ? 0 : slide.seconds), 0);
  const here = deck.slides[run.index]?.seconds ?? 0;
  const now = spent();
  const late = now > done + here ? now - done - here : now < done ? now - done : 0;
  box.dataset.pace = late > 0 ? "late" : "well";
  const pace = Math.abs(late) < 1 ? word("inTime") : say(late > 0 ? "behind" : "ahead", length(Math.abs(late)));
  setText("plan", `${say("planned", length(all))} · ${pace}`);
}

function length(seconds) {
  const whole = Math.floor(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (number) => String(number).padStart(2, "0");
  return hours ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}

function setText(id, text) {
  if ($(id).textContent !== text) $(id).textContent = text;
}

function resize(by) {
  const near = SIZES.findIndex((each) => each >= size);
  size = SIZES[Math.max(0, Math.min((near < 0 ? SIZES.length - 1 : near) + by, SIZES.length - 1))];
  localStorage.setItem(STORED, String(size));
  $("script").style.fontSize = `${size}px`;
}

start();
