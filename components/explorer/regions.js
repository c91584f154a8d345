// Regions by what people write: other names, abbreviations, a type before or behind, letters written together, one slip.
// The writings come from the gazetteer that reads uploaded files, so that both know the same.

import { plain } from "./plain.js";

const NEAR = 0.75; // one slip in a name of four letters
const SURE = 2; // grades up to this one are what was written; after it come parts and slips

// The type in front, behind or glued, and the words of the name.
function read(text, { types, glued, written, administrative }) {
  let words = plain(text).split(" ").filter(Boolean);
  const last = words.at(-1);
  if (words.length > 1 && (last === "kab" || last === "kabupaten")) words = [last, ...words.slice(0, -1)];
  const front = !(words[0] in types) && glued.find((type) => words[0]?.startsWith(type) && words[0] !== type);
  if (front) words = [front, words[0].slice(front.length), ...words.slice(1)];
  const type = words.length > 1 ? (types[words[0]] ?? null) : null;
  const named = type ? words.slice(1) : words;
  const rest = type && named.length > 1 && administrative.includes(named[0]) ? named.slice(1) : named;
  const spelt = (some) => some.map((word) => written[word] ?? word);
  return { type, words: spelt(rest), letters: spelt(rest).join(""), whole: spelt(words).join(""), all: spelt(words) };
}

// Whether each word written begins a word of the name, one after the other, or says the first letters of several.
function follows(words, name) {
  if (!words.length) return true;
  if (!name.length) return false;
  const [first, ...rest] = words;
  if (name[0].startsWith(first)) return follows(rest, name.slice(1));
  const initials = name
    .slice(0, first.length)
    .map((word) => word[0])
    .join("");
  return first.length > 1 && initials === first && follows(rest, name.slice(first.length));
}

// Optimal string alignment: a letter more, less, other, or two swapped.
function distance(a, b) {
  let [older, before] = [[], Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      row[j] = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], older[j - 2] + 1);
    }
    [older, before] = [before, row];
  }
  return before[b.length];
}

const isNear = (a, b) => 1 - distance(a, b) / Math.max(a.length, b.length) >= NEAR;

// 0 the name itself, 1 its beginning or abbreviation, 2 from a word in it on, 3 somewhere inside, 4 a slip; -1 not at all.
function gradeOf(query, { type, names }, slips) {
  const fits = !query.type || query.type === type;
  const grades = names
    .flatMap((name) => {
      const typed = fits ? [[query.letters, query.words]] : [];
      // `Kota Waringin` may be a name and no city; `Kotabumi` no type.
      return [...typed, ...(query.type || !fits ? [[query.whole, query.all]] : [])].map(([letters, words]) => {
        if (name.letters === letters) return 0;
        if (name.letters.startsWith(letters) || follows(words, name.words)) return 1;
        if (
          name.words.some(
            (_word, i) =>
              i && (name.words.slice(i).join("").startsWith(letters) || follows(words, name.words.slice(i))),
          )
        )
          return 2;
        if (letters.length > 2 && name.letters.includes(letters)) return 3;
        return slips && letters.length > 3 && isNear(letters, name.letters) ? 4 : -1;
      });
    })
    .filter((grade) => grade >= 0);
  return grades.length ? Math.min(...grades) : -1;
}

// index: { spelling, regions: [[code, type, name on screen, [its name, other names …]]] }, as Python tells it.
export function regionIndex({ spelling, regions }) {
  const provinces = new Map(regions.filter(([code]) => code.length === 2).map(([code, , name]) => [code, name]));
  const entries = regions.map(([code, type, name, names]) => ({
    code,
    type,
    name,
    province: provinces.get(code.slice(0, 2)),
    names: names.map((one) => read(one, { ...spelling, types: {} })),
  }));

  // Best first: what is written before what comes near, the area in view before others.
  function find(text, isHere = () => false) {
    const query = read(text, spelling);
    if (!query.letters) return [];
    const graded = (slips) =>
      entries
        .map((entry) => ({
          ...entry,
          grade: gradeOf(query, entry, slips),
          isOwnName: entry.names[0].letters === query.letters || entry.names[0].letters === query.whole,
        }))
        .filter(({ grade }) => grade >= 0);
    const found = graded(false);
    return (found.length ? found : graded(true)).sort(
      (a, b) =>
        a.grade - b.grade || isHere(b.code) - isHere(a.code) || a.name.localeCompare(b.name, "id", { numeric: true }),
    );
  }

  // The one region that a text means for certain: its whole own name and nobody else's, or of no other any part.
  function only(found) {
    const named = found.filter(({ grade }) => grade === 0);
    if (named.length === 1 && named[0].isOwnName) return named[0];
    const sure = found.filter(({ grade }) => grade <= SURE);
    return sure.length === 1 ? sure[0] : null;
  }

  return { find, only };
}
