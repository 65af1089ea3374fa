// Single keys. An element says which key is its own with data-key: a field gets the focus, anything else is pressed.
// A page's own module may listen for the event 'key' on document, which is sent where no element has that key.
// '?' lays the page with all keys over any other; while something lies on top, single keys do nothing beneath it.

import { late } from './late.js';

const SETTING = 'demarche.keys';

const on = () => localStorage.getItem(SETTING) !== 'off';

// A box that ticks an item takes no letters.
const isWriting = (element) => element.isContentEditable || element.matches('input:not(.tick), textarea, select');

const isShown = (element) => element.checkVisibility();

document.addEventListener('keydown', (event) => {
  const sheet = document.querySelector('[aria-labelledby=keys-title][open]');
  if (event.key === '?' && sheet) {
    sheet.close();
    return;
  }
  if (document.querySelector('dialog[open], .over:popover-open') || !on() || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.key.length !== 1
    || isWriting(event.target)) {
    return;
  }
  const owner = [...document.querySelectorAll('[data-key]')]
    .find((element) => element.dataset.key === event.key && isShown(element));
  if (event.key === '?') {
    event.preventDefault();
    late('key-sheet').then(({ show }) => show()).catch(() => location.assign('/help/keys'));
    return;
  }
  if (!owner) {
    document.dispatchEvent(new CustomEvent('key', { detail: event.key }));
    return;
  }
  event.preventDefault();
  if (isWriting(owner)) {
    owner.focus();
  } else {
    owner.click();
  }
});
