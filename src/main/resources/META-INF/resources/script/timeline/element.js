// <demarche-timeline>: the timeline on a canvas, in place of the server's drawing that it holds, which stays what is printed. It says when it
// is complete (ready), goes where it is told (setWindow), tells where it is (windowchange), what is chosen (select) and when it has drawn
// at rest (draw).

import { made } from '../made.js';
import { dataOf, jump, list, pageOf, pin, pinned, rest, select, selected, wholeDays } from './address.js';
import { tendAdding } from './adding.js';
import { tendAnnouncing } from './announce.js';
import { axisIn, linesOf, ticksOf } from './axis.js';
import { tendBrush } from './brush.js';
import { coloursOf, onChange } from './colours.js';
import { draw } from './drawing.js';
import { tendGestures } from './gestures.js';
import { moved, tendHeads } from './heads.js';
import { tendKeys } from './keys.js';
import { tendMirror } from './mirror.js';
import { place } from './placing.js';
import { at, boxOf, saidAt } from './pointing.js';
import { DAY, FIRST, LAST, Scale, unitOf } from './scale.js';
import { tipOf } from './tip.js';
import { decode, source } from './view.js';

/** Milliseconds: without a change for so long, it is at rest; what one jumps to is reached in so many. */
const REST = 250;
const GLIDE = 180;
/** A step has at least so many pixels. */
const LEAST_STEP = 4;
/** What is higher has a canvas of this height that goes along with the page. In pixels. */
const HIGHEST = 4096;

const still = matchMedia('(prefers-reduced-motion: reduce)');

const part = (name, className) => Object.assign(document.createElement(name), { className });

class Timeline extends HTMLElement {
  view = null;
  scale = new Scale();
  /** In days: from the beginning of the first to the end of the last. */
  window = { from: 0, to: 1 };
  /** The id of an item, or of counts a step of a lane: { lane, from, to }; null where nothing is chosen. */
  chosen = null;

  /** Whether a finger or a button holds it. */
  isHeld = false;

  // What follows is nobody else's.
  parts = null;
  hovered = null;
  collapsed = new Set();
  ask = source((json) => this.take(this.decoded(json)));
  complete = Promise.withResolvers();
  frame = 0;
  timer = 0;
  gliding = 0;
  isMoving = false;
  isOwn = false;
  /** The address that the page shows, the data that was asked for last, and the window that was told of. */
  address = '';
  asked = '';
  told = null;

  get ready() {
    return this.complete.promise;
  }

  connectedCallback() {
    if (!this.parts) {
      this.build();
      this.adopt(this);
    }
  }

  /**
   * Takes over what the page at an address shows: its own at first, then that of each page that comes in its place.
   *
   * @param stays where it is, as the page followed it
   */
  adopt(fresh, stays = false) {
    if (fresh !== this) {
      this.querySelectorAll(':scope > svg').forEach((svg) => svg.remove());
      this.prepend(...fresh.querySelectorAll(':scope > svg'));
      this.dataset.json = fresh.dataset.json;
      this.setAttribute('aria-label', fresh.getAttribute('aria-label') ?? '');
    }
    const json = JSON.parse(fresh.dataset.view);
    fresh.removeAttribute('data-view');
    const window = { from: json.window[0], to: json.window[1] + 1 };
    const isFirst = !this.view;
    this.ask();
    this.chosen = selected();
    // The page shows this window whether or not its address names it: coming to rest there asks for nothing again.
    this.address = stays ? location.search : pageOf(window).search;
    this.view = this.decoded(json);
    // The heads of the drawing that comes along say it in the same words.
    const said = [...this.querySelectorAll(':scope > .chart > g')].map((group) => group.getAttribute('aria-label') ?? '');
    for (const lane of this.view.lanes) {
      lane.said = said.find((label) => label.startsWith(`${lane.name}, `))?.slice(lane.name.length + 2);
    }
    if (isFirst) {
      this.window = window;
      this.redraw();
      this.classList.add('live');
      requestAnimationFrame(() => setTimeout(() => this.complete.resolve()));
    } else {
      this.invalidate();
      if (!stays) {
        this.glideTo(window);
      }
    }
  }

  /** @param fromMs milliseconds since 1970, UTC; likewise toMs */
  setWindow(fromMs, toMs) {
    this.moveTo({ from: fromMs / DAY, to: toMs / DAY });
  }

  /** Shows a window at once. */
  moveTo(window) {
    cancelAnimationFrame(this.gliding);
    this.moveWith(window);
    this.askWhereNeeded(this.window);
    this.wait();
  }

  /** Goes there smoothly; one can come back from there. */
  jumpTo(window) {
    const whole = wholeDays(this.bounded(window));
    this.address = pageOf(whole).search;
    jump(whole);
    this.glideTo(whole);
  }

  /** @param times below 1 closer; the day there stays where it is */
  zoom(times, day = (this.window.from + this.window.to) / 2) {
    return { from: day - (day - this.window.from) * times, to: day + (this.window.to - day) * times };
  }

