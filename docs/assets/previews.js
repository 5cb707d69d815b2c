// Previews of links to records: title, facts and summary beside a link that the mouse rests on or the keyboard reaches.
// What they say lies in data/previews/, a script a kind, which is loaded when the first such link asks for it.
"use strict";
{
  const site = new URL(document.documentElement.dataset.root, location);
  const preview = document.createElement("div");
  preview.id = "_preview";
  preview.setAttribute("role", "tooltip");
  preview.hidden = true;
  document.body.append(preview);
  const loading = {};
  let link = null;
  let timer = 0;

  // The kind and the id of the record that a link leads to; nothing for other links, and for links within the page.
  function target(anchor) {
    const url = new URL(anchor.href);
    if (!url.href.startsWith(site.href) || url.pathname === location.pathname) return null;
    return url.pathname.slice(site.pathname.length).match(/^([a-z]+)\/([a-z][a-z0-9-]*)\/(?:index\.html)?$/);
  }

  function load(kind) {
    loading[kind] ??= new Promise((loaded) => {
      const script = document.createElement("script");
      script.src = new URL(`data/previews/${kind}.js`, site);
      script.onload = script.onerror = loaded;
      document.head.append(script);
    });
    return loading[kind];
  }

  async function show(anchor) {
    const [, kind, id] = target(anchor);
    await load(kind);
    const words = globalThis.previews?.[kind]?.[id];
    if (!words || anchor !== link) return;
    preview.replaceChildren(...["strong", "small", "span"].map((tag, place) => {
      const line = document.createElement(tag);
      line.textContent = words[place];
      return line;
    }));
    anchor.removeAttribute("title");  // the browser would show it over the preview
    anchor.setAttribute("aria-describedby", preview.id);
    preview.hidden = false;
    place(anchor.getClientRects()[0]);
  }

  // Below the link, or above it where there is no room below, and never beyond the edge of the window.
  function place(beside) {
    const { offsetWidth: width, offsetHeight: height } = preview;
    const above = beside.bottom + height > innerHeight && beside.top > height;
    preview.style.left = `${Math.max(8, Math.min(beside.left, document.documentElement.clientWidth - width - 8))}px`;
    preview.style.top = `${scrollY + (above ? beside.top - height : beside.bottom)}px`;
  }

  function hide() {
    clearTimeout(timer);
    link?.removeAttribute("aria-describedby");
    link = null;
    preview.hidden = true;
  }

  function begin(anchor) {
    if (anchor === link) return clearTimeout(timer);
    hide();
    link = anchor;
    timer = setTimeout(() => show(anchor), 300);
  }

  const leave = () => { clearTimeout(timer); timer = setTimeout(hide, 250); };
  const asked = (event) => event.target.closest?.("main a[href]");
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse") return;
    const anchor = asked(event);
    if (anchor && target(anchor)) begin(anchor);
    else if (preview.contains(event.target)) clearTimeout(timer);
    else if (link) leave();
  });
  document.addEventListener("focusin", (event) => {
    const anchor = asked(event);
    if (anchor?.matches(":focus-visible") && target(anchor)) begin(anchor);
  });
  document.addEventListener("focusout", (event) => { if (event.target === link) leave(); });
  document.addEventListener("keydown", (event) => { if (event.key === "Escape") hide(); });
}
