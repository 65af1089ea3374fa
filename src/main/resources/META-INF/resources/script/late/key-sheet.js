// All keys, laid over any page.

import { made } from '../made.js';

const KEYS = '/help/keys';
const SETTING = 'demarche.keys';

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

/** Whether single keys are on, as script/keys.js reads it. */
export function tendSetting(within) {
  for (const box of within.querySelectorAll('[data-keys-setting]')) {
    box.checked = localStorage.getItem(SETTING) !== 'off';
    box.closest('[hidden]')?.removeAttribute('hidden');
    box.addEventListener('change', () => localStorage.setItem(SETTING, box.checked ? 'on' : 'off'));
  }
}

export async function show() {
  if (!sheet) {
    const answer = await fetch(KEYS).catch(() => null);
    const content = answer?.ok && new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-sheet]');
    if (!content) {
      location.assign(KEYS);
      return;
    }
    if (!sheet) {
      sheet = make(document.importNode(content, true));
      tendSetting(sheet);
    }
  }
  if (!sheet.open) {
    sheet.showModal();
    sheet.scrollTop = 0;
  }
}
