// Narrows the register of meetings. What is chosen stands in the address, so that each choice can be linked to.
{
  const form = document.querySelector(".choices");
  const said = form.querySelector("[role=status]");
  const link = form.querySelector("a");
  const jump = document.querySelector(".jump");
  const years = [...document.querySelectorAll(".register tbody")];
  const rows = [...document.querySelectorAll(".register [data-year]")];
  const outcomes = form.dataset.outcomes.split(",");
  const own = ["body", "level", "status", "topic"];

  const tally = chosen => outcomes
    .map(words => [chosen.filter(row => row.dataset.outcome === words).length, words])
    .filter(([number]) => number)
    .map(([number, words]) => `${number} ${words}`).join(", ");

  // A meeting without a date is in no span of years.
  const within = (year, from, to) => !from && !to || year !== "" && year >= from && (!to || year <= to);

  const fits = (row, choice) => within(row.dataset.year, choice.from || "", choice.to || "")
    && own.every(name => !choice[name] || row.dataset[name].split(" ").includes(choice[name]));

  const chosen = () => Object.fromEntries([...new FormData(form)].filter(([, value]) => value));

  // One year is written as `year`, a span of years as `from` and `to`.
  const written = ({ from, to, ...others }) =>
    String(new URLSearchParams(from && from === to ? { year: from, ...others } : { ...from && { from }, ...to && { to }, ...others }));

  const show = choice => {
    for (const row of rows) row.hidden = !fits(row, choice);
    for (const year of years) {
      const left = [...year.querySelectorAll("[data-year]:not([hidden])")];
      year.hidden = !left.length;
      year.querySelector(".tally").textContent = tally(left);
    }
    const left = rows.filter(row => !row.hidden);
    said.textContent = `${left.length} of ${rows.length} meetings${left.length ? `: ${tally(left)}` : ""}`;
    link.href = `?${written(choice)}`;
    jump.hidden = Object.keys(choice).length > 0;
    link.hidden = !jump.hidden;
  };

  const changed = () => {
    show(chosen());
    history.replaceState(null, "", link.hidden ? location.pathname : link.href);
  };

  // An address may name what there is not: then nothing is chosen in that field.
  const read = () => {
    const given = new URLSearchParams(location.search);
    for (const { name, options } of form.querySelectorAll("select")) {
      const value = given.get(name) || (["from", "to"].includes(name) && given.get("year")) || "";
      form.elements[name].value = [...options].some(option => option.value === value) ? value : "";
    }
    show(chosen());
  };

  form.hidden = false;
  form.addEventListener("change", changed);
  form.addEventListener("submit", event => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(changed));
  addEventListener("popstate", read);
  read();
}
