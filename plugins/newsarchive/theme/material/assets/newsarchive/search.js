/* Search: loads the shards of the index that the typed words need, and shows what they name.
   The shards are scripts that call newsarchiveSearch(name, data): a page from disk can load them too. */
(() => {
  "use strict";
  const form = document.querySelector("[data-na-search]");
  if (!form) return;
  const box = form.querySelector("input"), count = document.getElementById("na-search-count");
  const results = document.getElementById("na-search-results");
  const { naSearch: folder, naRoot: root, naIndex: index } = form.dataset;
  const GROUPS = ["Names", "Articles", "Days", "Shared passages"];
  const FIRST = 8, MORE = 40, MOST_SHARDS = 4, PAUSE = 150;

  const node = (tag, attributes, ...children) => {
    const element = Object.assign(document.createElement(tag), attributes);
    element.append(...children);
    return element;
  };

  const loaded = {}, wanted = {};
  window.newsarchiveSearch = (name, data) => wanted[name]?.(data);

  const load = (name) => loaded[name] ??= new Promise((resolve, reject) => {
    wanted[name] = resolve;
    const onerror = () => { delete loaded[name]; reject(); };
    document.head.append(node("script", { src: `${folder}${name}.js`, onerror }));
  });

  const fold = (text, letters) => [...text.normalize("NFKD").replace(/\p{Mn}/gu, "").toLowerCase()]
    .map((letter) => letters[letter] ?? letter).join("");
  /* A day in figures is one word. */
  const words = (text, letters) => fold(text, letters).replace(/(\d{4})-(\d\d)-(\d\d)/g, "$1$2$3").match(/[\p{L}\p{N}]+/gu) ?? [];

  /* The shards of a series that may hold terms with this beginning. */
  const shardsOf = (series, cuts, start) => cuts.map((_, at) => `${series}-${at}`)
    .filter((_, at) => cuts[at].slice(0, start.length) <= start && !(cuts[at + 1] < start)).slice(0, MOST_SHARDS);

  /* The positions that postings.py has coded. */
  const positions = function* (coded) {
    let at = 0, step = 0;
    for (let sign = 0; sign < coded.length; sign++) {
      const code = coded.charCodeAt(sign);
      if (code > 92) step = step * 34 + code - 93;
      else { yield at += step * 57 + code - 35; step = 0; }
    }
  };

  /* Position → rank of the entries whose terms begin with `start`: 0 a whole word of a head, 3 a beginning in a text. */
  const lookUp = async ({ cuts }, start) => {
    const found = new Map();
    const find = async (series, rank) => {
      for (const shard of await Promise.all(shardsOf(series, cuts[series], start).map(load))) {
        for (const line of shard.split("!")) {
          if (!line.startsWith(start)) continue;
          const [term, coded] = line.split(" "), ours = term === start ? rank : rank + 1;
          for (const at of positions(coded)) if (ours < (found.get(at) ?? 9)) found.set(at, ours);
        }
      }
    };
    await Promise.all([find("names", 0), find("heads", 0), start.length > 2 && find("words", 2)]);
    return found;
  };

  const search = async (text) => {
    const manifest = await load("manifest"), common = new Set(manifest.common);
    const asked = [...new Set(words(text, manifest.letters))], telling = asked.filter((word) => !common.has(word));
    const [first, ...others] = await Promise.all((telling.length ? telling : asked).map((word) => lookUp(manifest, word)));
    return first && [...first].filter(([at]) => others.every((find) => find.has(at)))
      .map(([at, rank]) => [others.reduce((sum, find) => sum + find.get(at), rank), at])
      .sort((a, b) => a[0] - b[0] || a[1] - b[1]).map(([, at]) => at);
  };

  const entry = async (at, step) => (await load(`entries-${Math.floor(at / step)}`))[at % step];

  const line = ([label, address, detail, lang = "", ...names]) => node("li", {},
    node("a", { href: `${root}${address}${index}`, dir: "auto", lang }, label), " ",
    node("span", { className: "na-from" }, detail, ...names.flatMap(([name, lang]) => [" · ", node("bdi", { lang }, name)])));

  /* The manifest tells where each kind of entry begins: only what is shown is loaded. */
  const groupsOf = (found, { step, starts }) => Promise.all(GROUPS.map((title, number) => {
    const ours = found.filter((at) => at >= starts[number] && !(at >= starts[number + 1]));
    return ours.length ? group(title, ours, step) : "";
  }));

  const group = async (title, found, step) => {
    const list = node("ul", { className: "na-list" });
    const section = node("section", {}, node("h2", {}, `${title} (${found.length})`), list);
    const more = node("button", { type: "button", className: "md-button" }, "Show more");
    let shown = 0;
    const add = async (many) => {
      const next = found.slice(shown, shown + many);
      shown += next.length;
      list.append(...(await Promise.all(next.map((at) => entry(at, step)))).map(line));
      if (shown >= found.length) more.remove();
    };
    more.onclick = () => add(MORE);
    await add(FIRST);
    if (shown < found.length) section.append(more);
    return section;
  };

  let latest = 0, shown = 0, timer, typed = -PAUSE;
  const run = async () => {
    const ours = ++latest, text = box.value.trim();
    /* So that the way back from a page that was found leads to what was found. */
    try { if (text) history.replaceState(null, "", `?q=${encodeURIComponent(text)}`); } catch { /* not everywhere */ }
    try {
      const found = text && await search(text);
      /* Where nothing is told yet, what the first keys find is: somebody may type on and on. */
      if (count.textContent && ours !== latest) return;
      const groups = found ? await groupsOf(found, await load("manifest")) : [];
      if (ours < shown) return;
      shown = ours;
      results.replaceChildren(...groups);
      count.textContent = !found ? "" : found.length === 1 ? "1 page found" : `${found.length || "No"} pages found`;
    } catch {
      count.textContent = "The index of the search could not be loaded.";
    }
  };

  box.value = new URLSearchParams(location.search).get("q") ?? "";
  /* The first key finds at once; one that follows fast waits for the last. */
  box.addEventListener("input", ({ timeStamp }) => {
    clearTimeout(timer);
    timer = setTimeout(run, timeStamp - typed < PAUSE ? PAUSE : 0);
    typed = timeStamp;
  });
  form.addEventListener("submit", (event) => { event.preventDefault(); run(); });
  if (box.value) box.focus();
  load("manifest").then(run, run);
})();
