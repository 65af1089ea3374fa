// The overview above the timeline: its frame goes along with the window, and can be moved, widened and drawn anew.

const EDGE = 6;
const CLICK = 4;
const LEAST = .6;

const strip = () => document.querySelector('.whole .overview[data-from]');

function spanOf(svg) {
  const from = Number(svg.dataset.from);
  return { from, length: Number(svg.dataset.to) + 1 - from, box: svg.getBoundingClientRect() };
}

/** @returns what makes the frame follow a window */
export function tendBrush(element) {
  let held = null;

  function draw({ from, to }) {
    const svg = strip();
    if (!svg?.clientWidth) {
      return;
    }
    const span = spanOf(svg);
    const first = Math.max(0, (from - span.from) / span.length * 100);
    const last = Math.min(100, (to - span.from) / span.length * 100);
    let frame = svg.querySelector('.brush');
    if (!frame) {
      frame = svg.insertBefore(document.createElementNS(svg.namespaceURI, 'rect'), svg.querySelector('a'));
      for (const [name, value] of [['class', 'brush'], ['y', 1], ['height', svg.clientHeight - 17], ['rx', 2]]) {
        frame.setAttribute(name, value);
      }
    }
    frame.setAttribute('x', `${Math.min(first, 100 - LEAST)}%`);
    frame.setAttribute('width', `${last <= 0 || first >= 100 ? 0 : Math.max(LEAST, last - first)}%`);
  }

  document.addEventListener('pointerdown', (event) => {
    const svg = event.target.closest?.('.whole .overview');
    if (!svg || svg !== strip() || event.button !== 0 || event.target.closest('a') || !element.isConnected) {
      return;
    }
    event.preventDefault();
    const span = spanOf(svg);
    const { window } = element;
    const [left, right] = [window.from, window.to].map((day) => span.box.left + (day - span.from) / span.length * span.box.width);
    const isNear = (edge) => right - left > 3 * EDGE && Math.abs(event.clientX - edge) <= EDGE;
    const way = isNear(left) ? 'from' : isNear(right) ? 'to' : event.clientX > left - EDGE && event.clientX < right + EDGE ? 'both' : 'new';
    held = { ...span, window, way, start: event.clientX };
  });

  document.addEventListener('pointermove', (event) => {
    if (!held) {
      return;
    }
    const { window: { from, to }, way, start, box } = held;
    const days = (event.clientX - start) / box.width * held.length;
    if (way === 'new') {
      const [one, other] = [start, event.clientX].map((x) => held.from + (x - box.left) / box.width * held.length);
      held.drawn = { from: Math.min(one, other), to: Math.max(one, other) };
      draw(held.drawn);
    } else {
      element.moveTo({ from: way === 'to' ? from : Math.min(from + days, way === 'from' ? to - 1 : Infinity), to: way === 'from' ? to : Math.max(to + days, way === 'to' ? from + 1 : -Infinity) });
    }
  });

  document.addEventListener('pointerup', (event) => {
    if (held?.way === 'new') {
      const { window: { from, to }, box, drawn, start } = held;
      const day = held.from + (event.clientX - box.left) / box.width * held.length;
      element.jumpTo(drawn && Math.abs(event.clientX - start) > CLICK ? drawn : { from: day - (to - from) / 2, to: day + (to - from) / 2 });
    }
    held = null;
  });

  return draw;
}
