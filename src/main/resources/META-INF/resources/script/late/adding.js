// Adding on the timeline itself; timeline/adding.js brings it. Over an empty place of a lane a cell is offered, as wide as the day, month, year or decade that the zoom can
// show; with the focus in a lane's head the arrows move that cell, and the key a opens the form for it.

import { made } from '../made.js';
import { iso, next, start, words } from '../timeline/scale.js';

/** What is narrower can't be pointed at. */
const LEAST = 7;
const DAYS = { DAY: 1, MONTH: 30, YEAR: 365, DECADE: 3652 };

const unitOf = (dayWidth) => Object.keys(DAYS).find((unit) => DAYS[unit] * dayWidth >= LEAST) ?? 'DECADE';

function edtf(day, unit) {
  const date = iso(day);
  const year = date.slice(0, -6);
  return unit === 'DAY' ? date : unit === 'MONTH' ? date.slice(0, -3) : unit === 'YEAR' || year.startsWith('-') ? year : `${year.slice(0, -1)}X`;
}

const address = (add, date) => `${add}${add.endsWith('?') ? '' : '&'}date=${encodeURIComponent(date)}`;

/** @param tell says what changed */
export function tend(element, plot, tell) {
  const cell = plot.appendChild(made('div', { class: 'cell', hidden: '' }));
  const link = cell.appendChild(made('a', { tabindex: -1 }, '+'));
  let place = null;

  function hide() {
    cell.hidden = true;
    place = null;
  }

  function stepAt(day) {
    const unit = unitOf(element.scale.dayWidth);
    const from = start({ unit, times: 1 }, day);
    return { unit, from, to: next({ unit, times: 1 }, from) };
  }

  function show(lane, { unit, from, to }) {
    const { scale } = element;
    const left = Math.max(0, scale.x(from));
    place = { lane, from, unit };
    cell.hidden = false;
    Object.assign(cell.style, { left: `${left}px`, width: `${Math.min(scale.width, scale.x(to)) - left}px`, top: `${lane.top}px`, height: `${lane.height}px` });
    link.href = address(lane.add, edtf(from, unit));
    link.title = `Add here: ${words(from, unit)}`;
    link.setAttribute('aria-label', link.title);
  }

  /** The lane in whose head the focus is. */
  function focused() {
    const key = document.activeElement?.closest('.head')?.dataset.key;
    return element.view.lanes.find((lane) => lane.key === key && lane.add);
  }

  function point(event) {
    if (event.target === link) {
      return;
    }
    const box = plot.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const lane = element.laneAt(y);
    if (event.pointerType === 'touch' || event.buttons || !lane?.each || !lane.add || element.at(x, y) !== null) {
      hide();
    } else {
      show(lane, stepAt(element.scale.day(x)));
    }
  }

  plot.addEventListener('pointermove', point);
  plot.addEventListener('pointerleave', hide);
  element.addEventListener('focusin', (event) => event.target !== link && hide());
  element.addEventListener('windowchange', hide);

  /** From the lane in whose head the focus is to the next step, or the one before. */
  function move(way) {
    const lane = focused();
    if (!lane) {
      return;
    }
    const { window: { from, to } } = element;
    const here = place?.lane === lane ? place.from : null;
    const step = stepAt(here === null ? (way > 0 ? from : to - 1) : way > 0 ? stepAt(here).to : here - 1);
    if (step.to > from && step.from < to) {
      show(lane, step);
    }
    tell(`${words(place.from, place.unit, true)}: a adds here`);
  }

  /** Where the focus is, else beside what is open. */
  function add() {
    const mark = element.isConnected && element.view.items.find((item) => item.id === element.chosen)?.marks[0];
    const inMirror = document.activeElement?.closest('[data-lane]')?.dataset.lane;
    const lane = element.isConnected && (focused() ?? element.view.lanes.find(({ key, add: way }) => key === inMirror && way) ?? (mark?.lane.add && mark.lane));
    if (!lane) {
      document.querySelector('.masthead .add')?.click();
      return;
    }
    const day = place?.lane === lane ? place.from : (element.chosen?.isWhole ? null : element.chosen?.from) ?? (mark?.item.marks.some((one) => one.lane === lane) && Number.isFinite(mark.item.s1) ? mark.item.s1 : null);
    const { unit, from } = stepAt(day ?? 0);
    location.assign(day === null ? lane.add : address(lane.add, edtf(from, unit)));
  }

  return { point, move, add };
}
