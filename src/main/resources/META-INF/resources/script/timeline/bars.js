// Numbers for each step as bars: supportive upward, critical downward from a zero line, mixed half each way, neutral hollow on the upward
// bar, what only possibly falls there as a hollow outer part, and a foot that is darker the more is not coded.

import { text } from './drawing.js';
import { parts, within } from './labels.js';
import { isIn, LANE } from './placing.js';
import { countsOf, stepAt } from './view.js';

const ZERO = 28;
const REACH = 22;
const FOOT = 49;
const SHADES = [.25, .45, .7, 1];
const NUMBER_WIDTH = 48;
/** Pixels between two names of a row, and what the last one needs. */
const NAME_WIDTH = 130;
const LEAST_NAME = 50;
/** So many events are told by name alone. */
const MOST_BY_NAME = 24;
export const numbers = new Intl.NumberFormat('en-GB');

/** Rectangles of one look, gathered to be drawn at once; the array is used again and again. */
class Boxes {
  values = new Float32Array(4096);
  size = 0;

  add(x, y, width, height) {
    if (this.size === this.values.length) {
      const larger = new Float32Array(2 * this.size);
      larger.set(this.values);
      this.values = larger;
    }
    this.values.set([x, y, width, height], this.size);
    this.size += 4;
  }
}

const boxes = { supportive: new Boxes(), critical: new Boxes(), hollow: new Boxes(), possibly: new Boxes(), feet: SHADES.map(() => new Boxes()) };
let torn = [];

/** @returns its height in pixels, cut where the lane ends */
function bar(into, x, width, from, zero, direction, height) {
  const cut = Math.min(REACH - Math.abs(from - zero), height);
  // An outline has to be higher than it is thick.
  if (cut > .8 || cut > .05 && (into === boxes.supportive || into === boxes.critical)) {
    into.add(x, direction < 0 ? from - cut : from, width, cut);
  }
  return cut;
}

/** Of numbers that would run into each other the highest stays. */
function tear(x, y, number, height) {
  if (height > REACH + .5) {
    const near = torn.findIndex((other) => other.y === y && x - other.x < NUMBER_WIDTH);
    if (near < 0 || torn[near].number < number) {
      torn.splice(near < 0 ? torn.length : near, near < 0 ? 0 : 1);
      torn.push({ x, y, number });
    }
  }
}

function step(lane, signs, at, x, width, unit) {
  const [supportive, neutral, critical, mixed, none] = signs;
  const zero = lane.top + ZERO;
  const sum = (name) => supportive[name][at] + neutral[name][at] + critical[name][at] + mixed[name][at] + none[name][at];
  if (lane.ofEvents) {
    const sure = bar(boxes.hollow, x, width, zero, zero, -1, sum('surely') * unit);
    bar(boxes.possibly, x, width, zero - sure, zero, -1, sum('possibly') * unit);
    tear(x, zero - REACH, sum('surely') + sum('possibly'), (sum('surely') + sum('possibly')) * unit);
    return;
  }
  const half = mixed.surely[at] / 2;
  const perhaps = mixed.possibly[at] / 2;
  const maybeUp = supportive.possibly[at] + neutral.possibly[at] + perhaps;
  const maybeDown = critical.possibly[at] + perhaps;
  let up = bar(boxes.supportive, x, width, zero, zero, -1, (supportive.surely[at] + half) * unit);
  up += bar(boxes.hollow, x, width, zero - up, zero, -1, neutral.surely[at] * unit);
  bar(boxes.possibly, x, width, zero - up, zero, -1, maybeUp * unit);
  const down = bar(boxes.critical, x, width, zero, zero, 1, (critical.surely[at] + half) * unit);
  bar(boxes.possibly, x, width, zero + down, zero, 1, maybeDown * unit);
  const upward = supportive.surely[at] + neutral.surely[at] + half + maybeUp;
  const downward = critical.surely[at] + half + maybeDown;
  tear(x, zero - REACH, upward, upward * unit);
  tear(x, zero + REACH, downward, downward * unit);
  const uncoded = none.surely[at] + none.possibly[at];
  if (uncoded > 0) {
    boxes.feet[Math.min(SHADES.length - 1, Math.floor(uncoded * SHADES.length / (sum('surely') + sum('possibly'))))].add(x, lane.top + FOOT, width + 1, 3);
  }
}

