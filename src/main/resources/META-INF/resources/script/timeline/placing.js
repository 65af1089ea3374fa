// Where everything of a view stands: heights of lanes, rows of marks, what of a label there is room for. The server's drawing has the same
// rules and numbers, so that one takes the place of the other and nothing moves.

import { within } from './labels.js';
import { stepAt } from './view.js';

export const LANE = 56;
export const HALF_BAR = 12;
const ROW = 26;
const ROW_OF_SHAPES = 15;
const PADDING = 8;
/** Above the marks, in a lane that several actors share. */
const ROOM_FOR_NAMES = 14;
const SHAPE_IN_BAR = 13;
const HALF_SHAPE = 6.5;
const COLLAPSED = 28;
const MOST = 300;
const MOST_SHAPES_HIGH = 6;
const MOST_BARS_HIGH = 60;
/** Rows of shapes in a lane that is as high as those of numbers, and pixels above them. */
const MOST_IN_LANE = 3;
const ABOVE_FEW = 5.5;
const MOST_EVENT_LABELS = 12;
const LABEL_CLAIM = 260;
const GAP = 2;
const LEAST_WIDTH = 6;
const SPREAD = 20;
const BEYOND = 12;

/** Rows of a lane, filled from the top: each mark takes the first in which it touches no other. Their arrays are used again and again. */
class Rows {
  spans = [];
  number = 0;

  clear() {
    this.number = 0;
    for (const row of this.spans) {
      row.length = 0;
    }
  }

  take(from, to, least) {
    for (let row = least; ; row++) {
      const spans = (this.spans[row] ??= []);
      let free = true;
      for (let at = 0; free && at < spans.length; at += 2) {
        free = spans[at] >= to || from >= spans[at + 1];
      }
      if (free) {
        spans.push(from, to);
        this.number = Math.max(this.number, row + 1);
        return row;
      }
    }
  }

  freeUntil(row, from, edge) {
    let until = Infinity;
    const spans = this.spans[row];
    for (let at = 0; at < spans.length; at += 2) {
      if (spans[at] > from && spans[at] < until) {
        until = spans[at];
      }
    }
    return Math.min(until, edge);
  }
}

const rows = new Rows();

export const isIn = ({ s1, e2 }, scale) => s1 < scale.to && e2 + 1 > scale.from;

/** The outline over the days that an item may cover. What goes on beyond the window is drawn out of the plot, which clips it. */
function bar(mark, scale) {
  const { s1, e2, looks } = mark.item;
  const spread = looks.has('unplaced') ? SPREAD : 0;
  const before = s1 < scale.from && s1 !== -Infinity;
  const after = e2 + 1 > scale.to && e2 !== Infinity;
  const left = (before ? Math.max(-BEYOND, scale.x(s1) + GAP) : Math.max(0, scale.x(s1)) + GAP) - spread;
  const right = (after ? Math.min(scale.width + BEYOND, scale.x(e2 + 1) - GAP) : Math.min(scale.width, scale.x(e2 + 1)) - GAP) + spread;
  mark.bar = true;
  mark.left = left;
  mark.right = Math.max(left + LEAST_WIDTH, right);
}

function event(mark, y, scale, named) {
  const { looks } = mark.item;
  const visible = Math.max(mark.left, 0);
  const inside = visible + (looks.has('unplaced') ? 28 : looks.has('unknown-start') ? 22 : 10);
  mark.y = y;
  mark.x = inside;
  mark.textX = mark.right < inside + 8 ? mark.right + 4 : inside;
  mark.text = named && mark.label ? within(mark.label, Math.floor(rows.freeUntil(mark.row, mark.left, scale.width - 2) - mark.textX - 4)) : '';
}

function placeEvents(lane, top, scale) {
  let left = MOST_EVENT_LABELS;
  const all = scale.wide || lane.marks.filter((mark) => mark.shown).length <= MOST_EVENT_LABELS;
  for (const mark of lane.named) {
    mark.isNamed = mark.shown && (all || left-- > 0);
  }
  for (const mark of lane.marks) {
    if (mark.shown) {
      bar(mark, scale);
      const claim = mark.isNamed && mark.label ? Math.min(LABEL_CLAIM, mark.label.width + 16) : 0;
      const parent = lane.marks.find((other) => other.shown && other.item.index === mark.item.parent);
      mark.row = rows.take(mark.left, Math.max(mark.right, Math.min(scale.width, Math.max(mark.left, 0) + claim)), parent ? parent.row + 1 : 0);
    }
  }
  for (const mark of lane.marks) {
    if (mark.shown) {
      event(mark, top + PADDING + mark.row * ROW + HALF_BAR, scale, mark.isNamed);
    }
  }
  return ROW;
}

