// What every form of a record has with scripts: names are completed, Ctrl+Enter saves, a draft is kept, the first fault has the focus, and
// where parts of it are marked data-live, they say what was understood while somebody types.

import { completeFields } from './combobox.js';
import { keepDraft } from './draft.js';
import { live } from './live-form.js';

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
  completeFields(form);
  keepDraft(form, restored);
  form.querySelector('[aria-invalid="true"]')?.focus();
};

for (const form of document.querySelectorAll('[data-record-form]')) {
  tend(form, form.querySelector('[data-live]') ? live(form) : () => {});
}
