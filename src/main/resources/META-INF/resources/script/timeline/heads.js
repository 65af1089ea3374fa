// The heads of lanes: a name that leads to it, how much it has, and the ways to order lanes: pin, move, close.

import { late } from '../late.js';
import { made } from '../made.js';
import { numbers } from './bars.js';

export const several = (number, word) => `${numbers.format(number)} ${word}${number === 1 ? '' : 's'}`;

/** As the server says it where it was asked; '5 statements, 3 joint'; '5 statements, 2 events': there is no room for all three. */
export const count = ({ said, statements, events, joint }) => said ?? [statements || !events ? several(statements, 'statement') : '', events ? several(events, 'event') : '',
  joint && !events ? `${numbers.format(joint)} joint` : ''].filter(Boolean).join(', ');

const WAYS = [['up', 'Move up', '↑'], ['down', 'Move down', '↓'], ['pin', 'Pin', '•'], ['close', 'Show', '▾']];

/**
 * @param way 'up', 'down', or 'to': before the lane of the key `before`, or to the end
 * @returns the lanes in their new order, and the keys of those that have to be pinned for it
 */
export function moved(lanes, pins, key, way, before) {
  const others = lanes.filter((lane) => lane.key !== key);
  const placeOf = (one) => others.findIndex((lane) => lane.key === one);
  const place = lanes.findIndex((lane) => lane.key === key);
  const to = way === 'to' ? (before ? placeOf(before) : others.length) : Math.max(0, Math.min(others.length, place + (way === 'up' ? -1 : 1)));
  others.splice(to, 0, lanes[place]);
  // Those above it keep their place only if they are pinned too.
  const last = Math.max(to, ...pins.map(placeOf));
  return { lanes: others, first: others.slice(0, last + 1).map((lane) => lane.key) };
}

function headOf(lane) {
  const name = made(lane.href ? 'a' : 'span', lane.href ? { class: 'lane', href: lane.href } : { class: 'lane' }, lane.name);
  const head = made('div', { class: 'head', role: 'group', tabindex: -1, 'data-key': lane.key }, name, made('span', { class: 'sub' }));
  if (lane.add) {
    head.dataset.add = lane.add;
    head.append(made('a', { class: 'add-here', href: lane.add, title: 'Add here', 'aria-label': `Add here: ${lane.name}` }, '+'));
  }
  head.append(made('span', { class: 'ways' }, ...WAYS.map(([way, label, sign]) => made('button', { type: 'button', 'data-way': way, 'aria-label': `${label}: ${lane.name}`, title: label }, sign))));
  return head;
}

/**
 * @param did is told what was done: a lane's key and 'close', 'pin', 'up', 'down', or 'to' and the key of the lane that it was put before
 * @returns what draws the heads of a view
 */
export function tendHeads(parent, did) {
  const looks = new WeakMap();
  const lanesOf = new WeakMap();
  let shown = [];

  function build(lanes) {
    const focused = document.activeElement;
    const key = parent.contains(focused) ? focused.closest('.head').dataset.key : null;
    const heads = [...parent.children];
    parent.replaceChildren(...lanes.map((lane) => {
      const head = heads.find((one) => ['key', 'name', 'href', 'add'].every((of) => lanesOf.get(one)[of] === lane[of])) ?? headOf(lane);
      lanesOf.set(head, lane);
      head.ariaLabel = `${lane.name}, ${count(lane)}`;
      head.querySelector('.sub').textContent = count(lane);
      return head;
    }));
    shown = lanes;
    const again = [...parent.children].find((head) => head.dataset.key === key);
    again?.querySelector(focused.dataset.way ? `[data-way=${focused.dataset.way}]` : `.${focused.className}`)?.focus({ preventScroll: true });
  }

  parent.addEventListener('click', (event) => {
    const way = event.target.closest('button')?.dataset.way;
    if (way) {
      did(event.target.closest('.head').dataset.key, way);
    }
  });

  let pressed = null;
  parent.addEventListener('pointerdown', (event) => { pressed = event; }, { once: true });
  parent.addEventListener('pointerenter', () => late('dragging').then(({ tend }) => tend(parent, did, pressed), () => {}), { once: true });

  return ({ lanes }, collapsed, pinned) => {
    if (shown !== lanes) {
      build(lanes);
    }
    lanes.forEach((lane, number) => {
      const head = parent.children[number];
      const isClosed = collapsed.has(lane.key);
      const look = `${lane.top} ${lane.height} ${isClosed} ${pinned}`;
      if (looks.get(head) === look) {
        return;
      }
      looks.set(head, look);
      head.style.transform = `translateY(${lane.top}px)`;
      head.style.height = `${lane.height}px`;
      head.hidden = lane.height === 0;
      head.classList.toggle('closed', isClosed);
      head.querySelector('[data-way=close]').setAttribute('aria-expanded', !isClosed);
      head.querySelector('[data-way=pin]').setAttribute('aria-pressed', pinned.includes(lane.key));
    });
  };
}
