// The same view as nested lists, for those who can't see the canvas: a summary, the lanes, and of each lane its items or its steps. They are
// hidden from sight but real: their links lead where the marks do. They stay few: of a lane that has more there is a part, around what has
// the focus.

import { made } from '../made.js';
import { pageOf } from './address.js';
import { count, several } from './heads.js';
import { words } from './scale.js';
import { ofItem, ofStep } from './tip.js';
import { countsOf } from './view.js';

/** Elements and their texts: of all of it, then of what surrounds the lanes, of a lane with its way to more, of an entry. */
const MOST = 400;
const AROUND = 6;
const LANE = 8;
const ENTRY = 3;

/** What of a lane lies in the window: ids of items, or steps in which anything stands. */
function targetsOf(view, lane, { from, to }) {
  if (lane.each) {
    return lane.marks.filter(({ item }) => item.s1 < to && item.e2 >= from).toSorted((one, other) => one.item.s1 - other.item.s1).map(({ item }) => item.id);
  }
  const signs = countsOf(lane, view);
  const steps = [];
  for (let step = 0; step + 1 < view.bounds.length; step++) {
    if (view.bounds[step] < to && view.bounds[step + 1] > from && signs.some(({ surely, possibly }) => surely[step] + possibly[step] > 0)) {
      steps.push({ lane: lane.key, from: view.bounds[step], to: view.bounds[step + 1] });
    }
  }
  return steps;
}

export const dayOf = (view, target) => (typeof target === 'string' ? view.items.find(({ id }) => id === target)?.s1 ?? -Infinity : target?.from ?? -Infinity);

const isSame = (one, other) => one === other || typeof one === 'object' && one?.from === other?.from;

/** How many entries each lane may show, so that all of them together are few. */
function share(numbers) {
  const room = (MOST - AROUND - LANE * numbers.length) / ENTRY;
  let each = 1;
  while (each < MOST && numbers.reduce((sum, number) => sum + Math.min(number, each + 1), 0) <= room) {
    each++;
  }
  return each;
}

