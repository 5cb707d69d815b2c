// What a page can do beyond being read. Without it everything is there all the same.
"use strict";
{
  const root = document.documentElement;

  // Light or dark: as the system has it, until the reader chooses.
  const dark = () => getComputedStyle(root).colorScheme === "dark"
    || (root.dataset.scheme || "") === "" && matchMedia("(prefers-color-scheme: dark)").matches;
  const button = document.querySelector(".scheme");
  button.hidden = false;
  button.addEventListener("click", () => {
    root.dataset.scheme = dark() ? "light" : "dark";
    try { localStorage.setItem("scheme", root.dataset.scheme) } catch { /* kept for this page only */ }
  });

  // The search: loaded when it is asked for, by the button, by / or by Ctrl-K.
  const site = new URL(root.dataset.root, location);
  const served = path => import(new URL(path, site));
  const load = location.protocol === "file:" ? fromFolder : served;

  async function search(event) {
    event.preventDefault();
    (await load("assets/search.js")).open(load);
  }
  const writing = element => element.matches("input, textarea, select, [contenteditable]");
  document.querySelector(".find").addEventListener("click", search);
  document.addEventListener("keydown", event => {
    const asked = event.key === "/" ? !writing(event.target) && !event.ctrlKey && !event.metaKey && !event.altKey
      : event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
    if (asked) search(event);
  });
  const place = document.querySelector("#search");
  if (place) load("assets/search.js").then(({ fill }) => {
    const { field, answer } = fill(place, load);
    field.value = new URLSearchParams(location.search).get("q") ?? "";
    field.focus();
    answer();
  });

  // A browser loads no modules from a folder on disk: there, one plain script brings them and all that they fetch.
  async function fromFolder(path) {
    if (!window.filed) await new Promise((done, failed) => {
      const script = document.createElement("script");
      Object.assign(script, { src: new URL("assets/filed.js", site), onload: done, onerror: failed });
      document.head.append(script);
    });
    return import(window.filed(path));
  }
}
