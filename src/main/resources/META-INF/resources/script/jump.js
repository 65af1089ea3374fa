// Ctrl+K (⌘K on a Mac) finds anything over any page. The field is there at once; what is found comes by late/finder.js, from /jump, the page
// that is there without scripts.

import { late } from './late.js';
import { made } from './made.js';

let dialog = null;

function make() {
  const field = made('input', { class: 'field', type: 'text', inputmode: 'search', name: 'q', maxlength: 200, autocomplete: 'off',
    'aria-label': 'A name, a date, words, or what to do', placeholder: 'A name in any script, a date, words, or what to do' });
  const form = made('form', { action: '/jump', role: 'search', class: 'jump' }, field);
  const finder = made('dialog', { class: 'finder', 'aria-label': 'Find anything' }, form, made('p', { class: 'heard', role: 'status' }), made('div', { class: 'found' }));
  const tended = late('finder').then(({ tend }) => tend(finder, field));
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    tended.then(({ go }) => go()).catch(() => form.submit());
  });
  finder.opened = () => {
    field.select();
    tended.then(({ again }) => again(), () => {});
  };
  return document.body.appendChild(finder);
}

function open() {
  dialog ??= make();
  if (!dialog.open) {
    const before = document.activeElement;
    dialog.addEventListener('close', () => before?.focus({ preventScroll: true }), { once: true });
    dialog.showModal();
  }
  dialog.opened();
}

document.addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key?.toLowerCase() === 'k') {
    event.preventDefault();
    open();
  }
});

document.addEventListener('click', (event) => {
  if (event.target.closest?.('a[data-jump]') && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    open();
  }
});
