// Small ways to make and find elements. Text is always text: nothing from a deck is parsed as HTML.

export const $ = (id) => document.getElementById(id);

// An element with properties, attributes (those of `aria` and `data` by their own names) and children.
export function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name in element && !name.startsWith("aria")) element[name] = value;
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

const SVG = "http://www.w3.org/2000/svg";

export function makeSvg(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

const ICONS = {
  grid: "M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z",
  minus: "M5 12h14",
  plus: "M12 5v14M5 12h14",
  notes: "M4 5h16v10H4zM7 19h10M7 9h10M7 12h6",
  side: "M3.5 5h17v14h-17zM14.5 5v14",
  proof: "M3.5 6h8v12h-8zM12.5 6h8v12h-8zM15 10l3 4M18 10l-3 4",
  theme: "M12 3.5a8.5 8.5 0 1 0 0 17zM12 3.5a8.5 8.5 0 0 1 0 17",
  help: "M9 9.2a3 3 0 1 1 4.2 2.8c-.9.4-1.2 1-1.2 2M12 17.5v.3M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18",
  play: "M8 5.5v13l10.5-6.5z",
  pause: "M8 5.5v13M16 5.5v13",
  reset: "M5 12a7 7 0 1 0 2.2-5.1M4.5 4.5v4h4",
  presenter: "M3.5 4.5h17v11h-17zM12 15.5v3M8.5 20h7M7.5 8.5h5M7.5 11.5h3",
  back: "M14.5 5.5L8 12l6.5 6.5",
  on: "M9.5 5.5L16 12l-6.5 6.5",
  black: "M4 5h16v14H4zM4 19L20 5",
  open: "M13 4.5h6.5V11M19 5l-8.5 8.5M17.5 14v5.5h-13v-13H10",
  close: "M6 6l12 12M18 6L6 18",
  error: "M12 3.5L22 20H2zM12 10v4.5M12 17v.3",
  warning: "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18M12 7.5v6M12 16.5v.3",
  note: "M12 3a9 9 0 1 0 0 18a9 9 0 0 0 0-18M12 11v5.5M12 7.5v.3",
};

export function icon(name) {
  const path = makeSvg("path", { d: ICONS[name] });
  return makeSvg("svg", { viewBox: "0 0 24 24", class: "icon", "aria-hidden": "true" }, path);
}

export function setIcon(button, name) {
  button.querySelector(".icon")?.remove();
  button.prepend(icon(name));
}

// Put an icon into each element that asks for one.
export function drawIcons(root = document) {
  for (const element of root.querySelectorAll("[data-icon]")) setIcon(element, element.dataset.icon);
}

export function setPressed(button, isPressed) {
  button.setAttribute("aria-pressed", String(isPressed));
}

export function isTyping(event) {
  return event.target instanceof Element && event.target.closest("input, textarea, select") !== null;
}
