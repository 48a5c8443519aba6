// Where the reader is: the slide that is shown. Everything that moves goes through here.

import { deck, emit } from "./link.js";

export const place = { index: 0 };

export function goTo(index, detail = {}) {
  const last = Math.max(0, deck.slides.length - 1);
  const wanted = Math.max(0, Math.min(index, last));
  const isNew = wanted !== place.index;
  place.index = wanted;
  remember();
  if (isNew || detail.always) emit("place", detail);
}

export const step = (by) => goTo(place.index + by);
export const currentSlide = () => deck.slides[place.index];

const STORED = `deckgen.place${location.pathname}`;

function remember() {
  sessionStorage.setItem(STORED, String(place.index));
}

export function recall() {
  place.index = Number(sessionStorage.getItem(STORED) ?? 0) || 0;
}
