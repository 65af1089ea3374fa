// The timeline by the keyboard alone: arrows among items and lanes, Home and End, Page Up and Down, Escape out. What has the focus is an entry
// of the mirror, and a ring shows on the canvas where it is. Enter follows its link.

import { selected } from './address.js';
import { dayOf } from './mirror.js';

function nearest(view, row, day) {
  const away = row.targets.map((target) => Math.abs(dayOf(view, target) - day));
  return away.indexOf(Math.min(...away));
}

export function tendKeys(element, mirror) {
  const { root } = mirror;

  function along(step) {
    const { row, at } = mirror.here;
    mirror.focus(row, Math.max(-1, Math.min(row.targets.length - 1, at + step)));
  }

  function across(step) {
    const { row, target } = mirror.here;
    const next = mirror.rows[mirror.rows.indexOf(row) + step];
    if (next) {
      mirror.focus(next, target === null ? -1 : nearest(element.view, next, dayOf(element.view, target)));
    } else if (step < 0) {
      element.focus();
    }
  }

  function enter() {
    const row = mirror.here?.row ?? mirror.rows[0];
    if (row) {
      mirror.focus(row, mirror.here ? mirror.here.at : -1);
    }
  }

  /** What is open closes; from an item to its lane, from there to the whole, from there farther away. */
  function leave(isInside) {
    const open = document.querySelector('.pane .close');
    if (open) {
      open.click();
    } else if (!isInside) {
      element.jumpTo(element.zoom(2));
    } else if (mirror.here.at >= 0) {
      mirror.focus(mirror.here.row, -1);
    } else {
      element.focus();
    }
  }

  function turn(pages) {
    const { from, to } = element.window;
    element.jumpTo({ from: from + pages * (to - from), to: to + pages * (to - from) });
  }

  const everywhere = { PageUp: () => turn(-1), PageDown: () => turn(1) };
  const whole = { ...everywhere, ArrowDown: enter, Enter: enter, Escape: () => leave(false) };
  const inside = { ...everywhere, ArrowRight: () => along(1), ArrowLeft: () => along(-1), ArrowDown: () => across(1), ArrowUp: () => across(-1),
    Home: () => mirror.focus(mirror.here.row, mirror.here.row.targets.length ? 0 : -1), End: () => mirror.focus(mirror.here.row, mirror.here.row.targets.length - 1), Escape: () => leave(true) };

  element.addEventListener('keydown', (event) => {
    const isInside = root.contains(event.target) && mirror.here;
    const did = (isInside ? inside : event.target === element ? whole : {})[event.key];
    if (did && !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      did();
    }
  });

  /** The ring, and the words that a pointer would bring up. */
  function show() {
    const { row, target } = mirror.here ?? {};
    if (!row || !root.contains(document.activeElement)) {
      return;
    }
    const { plot, ring } = element.parts;
    element.choose(target ?? { lane: row.lane.key, ...element.window, isWhole: true });
    const box = target && element.boxOf(target);
    const { left, top } = plot.getBoundingClientRect();
    element.hover(box ? target : null, box && { clientX: left + box.x, clientY: top + box.y + box.height });
    requestAnimationFrame(() => ring.scrollIntoView({ block: 'nearest', inline: 'nearest' }));
  }

  root.addEventListener('focusin', ({ target }) => {
    mirror.note(target);
    show();
  });
  root.addEventListener('focusout', ({ relatedTarget }) => {
    if (!root.contains(relatedTarget)) {
      element.hover(null);
      element.chosen = selected();
      element.invalidate();
    }
  });
}
