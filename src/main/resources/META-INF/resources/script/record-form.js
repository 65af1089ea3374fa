// What every form of a record has with scripts: names are completed, rows added in place, Ctrl+Enter saves, a draft is kept, the first
// fault has the focus, and where parts of it are marked data-live, they say what was understood while somebody types.

import { completeFields } from './combobox.js';
import { keepDraft } from './draft.js';
import { live } from './live-form.js';

// The last row is always an empty one: what it looked like before its fields were completed is the pattern of the next.
const addRowsInPlace = (form) => {
  for (const button of form.querySelectorAll('[name="action"][value^="more:"]')) {
    const list = button.value.slice('more:'.length);
    const rows = button.closest('.row').querySelector('.parts');
    const pattern = rows?.lastElementChild.cloneNode(true);
    if (!pattern) {
      continue;
    }
    const first = Number(pattern.dataset.number);
    let number = first;
    const next = (text) => text.replace(`${list}[${first}]`, `${list}[${number}]`).replace(`${list}-${first}-`, `${list}-${number}-`);
    button.addEventListener('click', (event) => {
      event.preventDefault();
      number += 1;
      const row = pattern.cloneNode(true);
      for (const part of row.querySelectorAll('[id], [name], [for]')) {
        for (const name of ['id', 'name', 'for']) {
          if (part.hasAttribute(name)) {
            part.setAttribute(name, next(part.getAttribute(name)));
          }
        }
      }
      for (const heard of row.querySelectorAll('label > .heard')) {
        heard.textContent = ` ${number + 1}`;
      }
      rows.append(row);
      completeFields(row);
      row.querySelector('.field').focus();
    });
  }
};

/** @param restored called once a draft stands in the form again */
export const tend = (form, restored) => {
  form.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      form.requestSubmit(form.querySelector('[data-save]'));
    }
  });
  // A link to a field of a closed part opens it.
  document.addEventListener('click', (event) => {
    const target = event.target.closest('a[href^="#"]')?.hash;
    const field = target && form.querySelector(`[id="${CSS.escape(target.slice(1))}"]`);
    field?.closest('details')?.setAttribute('open', '');
    if (field?.matches('.field')) {
      event.preventDefault();
      field.focus();
    }
  });
  addRowsInPlace(form);
  completeFields(form);
  keepDraft(form, restored);
  form.querySelector('[aria-invalid="true"]')?.focus();
};

for (const form of document.querySelectorAll('[data-record-form]')) {
  tend(form, form.querySelector('[data-live]') ? live(form) : () => {});
}
