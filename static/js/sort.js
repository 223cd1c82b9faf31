// Reorders the articles on a page by title, source or length. The page comes in the order of dates.
"use strict";
(() => {
  const bar = document.querySelector(".sorting");
  const listing = document.querySelector(".listing");
  if (!bar || !listing) return;

  const lists = [...listing.querySelectorAll(".entries")];
  const places = lists.flatMap((list) => [...list.children].map((entry) => ({ entry, list })));
  const days = new Map(places.filter(({ entry }) => !entry.querySelector(".when")).map(dayOf));
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const text = (entry, name) => entry.querySelector(name)?.textContent.trim() ?? "";
  const orders = {
    title: (a, b) => collator.compare(text(a, ".headline"), text(b, ".headline")),
    source: (a, b) => collator.compare(text(a, ".source"), text(b, ".source")),
    length: (a, b) => b.dataset.words - a.dataset.words,
  };

  // Under the heading of a day, articles do not say their day again; elsewhere they must.
  function dayOf({ entry, list }) {
    const day = document.createElement("p");
    day.className = "when";
    day.textContent = list.closest(".group").querySelector("h2")?.textContent ?? "";
    return [entry, day];
  }

  function sort(name) {
    const order = orders[name];
    const entries = places.map((place) => place.entry);
    if (order) lists[0].append(...entries.sort(order));
    else places.forEach(({ entry, list }) => list.append(entry));
    for (const [entry, day] of days)
      if (order && day.textContent) entry.prepend(day);
      else day.remove();
    listing.classList.toggle("reordered", Boolean(order));
    for (const button of bar.querySelectorAll("button"))
      button.setAttribute("aria-pressed", String(button.dataset.order === name));
  }

  bar.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button) sort(button.dataset.order);
  });
})();
