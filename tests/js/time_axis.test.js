import assert from "node:assert/strict";
import { test } from "node:test";
import { monthOf, timeAxis } from "../../components/explorer/timeaxis.js";

const format = { shortPeriod: (code) => code };
// One pixel a month, from January of the year on.
const axis = (periods, year, pixels = 1) => {
  const [from, to] = [monthOf(periods[0]), monthOf(periods.at(-1))];
  const x = (month) => pixels * (month - 12 * year);
  return timeAxis({ periods, from, to, x, room: { year: 44, period: 80 }, format });
};
const months = (year, count) =>
  Array.from({ length: count }, (_one, i) => `${year + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, "0")}`);

test("a period stands at its last month", () => {
  for (const [period, month] of [
    ["2024", 12 * 2024 + 11],
    ["2024-Q1", 12 * 2024 + 2],
    ["2024-05", 12 * 2024 + 4],
  ])
    assert.equal(monthOf(period), month);
});

test("the newest period is named, and those before it that have room", () => {
  const { ticks } = axis(["2021", "2022", "2023", "2024"], 2021, 30 / 12); // 30 pixels a year, 44 wanted
  assert.deepEqual(
    ticks.map(({ text }) => text),
    ["2022", "2024"],
  );
});

test("few months are named one by one, many by their years", () => {
  const few = axis(months(2024, 3), 2024, 80);
  assert.deepEqual(few.edges, []);
  assert.deepEqual(
    few.ticks.map(({ text }) => text),
    ["2024-01", "2024-02", "2024-03"],
  );
  const many = axis(months(2022, 36), 2022, 10);
  assert.deepEqual(
    many.ticks.map(({ text }) => text),
    ["2022", "2023", "2024"],
  );
  // A year is named in its middle and parted from the one before at its January.
  assert.equal(many.ticks[0].month, 12 * 2022 + 11 / 2);
  assert.deepEqual(many.edges, [12 * 2023 - 0.5, 12 * 2024 - 0.5]);
});