/** Where the shape of an item stands; what goes on from before the window has it where it can be seen. */
export const shapeX = ({ oneDay, s1 }, scale) => scale.x(oneDay ? s1 : Math.max(s1, scale.from)) + (scale.wide ? SHAPE_IN_BAR : Math.max(HALF_SHAPE, scale.dayWidth / 2));

function placeItems(lane, top, scale) {
  const height = scale.wide || lane.hasEvents ? ROW : ROW_OF_SHAPES;
  const half = height === ROW ? HALF_BAR : ROW_OF_SHAPES / 2;
  for (const mark of lane.marks) {
    if (mark.shown) {
      mark.bar = false;
      mark.x = shapeX(mark.item, scale);
      if (scale.wide || !mark.sign) {
        bar(mark, scale);
      }
      mark.row = mark.bar ? rows.take(mark.left, mark.right, 0) : rows.take(mark.x - HALF_SHAPE, mark.x + HALF_SHAPE, 0);
      mark.y = top + PADDING + mark.row * height + half;
    }
  }
  for (const mark of lane.marks) {
    if (mark.shown && !mark.sign) {
      event(mark, mark.y, scale, scale.wide);
    } else if (mark.shown) {
      mark.textX = mark.x + HALF_SHAPE + 5;
      mark.text = scale.wide && mark.label ? within(mark.label, Math.floor(rows.freeUntil(mark.row, mark.left, scale.width - 2) - mark.textX - 4)) : '';
    }
  }
  return height;
}

function show(view, scale) {
  let shown = 0;
  for (const item of view.items) {
    const isShown = isIn(item, scale);
    shown += isShown;
    for (const mark of item.marks) {
      mark.shown = isShown;
    }
  }
  return shown;
}

/** Whether nothing of a lane is in the window, so that it has no place; what is pinned always has one, and while something moves none goes. */
function isAbsent(lane, view, scale, { kept, pins }) {
  if (kept && lane.height > 0 || pins.includes(lane.key)) {
    return false;
  }
  if (lane.marks) {
    return !lane.marks.some(({ shown }) => shown);
  }
  const [first, last] = [stepAt(view.bounds, scale.from), stepAt(view.bounds, scale.to - 1e-6)];
  return !lane.counts.some(({ surely, possibly }) => surely.subarray(first, last + 1).some(Boolean) || possibly.subarray(first, last + 1).some(Boolean));
}

/** Whether the marks of a lane fit below each other in so many rows; they are placed then. */
function fits(lane, top, scale, most) {
  rows.clear();
  lane.rowHeight = lane.ofEvents ? placeEvents(lane, top, scale) : placeItems(lane, top, scale);
  return rows.number <= most;
}

/** Each item by itself. */
function placeEach(view, scale, how) {
  const { collapsed, kept } = how;
  let top = 0;
  for (const lane of view.lanes) {
    lane.each = true;
    lane.top = top;
    if (isAbsent(lane, view, scale, how)) {
      lane.height = 0;
      continue;
    }
    const isClosed = collapsed.has(lane.key);
    const from = top + (lane.turns?.length ? ROOM_FOR_NAMES : 0);
    if (!fits(lane, from, scale, isClosed ? Infinity : scale.wide ? MOST_BARS_HIGH : lane.ofEvents ? 2 * MOST_SHAPES_HIGH : MOST_SHAPES_HIGH)) {
      return null;
    }
    const height = isClosed ? COLLAPSED : from - top + Math.max(LANE, rows.number * lane.rowHeight + 2 * PADDING);
    lane.height = kept && lane.height > height ? lane.height : height;
    top += lane.height;
  }
  return Math.ceil(top);
}

/** Numbers, but for lanes with so little that all of it fits in the height that numbers have. */
function placeCounts(view, scale, how) {
  let top = 0;
  for (const lane of view.lanes) {
    lane.top = top;
    lane.height = isAbsent(lane, view, scale, how) ? 0 : how.collapsed.has(lane.key) ? COLLAPSED : LANE;
    lane.each = lane.marks !== null && !lane.hasEvents && !scale.wide && fits(lane, top - PADDING + ABOVE_FEW, scale, MOST_IN_LANE);
    for (const mark of lane.each ? [] : lane.marks ?? []) {
      mark.shown = false;
    }
    top += lane.height;
  }
  return top;
}

/**
 * Sets the place of each lane and mark.
 *
 * @param how which lanes are closed and which pinned, and whether something moves: lanes are kept as high as they are then
 * @returns how high all of it is
 */
export function place(view, scale, how) {
  const shown = show(view, scale);
  // Of a page of lanes, what other pages have counts too.
  const isFew = view.exact && (view.isPart ? view.statements + view.events : shown) <= MOST;
  const each = isFew ? placeEach(view, scale, how) : null;
  view.each = each !== null;
  return each ?? placeCounts(view, scale, how);
}
