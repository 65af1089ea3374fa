// The overview above the timeline: its frame goes along with the window, and can be moved, widened and drawn anew.

const EDGE = 6;
const CLICK = 4;
const LEAST = .6;

const strip = () => document.querySelector('.whole .overview[data-from]');

function spanOf(svg) {
  const from = Number(svg.dataset.from);
  return { from, length: Number(svg.dataset.to) + 1 - from, box: svg.getBoundingClientRect() };
}

export class Brush {
  #held = null;

  constructor(element) {
    this.element = element;
    document.addEventListener('pointerdown', (event) => this.#down(event));
    document.addEventListener('pointermove', (event) => this.#move(event));
    document.addEventListener('pointerup', (event) => this.#up(event));
    document.addEventListener('pointercancel', () => { this.#held = null; });
  }

  /** Follows the window. */
  draw({ from, to }) {
    const svg = strip();
    if (!svg || svg.clientWidth === 0) {
      return;
    }
    const span = spanOf(svg);
    const first = Math.max(0, (from - span.from) / span.length * 100);
    const last = Math.min(100, (to - span.from) / span.length * 100);
    let frame = svg.querySelector('.brush');
    if (!frame) {
      frame = svg.insertBefore(document.createElementNS(svg.namespaceURI, 'rect'), svg.querySelector('a'));
      for (const [name, value] of [['class', 'brush'], ['y', 1], ['height', svg.clientHeight - 15], ['rx', 2]]) {
        frame.setAttribute(name, value);
      }
    }
    frame.setAttribute('x', `${Math.min(first, 100 - LEAST)}%`);
    frame.setAttribute('width', `${Math.max(LEAST, last - first)}%`);
    frame.toggleAttribute('hidden', last <= 0 || first >= 100);
  }

  #down(event) {
    const svg = event.target.closest?.('.whole .overview');
    if (!svg || svg !== strip() || event.button !== 0 || event.target.closest('a') || !this.element.isConnected) {
      return;
    }
    event.preventDefault();
    const span = spanOf(svg);
    const { window } = this.element;
    const x = (day) => span.box.left + (day - span.from) / span.length * span.box.width;
    const [left, right] = [x(window.from), x(window.to)];
    const isNear = (edge) => Math.abs(event.clientX - edge) <= EDGE;
    const way = right - left > 3 * EDGE && isNear(left) ? 'from' : right - left > 3 * EDGE && isNear(right) ? 'to' : event.clientX > left - EDGE && event.clientX < right + EDGE ? 'both' : 'new';
    this.#held = { ...span, window, way, start: event.clientX };
  }

  #move(event) {
    if (!this.#held) {
      return;
    }
    const { window, way, start, from, length, box } = this.#held;
    const days = (event.clientX - start) / box.width * length;
    if (way === 'new') {
      const [one, other] = [start, event.clientX].map((x) => from + (x - box.left) / box.width * length);
      this.#held.drawn = { from: Math.min(one, other), to: Math.max(one, other) };
      this.draw(this.#held.drawn);
    } else {
      this.element.moveTo({ from: way === 'to' ? window.from : Math.min(window.from + days, way === 'from' ? window.to - 1 : Infinity), to: way === 'from' ? window.to : Math.max(window.to + days, way === 'to' ? window.from + 1 : -Infinity) });
    }
  }

  #up(event) {
    const held = this.#held;
    this.#held = null;
    if (held?.way === 'new') {
      const half = (held.window.to - held.window.from) / 2;
      const day = held.from + (event.clientX - held.box.left) / held.box.width * held.length;
      this.element.jumpTo(held.drawn && Math.abs(event.clientX - held.start) > CLICK ? held.drawn : { from: day - half, to: day + half });
    }
  }
}