function flush(context, colours) {
  const fill = (colour, { values, size }, by = 0) => {
    context.fillStyle = colour;
    for (let at = 0; at < size; at += 4) {
      context.fillRect(values[at] - by, values[at + 1] - by, values[at + 2] + 2 * by, values[at + 3] + 2 * by);
    }
  };
  // One rectangle in another is drawn sooner than a line around it.
  const outline = (colour, of, by) => {
    fill(colour, of, by);
    fill(colours.paper, of, -by);
  };
  fill(colours.supportive, boxes.supportive);
  fill(colours.critical, boxes.critical);
  outline(colours.neutral, boxes.hollow, .4);
  outline(colours.control, boxes.possibly, .3);
  SHADES.forEach((shade, number) => {
    context.globalAlpha = shade;
    fill(colours.soft, boxes.feet[number]);
  });
  context.globalAlpha = 1;
}

/**
 * The weightiest events at their day, each where nothing more important stands: in two rows where they are all that there are, else in one below
 * the bars.
 */
function drawNames(context, lane, scale, colours) {
  const isAll = lane.events <= MOST_BY_NAME;
  const taken = isAll ? [[], []] : [[]];
  const top = lane.top + (isAll ? 6 : ZERO + 4);
  for (const name of lane.names) {
    const x = scale.x(Math.max(name.day, scale.from));
    const isOut = name.item ? !isIn(name.item, scale) : name.day >= scale.to || name.day < scale.from && !isAll;
    const row = isOut || x > scale.width - LEAST_NAME ? -1 : taken.findIndex((others) => others.every((other) => Math.abs(other.x - x) > NAME_WIDTH + 10));
    name.x = row < 0 ? -Infinity : x;
    name.y = top + row * 22;
    taken[row]?.push(name);
  }
  for (const row of taken) {
    row.sort((one, other) => one.x - other.x).forEach((name, number) => {
      const { x, y } = name;
      context.fillStyle = colours.control;
      context.fillRect(x - .5, isAll ? y : lane.top + ZERO, 1, isAll ? lane.top + LANE - 2 - y : 16);
      text(context, within(name.parts ??= parts(name.label), Math.floor((row[number + 1]?.x ?? scale.width) - x - 10)), x + 4, y + 10, colours.ink, colours.paper);
    });
  }
}

/** 1, 2, 3, 5 and their multiples of ten. */
function round(least) {
  const unit = 10 ** Math.floor(Math.log10(Math.max(1, least)));
  return [1, 2, 3, 5, 10].find((times) => times * unit >= least) * unit;
}

/** What a lane's height stands for on a scale of its own. */
function topOf(lane, signs) {
  lane.highest ??= round(signs[0].surely.reduce((most, any, at) => {
    const number = (sign) => signs[sign].surely[at] + signs[sign].possibly[at];
    return Math.max(most, lane.ofEvents ? number(4) : Math.max(number(0) + number(1), number(2)) + number(3) / 2);
  }, 0));
  return lane.highest;
}

/**
 * @param lanes those to draw
 * @param own each lane has a scale of its own
 */
export function drawCounts(context, view, lanes, scale, colours, own) {
  const first = stepAt(view.bounds, scale.from);
  const last = stepAt(view.bounds, scale.to);
  torn = [];
  for (const gathered of Object.values(boxes).flat()) {
    gathered.size = 0;
  }
  for (const lane of lanes) {
    if (lane.each) {
      continue;
    }
    if (lane.names?.length > 0 && lane.events <= MOST_BY_NAME) {
      drawNames(context, lane, scale, colours);
      continue;
    }
    context.fillStyle = colours.control;
    context.fillRect(0, lane.top + ZERO - .5, scale.width, 1);
    const signs = countsOf(lane, view);
    const unit = REACH / (own ? topOf(lane, signs) : view.top);
    for (let at = first; at <= last; at++) {
      const x = scale.x(view.bounds[at]);
      step(lane, signs, at, x, Math.max(1, scale.x(view.bounds[at + 1]) - x - 1), unit);
    }
  }
  flush(context, colours);
  for (const lane of lanes) {
    if (!lane.each && lane.names?.length > 0 && lane.events > MOST_BY_NAME) {
      drawNames(context, lane, scale, colours);
    }
  }
  for (const { x, y, number } of torn) {
    const said = numbers.format(Math.round(number));
    text(context, said, Math.max(0, Math.min(x, scale.width - 8 * said.length)), Math.max(10, y), colours.faint, colours.paper);
  }
}
