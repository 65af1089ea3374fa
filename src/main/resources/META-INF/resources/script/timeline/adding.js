// Adding on the timeline itself. Over an empty place of a lane a cell is offered, as wide as the day, month, year or decade that the zoom can
// show; with the focus in a lane's head the arrows move that cell, and the key a opens the form for it.

import { tell } from '../told.js';
import { iso, next, start, words } from './scale.js';

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

export class Adding {
  #place = null;

  constructor(element, plot) {
    this.element = element;
    this.cell = plot.appendChild(Object.assign(document.createElement('div'), { className: 'cell', hidden: true }));
    this.link = this.cell.appendChild(Object.assign(document.createElement('a'), { textContent: '+', tabIndex: -1 }));
    plot.addEventListener('pointermove', (event) => this.#point(event, plot));
    plot.addEventListener('pointerleave', () => this.hide());
    element.addEventListener('focusin', (event) => event.target !== this.link && this.hide());
    element.addEventListener('keydown', (event) => this.#key(event));
    document.addEventListener('key', ({ detail }) => detail === 'a' && this.#add());
  }

  hide() {
    this.cell.hidden = true;
    this.#place = null;
  }

  #step(day) {
    const step = { unit: unitOf(this.element.scale.dayWidth), times: 1 };
    const from = start(step, day);
    return { unit: step.unit, from, to: next(step, from) };
  }

  #point(event, plot) {
    if (event.target === this.link) {
      return;
    }
    const box = plot.getBoundingClientRect();
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    const lane = this.element.laneAt(y);
    if (event.pointerType === 'touch' || event.buttons || !this.element.view.each || !lane?.add || this.element.at(x, y) !== null) {
      this.hide();
      return;
    }
    this.#show(lane, this.#step(this.element.scale.day(x)));
  }

  #show(lane, { unit, from, to }) {
    const { scale } = this.element;
    const left = Math.max(0, scale.x(from));
    this.#place = { lane, from, unit };
    this.cell.hidden = false;
    Object.assign(this.cell.style, { left: `${left}px`, width: `${Math.min(scale.width, scale.x(to)) - left}px`, top: `${lane.top}px`, height: `${lane.height}px` });
    this.link.href = address(lane.add, edtf(from, unit));
    this.link.title = `Add here: ${words(from, unit)}`;
    this.link.setAttribute('aria-label', this.link.title);
  }

  #lane() {
    const key = document.activeElement?.closest('.head')?.dataset.key;
    return this.element.view.lanes.find((lane) => lane.key === key && lane.add);
  }

  #key(event) {
    const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const lane = way && this.#lane();
    if (!lane || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) {
      return;
    }
    event.preventDefault();
    const { window } = this.element;
    const here = this.#place?.lane === lane ? this.#place.from : null;
    const step = this.#step(here === null ? (way > 0 ? window.from : window.to - 1) : way > 0 ? this.#step(here).to : here - 1);
    if (step.to > window.from && step.from < window.to) {
      this.#show(lane, step);
    }
    tell(`${words(this.#place.from, this.#place.unit, true)}: a adds here`);
  }

  /** Where the focus is, else beside what is open. */
  #add() {
    const { element } = this;
    const mark = element.isConnected && element.view.items.find((item) => item.id === element.chosen)?.marks[0];
    const lane = element.isConnected && (this.#lane() ?? (mark?.lane.add && mark.lane));
    if (!lane) {
      document.querySelector('.masthead .add')?.click();
      return;
    }
    const day = this.#place?.lane === lane ? this.#place.from : mark?.lane === lane && Number.isFinite(mark.item.s1) ? mark.item.s1 : null;
    const unit = unitOf(element.scale.dayWidth);
    location.assign(day === null ? lane.add : address(lane.add, edtf(start({ unit, times: 1 }, day), unit)));
  }
}
