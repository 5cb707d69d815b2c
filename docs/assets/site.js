// What a page can do beyond being read. Without it everything is there all the same.

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
