// Adding on the timeline itself. Over an empty place of a lane a cell is offered, as wide as the day, month or year that the zoom can show;
// with the focus in a lane the arrows move that cell, and the key a opens the form for it.

import { tell } from './told.js';

const SVG = 'http://www.w3.org/2000/svg';

const drawing = () => document.querySelector('svg.chart[data-cells]');

const cellsOf = (svg) => ({
  bounds: svg.dataset.cells.split(' ').map(Number),
  dates: svg.dataset.dates.split(' '),
  words: svg.dataset.words.split('|'),
});

const address = (lane, date) => `${lane.dataset.add}${lane.dataset.add.endsWith('?') ? '' : '&'}date=${encodeURIComponent(date)}`;

let cell;
let place = -1;
let lane;

function element(name, attributes) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  return made;
}

function hide() {
  cell?.remove();
  cell = undefined;
}

/** Below all marks, so that it is in nobody's way. */
function show(svg, inLane, number) {
  const { bounds, dates, words } = cellsOf(svg);
  const top = Number(inLane.dataset.top);
  const height = Number(inLane.dataset.bottom) - top;
  const width = bounds[number + 1] - bounds[number];
  hide();
  cell = element('a', { class: 'cell', href: address(inLane, dates[number]), tabindex: '-1' });
  const title = element('title', {});
  title.textContent = `Add here: ${words[number]}`;
  const middle = bounds[number] + width / 2;
  const foot = top + height - 12;
  cell.append(title, element('rect', { x: bounds[number], y: top, width, height }), element('path', { d: `M${middle} ${foot - 5}v10m-5-5h10` }));
  inLane.prepend(cell);
}

function cellAt(svg, x) {
  const { bounds } = cellsOf(svg);
  return bounds.findIndex((bound, number) => x >= bound && x < bounds[number + 1]);
}

function point(svg, event) {
  const box = svg.getBoundingClientRect();
  const [, , width, height] = svg.getAttribute('viewBox').split(' ').map(Number);
  return { x: (event.clientX - box.left) / box.width * width, y: (event.clientY - box.top) / box.height * height };
}

document.addEventListener('pointermove', (event) => {
  const svg = event.target.closest?.('svg.chart[data-cells]:not(.counted)');
  if (!svg || event.pointerType === 'touch') {
    if (place < 0) {
      hide();
    }
    return;
  }
  const { x, y } = point(svg, event);
  const under = [...svg.querySelectorAll('g[data-add]')].find((other) => y >= Number(other.dataset.top) && y < Number(other.dataset.bottom));
  const number = cellAt(svg, x);
  if (!under || number < 0 || event.target.closest('a:not(.cell)')) {
    hide();
  } else if (cell?.parentNode !== under || cell.getAttribute('href') !== address(under, cellsOf(svg).dates[number])) {
    show(svg, under, number);
  }
});

/** Where the focus is: in which lane, and if on a mark at which place. */
function focused() {
  const at = document.activeElement;
  return { inLane: at?.closest?.('g[data-add]'), mark: at?.closest?.('a.mark') };
}

document.addEventListener('focusin', (event) => {
  // Pressing the cell gives it the focus: it must not go before it is let go of.
  if (event.target === cell) {
    return;
  }
  const { inLane, mark } = focused();
  if (inLane !== lane || mark) {
    hide();
    place = -1;
    lane = inLane;
  }
  if (mark && inLane) {
    place = cellAt(drawing(), Number(mark.dataset.x));
  }
});

document.addEventListener('keydown', (event) => {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  const { inLane } = focused();
  if (!step || !inLane || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) {
    return;
  }
  event.preventDefault();
  const svg = drawing();
  const last = cellsOf(svg).dates.length - 1;
  place = place < 0 ? (step > 0 ? 0 : last) : Math.min(last, Math.max(0, place + step));
  show(svg, inLane, place);
  tell(`${cellsOf(svg).words[place]}: a adds here`);
});

document.addEventListener('key', (event) => {
  if (event.detail !== 'a') {
    return;
  }
  const svg = drawing();
  const current = svg?.querySelector('a.mark[aria-current]');
  const inLane = focused().inLane ?? current?.closest('g[data-add]');
  if (!inLane) {
    document.querySelector('.masthead .add')?.click();
    return;
  }
  const number = place >= 0 ? place : current && inLane.contains(current) ? cellAt(svg, Number(current.dataset.x)) : -1;
  location.assign(number < 0 ? inLane.dataset.add : address(inLane, cellsOf(svg).dates[number]));
});
