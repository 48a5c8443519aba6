// Presents the slides of the page: keys, touch, search, all slides, the presenter's view, paper.
"use strict";
(() => {
  const words = JSON.parse(document.getElementById("words").textContent);
  const body = document.body;
  const root = document.documentElement;
  const slides = [...document.querySelectorAll(".slide")];
  const find = (name) => document.querySelector(name);
  const presents = new URLSearchParams(location.search).has("presenter");
  let peer = presents ? window.opener : null;
  let now = -1;
  let step = 0;
  let typed = "";
  let started = 0;

  const steps = (slide) => Number(slide.dataset.steps || 0);
  const fill = (text, ...values) => text.replace(/\{(\d)\}/g, (_, at) => values[Number(at)]);

  // --- Where we are -------------------------------------------------------------------------

  function show(index, at = 0, told = false) {
    const to = Math.min(Math.max(index, 0), slides.length - 1);
    const other = to !== now;
    now = to;
    step = Math.min(Math.max(at, 0), steps(slides[now]));
    slides.forEach((slide, place) => {
      slide.classList.toggle("now", place === now);
      slide.classList.toggle("next", place === now + 1);
    });
    reveal(slides[now], step);
    if (slides[now + 1]) reveal(slides[now + 1], steps(slides[now + 1]));
    const slide = slides[now];
    find(".where").textContent = `${now + 1} / ${slides.length}`;
    root.style.setProperty("--done", slides.length < 2 ? 1 : now / (slides.length - 1));
    find(".step").textContent = steps(slide) ? fill(words.step, step, steps(slide)) : "";
    find(".ahead").textContent = slides[now + 1] ? words.ahead : words.end;
    const place = `#${slide.id}${step ? `.${step}` : ""}`;
    if (location.hash !== place) history.replaceState(null, "", place);
    if (other) {
      find(".spoken").textContent = slide.getAttribute("aria-label");
      document.title = `${slide.dataset.number}. ${slide.dataset.title || words.slide}`;
      if (body.classList.contains("grid")) slide.scrollIntoView({ block: "nearest" });
    }
    if (!started && !told && other && index > 0) started = Date.now();
    if (!told) tell();
  }

  function reveal(slide, at) {
    for (const part of slide.querySelectorAll("[data-shown], [data-hidden]")) {
      const gone = Number(part.dataset.hidden || 0);
      part.classList.toggle("later", Number(part.dataset.shown || 0) > at);
      part.classList.toggle("gone", gone > 0 && gone <= at);
    }
  }

  function next() {
    if (step < steps(slides[now])) show(now, step + 1);
    else if (now < slides.length - 1) show(now + 1);
  }

  function back() {
    if (step > 0) show(now, step - 1);
    else if (now > 0) show(now - 1, steps(slides[now - 1]));
  }

  function follow() {
    const place = /^#(\d+)(?:\.(\d+))?$/.exec(location.hash);
    const index = place ? slides.findIndex((slide) => slide.id === place[1]) : -1;
    if (index >= 0) show(index, Number(place[2]) || 0);
    else if (now < 0) show(0);
  }

  // --- Two windows: whoever moves tells the other ----------------------------------------------

  function tell() {
    if (peer && !peer.closed) {
      const cover = body.classList.contains("black") ? "black" : body.classList.contains("white") ? "white" : "";
      peer.postMessage({ deckgen: "place", now, step, cover, started }, "*");
    }
  }

  window.addEventListener("message", (event) => {
    if (!peer || event.source !== peer || event.data?.deckgen === undefined) return;
    if (event.data.deckgen === "hello") return tell();
    started = event.data.started || started;
    if (!presents) cover(event.data.cover, true);
    show(Number(event.data.now) || 0, Number(event.data.step) || 0, true);
  });

  function presenter() {
    if (presents || body.classList.contains("speaks")) {
      if (!presents) mode("speaks");
      return;
    }
    const address = `${location.href.split(/[?#]/)[0]}?presenter${location.hash}`;
    const opened = window.open(address, "deckgen-presenter", "popup,width=1200,height=760");
    if (opened) peer = opened;
    else mode("speaks");
  }

  // --- Ways to look -------------------------------------------------------------------------

  function mode(name, wanted = !body.classList.contains(name)) {
    for (const each of ["grid", "speaks"]) body.classList.toggle(each, each === name && wanted);
    if (presents && !body.classList.contains("grid")) body.classList.add("speaks");
    for (const each of ["grid", "noted"]) {
      find(`[data-do="${each}"]`).setAttribute("aria-pressed", String(body.classList.contains(each)));
    }
    if (body.classList.contains("grid")) slides[now].scrollIntoView({ block: "center" });
    else scrollTo(0, 0);
    tick();
  }

  function noted() {
    const on = body.classList.toggle("noted");
    find('[data-do="noted"]').setAttribute("aria-pressed", String(on));
  }

  function cover(name, told = false) {
    const on = name && !body.classList.contains(name);
    const keep = told ? name : on ? name : "";
    body.classList.toggle("black", keep === "black");
    body.classList.toggle("white", keep === "white");
    if (!told) tell();
  }

  function full() {
    if (document.fullscreenElement) document.exitFullscreen();
    else root.requestFullscreen?.().catch(() => {});
  }

  document.addEventListener("fullscreenchange", () => {
    body.classList.toggle("full", Boolean(document.fullscreenElement));
  });

  function theme() {
    const order = ["auto", "light", "dark"];
    const chosen = order[(order.indexOf(root.dataset.theme || "auto") + 1) % order.length];
    root.dataset.theme = chosen;
    find(".spoken").textContent = words.themes[chosen];
  }

  function paper(notes) {
    find(".keys").close();
    body.classList.toggle("with-notes", notes);
    window.print();
  }

  window.addEventListener("afterprint", () => body.classList.remove("with-notes"));

  let sleep = 0;
  document.addEventListener("pointermove", () => {
    body.classList.add("awake");
    clearTimeout(sleep);
    sleep = setTimeout(() => body.classList.remove("awake"), 2000);
  });

  // --- Search -------------------------------------------------------------------------------

  const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, " ");
  let texts = null;

  function search() {
    texts ??= slides.map((slide) => {
      const said = [slide.querySelector(".text"), ...slide.querySelectorAll(".notes p:not(.none)")];
      return said.map((part) => part.textContent).join(" ").replace(/\s+/g, " ").trim();
    });
    find(".search").showModal();
    find(".search input").select();
    list();
  }

  function list() {
    const wanted = plain(find(".search input").value).trim();
    const found = find(".search ol");
    found.replaceChildren();
    if (wanted) {
      slides.forEach((slide, index) => {
        const at = plain(texts[index]).indexOf(wanted);
        if (at >= 0) found.append(hit(slide, index, at, wanted.length));
      });
    }
    find(".search .count").textContent = wanted ? fill(words.found, found.childElementCount) : "";
  }

  function hit(slide, index, at, length) {
    const item = document.createElement("li");
    const button = document.createElement("button");
    const small = document.createElement("small");
    const start = Math.max(0, at - 24);
    button.type = "button";
    button.textContent = `${slide.dataset.number}. ${slide.dataset.title}`;
    small.textContent = `${start ? "…" : ""}${texts[index].slice(start, at + length + 48)}…`;
    button.append(small);
    button.addEventListener("click", () => {
      find(".search").close();
      show(index, steps(slide));
    });
    item.append(button);
    return item;
  }

  find(".search input").addEventListener("input", list);
  find(".search input").addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      find(".search li button")?.click();
    }
  });

  // --- Hands ----------------------------------------------------------------------------------

  const deeds = {
    back,
    next,
    search,
    full,
    theme,
    noted,
    presenter,
    grid: () => mode("grid"),
    keys: () => find(".keys").showModal(),
    paper: () => paper(false),
    "paper-notes": () => paper(true),
    timer: () => {
      started = Date.now();
      tell();
    },
    close: (event) => event.target.closest("dialog").close(),
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-do]");
    if (button) return deeds[button.dataset.do](event);
    const slide = event.target.closest(".slide");
    if (!slide || event.target.closest("a, .notes")) return;
    if (body.classList.contains("grid")) {
      show(slides.indexOf(slide));
      mode("grid", false);
    } else if (slide.classList.contains("next") || !getSelection().toString()) next();
  });

  let touched = null;
  document.addEventListener("touchstart", (event) => {
    touched = event.touches.length === 1 ? event.touches[0] : null;
  }, { passive: true });
  document.addEventListener("touchend", (event) => {
    if (!touched || body.classList.contains("grid") || event.target.closest(".notes, dialog")) return;
    const [end] = event.changedTouches;
    const [across, down] = [end.clientX - touched.clientX, end.clientY - touched.clientY];
    touched = null;
    if (Math.abs(across) < 40 || Math.abs(across) < 1.5 * Math.abs(down)) return;
    event.preventDefault();
    if (across < 0) next();
    else back();
  });

  const keys = {
    ArrowRight: next,
    ArrowDown: next,
    PageDown: next,
    " ": next,
    ArrowLeft: back,
    ArrowUp: back,
    PageUp: back,
    Backspace: back,
    Home: () => show(0),
    End: () => show(slides.length - 1),
    f: full,
    g: deeds.grid,
    o: deeds.grid,
    n: noted,
    p: presenter,
    t: theme,
    b: () => cover("black"),
    ".": () => cover("black"),
    w: () => cover("white"),
    "/": search,
    "?": deeds.keys,
    h: deeds.keys,
    Escape: () => {
      cover("");
      mode("grid", false);
    },
  };

  document.addEventListener("keydown", (event) => {
    const held = event.ctrlKey || event.metaKey || event.altKey;
    if (held || find("dialog[open]") || event.target.closest("input")) return;
    if (/^\d$/.test(event.key)) {
      typed += event.key;
      return;
    }
    if (event.key === "Enter" && typed) {
      const index = slides.findIndex((slide) => slide.dataset.number === String(Number(typed)));
      if (index >= 0) show(index);
      typed = "";
      event.preventDefault();
      return;
    }
    typed = "";
    const pressed = event.target.closest("button, a, .notes");
    if (pressed && (event.key === " " || event.key === "Enter" || /^(Arrow|Page)(Up|Down)$/.test(event.key))) return;
    const deed = keys[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!deed) return;
    event.preventDefault();
    deed();
  });

  // --- Time -----------------------------------------------------------------------------------

  const two = (number) => String(number).padStart(2, "0");
  function tick() {
    if (!body.classList.contains("speaks")) return;
    const time = new Date();
    const gone = started ? Math.floor((Date.now() - started) / 1000) : 0;
    find(".clock").textContent = `${two(time.getHours())}:${two(time.getMinutes())}`;
    find(".timer").textContent = `${two(Math.floor(gone / 60))}:${two(gone % 60)}`;
  }

  setInterval(tick, 500);

  body.classList.add("plays");
  if (presents) {
    mode("speaks", true);
    peer?.postMessage({ deckgen: "hello" }, "*");
  }
  window.addEventListener("hashchange", follow);
  follow();
})();
