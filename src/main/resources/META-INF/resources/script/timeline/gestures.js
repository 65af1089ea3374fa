// Drag and two fingers pan; a wheel with Ctrl, a pinch, a double click and + and − zoom. A plain wheel scrolls the page.

const CLICK = 4;
const WHEEL = .0022;
const STEP = 1.5;
/** Part of the window. */
const NUDGE = .1;

export class Gestures {
  #pointers = new Map();
  #start = null;
  #dragged = false;

  constructor(element, plot, axis) {
    this.element = element;
    this.plot = plot;
    for (const place of [plot, axis]) {
      place.addEventListener('pointerdown', (event) => this.#down(event, place));
      place.addEventListener('pointermove', (event) => this.#move(event));
      place.addEventListener('pointerup', (event) => this.#up(event));
      place.addEventListener('pointercancel', (event) => this.#up(event));
      place.addEventListener('wheel', (event) => this.#wheel(event), { passive: false });
    }
    plot.addEventListener('pointerleave', () => element.hover(null));
    plot.addEventListener('click', (event) => this.#click(event));
    plot.addEventListener('dblclick', (event) => this.#double(event));
    element.addEventListener('keydown', (event) => this.#key(event));
    document.addEventListener('key', ({ detail }) => element.isConnected && this.#zoomBy({ '+': 1 / STEP, '=': 1 / STEP, '-': STEP }[detail]));
  }

  #x(event) {
    return event.clientX - this.plot.getBoundingClientRect().left;
  }

  #day(event) {
    return this.element.scale.day(this.#x(event));
  }

  /** Where fingers are: their middle, and how far from it. */
  #held() {
    const places = [...this.#pointers.values()];
    const x = places.reduce((sum, place) => sum + place, 0) / places.length;
    return { x, apart: Math.max(20, Math.abs(places[0] - places.at(-1))) };
  }

  #begin() {
    this.#start = this.#pointers.size > 0 ? { ...this.#held(), window: this.element.window, fingers: this.#pointers.size } : null;
    this.plot.toggleAttribute('data-held', this.#pointers.size > 0);
  }

  #down(event, place) {
    if (event.button !== 0 || event.target.closest('a, button')) {
      return;
    }
    this.#pointers.set(event.pointerId, event.clientX);
    this.#dragged &&= this.#pointers.size > 1;
    this.place = place;
    this.#begin();
  }

  #move(event) {
    if (!this.#pointers.has(event.pointerId)) {
      if (event.pointerType !== 'touch' && !event.buttons && this.plot.contains(event.target)) {
        const plot = this.plot.getBoundingClientRect();
        const target = event.target.closest('a') ? null : this.element.at(this.#x(event), event.clientY - plot.top);
        this.plot.classList.toggle('pointing', target !== null);
        this.element.hover(target, event);
      }
      return;
    }
    this.#pointers.set(event.pointerId, event.clientX);
    const { x, apart } = this.#held();
    if (!this.#dragged && Math.abs(x - this.#start.x) < CLICK && this.#start.fingers === 1) {
      return;
    }
    if (!this.#dragged) {
      this.#dragged = true;
      this.place.setPointerCapture(event.pointerId);
      this.element.hover(null);
    }
    const { window, fingers } = this.#start;
    const { width } = this.element.scale;
    const length = (window.to - window.from) * (fingers > 1 ? this.#start.apart / apart : 1);
    const left = this.plot.getBoundingClientRect().left;
    const day = window.from + (this.#start.x - left) / width * (window.to - window.from);
    const from = day - (x - left) / width * length;
    this.element.moveTo({ from, to: from + length });
  }

  #up(event) {
    if (this.#pointers.delete(event.pointerId)) {
      this.#begin();
      if (event.pointerType === 'touch' && !this.#dragged) {
        this.element.hover(null);
      }
    }
  }

  #wheel(event) {
    const across = event.shiftKey && !event.deltaX ? event.deltaY : event.deltaX;
    const lines = event.deltaMode === 1 ? 16 : 1;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      this.element.moveTo(this.element.zoom(Math.exp(Math.max(-200, Math.min(200, event.deltaY * lines)) * WHEEL), this.#day(event)));
    } else if (Math.abs(across) > Math.abs(event.shiftKey ? 0 : event.deltaY)) {
      event.preventDefault();
      const days = across * lines / this.element.scale.dayWidth;
      this.element.moveTo({ from: this.element.window.from + days, to: this.element.window.to + days });
    }
  }

  #click(event) {
    if (this.#dragged || event.target.closest('a')) {
      this.#dragged = false;
      return;
    }
    const target = this.element.at(this.#x(event), event.clientY - this.plot.getBoundingClientRect().top);
    if (target !== null) {
      this.element.hover(null);
      this.element.open(target);
    }
  }

  #double(event) {
    if (this.element.view.each && this.element.at(this.#x(event), event.clientY - this.plot.getBoundingClientRect().top) === null) {
      this.element.jumpTo(this.element.zoom(event.shiftKey ? 2 : .5, this.#day(event)));
    }
  }

  #zoomBy(times) {
    if (times) {
      this.element.moveTo(this.element.zoom(times));
    }
  }

  #key(event) {
    const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const { element } = this;
    if (way && event.target === element && !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      const days = way * NUDGE * (element.window.to - element.window.from);
      element.moveTo({ from: element.window.from + days, to: element.window.to + days });
    }
  }
}
