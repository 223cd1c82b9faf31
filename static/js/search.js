"use strict";

/*
 * The search page. What is asked stands in the form and in the address; what is found is built node
 * by node, so that nothing an article says is ever read as HTML.
 */
(() => {
  const PAGE = 10;
  const CHOICES = ["source", "year", "topic", "named", "order"];
  const PAUSE = 200; // milliseconds after the last key
  const form = document.getElementById("search");
  const status = document.getElementById("search-status");
  const list = document.getElementById("search-results");
  const pattern = document.getElementById("search-result").content.firstElementChild;
  const more = document.getElementById("search-more");
  const field = form.elements.q;
  const { root, engines, none, meant, loading, broken, served } = form.dataset;
  const counts = JSON.parse(form.dataset.found);
  let engine = null;
  let asked = 0;
  let found = null;
  let timer = 0;

  /** Choose the engine: Pagefind where a server gives it, the script index everywhere else. */
  function opened() {
    const { script, pagefind } = JSON.parse(engines);
    const byScript = () => searchScript.open(root, script);
    const hasScript = script.length > 0;
    if (pagefind.length === 0 || location.protocol === "file:") return hasScript ? byScript() : null;
    const byPagefind = searchPagefind.open(root, pagefind);
    return hasScript ? byPagefind.catch(byScript) : byPagefind;
  }

  function question() {
    const choices = Object.fromEntries(CHOICES.map((name) => [name, form.elements[name]?.value ?? ""]));
    return { ...searchWords.queryOf(field.value), ...choices };
  }

  /** Ask what the form says, and show the first results. An answer that comes late is dropped. */
  async function ask() {
    clearTimeout(timer);
    remember();
    asked += 1;
    const number = asked;
    const asking = question();
    const { words, unwanted, marks } = asking;
    const narrowed = CHOICES.some((name) => name !== "order" && asking[name]);
    if (words.length === 0 && unwanted.length === 0 && !narrowed) return show(null, "");
    try {
      engine ??= opened();
      if (engine === null) return show(null, served);
      if (list.childElementCount === 0) status.textContent = loading;
      const answer = await (await engine).search(asking);
      const first = await answer.results(0, PAGE);
      if (number !== asked) return undefined;
      show(first, said(answer.count), marks);
      found = { ...answer, shown: first.length, marks };
      more.hidden = answer.count <= PAGE;
      const other = answer.count === 0 ? await respelled(await engine, asking) : "";
      if (other && number === asked) suggest(other);
    } catch (error) {
      engine = null;
      show(null, broken);
      throw error;
    }
    return undefined;
  }

  /** Spell anew what was typed, as words that articles hold are spelled; empty where that finds none. */
  async function respelled({ search, near }, asking) {
    let { typed } = asking;
    for (const word of near ? asking.words : []) {
      const other = await near(word);
      if (other) typed = searchWords.replaced(typed, word, other);
    }
    if (typed === asking.typed) return "";
    const { count } = await search({ ...asking, ...searchWords.queryOf(typed) });
    return count > 0 ? typed : "";
  }

  /** Lead to the same question in another spelling. */
  function suggest(typed) {
    const link = document.createElement("a");
    const asks = new URLSearchParams(location.search);
    asks.set("q", typed);
    link.href = `?${asks}`;
    link.dir = "auto";
    link.textContent = typed;
    const [before, behind] = meant.split("#");
    status.append(` ${before}`, link, behind);
  }

  function said(count) {
    if (count === 0) return none;
    const { lang } = document.documentElement;
    const words = counts[new Intl.PluralRules(lang).select(count)] ?? counts.other;
    return words.replace("#", count.toLocaleString(lang));
  }

  function show(results, words, marks = []) {
    more.hidden = true;
    status.textContent = words;
    list.replaceChildren(...(results ?? []).map((result) => item(result, marks)));
  }

  /** Show further results, and take the reader to the first of them. */
  async function showMore() {
    const { shown, marks, count } = found;
    const next = await found.results(shown, shown + PAGE);
    const items = next.map((result) => item(result, marks));
    list.append(...items);
    found.shown += next.length;
    more.hidden = found.shown >= count;
    items[0]?.querySelector("a").focus();
  }

  function item({ url, title, source, date, language, direction, passages }, words) {
    const made = pattern.cloneNode(true);
    const [headline, dek] = [made.querySelector(".headline"), made.querySelector(".dek")];
    for (const part of [headline, dek]) {
      part.lang = language === "und" ? "" : language;
      part.dir = direction;
    }
    const address = `${root}${url}index.html`;
    const { pieces, anchor } = searchWords.excerptOf(passages, words);
    headline.querySelector("a").href = address;
    headline.querySelector("bdi").replaceChildren(...marked(searchWords.marked(title, words)));
    const passage = anchor ? dek.appendChild(document.createElement("a")) : dek;
    if (anchor) passage.href = `${address}#${anchor}`;
    passage.append(...marked(pieces));
    made.querySelector(".date").textContent = date;
    made.querySelector(".source bdi").textContent = source;
    return made;
  }

  function marked(pieces) {
    return pieces.map(({ text, found: hit }) => {
      if (!hit) return text;
      const mark = document.createElement("mark");
      mark.textContent = text;
      return mark;
    });
  }

  /** Write what is asked into the address, so that it can be sent to somebody. */
  function remember() {
    const asks = Array.from(new FormData(form)).filter(([, value]) => value !== "");
    const query = new URLSearchParams(asks).toString();
    history.replaceState(null, "", query ? `?${query}` : location.pathname);
  }

  function recall() {
    for (const [name, value] of new URLSearchParams(location.search)) {
      const control = form.elements[name];
      if (control) control.value = value;
      if (control?.selectedIndex === -1) {
        control.add(new Option(value, value)); // one that is not among the most frequent
        control.value = value;
      }
    }
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    ask();
  });
  form.addEventListener("change", (event) => event.target !== field && ask());
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  more.addEventListener("click", showMore);
  field.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && field.value) {
      event.preventDefault();
      field.value = "";
      ask();
    } else if (event.key === "ArrowDown") step(event, -1, 1);
  });
  list.addEventListener("keydown", (event) => {
    const from = headlines().indexOf(event.target);
    if (from >= 0 && event.key === "ArrowDown") step(event, from, 1);
    if (from >= 0 && event.key === "ArrowUp") step(event, from, -1);
  });

  function headlines() {
    return Array.from(list.querySelectorAll(".headline a"));
  }

  /** Move the focus from one result to the next, and from the first back to the field. */
  function step(event, from, by) {
    event.preventDefault();
    [field, ...headlines()][from + 1 + by]?.focus();
  }

  recall();
  if (!location.search) field.focus({ preventScroll: true });
  ask();
})();
