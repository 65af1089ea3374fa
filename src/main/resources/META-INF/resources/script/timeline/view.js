// What /timeline.json says, made ready for drawing, and the one way in which more of it is asked for.

import { parts } from './labels.js';

const PARENTHESIS = 40;

/** Differences back to what they were taken from; what is null stays so and counts for nothing. */
function summed(differences) {
  let last = 0;
  return differences.map((difference) => (difference === null ? null : (last += difference)));
}

function item(columns, from, index) {
  const s1 = from[index] ?? -Infinity;
  const days = columns.days[index];
  const base = Number.isFinite(s1) ? s1 : 0;
  const day = (number, infinite) => (days ? (days[number] === null ? infinite : base + days[number]) : s1);
  const [kind, status, parent, number] = columns.event[index] || [];
  const looks = new Set(columns.look[index].split(' '));
  return { index, id: columns.id[index], s1, s2: day(0, Infinity), e1: day(1, -Infinity), e2: day(2, Infinity), looks, oneDay: !days, kind, status, parent, number, at: columns.at[index], marks: [] };
}

/** One item in one lane; where it stands is filled in when it is placed. */
function mark(of, said, label, lane) {
  const value = Number(said);
  const sign = said === 'e' ? null : said === 'x' ? 'mixed' : said === '.' ? 'none' : value > 0 ? 'supportive' : value < 0 ? 'critical' : 'neutral';
  const made = { item: of, lane, sign, strong: Math.abs(value) === 2, label: label ? parts(label) : null, shown: false, x: 0, y: 0, row: 0, bar: false, left: 0, right: 0, text: '', textX: 0 };
  of.marks.push(made);
  return made;
}

/** A letter for each number from 0 to 61, larger ones in parentheses; what is not there is 0. */
function numbers(text, steps) {
  const read = new Uint32Array(steps);
  for (let at = 0, step = 0; at < text.length; step++) {
    const code = text.charCodeAt(at);
    const end = code === PARENTHESIS ? text.indexOf(')', at) : at;
    read[step] = end > at ? text.slice(at + 1, end) : code - (code > 96 ? 61 : code > 64 ? 55 : 48);
    at = end + 1;
  }
  return read;
}

const counts = (of, signs, steps) => signs.map((sign) => {
  const [surely, possibly] = of[sign] ?? ['', ''];
  return { surely: numbers(surely, steps), possibly: numbers(possibly, steps) };
});

/** The step that holds a day; also of days outside, the first and the last one. */
export function stepAt(bounds, day) {
  let low = 0;
  let high = bounds.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (bounds[middle] <= day) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  return low;
}

/** How many stand in each step, for exact items that are too many to be drawn one by one. */
export function countsOf(lane, { bounds, signs }) {
  lane.counts ??= (() => {
    const counted = counts({}, signs, bounds.length - 1);
    for (const { item: { s1, s2, e1, e2 }, sign } of lane.marks) {
      const { surely, possibly } = counted[signs.indexOf((sign ?? 'none').toUpperCase())];
      for (let step = stepAt(bounds, s1), last = stepAt(bounds, e2); step <= last && e2 >= bounds[0]; step++) {
        (s2 < bounds[step + 1] && e1 >= bounds[step] ? surely : possibly)[step]++;
      }
    }
    return counted;
  })();
  return lane.counts;
}

/** What the weightiest item of a step says; of items that are there one by one the strongest, then the first. */
export function weightiest(lane, { from, to }) {
  return lane.weightiest ? lane.weightiest.get(from)
    : lane.marks.filter(({ item: { s1 } }) => s1 >= from && s1 < to).toSorted((one, other) => other.strong - one.strong)[0]?.label?.whole;
}

/** Events as their lane has them from the top: what has a beginning and an end first, each with its sub-events behind it. */
function inFamilies(marks, items) {
  const rank = ({ item: { s1, e2, looks } }) => (looks.has('unplaced') ? 2 : Number.isFinite(s1) && Number.isFinite(e2) ? 0 : 1);
  const known = new Set(marks.map((one) => one.item));
  const family = (one) => [one, ...marks.filter(({ item: child }) => items[child.parent] === one.item).flatMap(family)];
  return marks.filter((one) => !known.has(items[one.item.parent])).sort((one, other) => rank(one) - rank(other)).flatMap(family);
}

/** Events that are named where a lane has no room for all. */
const MOST_NAMES = 12;

export function decode(json) {
  const bounds = Float64Array.from(summed(json.bounds));
  const from = summed(json.items.from);
  const items = json.items.id.map((id, index) => item(json.items, from, index));
  const lanes = json.lanes.map((given) => {
    const lane = { ...given, counts: null, marks: null, ticks: summed(given.ticks ?? []).map((index) => items[index]) };
    if (given.items) {
      lane.marks = summed(given.items).map((index, number) => mark(items[index], given.marks[number], given.labels[number], lane));
      lane.ofEvents = lane.marks.every(({ sign }) => sign === null);
      lane.hasEvents = lane.marks.some(({ sign }) => sign === null);
      if (lane.ofEvents) {
        lane.marks = inFamilies(lane.marks, items);
        lane.named = lane.marks.toSorted((one, other) => other.item.number - one.item.number);
        lane.names = lane.named.filter(({ label }) => label).slice(0, MOST_NAMES).map(({ item, label }) => ({ id: item.id, item, day: item.s1, label: label.body }));
      }
    } else {
      lane.counts = counts(given.counts, json.signs, bounds.length - 1);
      lane.ofEvents = given.key === 'events' || given.key === 'event';
      lane.names = json.names.filter((name) => json.lanes[name.lane] === given);
      const steps = summed(given.weightiest.map(([step]) => step));
      lane.weightiest = new Map(given.weightiest.map(([, , label], number) => [bounds[steps[number]], label]));
    }
    return lane;
  });
  return { ...json, bounds, items, lanes, from: bounds[0], to: bounds.at(-1), exact: lanes.every((lane) => lane.marks), links: json.links.map(([one, other, kind]) => ({ from: items[one], to: items[other], kind })) };
}

/**
 * Asks for one view at a time; of those that are wanted meanwhile the last one follows.
 *
 * @param took is given each answer that comes
 * @returns what asks for an address; without one, what is under way is not wanted any more
 */
export function source(took) {
  let wanted = null;
  let isAsking = false;
  let round = 0;
  return async (address = null) => {
    wanted = address;
    round += address === null;
    if (isAsking) {
      return;
    }
    isAsking = true;
    while (wanted) {
      const [asked, asking] = [wanted, round];
      wanted = null;
      const json = await fetch(asked).then((answer) => (answer.ok ? answer.json() : null)).catch(() => null);
      if (json && asking === round) {
        took(json);
      }
    }
    isAsking = false;
  };
}
