// Opening an item, filtering and going along time without loading the page anew, and Back goes back; whatever can't be shown so is loaded as
// ever. How it is done comes with the first time: late/in-place.js.

import { late } from './late.js';
import { tell } from './told.js';

const PATHS = ['/', '/timeline'];

const isHere = (address) => address.origin === location.origin && PATHS.includes(address.pathname);

const here = { shown: location.pathname + location.search, isHere, tell };

/**
 * Shows what an address has.
 *
 * @param how from has the focus, or is what it is to come back to; push makes an entry in the history; with around only what surrounds the
 *   timeline follows, which is there already: the address at once, the rest without a word
 */
export const open = (address, how) => late('in-place').then((module) => module.open(here, address, how), () => location.assign(address));

document.addEventListener('click', (event) => {
  const link = event.target.closest?.('main a[href]');
  if (!link || event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) {
    return;
  }
  const address = new URL(link.href.baseVal ?? link.href, location.href);
  if (isHere(address) && link.getAttribute('href')[0] !== '#') {
    event.preventDefault();
    open(address, { from: document.activeElement === document.body ? link : document.activeElement, push: true });
  }
});

document.addEventListener('submit', (event) => {
  const { target: form, submitter } = event;
  const address = new URL(submitter?.hasAttribute('formaction') ? submitter.formAction : form.action, location.href);
  if (event.defaultPrevented || form.method !== 'get' || !isHere(address)) {
    return;
  }
  event.preventDefault();
  const asked = [...new FormData(form, submitter)].filter(([, value]) => value !== '');
  address.search = new URLSearchParams(asked).toString();
  // Who has searched goes on in what was found, as on a page that is loaded: single keys would be written into the field.
  open(address, { from: form.closest('.masthead') ? document.getElementById('main') : document.activeElement, push: true });
});

addEventListener('popstate', (event) => {
  if (location.pathname + location.search !== here.shown) {
    open(new URL(location.href), { from: document.activeElement, top: event.state?.top ?? 0 });
  }
});
