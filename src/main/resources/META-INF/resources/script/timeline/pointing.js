// What lies where on the plot. A target is the id of an item, or of counts a step of a lane: { lane, from, to }.

import { HALF_BAR } from './placing.js';
import { stepAt } from './view.js';

const HALF_SHAPE = 8;
/** What a finger hits, in each direction. */
const HALF_FINGER = 12;
const LETTER = 6.4;

const reach = ({ bar, left, right, x, text, textX }) => (bar ? [left, Math.max(right, text ? textX + text.length * LETTER : right)] : [x - HALF_SHAPE, x + HALF_SHAPE]);

/** Steps around one that a finger can hit, as one. */
function wide({ bounds }, scale, step) {
  let [first, last] = [step, step + 1];
  while (scale.x(bounds[last]) - scale.x(bounds[first]) < 2 * HALF_FINGER && last - first < bounds.length - 1) {
    first = Math.max(0, first - 1);
    last = Math.min(bounds.length - 1, last + 1);
  }
  return [bounds[first], bounds[last]];
}

/** @param isFinger whether it may miss by some pixels */
export function at(view, scale, x, y, isFinger) {
  const lane = view.lanes.find((one) => y >= one.top && y < one.top + one.height);
  if (!lane) {
    return null;
  }
  if (lane.each) {
    const away = (mark) => {
      const [left, right] = reach(mark);
      return Math.max(left - x, x - right, Math.abs(y - mark.y) - (mark.bar ? HALF_BAR : HALF_SHAPE));
    };
    const miss = isFinger ? HALF_FINGER - HALF_SHAPE : 0;
    const found = lane.marks.filter((mark) => mark.shown && away(mark) <= miss);
    return found.toSorted((one, other) => Math.max(0, away(other)) - Math.max(0, away(one))).at(-1)?.item.id ?? null;
  }
  const name = lane.names?.find((one) => x >= one.x && x < one.x + 130 && y >= one.y - 2 && y < one.y + 18);
  if (name) {
    return name.id;
  }
  const step = stepAt(view.bounds, scale.day(x));
  const [from, to] = isFinger ? wide(view, scale, step) : [view.bounds[step], view.bounds[step + 1]];
  return { lane: lane.key, from, to };
}

export function boxOf(view, scale, target) {
  if (typeof target === 'string') {
    const mark = view.items.find((item) => item.id === target)?.marks.find((one) => one.shown);
    if (!mark) {
      return null;
    }
    const [left, right] = mark.bar ? [Math.max(0, mark.left), Math.min(scale.width, mark.right)] : reach(mark);
    return { x: left, y: mark.y - HALF_BAR, width: right - left, height: 2 * HALF_BAR };
  }
  const lane = target && view.lanes.find((one) => one.key === target.lane);
  return lane ? { x: scale.x(target.from), y: lane.top, width: scale.x(target.to) - scale.x(target.from), height: lane.height } : null;
}

/** What was said at an event, or at one within it; null where the item is no event at which anything was said. */
export function saidAt(view, id) {
  const event = view.items.find((item) => item.id === id);
  if (!event?.number) {
    return null;
  }
  const isWithin = (item) => item && (item.index === event.index || isWithin(view.items[item.kind ? item.parent : item.at]));
  return new Set(view.items.filter((item) => item !== event && isWithin(item)));
}
