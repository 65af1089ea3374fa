// Shows the buttons that copy what stands in the template beside them; how that is done comes with the first: late/copying.js.

import { late } from './late.js';

function offer() {
  for (const button of document.querySelectorAll('[data-copy]')) {
    button.hidden = false;
  }
}

document.addEventListener('click', ({ target }) => {
  const button = target.closest('[data-copy]');
  if (button) {
    late('copying').then(({ copyBeside }) => copyBeside(button));
  }
});
document.addEventListener('shown', offer);
offer();
