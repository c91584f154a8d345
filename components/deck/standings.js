// A scoreboard as figures: who has most left to do, what all have together, and the sentence that says so.
// A row: { code, done, whole, period, isLive }; isLive where ticks count in place of the published figures.

import { say } from "../explorer/dom.js";

export const left = ({ done, whole }) => Math.max(0, whole - done);

// Who has most left to do first; of equals the larger one.
export const inOrder = (rows) =>
  rows.toSorted((a, b) => left(b) - left(a) || b.whole - a.whole || (a.code < b.code ? -1 : 1));

export function sumOf(rows) {
  const add = (count) => rows.reduce((all, row) => all + count(row), 0);
  return { done: add((row) => row.done), whole: add((row) => row.whole), left: add(left) };
}

// Rows with the counts that the server has now: `{"17.04": [n, N]}`. A list that names only some of a regency's
// villages is no count of the regency: it stands on the page of the list alone.
export function counted(rows, lists, { needs, wholes }) {
  const isWhole = ([code, [, whole]]) => whole > 0 && whole >= (needs[code] ?? 0);
  const found = Object.fromEntries(Object.entries(lists).filter(isWhole));
  const row = (code, [done, whole]) => ({ code, done, whole: wholes[code] ?? whole, period: "", isLive: true });
  const known = rows.map((one) => (one.code in found ? row(one.code, found[one.code]) : one));
  const codes = new Set(rows.map(({ code }) => code));
  const others = Object.keys(found).filter((code) => !codes.has(code));
  return [...known, ...others.map((code) => row(code, found[code]))];
}

// says: the sentences of one region and of several, with something left and without; name(code) and count(number):
// as they are written.
export function sentence(sorted, says, { name, count }) {
  const sum = sumOf(sorted);
  const [first] = sorted;
  const isAlone = sorted.length === 1;
  const whole = { done: count(sum.done), whole: count(sum.whole), left: count(sum.left), count: count(sorted.length) };
  const said = say(says[(isAlone ? "alone" : "sum") + (sum.left ? "" : "_all")], {
    ...whole,
    region: name(first.code),
  });
  if (isAlone || !sum.left) return said;
  const others = sorted.filter((one) => left(one) === left(first)).length - 1;
  const most = { region: name(first.code), left: count(left(first)), count: count(others) };
  return `${said} ${say(says[others ? "tied" : "most"], most)}`;
}
