"use strict";

/*
 * What a word is to the search: the same as src/newsarchive/searching/words.py says, to which a test
 * holds this file. And where the words stand in a text, for excerpts.
 */
const searchWords = (() => {
  const SOLID =
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff";
  const LETTERS = {
    ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", ł: "l", ı: "i", þ: "th", ς: "σ",
    ي: "ی", ى: "ی", ك: "ک", ة: "ه", ـ: "",
  };
  const JOINERS = /(?<=[\p{L}\p{N}])['’‘ʼʻʹʿʾ\u200c\u200d\u00ad](?=[\p{L}\p{N}])/gu;
  const WORD = new RegExp(`[${SOLID}]+|(?:(?![${SOLID}])[\\p{L}\\p{N}])+`, "gu");
  const IS_SOLID = new RegExp(`[${SOLID}]`, "u");
  const QUOTES = "\"“”„«»「」『』";
  const QUOTED = new RegExp(`[${QUOTES}](.+?)[${QUOTES}]`, "gu");
  const JOINED = /[\p{L}\p{M}\p{N}'’]+(?:[-\u2010\u2011][\p{L}\p{M}\p{N}'’]+)+/gu;
  const HYPHEN = /(?<=\p{L}\p{M}*)[-\u2010\u2011](?=[\p{L}\p{N}])/gu;
  const UNWANTED = new RegExp(`(?<=^|\\s)-([${QUOTES}][^${QUOTES}]+[${QUOTES}]|\\S+)`, "gu");
  const known = new Map();

  function foldedLetter(letter) {
    let folded = known.get(letter);
    if (folded === undefined) {
      const bare = letter.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "");
      folded = Array.from(bare, (part) => LETTERS[part] ?? part).join("");
      known.set(letter, folded);
    }
    return folded;
  }

  /** Spell a text without case, accents, vowel signs and apostrophes inside words. */
  function folded(text) {
    return Array.from(text, foldedLetter).join("").replace(JOINERS, "");
  }

  /** Cut a text into the words that it is found by. */
  function wordsOf(text) {
    return (folded(text).match(WORD) ?? []).flatMap((run) =>
      IS_SOLID.test(run) ? pairsOf(run) : [run],
    );
  }

  function pairsOf(run) {
    const letters = Array.from(run);
    return letters.map((letter, i) => letter + (letters[i + 1] ?? ""));
  }

  /** Part the letters of scripts without blanks, by blanks. */
  function spaced(text) {
    return text.replace(new RegExp(IS_SOLID, "gu"), "$& ");
  }

  /** Undo `spaced`, but for blanks before letters of other scripts, which may have been there. */
  function unspaced(text) {
    return text.replace(new RegExp(`([${SOLID}]) (?=[${SOLID}]|[^\\p{L}\\p{N}]|$)`, "gu"), "$1");
  }

  /** Cut a text into words that stand next to each other; of scripts without blanks, into runs. */
  function phraseOf(text) {
    return folded(text).match(WORD) ?? [];
  }

  /**
   * Give the words that an index is asked for, to find some runs of letters.
   * The last letter of a run without blanks is a word of its own only where it stands alone.
   */
  function soughtOf(runs) {
    const words = runs.flatMap((run) =>
      IS_SOLID.test(run) && Array.from(run).length > 1 ? pairsOf(run).slice(0, -1) : [run],
    );
    return Array.from(new Set(words));
  }

  const unquoted = (text) => text.replace(new RegExp(`[${QUOTES}]`, "gu"), " ").trim();

  /**
   * Cut what a reader typed into words and phrases. A phrase stands in quotation marks, or is of words
   * that a hyphen joins, of which the last may be only begun. Where hyphens join words, `solid` is the
   * same question with each of them written as one word. What no article may hold stands behind a
   * minus. Words of phrases are not marked where they stand alone.
   */
  function queryOf(typed) {
    const wanted = typed.replace(UNWANTED, " ");
    const bare = wanted.replace(QUOTED, " ");
    const solid = bare.replace(HYPHEN, "");
    const parts = (text, pattern) => Array.from(text.matchAll(pattern), ([, part]) => unquoted(part));
    const quoted = parts(wanted, QUOTED).map((part) => ({ words: phraseOf(part), begun: false }));
    const asked = readingOf(bare, quoted);
    return {
      typed,
      wanted,
      ...asked,
      solid: solid === bare ? null : readingOf(solid, quoted),
      unwanted: parts(typed, UNWANTED).filter((part) => phraseOf(part).length > 0),
      marks: [...asked.phrases, ...soughtOf(phraseOf(solid.replace(JOINED, " ")))],
    };
  }

  /** Give all words and phrases of what was typed in quotation marks and beside them. */
  function readingOf(bare, quoted) {
    const joined = (bare.match(JOINED) ?? []).map((part) => ({ words: phraseOf(part), begun: true }));
    return {
      words: soughtOf([...quoted.flatMap(({ words }) => words), ...phraseOf(bare)]),
      phrases: [...quoted, ...joined].filter(({ words }) => words.length > 0),
    };
  }

  /** How many letters must be left out, put in, changed or swapped to make one word of another. */
  function distance(word, other) {
    const [from, to] = [Array.from(word), Array.from(other)];
    const rows = [Array.from({ length: to.length + 1 }, (_, column) => column)];
    for (const [i, letter] of from.entries()) {
      const row = [i + 1];
      for (const [j, its] of to.entries()) {
        const swapped = i > 0 && j > 0 && letter === to[j - 1] && from[i - 1] === its;
        const steps = [rows[i][j + 1] + 1, row[j] + 1, rows[i][j] + (letter === its ? 0 : 1)];
        row.push(Math.min(...steps, swapped ? rows[i - 1][j - 1] + 1 : Infinity));
      }
      rows.push(row);
    }
    return rows[from.length][to.length];
  }

  /** Write one word for another where a reader typed it, or a word that begins with it. */
  function replaced(typed, word, other) {
    return marked(typed, [word]).map(({ text, found }) => (found ? other : text)).join("");
  }

  /** Fold a text letter by letter and remember where each folded letter came from. */
  function mapped(text) {
    const places = [];
    let letters = "";
    let place = 0;
    for (const letter of text) {
      const spelled = foldedLetter(letter);
      letters += spelled;
      for (let i = 0; i < spelled.length; i += 1) places.push(place);
      place += letter.length;
    }
    places.push(place);
    const joined = new Set(Array.from(letters.matchAll(JOINERS), (match) => match.index));
    return {
      letters: Array.from({ length: letters.length }, (_, i) => (joined.has(i) ? "" : letters[i])).join(""),
      places: places.filter((_, i) => !joined.has(i)),
    };
  }

  /** Spell a word as a pattern, in which a hyphen may stand behind any letter but the last. */
  function spelled(word) {
    if (IS_SOLID.test(word)) return word;
    return word.replace(/(?<=\p{L})(?=[\p{L}\p{N}])/gu, "[-\u2010]?");
  }

  function patternOf(word) {
    if (typeof word === "object") return phrasePattern(word);
    return IS_SOLID.test(word) ? word : `(?<![\\p{L}\\p{N}])${spelled(word)}[\\p{L}\\p{N}]*`;
  }

  /** Find words, and words that begin with them: [from, to, which word] in the text's own letters. */
  function placesOf(words, text) {
    if (words.length === 0) return [];
    const { letters, places } = mapped(text);
    const pattern = new RegExp(words.map((word) => `(${patternOf(word)})`).join("|"), "gu");
    return Array.from(letters.matchAll(pattern), (match) => [
      places[match.index],
      places[match.index + match[0].length],
      match.slice(1).findIndex((group) => group !== undefined),
    ]);
  }

  function phrasePattern({ words, begun }) {
    const pattern = words.map(spelled).join("[^\\p{L}\\p{N}]+");
    const end = begun ? "[\\p{L}\\p{N}]*" : "(?![\\p{L}\\p{N}])";
    return IS_SOLID.test(words[0]) ? pattern : `(?<![\\p{L}\\p{N}])${pattern}${end}`;
  }

  /** Whether a text holds a phrase, its words next to each other. */
  function holds(text, phrase) {
    return new RegExp(phrasePattern(phrase), "u").test(folded(text));
  }

  /** Cut a text at the places of words: [{text, found}]. */
  function marked(text, words) {
    const pieces = [];
    let end = 0;
    for (const [from, to] of placesOf(words, text)) {
      if (from < end) continue;
      pieces.push({ text: text.slice(end, from), found: false }, { text: text.slice(from, to), found: true });
      end = to;
    }
    pieces.push({ text: text.slice(end), found: false });
    return pieces.filter((piece) => piece.text !== "");
  }

  /**
   * Cut the part out of passages, [[anchor, text]], that holds most of the words.
   * The anchor is that of the passage with the first of them, and empty where there is none.
   */
  function excerptOf(passages, words, length = 280) {
    const text = passages.map(([, passage]) => passage).join("\n");
    const places = placesOf(words, text);
    const worth = (which) => (typeof words[which] === "object" ? words.length : 1);
    const near = (from) => places.filter(([at, to]) => at >= from && to <= from + length * 0.8);
    const seen = (from) =>
      Array.from(new Set(near(from).map(([, , which]) => which))).reduce((sum, i) => sum + worth(i), 0);
    let best = places[0]?.[0] ?? 0;
    let most = 0;
    for (const [from] of places.slice(0, 200)) {
      const number = seen(from);
      if (number > most) [best, most] = [from, number];
    }
    const from = wordStart(text, Math.max(0, best - length * 0.2));
    const to = wordStart(text, Math.min(text.length, from + length));
    const pieces = marked(text.slice(from, to).replaceAll("\n", " "), words);
    if (from > 0) pieces.unshift({ text: "… ", found: false });
    if (to < text.length) pieces.push({ text: " …", found: false });
    return { pieces, anchor: places.length > 0 ? anchorAt(passages, best) : "" };
  }

  /** Give the anchor of the passage that a place of the joined text lies in. */
  function anchorAt(passages, place) {
    let end = 0;
    return passages.find(([, passage]) => (end += passage.length + 1) > place)[0];
  }

  /** Step back from a place to the blank before it, unless that is far. */
  function wordStart(text, place) {
    const at = Math.floor(place);
    if (at <= 0 || at >= text.length) return at;
    const before = text.slice(Math.max(0, at - 30), at + 1).search(/\s\S*$/u);
    return before < 0 ? at : Math.max(0, at - 30) + before + 1;
  }

  return {
    wordsOf, phraseOf, soughtOf, queryOf, unquoted, spaced, unspaced,
    holds, marked, excerptOf, distance, replaced,
  };
})();
