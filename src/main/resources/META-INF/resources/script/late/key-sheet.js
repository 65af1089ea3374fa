// All keys, laid over any page.

import { made } from '../made.js';

const KEYS = '/help/keys';

let sheet = null;

/** It opens at its beginning, so the title has the focus. The browser gives the focus back to where it was when the sheet closes. */
function make(content) {
  const close = made('button', { class: 'button' }, 'Close');
  const dialog = made('dialog', { class: 'over', 'aria-labelledby': 'keys-title' }, made('h2', { id: 'keys-title', tabindex: -1, autofocus: '' }, 'Keys'), content,
    made('p', { class: 'actions' }, close, made('a', { href: '/help' }, 'More help')));
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => event.target === dialog && dialog.close());
  return document.body.appendChild(dialog);
}

/** @param tend is given the sheet when it is made */
export async function show(tend) {
  if (!sheet) {
    const answer = await fetch(KEYS).catch(() => null);
    const content = answer?.ok && new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-sheet]');
    if (!content) {
      location.assign(KEYS);
      return;
    }
    if (!sheet) {
      sheet = make(document.importNode(content, true));
      tend(sheet);
    }
  }
  if (!sheet.open) {
    sheet.showModal();
    sheet.scrollTop = 0;
  }
}
