"use strict";

/* The script index: src/newsarchive/searching/scripts.py says what its files hold. */
const searchScript = (() => {
  const [SATURATION, LENGTH] = [1.2, 0.75]; // BM25's k1 and b (Robertson and Zaragoza 2009)
  const [URL_, TITLE, SOURCE, TOPICS, NAMES, YEAR, DATE, LANGUAGE, DIRECTION] = [0, 1, 2, 3, 4, 5, 6, 7, 8];
  const [SAME, LONG] = [2, 6]; // letters that a near word shares, and a word has that may differ in two
  const waiting = new Map();
  let root = "";

  /** What each file of the index calls. */
  function receive(name, content) {
    waiting.get(name).resolve(content);
  }

  /** Load a file of the index, by its address without the ending, once. */
  function load(name, version = "") {
    if (!waiting.has(name)) {
      const entry = {};
      entry.promise = new Promise((resolve, reject) => Object.assign(entry, { resolve, reject }));
      waiting.set(name, entry);
      const script = document.createElement("script");
      script.src = `${root}${name}.js${version}`;
      script.addEventListener("error", () => {
        waiting.delete(name);
        entry.reject(new Error(`${script.src} cannot be loaded`));
      });
      document.head.append(script);
    }
    return waiting.get(name).promise;
  }

  /** Load a file of a shard. */
  function part(shard, name) {
    return load(shard.at + name, `?${shard.version}`);
  }

  /** Open the index whose shards, the oldest first, stand in some folders below the site's root. */
  async function open(siteRoot, folders) {
    root = siteRoot;
    const shards = await Promise.all(folders.map(async (at) => ({ at, ...(await load(`${at}articles`)) })));
    const catalogue = together(shards);
    return {
      search: (question) => search(catalogue, question),
      near: (word) => near(catalogue, word),
    };
  }

  /** Put shards together: an article's number is its place among all. */
  function together(shards) {
    let start = 0;
    for (const shard of shards) {
      shard.start = start;
      start += shard.articles.length;
    }
    return {
      shards,
      articles: shards.flatMap((shard) => shard.articles),
      lengths: shards.flatMap((shard) => shard.lengths),
      shardOf: shards.flatMap((shard) => shard.articles.map(() => shard)),
    };
  }

  async function search(catalogue, question) {
    const { words, solid, order } = question;
    const spellings = solid ? [question, { ...question, ...solid }] : [question];
    const found = await Promise.all(spellings.map((one) => answering(catalogue, one)));
    const scores = Array.from(new Map(found.flat()));
    const numbers = sorted(catalogue, scores, words.length > 0 ? order : order || "newest");
    return {
      count: numbers.length,
      results: (from, to) =>
        Promise.all(numbers.slice(from, to).map((number) => resultOf(catalogue, number))),
    };
  }

  /** Score the articles that answer a question, in one spelling of it: [[number, score]]. */
  async function answering(catalogue, question) {
    const { words, phrases, unwanted } = question;
    let scores = await scored(catalogue, words);
    scores = scores.filter(([number]) => chosen(catalogue, number, question));
    for (const phrase of phrases) {
      const held = await holding(catalogue, scores, phrase);
      scores = scores.filter(([number]) => held.has(number));
    }
    for (const part of unwanted) {
      const whole = { words: searchWords.phraseOf(part), begun: false };
      const held = await holding(catalogue, scores, whole);
      scores = scores.filter(([number]) => !held.has(number));
    }
    return scores;
  }

  /** Score the articles that hold every word: [[number, score]]. */
  async function scored(catalogue, words) {
    let scores = new Map(catalogue.articles.map((_, number) => [number, 0]));
    for (const found of await Promise.all(words.map((word) => scoresOf(catalogue, word)))) {
      scores = new Map(
        Array.from(scores)
          .filter(([number]) => found.has(number))
          .map(([number, score]) => [number, score + found.get(number)]),
      );
    }
    return Array.from(scores);
  }

  /** Score the articles that hold a word or longer ones that begin with it, which count for less. */
  async function scoresOf(catalogue, word) {
    const weights = new Map();
    for (const [other, places, shard] of await beginningWith(catalogue, word)) {
      for (const [place, weight] of decoded(places)) {
        const number = shard.start + place;
        weights.set(number, (weights.get(number) ?? 0) + (weight * word.length) / other.length);
      }
    }
    const scored = ([number, weight]) => [number, bm25(catalogue, number, weight, weights.size)];
    return new Map(Array.from(weights, scored));
  }

  function bm25(catalogue, number, weight, holders) {
    const all = catalogue.articles.length;
    catalogue.mean ??= catalogue.lengths.reduce((sum, length) => sum + length, 0) / all || 1;
    const rarity = Math.log(1 + (all - holders + 0.5) / (holders + 0.5));
    const long = 1 - LENGTH + (LENGTH * catalogue.lengths[number]) / catalogue.mean;
    return (rarity * weight * (SATURATION + 1)) / (weight + SATURATION * long);
  }

  /** Find the words that begin with a word, shard by shard: [[word, places, shard]]. */
  async function beginningWith(catalogue, word) {
    const found = await Promise.all(catalogue.shards.map((shard) => inShard(shard, word)));
    return found.flat();
  }

  /** The same in a shard; a single letter but of Han, kana and the like is whole. */
  async function inShard(shard, word) {
    const whole = word.length === 1 && searchWords.wordsOf(word + word).length === 1;
    const begins = (other) => (whole ? other === word : other.startsWith(word));
    const firsts = shard.firstWords;
    const names = firsts
      .map((first, i) => [first, firsts[i + 1], `words-${i}`])
      .filter(([first, next]) => (first <= word || begins(first)) && (next === undefined || next > word))
      .map(([, , name]) => name);
    const files = await Promise.all(names.map((name) => part(shard, name)));
    const entries = files.flatMap(Object.entries).filter(([other]) => begins(other));
    return entries.map(([other, places]) => [other, places, shard]);
  }

  /** Read "5A3B" as [[5, 1], [8, 2]]. */
  function decoded(places) {
    let number = 0;
    return Array.from(places.matchAll(/([0-9a-z]+)([A-Z])/g), ([, step, weight]) => {
      number += parseInt(step, 36);
      return [number, weight.charCodeAt(0) - 64];
    });
  }

  function chosen(catalogue, number, { source, year, topic, named }) {
    const article = catalogue.articles[number];
    const { sources, topics, names } = catalogue.shardOf[number];
    const holds = (numbers, all, name) => !name || numbers.some((i) => all[i] === name);
    return (
      (!source || sources[article[SOURCE]] === source) &&
      (!year || article[YEAR] === year) &&
      holds(article[TOPICS], topics, topic) &&
      holds(article[NAMES], names, named)
    );
  }

  /** Find which of some articles hold a phrase: the index tells of one word, the texts of several. */
  async function holding(catalogue, scores, phrase) {
    const whole = phrase.begun ? phrase.words.slice(0, -1) : phrase.words;
    const words = searchWords.soughtOf(whole);
    const holders = await Promise.all(words.map((word) => holdersOf(catalogue, word)));
    const likely = scores.map(([number]) => number).filter((number) => holders.every((some) => some.has(number)));
    if (phrase.words.length === 1 && words.length === 1) return new Set(likely);
    const held = await Promise.all(
      likely.map(async (number) => {
        const title = catalogue.articles[number][TITLE];
        const texts = [title, ...Object.values(await passagesOf(catalogue, number))];
        return texts.some((text) => searchWords.holds(text, phrase));
      }),
    );
    return new Set(likely.filter((_, i) => held[i]));
  }

  /** Find the articles that hold a word as it is; a single letter is the beginning of its pairs. */
  async function holdersOf(catalogue, word) {
    const found = await beginningWith(catalogue, word);
    const same = found.filter(([other]) => other === word || word.length === 1);
    return new Set(same.flatMap(([, places, shard]) => decoded(places).map(([place]) => shard.start + place)));
  }

  /**
   * Find the word that a reader may have meant by one that no article holds, nor a longer one: the
   * nearest that begins with the same two letters, and of several the one in most articles.
   */
  async function near(catalogue, word) {
    const start = Array.from(word).slice(0, SAME).join("");
    if (word.length <= SAME || (await beginningWith(catalogue, word)).length > 0) return "";
    const holders = new Map();
    for (const [other, places] of await beginningWith(catalogue, start)) {
      holders.set(other, (holders.get(other) ?? 0) + decoded(places).length);
    }
    const most = word.length < LONG ? 1 : 2;
    const steps = new Map(Array.from(holders.keys(), (other) => [other, searchWords.distance(word, other)]));
    const close = Array.from(holders.keys()).filter((other) => steps.get(other) <= most);
    const before = (a, b) => steps.get(a) - steps.get(b) || holders.get(b) - holders.get(a) || (a < b ? -1 : 1);
    return close.toSorted(before)[0] ?? "";
  }

  /** Order articles' numbers: the oldest has the lowest, and the undated come last in any order. */
  function sorted(catalogue, scores, order) {
    const undated = (number) => catalogue.articles[number][YEAR] === "undated";
    const orders = {
      oldest: (a, b) => a[0] - b[0],
      newest: (a, b) => undated(a[0]) - undated(b[0]) || (undated(a[0]) ? a[0] - b[0] : b[0] - a[0]),
    };
    const relevance = (a, b) => b[1] - a[1] || orders.newest(a, b);
    return scores.toSorted(orders[order] ?? relevance).map(([number]) => number);
  }

  /** Give an article's passages: {anchor: text}. */
  async function passagesOf(catalogue, number) {
    const shard = catalogue.shardOf[number];
    const place = number - shard.start;
    const texts = await part(shard, `text-${Math.floor(place / shard.textsInFile)}`);
    return texts[place % shard.textsInFile];
  }

  async function resultOf(catalogue, number) {
    const article = catalogue.articles[number];
    return {
      url: article[URL_],
      title: article[TITLE],
      source: catalogue.shardOf[number].sources[article[SOURCE]],
      date: article[DATE],
      language: article[LANGUAGE],
      direction: article[DIRECTION],
      passages: Object.entries(await passagesOf(catalogue, number)),
    };
  }

  return { open, receive };
})();
