// Light or dark: as the system has it, until someone chooses.

import { $ } from "./dom.js";
import { word } from "./words.js";

const STORED = "deckgen.theme";
const ORDER = ["auto", "light", "dark"];

let theme = localStorage.getItem(STORED) ?? "auto";

export function applyTheme() {
  document.documentElement.dataset.theme = theme;
  const button = $("theme");
  if (button) button.setAttribute("aria-label", `${word("theme")}: ${word("themes")[theme]}`);
}

export function nextTheme() {
  theme = ORDER[(ORDER.indexOf(theme) + 1) % ORDER.length];
  localStorage.setItem(STORED, theme);
  applyTheme();
  return word("themes")[theme];
}
