// The calendar above the lanes: labels are text of the page, moved along with the drawing.

import { width } from './labels.js';
import { DAY, next, start, tick, unitOf } from './scale.js';

/** Pixels that a label needs before the next, and what a day needs for its rests to be told apart. */
const LEAST = 36;
const LEAST_FOR_REST = 6;

/** Where steps and days of rest begin, as far as they are in the window. */
export function ticksOf(scale) {
  const step = unitOf(scale.dayWidth);
  const steps = [];
  let end = 0;
  for (let day = Math.floor(scale.from), at = start(step, day); day < scale.to; at = day) {
    day = next(step, at);
    const x = Math.max(0, scale.x(at));
    // The first one tells the year, and may need the room of the next.
    const label = x < end || Math.min(scale.width, scale.x(day)) - x < LEAST ? '' : tick(Math.max(at, Math.floor(scale.from)), step.unit, end === 0, scale.dayWidth);
    end = label ? x + width(label) + 2 : end;
    steps.push({ x, label });
  }
  const rests = [];
  if (scale.dayWidth >= LEAST_FOR_REST) {
    for (let saturday = start({ unit: 'WEEK' }, scale.from) + 5; saturday < scale.to; saturday += 7) {
      const x = Math.max(0, scale.x(saturday));
      rests.push([x, Math.min(scale.width, scale.x(saturday + 2)) - x]);
    }
  }
  return { steps, rests };
}

/** Now, behind which all is planned, and the day that it is seen from. */
export function linesOf(view, scale) {
  const today = Math.floor(Date.now() / DAY);
  const isPlanned = view.items.some(({ status, e2 }) => status === 'PLANNED' && e2 >= today);
  return [{ day: today + .5, label: isPlanned ? 'today, planned →' : 'today' }, { day: Math.floor(Date.parse(view.asOf) / DAY) + .5, label: 'as known then' }]
    .map(({ day, label }) => ({ x: scale.x(day), label })).filter(({ x }) => x > 0 && x < scale.width);
}

/** As many children as there are texts, each moved to its place. */
function lay(parent, name, number, each) {
  while (parent.children.length > number) {
    parent.lastChild.remove();
  }
  for (let at = 0; at < number; at++) {
    const child = parent.children[at] ?? parent.appendChild(Object.assign(document.createElement('span'), { className: name }));
    each(child, at);
  }
}

/** @returns what draws ticks, and lines across all lanes with a word each */
export function axisIn(parent) {
  const [resting, named, across] = ['rests', 'steps', 'lines'].map(() => parent.appendChild(document.createElement('div')));
  const label = (labels) => (span, at) => {
    span.style.transform = `translateX(${labels[at].x}px)`;
    if (span.textContent !== labels[at].label) {
      span.textContent = labels[at].label;
    }
  };
  return ({ steps, rests }, lines) => {
    lay(resting, 'rest', rests.length, ({ style }, at) => {
      style.transform = `translateX(${rests[at][0]}px)`;
      style.width = `${Math.max(0, rests[at][1])}px`;
    });
    lay(named, 'tick', steps.length, label(steps));
    lay(across, 'line', lines.length, label(lines));
  };
}
