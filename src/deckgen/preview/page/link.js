// The server -> the deck as it is now, and news of it. Addresses are relative to that of the page,
// which holds the key without which nothing is answered.

const RETRY = 1500; // milliseconds until a lost connection is tried again

export const deck = { version: 0, slides: [], problems: [], fonts: [], width: 960, height: 540 };
const news = new EventTarget();

export const emit = (name, detail = {}) => news.dispatchEvent(new CustomEvent(name, { detail }));
export const on = (name, heard) => news.addEventListener(name, (event) => heard(event.detail));

export async function ask(address, options = {}) {
  const answer = await fetch(address, { credentials: "omit", ...options });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer;
}

export async function connect() {
  try {
    await readAll();
  } catch {
    lost();
    return;
  }
  listen();
}

async function readAll() {
  const before = deck.slides;
  Object.assign(deck, await (await ask("deck")).json());
  deck.isRead = deck.version > 0;
  const where = { at: 0, removed: before.length, added: deck.slides, before };
  emit("deck", { ...where, first: true });
}

let stream = null;

function listen() {
  stream = new EventSource(`events?after=${deck.event}`);
  stream.addEventListener("open", () => emit("connected"));
  stream.addEventListener("show", (event) => take(JSON.parse(event.data)));
  stream.addEventListener("anew", () => readAll().catch(lost));
  stream.addEventListener("go", (event) => emit("go", JSON.parse(event.data)));
  stream.addEventListener("proof", (event) => emit("proof", JSON.parse(event.data)));
  stream.addEventListener("error", lost);
}

function lost() {
  stream?.close();
  stream = null;
  emit("lost");
  setTimeout(connect, RETRY);
}

// Take a change into the deck. One that is not of what we have means that we have missed some.
function take(change) {
  if (change.version <= deck.version) return;
  if (change.before !== deck.version) {
    readAll().catch(lost);
    return;
  }
  const { before: _, at, removed, added, ...about } = change;
  const before = deck.slides;
  Object.assign(deck, about);
  deck.isRead = true;
  deck.slides = [...before.slice(0, at), ...added, ...before.slice(at + removed)];
  emit("deck", { at, removed, added, before, first: false });
}

// Where a slide is after a change: it is known by what is seen of it, by how it is written, by its
// title or its name; else the place is kept.
export function moved(index, { at, removed, added, before }) {
  if (index < at) return index;
  if (index >= at + removed) return index + added.length - removed;
  const old = before[index];
  for (const mark of ["key", "source", "title", "id"]) {
    const same = added.map((slide, where) => (slide[mark] === old[mark] ? at + where : -1)).filter((where) => where >= 0);
    if (same.length) return same.reduce((one, other) => (Math.abs(other - index) < Math.abs(one - index) ? other : one));
  }
  return Math.max(0, Math.min(index, deck.slides.length - 1));
}
