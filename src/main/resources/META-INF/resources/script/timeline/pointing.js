// What lies where on the plot. A target is the id of an item, or of counts a step of a lane: { lane, from, to }.

import { HALF_BAR } from './placing.js';
import { stepAt } from './view.js';

const HALF_SHAPE = 8;
const LETTER = 6.4;

const reach = ({ bar, left, right, x, text, textX }) => (bar ? [left, Math.max(right, text ? textX + text.length * LETTER : right)] : [x - HALF_SHAPE, x + HALF_SHAPE]);

export function at(view, scale, x, y) {
  const lane = view.lanes.find((one) => y >= one.top && y < one.top + one.height);
  if (!lane) {
    return null;
  }
  if (lane.each) {
    const found = lane.marks.findLast((mark) => {
      const [left, right] = reach(mark);
      return mark.shown && x >= left && x <= right && Math.abs(y - mark.y) <= (mark.bar ? HALF_BAR : HALF_SHAPE);
    });
    return found?.item.id ?? null;
  }
  const name = lane.names?.find((one) => x >= one.x && x < one.x + 130 && y >= one.y - 2 && y < one.y + 18);
  if (name) {
    return name.id;
  }
  const step = stepAt(view.bounds, scale.day(x));
  return { lane: lane.key, from: view.bounds[step], to: view.bounds[step + 1] };
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
