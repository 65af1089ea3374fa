// Drag and two fingers pan; a wheel with Ctrl, a pinch, a double click and + and − zoom. A plain wheel scrolls the page.

const CLICK = 4;
const WHEEL = .0022;
const STEP = 1.5;
/** Part of the window. */
const NUDGE = .1;

const moved = ({ from, to }, days) => ({ from: from + days, to: to + days });

export function tendGestures(element, plot, calendar) {
  const pointers = new Map();
  let start = null;
  let isDragged = false;

  const xOf = (event) => event.clientX - plot.getBoundingClientRect().left;
  const targetOf = (event) => element.at(xOf(event), event.clientY - plot.getBoundingClientRect().top, event.pointerType === 'touch');

  /** Where fingers are: their middle, and how far from it. */
  function held() {
    const places = [...pointers.values()];
    return { x: places.reduce((sum, place) => sum + place, 0) / places.length, apart: Math.max(20, Math.abs(places[0] - places.at(-1))) };
  }

  function begin() {
    start = pointers.size > 0 ? { ...held(), window: element.window, fingers: pointers.size } : null;
    element.isHeld = start !== null;
    plot.classList.toggle('held', element.isHeld);
  }

  function down(event) {
    if (event.button === 0 && !event.target.closest('a, button')) {
      pointers.set(event.pointerId, event.clientX);
      isDragged &&= pointers.size > 1;
      begin();
    }
  }

  function point(event) {
    if (event.pointerType !== 'touch' && !event.buttons) {
      const target = event.target.closest('a') ? null : targetOf(event);
      plot.classList.toggle('pointing', target !== null);
      element.hover(target, event);
    }
  }

  function move(event) {
    if (!pointers.has(event.pointerId)) {
      return;
    }
    pointers.set(event.pointerId, event.clientX);
    const { x, apart } = held();
    if (!isDragged && Math.abs(x - start.x) < CLICK && start.fingers === 1) {
      return;
    }
    if (!isDragged) {
      isDragged = true;
      event.currentTarget.setPointerCapture(event.pointerId);
      element.hover(null);
    }
    const { window: { from, to }, fingers } = start;
    const { left, width } = plot.getBoundingClientRect();
    const length = (to - from) * (fingers > 1 ? start.apart / apart : 1);
    const first = from + (start.x - left) / width * (to - from) - (x - left) / width * length;
    element.moveTo({ from: first, to: first + length });
  }

  function up(event) {
    if (pointers.delete(event.pointerId)) {
      begin();
    }
  }

  function wheel(event) {
    const lines = event.deltaMode === 1 ? 16 : 1;
    const across = event.shiftKey && !event.deltaX ? event.deltaY : event.deltaX;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      element.moveTo(element.zoom(Math.exp(Math.max(-200, Math.min(200, event.deltaY * lines)) * WHEEL), element.scale.day(xOf(event))));
    } else if (Math.abs(across) > (event.shiftKey ? 0 : Math.abs(event.deltaY))) {
      event.preventDefault();
      element.moveTo(moved(element.window, across * lines / element.scale.dayWidth));
    }
  }

  for (const place of [plot, calendar]) {
    place.addEventListener('pointerdown', down);
    place.addEventListener('pointermove', move);
    place.addEventListener('pointerup', up);
    place.addEventListener('pointercancel', up);
    place.addEventListener('wheel', wheel, { passive: false });
  }
  plot.addEventListener('pointermove', point);
  plot.addEventListener('pointerleave', () => element.hover(null));
  plot.addEventListener('click', (event) => {
    const target = isDragged || event.target.closest('a') ? null : targetOf(event);
    isDragged = false;
    if (target !== null) {
      element.hover(null);
      element.open(target);
    }
  });
  plot.addEventListener('dblclick', (event) => {
    if (targetOf(event) === null) {
      element.jumpTo(element.zoom(event.shiftKey ? 2 : .5, element.scale.day(xOf(event))));
    }
  });
  element.addEventListener('keydown', (event) => {
    const way = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (way && event.target === element && !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      element.moveTo(moved(element.window, way * NUDGE * (element.window.to - element.window.from)));
    }
  });
  document.addEventListener('key', ({ detail }) => {
    const times = { '+': 1 / STEP, '=': 1 / STEP, '-': STEP }[detail];
    if (times && element.isConnected) {
      element.moveTo(element.zoom(times));
    }
  });
}
