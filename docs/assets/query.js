// What is meant by the words that somebody types, and which pages answer best.

const IGNORED = new Set(("a an and are at be been between by did do does for from had has have how in into is it its of on"
  + " or still that the their there they this to was were what when where which who whom whose why with").split(" "));
const MONTHS = "january february march april may june july august september october november december".split(" ");
const CANDIDATES = 15;
const SOURCES = 5;
const ARE_SOURCES = { source: "yes" }; // of a filter with more values, the index would differ from build to build
const FEW = 3;
// Who and what it is about stand above what happened; a place or a change is looked for by its own name alone.
const KINDS = { Actor: 1.2, Topic: 1.2, Meeting: 1.1, Place: .5, Change: .3 };

const plain = text => text.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
export const split = text => plain(text).replace(/['’ʼ]s?(?=\P{L}|$)/gu, " ").match(/[\p{L}\p{N}]+/gu) ?? [];

/** Return the words to look for: dates in words, and without those that only make a sentence of the others. */
export function words(typed) {
  const dated = typed.replace(/\b(\d{4})-(\d\d)(?:-(\d\d))?\b/g, (_, year, month, day) =>
    `${day ? Number(day) : ""} ${MONTHS[month - 1] ?? month} ${year}`);
  const all = [...new Set(split(dated))];
  const telling = all.filter(word => !IGNORED.has(word));
  return telling.length ? telling : all;
}

/** Return the known word that a mistyped one was to be, or the word itself if it begins one or none is near. */
export function mended(word, known) {
  const slips = word.length < 5 ? 0 : word.length < 8 ? 1 : 2;
  if (!slips || known.some(other => other.startsWith(word))) return word;
  const near = known.map(other => [distance(word, other), other]).filter(([steps]) => steps <= slips);
  return near.sort(([one], [two]) => one - two)[0]?.[1] ?? word;
}

// How many letters must be put in, left out, changed or swapped to make one word of another (optimal string alignment).
function distance(one, two) {
  if (Math.abs(one.length - two.length) > 2) return 3;
  const rows = [Array.from({ length: two.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= one.length; row++) {
    rows[row] = [row];
    for (let column = 1; column <= two.length; column++) {
      const same = one[row - 1] === two[column - 1];
      const swapped = row > 1 && column > 1 && one[row - 1] === two[column - 2] && one[row - 2] === two[column - 1];
      rows[row][column] = Math.min(rows[row - 1][column] + 1, rows[row][column - 1] + 1,
        rows[row - 1][column - 1] + !same, swapped ? rows[row - 2][column - 2] + 1 : 9);
    }
  }
  return rows[one.length][two.length];
}

/** Return the pages that answer, best first: those that have all words, or else the most of them. */
export async function find(pagefind, typed, known) {
  const wanted = words(typed).map(word => mended(word, known));
  const [pages, sources] = await Promise.all([
    best(await search(pagefind, wanted, { not: ARE_SOURCES }), CANDIDATES, wanted),
    best(await search(pagefind, wanted, ARE_SOURCES), SOURCES, wanted),
  ]);
  return [...pages, ...sources];
}

async function best(results, number, wanted) {
  const pages = await Promise.all(results.slice(0, number).map(async result => {
    const page = await result.data();
    return { ...page, score: Math.log1p(result.score) * closeness(page.meta, wanted) };
  }));
  return pages.sort((one, two) => two.score - one.score);
}

async function search(pagefind, wanted, filters) {
  const { results } = await pagefind.search(wanted.join(" "), { filters });
  if (results.length >= FEW || wanted.length < 2) return results;
  const found = new Map(results.map(result => [result.id, result]));
  for (const left of wanted) {
    const fewer = await pagefind.search(wanted.filter(word => word !== left).join(" "), { filters });
    for (const result of fewer.results) if (!found.has(result.id)) found.set(result.id, result);
  }
  return [...found.values()].sort((one, two) => two.score - one.score);
}

// A page that is called just what was typed answers better than one that has the words among many.
function closeness({ source = "", title = source, when = "", names = "", body = "", kind }, wanted) {
  const full = body.split("; ").map(name => `${title} ${when} ${name}`);
  const called = [title, when, ...full, ...names.split("; ")].map(name => new Set(words(name)));
  return (KINDS[kind] ?? 1) * (1 + 2 * Math.max(...called.map(name => shared(name, wanted))));
}

// From 0 to 1: a name should have all the words that are wanted, and then as few others as can be.
function shared(name, wanted) {
  const both = wanted.filter(word => [...name].some(other => other.startsWith(word))).length;
  return (both / wanted.length) ** 2 * Math.sqrt(Math.min(1, both / (name.size || 1)));
}
