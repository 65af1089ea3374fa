// Opens the drawer of filters in place, and narrows a long list while one types: late/facets.js does both.

import { late } from './late.js';

const OPEN = 'demarche.facets';

function opens(drawer) {
  const place = drawer.querySelector('[data-facets]');
  let filled = false;
  drawer.addEventListener('toggle', async () => {
    sessionStorage.setItem(OPEN, drawer.open ? 'yes' : 'no');
    if (drawer.open && !filled) {
      filled = await late('facets').then(({ fill }) => fill(place), () => false);
      if (drawer.contains(document.activeElement)) {
        place.querySelector('a')?.focus({ preventScroll: true });
      }
    }
  });
  // Several values are taken one after the other: the drawer stays open where there is room beside it.
  if (sessionStorage.getItem(OPEN) === 'yes' && matchMedia('(min-width: 48rem)').matches) {
    drawer.open = true;
  }
}

function start() {
  document.querySelectorAll('details.facets').forEach(opens);
  if (document.querySelector('[data-narrow]')) {
    late('facets').then(({ narrowAll }) => narrowAll(document), () => {});
  }
}

// The page is filled anew where a link of it was followed in place.
document.addEventListener('shown', start);
start();
