"use strict";

/*
 * Pagefind behind the same face as the script index: src/newsarchive/searching/pagefind.py says what
 * it indexes. Each shard is an instance of its own: merged by Pagefind, results come in the order of
 * their scores whatever order was asked for.
 */
const searchPagefind = (() => {
  /** Open the shards, [{at, years}], the oldest first and the undated last, below a root. */
  async function open(root, shards) {
    const places = shards.map((shard) => ({ ...shard, at: new URL(root + shard.at, location.href) }));
    const { createInstance } = await import(new URL("pagefind.js", places[0].at));
    const instances = new Map();
    const instance = async ({ at }) => {
      if (!instances.has(at)) instances.set(at, started(createInstance, at));
      return instances.get(at);
    };
    await instance(places[0]);
    return { search: (question) => search(places, instance, question) };
  }

  async function started(createInstance, at) {
    const instance = createInstance({ basePath: at.href, language: "unknown" });
    await instance.init();
    return instance;
  }

  async function search(places, instance, question) {
    const { source, year, topic, order } = question;
    const chosen = Object.entries({ source, year, topic }).filter(([, value]) => value);
    const term = termOf(question);
    const by = term === null ? order || "newest" : order;
    const sort = { newest: { newest: "desc" }, oldest: { oldest: "asc" } }[by] ?? {};
    const found = await Promise.all(
      inOrder(places, by)
        .filter(({ years }) => !year || years.includes(year))
        .map(async (place) =>
          (await (await instance(place)).search(term, { filters: Object.fromEntries(chosen), sort })).results,
        ),
    );
    const results = by ? found.flat() : found.flat().sort((a, b) => b.score - a.score);
    return {
      count: results.length,
      results: (from, to) => Promise.all(results.slice(from, to).map(resultOf)),
    };
  }

  /** Order shards by time; the undated come last in any order. */
  function inOrder(places, order) {
    const undated = ({ years }) => years.length === 1 && years[0] === "undated";
    const dated = places.filter((place) => !undated(place));
    return [...(order === "newest" ? dated.reverse() : dated), ...places.filter(undated)];
  }

  /** What Pagefind is asked: a phrase where there is nothing else, all words where there is. */
  function termOf({ typed, words, phrases }) {
    if (words.length === 0) return null;
    const one = phrases.length === 1 && /^\s*["“„«][^"“”„«»]*["”“»]\s*$/u.test(typed);
    const text = searchWords.spaced(typed.replace(/["“”„«»]/gu, " "));
    return one ? `"${text.trim()}"` : text;
  }

  async function resultOf(result) {
    const { meta, content } = await result.data();
    const [title, text] = [meta.title, content].map(searchWords.unspaced);
    return {
      url: meta.at,
      title,
      source: meta.source,
      date: meta.date,
      language: meta.language,
      direction: meta.direction,
      text: text.startsWith(title) ? text.slice(title.length).replace(/^\.?\s+/u, "") : text,
    };
  }

  return { open };
})();
