// Puts a button beside the name of each ready citation that copies it. Without this the citations are there to be selected.
"use strict";
{
  const told = document.createElement("p");
  told.setAttribute("aria-live", "polite");

  async function copy(block) {
    told.textContent = "";  // else the same word is not told twice
    getSelection().selectAllChildren(block);
    try {
      await navigator.clipboard.writeText(block.textContent);
      told.textContent = "Copied";
    } catch {  // no clipboard where the page is a file on disk
      told.textContent = "Selected; copy it with your keyboard";
    }
  }

  for (const block of document.querySelectorAll(".cite pre")) {
    const label = block.closest("dd").previousElementSibling;
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = "Copy";
    button.setAttribute("aria-label", `Copy ${label.textContent}`);
    button.addEventListener("click", () => copy(block));
    label.append(" ", button);
  }
  document.querySelector(".cite")?.append(told);
}
