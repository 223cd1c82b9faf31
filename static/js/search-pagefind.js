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
    let last = null;
    const instance = ({ at }) => {
      if (!instances.has(at)) {
        last = started(createInstance, at, last);
        instances.set(at, last);
      }
      return instances.get(at);
    };
    await instance(places[0]);
    return { search: (question) => search(places, instance, question) };
  }

  /**
   * Start an instance when the one before it is ready: they share one WebAssembly module, which two
   * that load it at once would load twice, one of them over the other's memory.
   */
  async function started(createInstance, at, before) {
    await before;
    const instance = createInstance({ basePath: at.href, noWorker: true });
    await instance.search(""); // finds nothing, and answers when all is loaded
    return instance;
  }

  async function search(places, instance, question) {
    const { source, year, topic, named, order } = question;
    const chosen = Object.entries({ source, year, topic, named }).filter(([, value]) => value);
    const by = termOf(question) === null ? order || "newest" : order;
    const sort = { newest: { newest: "desc" }, oldest: { oldest: "asc" } }[by] ?? {};
    const found = await Promise.all(
      inOrder(places, by)
        .filter(({ years }) => !year || years.includes(year))
        .map(async (place) => asked(await instance(place), question, Object.fromEntries(chosen), sort)),
    );
    const results = by ? found.flat() : found.flat().sort((a, b) => b.score - a.score);
    return {
      count: results.length,
      results: (from, to) => Promise.all(results.slice(from, to).map(resultOf)),
    };
  }

  /**
   * Ask a shard for all the words. Pagefind passes over a word that its index does not hold, and other
   * shards may; hence each word is asked for by itself as well. What is unwanted is asked for too, and
   * left out of what is found.
   */
  async function asked(instance, question, filters, sort) {
    const term = termOf(question);
    const idsOf = async (one) => new Set((await instance.search(one, { filters })).results.map(({ id }) => id));
    const parts = term === null || term.startsWith('"') ? [] : term.split(/\s+/u);
    const words = parts.filter((part) => searchWords.phraseOf(part).length > 0);
    const { results } = await instance.search(term, { filters, sort });
    const each = await Promise.all(words.length < 2 ? [] : words.map(idsOf));
    const unwanted = await Promise.all(question.unwanted.map((part) => idsOf(quoted(part))));
    return results.filter(
      ({ id }) => each.every((ids) => ids.has(id)) && !unwanted.some((ids) => ids.has(id)),
    );
  }

  /** Order shards by time; the undated come last in any order. */
  function inOrder(places, order) {
    const undated = ({ years }) => years.length === 1 && years[0] === "undated";
    const dated = places.filter((place) => !undated(place));
    return [...(order === "newest" ? dated.reverse() : dated), ...places.filter(undated)];
  }

  /** What Pagefind is asked: a phrase where there is nothing else, all words where there is. */
  function termOf({ wanted, words, phrases }) {
    if (words.length === 0) return null;
    const text = searchWords.unquoted(wanted);
    const length = searchWords.phraseOf(text).length;
    const isPhrase = phrases.length === 1 && !phrases[0].begun && length === phrases[0].words.length;
    return isPhrase ? quoted(text) : searchWords.spaced(text);
  }

  const quoted = (text) => `"${searchWords.spaced(text).trim()}"`;

  async function resultOf(result) {
    const { meta, content, anchors } = await result.data();
    return {
      url: meta.at,
      title: searchWords.unspaced(meta.title),
      source: meta.source,
      date: meta.date,
      language: meta.language,
      direction: meta.direction,
      passages: passagesOf(content.split(/\s+/u), anchors),
    };
  }

  /** Cut the words of a text where anchors stand: [[anchor, text]]. */
  function passagesOf(words, anchors) {
    const ends = [...anchors.slice(1).map(({ location }) => location), words.length];
    return anchors.map(({ id, location }, i) => [
      id,
      searchWords.unspaced(words.slice(location, ends[i]).join(" ")),
    ]);
  }

  return { open };
})();
