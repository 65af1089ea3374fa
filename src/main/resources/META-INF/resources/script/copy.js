// Copies what stands in the template beside a button: late/copying.js, where there is one.

import { late } from './late.js';

function offer() {
  if (document.querySelector('[data-copy]')) {
    late('copying').then((copying) => copying.offer(), () => {});
  }
}

document.addEventListener('shown', offer);
offer();