  /** @param target as `chosen` has it */
  choose(target) {
    this.chosen = target;
    this.invalidate();
    if (typeof target === 'string') {
      this.dispatchEvent(new CustomEvent('select', { bubbles: true, detail: { id: target } }));
    }
  }

  /** An item in the reading pane; a step by going there, and where it is a day by its list. */
  open(target) {
    this.choose(target);
    if (typeof target === 'string') {
      select(target, wholeDays(this.window));
      return;
    }
    if (target.to - target.from > 1) {
      this.jumpTo(target);
    } else {
      list(target);
    }
  }

  /** @returns what lies at a place of the plot, or as near as a finger may miss it, as `chosen` has it; null where nothing does */
  at(x, y, isFinger) {
    return at(this.view, this.scale, x, y, isFinger);
  }

  /** @returns where something is drawn, in pixels of the plot; null where it is not */
  boxOf(target) {
    return boxOf(this.view, this.scale, target);
  }

  laneAt(y) {
    return this.view.lanes.find((lane) => y >= lane.top && y < lane.top + lane.height);
  }

  hover(target, event) {
    const isNew = JSON.stringify(target) !== JSON.stringify(this.hovered);
    this.hovered = target;
    this.parts.tip(this.view, target, event, isNew);
    if (isNew) {
      this.invalidate();
    }
  }

  /** Draws with the next frame. */
  invalidate() {
    this.frame ||= requestAnimationFrame(() => {
      this.frame = 0;
      this.redraw();
    });
  }

  /** Moves, closes and pins lanes. */
  arrange(key, way, before) {
    if (way === 'close') {
      if (!this.collapsed.delete(key)) {
        this.collapsed.add(key);
      }
      this.invalidate();
      return;
    }
    const pins = pinned();
    if (way === 'pin') {
      pin(pins.includes(key) ? pins.filter((other) => other !== key) : [...pins, key], wholeDays(this.window));
      return;
    }
    const { lanes, first } = moved(this.view.lanes, pins, key, way, before);
    this.view = { ...this.view, lanes };
    this.invalidate();
    pin(first, wholeDays(this.window));
  }

  build() {
    const lanes = part('div', 'lanes');
    const heads = lanes.appendChild(part('div', 'heads'));
    const plot = lanes.appendChild(part('div', 'plot'));
    const canvas = plot.appendChild(part('canvas', ''));
    const axis = part('div', 'axis');
    const calendar = made('div', { class: 'calendar', 'aria-hidden': 'true' });
    const tool = (sign, label, did) => {
      const button = axis.appendChild(made('button', { type: 'button', title: label, 'aria-label': label }, sign));
      button.addEventListener('click', () => did(button));
      return button;
    };
    tool('−', 'Zoom out', () => this.jumpTo(this.zoom(2)));
    tool('+', 'Zoom in', () => this.jumpTo(this.zoom(.5)));
    tool('today', 'Go to today', () => this.goToToday());
    const own = tool('scale', 'Each lane on its own scale', (button) => {
      this.isOwn = !this.isOwn;
      button.setAttribute('aria-pressed', this.isOwn);
      this.invalidate();
    });
    own.setAttribute('aria-pressed', 'false');
    canvas.setAttribute('aria-hidden', 'true');
    axis.append(calendar);
    this.append(axis, lanes);
    this.parts = { lanes, plot, canvas, context: canvas.getContext('2d'), axis: axisIn(calendar), own, heads: tendHeads(heads, (...did) => this.arrange(...did)),
      brush: tendBrush(this), tip: tipOf(plot), ring: plot.appendChild(part('div', 'ring')), colours: null, width: 0 };
    tendGestures(this, plot, calendar);
    tendAdding(this, plot);
    const mirror = tendMirror(this);
    tendKeys(this, mirror);
    tendAnnouncing(this, mirror);
    this.tabIndex = 0;
    this.setAttribute('role', 'group');
    onChange(() => {
      this.parts.colours = null;
      this.invalidate();
    });
    new ResizeObserver(() => {
      this.parts.width = plot.clientWidth;
      this.invalidate();
    }).observe(plot);
    addEventListener('scroll', () => (this.isMoving || lanes.offsetHeight > HIGHEST) && this.invalidate(), { passive: true });
    document.fonts.addEventListener('loadingdone', () => this.invalidate());
  }

  goToToday() {
    const half = (this.window.to - this.window.from) / 2;
    const noon = Math.floor(Date.now() / DAY) + .5;
    this.jumpTo({ from: noon - half, to: noon + half });
  }

  decoded(json) {
    const asked = new URL(this.dataset.json, location.href).searchParams;
    // Only where lanes are of principals those who spoke jointly stand in their own.
    return { ...decode(json), isTied: !asked.has('lanes'), isPart: asked.has('lane') || json.next !== null };
  }

  take(view) {
    this.view = view;
    this.invalidate();
    this.askWhereNeeded(this.window);
  }