export function tendMirror(element) {
  const summary = made('p', {});
  const list = made('ul', {});
  const root = element.appendChild(made('div', { class: 'heard mirror' }, summary, list));
  /** The first that is shown of a lane that has more, by its key. */
  const starts = new Map();
  let rows = [];
  let shown = '';
  let seen = null;
  /** Where the focus is, or comes to: a lane's key, and a target in it or null for the lane itself. */
  let here = null;

  const rowOf = (key) => rows.find(({ lane }) => lane.key === key);
  const placeIn = (row, target) => row.targets.findIndex((other) => isSame(other, target));

  function address(target) {
    const url = pageOf(typeof target === 'string' ? element.window : target);
    url.searchParams.delete('selected');
    if (typeof target === 'string') {
      url.searchParams.set('selected', target);
    }
    url.hash = typeof target === 'string' ? 'pane' : target.to - target.from > 1 ? '' : 'list';
    return url.pathname + url.search + url.hash;
  }

  function entry(target) {
    const said = typeof target === 'string' ? ofItem(element.view, target) : ofStep(element.view, target).map((part, number) => (number ? part : part.slice(part.indexOf(', ') + 2)));
    const link = made('a', { href: address(target), tabindex: -1 }, said.filter(Boolean).join(', '));
    if (typeof target === 'string') {
      link.dataset.item = target;
    } else {
      link.dataset.step = target.from;
    }
    return made('li', {}, link);
  }

  function build(row, each) {
    const { lane, targets } = row;
    const focused = here?.lane === lane.key ? placeIn(row, here.target) : -1;
    const last = Math.max(0, targets.length - each);
    let start = Math.min(last, starts.get(lane.key) ?? 0);
    if (focused >= 0 && (focused < start || focused >= start + each)) {
      start = Math.max(0, Math.min(last, focused - (each >> 1)));
    }
    starts.set(lane.key, start);
    row.start = start;
    const name = made(lane.href ? 'a' : 'span', { tabindex: -1 }, `${lane.name}, ${count(lane)}`);
    if (lane.href) {
      name.href = lane.href;
    }
    row.element = made('li', { 'data-lane': lane.key }, name, made('ul', {}, ...targets.slice(start, start + each).map(entry)));
    if (last > 0) {
      const more = row.element.appendChild(made('button', { type: 'button', tabindex: -1 }, `Others of ${lane.name}: ${targets.length - each}`));
      more.addEventListener('click', () => {
        starts.set(lane.key, start >= last ? 0 : start + each);
        render();
      });
    }
    return row.element;
  }

  function render() {
    const { view, window } = element;
    const each = share(rows.map(({ targets }) => targets.length));
    const hadFocus = root.contains(document.activeElement);
    list.replaceChildren(...rows.map((row) => build(row, each)));
    const isCounted = view.window[0] === window.from && view.window[1] + 1 === window.to;
    summary.textContent = [`${words(window.from, 'DAY', true)} to ${words(window.to - 1, 'DAY', true)}`, isCounted ? `${several(view.statements, 'statement')}, ${several(view.events, 'event')}` : '',
      rows.some(({ lane }) => !lane.each) ? `each step is ${view.step.words}` : ''].filter(Boolean).join(': ');
    root.toggleAttribute('aria-busy', false);
    for (const [of, { dataset }] of [[view, root], ...rows.map(({ lane, element: item }) => [lane, item])]) {
      for (const name of ['statements', 'events', 'joint'].filter((one) => of[one] !== undefined)) {
        if (isCounted) {
          dataset[name] = of[name];
        } else {
          delete dataset[name];
        }
      }
    }
    Object.assign(root.dataset, { from: window.from, to: window.to - 1 });
    settle();
    if (hadFocus) {
      linkOf(here)?.focus({ preventScroll: true });
    }
  }

  function linkOf(place) {
    const row = place && rowOf(place.lane);
    return row?.element.querySelectorAll(':scope > ul > li > a')[place.target === null ? -1 : placeIn(row, place.target) - row.start] ?? row?.element.firstChild ?? list.querySelector('[tabindex]');
  }

  /** One of all entries can be reached with the Tab key, the others from there with arrows. */
  function settle() {
    root.querySelector('[tabindex="0"]')?.setAttribute('tabindex', -1);
    linkOf(here)?.setAttribute('tabindex', 0);
  }

  /** After each drawing at rest, also where nothing but the pointer has moved. */
  function follow() {
    const { view, window } = element;
    const now = `${window.from} ${window.to} ${location.search} ${view.lanes.map(({ key, each }) => key + each)}`;
    if (view !== seen || now !== shown) {
      seen = view;
      shown = now;
      rows = view.lanes.map((lane) => ({ lane, targets: targetsOf(view, lane, window), start: 0, element: null }));
      render();
    }
  }

  element.addEventListener('draw', follow);

  return {
    root,
    get rows() {
      return rows;
    },
    get here() {
      return here && rowOf(here.lane) ? { row: rowOf(here.lane), at: here.target === null ? -1 : placeIn(rowOf(here.lane), here.target), target: here.target } : null;
    },
    summary: () => summary.textContent,
    /** What has the focus, as the page itself says. */
    note(link) {
      const row = rows.find(({ element: item }) => item?.contains(link));
      if (!row || link.matches('button')) {
        return;
      }
      const number = [...row.element.querySelectorAll(':scope > ul > li > a')].indexOf(link);
      here = { lane: row.lane.key, target: number < 0 ? null : row.targets[row.start + number] };
      settle();
    },
    /** @param at the number of an entry, −1 for the lane itself */
    focus(row, at) {
      here = { lane: row.lane.key, target: row.targets[at] ?? null };
      if (at >= 0 && !row.element.querySelectorAll(':scope > ul > li')[at - row.start]) {
        render();
      }
      linkOf(here)?.focus({ preventScroll: true });
    },
  };
}
