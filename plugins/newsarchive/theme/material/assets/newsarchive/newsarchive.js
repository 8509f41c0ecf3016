/* Comfort for readers. Nothing is fetched; without it everything shows, and every link works. */
(() => {
  "use strict";
  const all = (within, selector) => [...within.querySelectorAll(selector)];
  const on = (target, type, step) => target.addEventListener(type, step);
  const make = (tag, traits, ...inside) => {
    const element = Object.assign(document.createElement(tag), traits);
    element.append(...inside);
    return element;
  };
  /* What a reader chose is remembered, where the browser lets a page remember. */
  const remembered = (what) => {
    try { return JSON.parse(localStorage[`newsarchive.${what}`]); } catch { return null; }
  };
  const remember = (what, chosen) => {
    try { localStorage[`newsarchive.${what}`] = JSON.stringify(chosen); } catch { /* nothing is kept */ }
  };

  /* On every page "/" leads to the search box, unless it is being typed. */
  const find = document.querySelector("[type=search]");
  on(document, "keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.target.matches("input, textarea")) return;
    event.preventDefault();
    find?.select();
  });

  /* The choice of colours. The page itself puts on those that were chosen, or else the system's, before it shows. */
  const colours = document.querySelector(".na-colours");
  if (colours) {
    const options = JSON.parse(colours.dataset.options), dark = matchMedia("(prefers-color-scheme: dark)");
    const { dataset } = document.body, system = !remembered("colours");
    let at = Math.max(0, options.findIndex(([, day, night]) => (night ? system : day === dataset.mdColorScheme)));
    const put = () => {
      const [title, day, night] = options[at];
      Object.assign(colours, { title, value: at });
      dataset.mdColorScheme = night && dark.matches ? night : day;
      return night ? "" : day;
    };
    put();
    on(dark, "change", put);
    on(colours, "click", () => {
      at = (at + 1) % options.length;
      remember("colours", put());
    });
  }

  /* What scrolls is reached by the keyboard. */
  for (const code of all(document, "pre > code")) if (code.scrollWidth > code.clientWidth) code.tabIndex = 0;

  const page = document.querySelector(".na-article");
  if (!page) return;
  const text = page.querySelector(".na-text"), side = page.querySelector(".na-side");
  const inText = "[id] a[href]:not(.na-web), .na-ambiguous, .na-date";

  /* The switch. A kind that is off is plain text: its links lose their address and their title. */
  const linked = (...rooms) => rooms.map((room) => `[id] a[href*="/${room}/"]:not(.na-web)`).join();
  const KINDS = [
    ["People", linked("people")],
    ["Places", linked("places", "districts")],
    ["Organisations", linked("organisations")],
    ["Events", linked("events")],
    ["Dates", `${linked("dates")}, .na-date`],
    ["Statements", ".na-said"],
    ["Passages", ".na-passage"],
    ["Notes", ".na-note"],
  ];
  const hidden = new Set(remembered("hidden"));
  const found = new Map(KINDS.map(([kind, selector]) => [kind, all(text, selector)]));
  const swap = (element, name, off) => {
    const kept = `data-${name}`, [from, to] = off ? [name, kept] : [kept, name];
    if (!element.hasAttribute(from)) return;
    element.setAttribute(to, element.getAttribute(from));
    element.removeAttribute(from);
  };
  const show = (kind) => {
    const off = hidden.has(kind);
    page.classList.toggle(`na-off-${kind.toLowerCase()}`, off);
    for (const element of found.get(kind)) ["href", "title"].forEach((name) => swap(element, name, off));
  };
  const box = (kind) => {
    const input = make("input", { type: "checkbox", checked: !hidden.has(kind) });
    on(input, "change", () => {
      hidden[input.checked ? "delete" : "add"](kind);
      close();
      show(kind);
      remember("hidden", [...hidden]);
    });
    return make("label", {}, input, ` ${kind}`);
  };
  const present = [...found.keys()].filter((kind) => found.get(kind).length);
  if (present.length) {
    const boxes = present.map(box), legend = make("legend", {}, "Show");
    page.querySelector(".na-head").append(make("fieldset", { className: "na-switch" }, legend, ...boxes));
    present.forEach(show);
  }

  /* Cards, one at a time: pointing, focusing or tapping opens one, Escape or going elsewhere closes it. */
  const card = make("div", { className: "na-card", id: "na-card", hidden: true, role: "group" });
  card.setAttribute("aria-label", "Preview");
  page.append(card);
  let owner = null, timer = 0;
  const entry = ({ href }) => href && all(side, "li").find((item) => item.querySelector("a").href === href);
  /* The mentions before and after: `NUMBER.BLOCK`, of which article, `SLUG DAY`; in a day, `9c`, months are letters. */
  const [articles, steps] = JSON.parse(side.querySelector("script").text).map((joined) => joined.split("|"));
  const spelled = (_, day, month) => `${day} ${"JanFebMarAprMayJunJulAugSepOctNovDec".substr(parseInt(month, 22) * 3 - 30, 3)}`;
  const ways = (found, address) => found.split(" ").map((step, after) => {
    const [at, block] = step.split("."), [, slug, date] = /(\S+) (.*)/.exec(articles[at]) || [];
    const day = date?.replace(/^(\d+)([a-l])/, spelled), href = `${address.replace(/.*\//, `../${slug}/`)}#p${block}`;
    return step && make("a", { href }, after ? `${day} →` : `← ${day}`);
  });
  /* What an entry does not say is what its address says: people are persons, organisations organisations. */
  const said = (link) => {
    const line = make("p", {}, /\/people\//.test(link) ? "person" : "organisation");
    card.append(line);
    return line;
  };
  const fill = (link) => {
    const item = entry(link), why = link.title || link.dataset.why;
    card.replaceChildren(...(item ? item.cloneNode(true).childNodes : []));
    const found = item && steps[all(side, "li").indexOf(item)];
    if (found) (card.querySelector("p") || said(link)).append(...ways(found, link.getAttribute("href")));
    if (!why || (item && why === item.querySelector("a").textContent)) return Boolean(item);
    card.append(make("p", {}, why));
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
  const mention = ({ target }) => target.closest?.(".na-text [id]") && target.closest(inText);
  const within = (event) => card.contains(event.target) || (owner && owner.contains(event.target));

  on(text, "pointerover", (event) => {
    const link = event.pointerType === "mouse" && mention(event);
    if (link) later(() => open(link), 250);
  });
  on(text, "pointerout", (event) => {
    if (event.pointerType === "mouse" && mention(event)) later(close, 300);
  });
  on(card, "pointerenter", () => clearTimeout(timer));
  on(card, "pointerleave", (event) => event.pointerType === "mouse" && later(close, 300));
  on(text, "focusin", (event) => {
    const link = mention(event);
    if (link && link.matches(":focus-visible")) open(link);
  });
  for (const type of ["focusin", "pointerdown"]) on(document, type, (event) => owner && !within(event) && close());
  /* The first tap shows the card, whose own link leads on. */
  on(text, "click", (event) => {
    const link = event.pointerType === "touch" && mention(event);
    if (!link || owner === link) return;
    open(link);
    if (owner === link) event.preventDefault();
  });
  on(document, "keydown", (event) => {
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
  all(text, ".na-ambiguous, .na-date").forEach((element) => { element.tabIndex = 0; });

  /* A way from the side column to a block lights up what it is about. */
  on(side, "click", (event) => {
    const spot = event.target.closest('a[href^="#"]');
    if (!spot) return;
    const { href } = spot.closest("li").querySelector("a");
    for (const link of all(text, "a")) link.classList.toggle("na-lit", !!link.closest(spot.hash) && link.href === href);
  });

  /* Citations: a button that copies, where the browser lets a page write there. */
  for (const form of navigator.clipboard ? all(page, ".na-cite pre") : []) {
    const button = make("button", { type: "button" }, "Copy");
    const select = () => getSelection().selectAllChildren(form), done = () => { button.textContent = "Copied"; };
    on(button, "click", () => navigator.clipboard.writeText(form.textContent).then(done, select));
    form.before(button);
  }
})();