  bounded({ from, to }) {
    const length = Math.min(Math.max(1, to - from), LAST + 1 - FIRST);
    const first = Math.min(Math.max(FIRST, to - from < 1 ? (from + to - 1) / 2 : from), LAST + 1 - length);
    return { from: first, to: first + length };
  }

  moveWith(window) {
    this.window = this.bounded(window);
    this.isMoving = true;
    this.invalidate();
  }

  glideTo(window) {
    cancelAnimationFrame(this.gliding);
    const start = this.window;
    if (start.from === window.from && start.to === window.to) {
      return;
    }
    this.askWhereNeeded(window);
    // Until it is there it is not at rest.
    clearTimeout(this.timer);
    const began = performance.now();
    const glide = (now) => {
      const done = !still.matches ? Math.min(1, Math.max(0, (now - began) / GLIDE)) : 1;
      const eased = 1 - (1 - done) ** 3;
      this.moveWith({ from: start.from + (window.from - start.from) * eased, to: start.to + (window.to - start.to) * eased });
      if (done < 1) {
        this.gliding = requestAnimationFrame(glide);
      } else {
        this.wait();
      }
    };
    glide(began);
  }

  wait() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.rest(), REST);
  }

  /** The address holds the view, and the rest of the page follows; a gesture that goes on is not disturbed. */
  rest() {
    if (this.isHeld) {
      this.wait();
      return;
    }
    this.isMoving = false;
    this.window = wholeDays(this.window);
    this.redraw();
    const { search } = pageOf(this.window);
    if (search !== this.address) {
      this.address = search;
      rest(this.window);
    }
  }

  /** More is asked for only where what is there does not reach, or has other steps than the zoom calls for. */
  askWhereNeeded({ from, to }) {
    const { view } = this;
    const { width } = this.parts;
    const step = unitOf(width / (to - from), LEAST_STEP);
    if (from < view.from || to > view.to || !view.each && (step.unit !== view.step.unit || step.times !== view.step.times)) {
      const address = `${dataOf(this.dataset.json, { from: Math.floor(from), to: Math.ceil(to) }, width)}`;
      if (address !== this.asked) {
        this.asked = address;
        this.ask(address);
      }
    }
  }

  redraw() {
    const { lanes, plot, context, axis, own, heads, brush } = this.parts;
    const { view, scale, window, chosen } = this;
    this.parts.width ||= plot.clientWidth;
    // Where it is not shown it has no width, and days still need their order.
    scale.set(window, Math.max(1, this.parts.width));
    const pins = pinned();
    // While it moves, what can be seen is drawn; where that is has to be asked before anything is changed.
    const above = this.isMoving && plot.getBoundingClientRect().top;
    brush(window);
    const height = place(view, scale, { collapsed: this.collapsed, kept: this.isMoving, pins });
    lanes.style.height = `${height}px`;
    const top = this.fit(height);
    const seen = this.isMoving ? { top: Math.max(0, -above), bottom: Math.min(height, innerHeight - above) } : { top: 0, bottom: height };
    const near = new Set([this.hovered, chosen].filter((target) => typeof target === 'string'));
    const ringed = [...near].map((id) => saidAt(view, id)).find(Boolean) ?? null;
    const ticks = ticksOf(scale);
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, -top * devicePixelRatio);
    const lines = linesOf(view, scale);
    draw(context, view, scale, ticks, this.parts.colours ??= coloursOf(this), { chosen, near, ringed, lines, cell: this.hovered?.lane && this.boxOf(this.hovered), own: this.isOwn }, seen);
    axis(ticks, lines);
    own.hidden = view.each;
    heads(view, this.collapsed, pins);
    this.tell();
  }

  /** @returns from where on the canvas shows the plot: the whole of it, if that is not too high */
  fit(height) {
    const { canvas, plot, width } = this.parts;
    const shown = Math.min(height, HIGHEST);
    const top = height > HIGHEST ? Math.min(height - HIGHEST, Math.max(0, Math.round(HIGHEST / -3 - plot.getBoundingClientRect().top))) : 0;
    const [across, down] = [width, shown].map((size) => Math.round(size * devicePixelRatio));
    if (canvas.width !== across || canvas.height !== down) {
      Object.assign(canvas, { width: across, height: down });
      Object.assign(canvas.style, { width: `${width}px`, height: `${shown}px` });
    }
    canvas.style.top = `${top}px`;
    return top;
  }

  /** Where the focus ring is, and what others want to know. */
  tell() {
    const { ring } = this.parts;
    const box = this.chosen && this.boxOf(this.chosen);
    ring.hidden = !box;
    if (box) {
      Object.assign(ring.style, { translate: `${box.x}px ${box.y}px`, width: `${box.width}px`, height: `${box.height}px` });
    }
    if (this.window !== this.told) {
      this.told = this.window;
      this.dispatchEvent(new CustomEvent('windowchange', { bubbles: true, detail: { ...this.window } }));
    }
    if (!this.isMoving) {
      this.dispatchEvent(new CustomEvent('draw'));
    }
  }
}

customElements.define('demarche-timeline', Timeline);
