// Ticking several items: x ticks the one that has the focus or is open. What can be done with them comes with the first: late/ticks.js.

import { late } from './late.js';

const isAny = () => document.querySelector('.tick:checked');

let coming = null;

const ticks = () => (coming ??= late('ticks'));

document.addEventListener('change', ({ target }) => target.matches('.tick') && ticks());

document.addEventListener('key', ({ detail }) => {
  if (detail !== 'x') {
    return;
  }
  const at = document.activeElement;
  const item = at?.closest?.('a[data-item]')?.dataset.item ?? at?.closest?.('.days li')?.querySelector('.tick')?.value
    ?? document.querySelector('a[data-item][aria-current]')?.dataset.item;
  document.querySelector(`.tick[value="${item}"]`)?.click();
});

// A browser that goes back may have kept them.
addEventListener('pageshow', () => isAny() && ticks());
