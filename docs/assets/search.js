// The search: a dialog over any page, and the same in the page for it. site.js loads this when a reader asks for it.

const root = document.documentElement;
const site = new URL(root.dataset.root, location);
const filed = location.protocol === "file:"; // opened from a folder, where an address does not find its index.html
const WEIGHTS = { title: 5, names: 8, when: 5, source: 5, body: 3, kind: 0 };
const PAUSE = 120;

let engine;
const ready = load => engine ??= start(load);

async function start(load) {
  const [pagefind, query, names] = await Promise.all(
    [load("pagefind/pagefind.js"), load("assets/query.js"), fetch(new URL("data/words.json", site))]);
  await pagefind.options({
    basePath: new URL("pagefind/", site).href,
    noWorker: true, // one file less to wait for, and a search takes some milliseconds
    excerptLength: 24,
    ranking: { metaWeights: WEIGHTS },
  });
  await pagefind.init();
  return { pagefind, query, known: (await names.json()).words };
}

/** Return the pages that answer what was typed, best first; `load` gets a module of the site. */
export async function pages(typed, load = path => import(new URL(path, site))) {
  const { pagefind, query, known } = await ready(load);
  return query.find(pagefind, typed, known);
}

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

function shown(page) {
  const { title, source, kind = "Page", when } = page.meta;
  const address = new URL(page.raw_url.slice(1) + (filed ? "index.html" : ""), site);
  const excerpt = element("p");
  excerpt.innerHTML = page.excerpt; // escaped by Pagefind, which marks the words in it
  return element("li", {},
    element("a", { href: address.href }, source ?? title),
    element("span", { class: "when" }, when ? `${kind}, ${when}` : kind), excerpt);
}

const NOTHING = "Nothing found. Try fewer words, a name, a year or a place; names are known in Latin and Russian letters.";
const said = number => number ? `${number} ${number === 1 ? "result" : "results"}` : NOTHING;

/** Put the search into an element: a field, the number of results, and the list of them. */
export function fill(place, load) {
  const field = element("input", { type: "search", name: "q", "aria-label": "Search", autocomplete: "off",
    placeholder: "A name, a date, a place, a question" });
  const status = element("p", { role: "status" });
  const list = element("ol", { class: "results" });
  const form = element("form", { role: "search", action: new URL("search/", site).href }, field);
  let pause, latest;

  async function answer() {
    const typed = latest = field.value.trim();
    if (!typed) return list.replaceChildren(status.textContent = "");
    const found = await pages(typed, load).catch(() => null);
    if (typed !== latest) return;
    status.textContent = found ? said(found.length) : "The search is part of the built site, and is missing here.";
    list.replaceChildren(...(found ?? []).map(shown));
  }
  const links = () => [...list.querySelectorAll("a")];
  field.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(answer, PAUSE) });
  form.addEventListener("submit", async event => {
    event.preventDefault();
    await answer();
    links()[0]?.click();
  });
  place.addEventListener("keydown", event => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const stops = [field, ...links()];
    stops[stops.indexOf(document.activeElement) + step]?.focus();
  });
  place.append(form, status, list);
  ready(load).catch(() => {}); // loads while the reader types
  return { field, answer };
}

let dialog, panel;

/** Open the dialog; what had the focus gets it back when it is closed. */
export function open(load) {
  if (!dialog) {
    const close = element("button", { type: "button", class: "close" }, "Close");
    close.addEventListener("click", () => dialog.close());
    dialog = element("dialog", { class: "search", "aria-label": "Search" });
    panel = fill(dialog, load);
    panel.field.after(close);
    document.body.append(dialog);
    dialog.addEventListener("keydown", event => { // which in a search field would only empty it
      if (event.key === "Escape") event.preventDefault(), dialog.close();
    });
    dialog.addEventListener("click", event => { if (event.target === dialog) dialog.close() });
  }
  if (!dialog.open) dialog.showModal();
  panel.field.focus();
  panel.field.select();
}
