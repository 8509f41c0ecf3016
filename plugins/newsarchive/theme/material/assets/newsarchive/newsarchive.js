/* Comfort for readers of an article. Nothing is fetched: all that a card says stands in the side column already.
   Without this script everything shows, and every link works. */
(() => {
  "use strict";
  /* On every page "/" leads to the search box, unless it is being typed. */
  const find = document.querySelector("[type=search]");
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.target.matches("input, textarea")) return;
    event.preventDefault();
    find?.select();
  });

  const page = document.querySelector(".na-article");
  if (!page) return;
  const text = page.querySelector(".na-text"), side = page.querySelector(".na-side");
  const inText = "[id] a[href]:not(.na-web), .na-ambiguous, span.na-date";

  /* What is hidden is remembered, where the browser lets a page remember. */
  const KEY = "newsarchive.hidden";
  const remembered = () => {
    try { return new Set(JSON.parse(localStorage.getItem(KEY)) || []); } catch { return new Set(); }
  };
  const remember = (hidden) => {
    try { localStorage.setItem(KEY, JSON.stringify([...hidden])); } catch { /* nothing is kept */ }
  };

  /* The switch. A kind that is off is plain text: its links lose their address and their title. */
  const linked = (...rooms) => rooms.map((room) => `[id] a[href*="/${room}/"]:not(.na-web)`).join();
  const KINDS = [
    ["people", "People", linked("people")],
    ["places", "Places", linked("places", "districts")],
    ["organisations", "Organisations", linked("organisations")],
    ["events", "Events", linked("events")],
    ["dates", "Dates", `${linked("dates")}, .na-date`],
    ["statements", "Statements", ".na-said"],
    ["passages", "Passages", ".na-passage"],
    ["notes", "Notes", ".na-note"],
  ];
  const hidden = remembered();
  const found = new Map(KINDS.map(([kind, , selector]) => [kind, [...text.querySelectorAll(selector)]]));
  const swap = (element, name, off) => {
    const kept = `data-${name}`, [from, to] = off ? [name, kept] : [kept, name];
    if (!element.hasAttribute(from)) return;
    element.setAttribute(to, element.getAttribute(from));
    element.removeAttribute(from);
  };
  const show = (kind) => {
    const off = hidden.has(kind);
    page.classList.toggle(`na-off-${kind}`, off);
    for (const element of found.get(kind)) ["href", "title"].forEach((name) => swap(element, name, off));
  };
  const box = (kind, label) => {
    const frame = document.createElement("label"), input = document.createElement("input");
    Object.assign(input, { type: "checkbox", checked: !hidden.has(kind) });
    input.addEventListener("change", () => {
      hidden[input.checked ? "delete" : "add"](kind);
      close();
      show(kind);
      remember(hidden);
    });
    frame.append(input, ` ${label}`);
    return frame;
  };
  const present = KINDS.filter(([kind]) => found.get(kind).length);
  if (present.length) {
    const set = document.createElement("fieldset"), legend = document.createElement("legend");
    set.className = "na-switch";
    legend.textContent = "Show";
    set.append(legend, ...present.map(([kind, label]) => box(kind, label)));
    page.querySelector(".na-head").append(set);
    present.forEach(([kind]) => show(kind));
  }

  /* Cards, one at a time: pointing, focusing or tapping opens one, Escape or going elsewhere closes it. */
  const card = document.createElement("div");
  Object.assign(card, { className: "na-card", id: "na-card", hidden: true });
  card.setAttribute("role", "group");
  card.setAttribute("aria-label", "Preview");
  page.append(card);
  let owner = null, timer = 0;
  const entry = (link) => {
    const address = link.getAttribute("href");
    return address && [...side.querySelectorAll("li")].find((item) => item.querySelector("a").getAttribute("href") === address);
  };
  const fill = (link) => {
    const item = entry(link), why = link.title || link.dataset.why;
    card.replaceChildren(...(item ? item.cloneNode(true).childNodes : []));
    if (!why || (item && why === item.querySelector("a").textContent)) return Boolean(item);
    const line = document.createElement("p");
    line.textContent = why;
    card.append(line);
    return true;
  };
  const place = (link) => {
    const at = link.getClientRects()[0] || link.getBoundingClientRect(), frame = page.getBoundingClientRect();
    const room = document.documentElement.clientWidth - card.offsetWidth - 8;
    const below = at.bottom + card.offsetHeight + 8 < innerHeight || at.top < card.offsetHeight + 80;
    card.style.left = `${Math.max(8, Math.min(at.left, room)) - frame.left}px`;
    card.style.top = `${(below ? at.bottom + 4 : at.top - card.offsetHeight - 4) - frame.top}px`;
  };
  const close = () => {
    clearTimeout(timer);
    if (!owner) return;
    owner.removeAttribute("aria-describedby");
    if (owner.dataset.why) [owner.title] = [owner.dataset.why];
    delete owner.dataset.why;
    owner = null;
    card.hidden = true;
  };
  const open = (link) => {
    clearTimeout(timer);
    if (owner === link) return;
    close();
    if (!fill(link)) return;
    owner = link;
    if (link.title) link.dataset.why = link.title;
    link.removeAttribute("title"); /* shown once is enough */
    link.setAttribute("aria-describedby", card.id);
    card.hidden = false;
    place(link);
  };
  const later = (step, time) => {
    clearTimeout(timer);
    timer = setTimeout(step, time);
  };
  const mention = (event) => (event.target.closest ? event.target.closest(".na-text [id]") && event.target.closest(inText) : null);
  const within = (event) => card.contains(event.target) || (owner && owner.contains(event.target));

  text.addEventListener("pointerover", (event) => {
    const link = event.pointerType === "mouse" && mention(event);
    if (link) later(() => open(link), 250);
  });
  text.addEventListener("pointerout", (event) => {
    if (event.pointerType === "mouse" && mention(event)) later(close, 300);
  });
  card.addEventListener("pointerenter", () => clearTimeout(timer));
  card.addEventListener("pointerleave", (event) => event.pointerType === "mouse" && later(close, 300));
  text.addEventListener("focusin", (event) => {
    const link = mention(event);
    if (link && link.matches(":focus-visible")) open(link);
  });
  document.addEventListener("focusin", (event) => owner && !within(event) && close());
  /* The first tap shows the card, whose own link leads on. */
  text.addEventListener("click", (event) => {
    const link = event.pointerType === "touch" && mention(event);
    if (!link || owner === link) return;
    open(link);
    if (owner === link) event.preventDefault();
  });
  document.addEventListener("pointerdown", (event) => owner && !within(event) && close());
  document.addEventListener("keydown", (event) => {
    if (!owner) return;
    const back = owner;
    if (event.key === "Escape") {
      if (card.contains(document.activeElement)) back.focus();
      close();
    } else if (event.key === "ArrowDown" && document.activeElement === owner && card.querySelector("a")) {
      event.preventDefault();
      card.querySelector("a").focus();
    }
  });
  text.querySelectorAll(".na-ambiguous").forEach((element) => { element.tabIndex = 0; });

  /* A way from the side column to a block lights up what it is about. */
  side.addEventListener("click", (event) => {
    const spot = event.target.closest('small a[href^="#"]');
    if (!spot) return;
    text.querySelectorAll(".na-lit").forEach((element) => element.classList.remove("na-lit"));
    const address = spot.closest("li").querySelector("a").getAttribute("href");
    const block = document.getElementById(spot.hash.slice(1));
    [...block.querySelectorAll("a")].filter((link) => link.getAttribute("href") === address)
      .forEach((link) => link.classList.add("na-lit"));
  });

  /* Citations: a button that copies, where the browser lets a page write there. */
  if (navigator.clipboard) {
    for (const form of page.querySelectorAll(".na-cite pre")) {
      const button = Object.assign(document.createElement("button"), { type: "button", textContent: "Copy" });
      button.addEventListener("click", async () => {
        try {
          await navigator.clipboard.writeText(form.textContent);
          button.textContent = "Copied";
        } catch {
          getSelection().selectAllChildren(form);
        }
      });
      form.before(button);
    }
  }

  /* Print shows what the margin folds, and folds it again afterwards. */
  let unfolded = [];
  addEventListener("beforeprint", () => {
    unfolded = [...text.querySelectorAll("details:not([open])")];
    unfolded.forEach((fold) => { fold.open = true; });
  });
  addEventListener("afterprint", () => unfolded.forEach((fold) => { fold.open = false; }));
})();
