// What the dialog 'Share' does beyond its fields and links comes when it opens.

import { late } from '../late.js';

document.addEventListener('toggle', ({ target, newState }) => {
  if (target.id === 'share' && newState === 'open') {
    late('sharing').then(({ offer }) => offer(), () => {});
  }
}, true);
