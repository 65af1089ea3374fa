// A form that says at once what was understood. That is worked out by the server alone: the form is sent as it stands, the same page comes
// back, and the parts marked data-live are put in place.

import { completeFields } from './combobox.js';

const PAUSE = 250;

// Half a name is nobody's: what it means is said once the field is left.
const isBeingNamed = (echo) => document.activeElement.matches('[data-actors]') && echo.id === `${document.activeElement.id}-echo`;

const putInPlace = (form, answer) => {
  for (const fresh of answer.querySelectorAll('[data-live]')) {
    const present = document.getElementById(fresh.id);
    if (present && !isBeingNamed(present) && !present.contains(document.activeElement) && present.innerHTML !== fresh.innerHTML) {
      present.replaceChildren(...[...fresh.childNodes].map((node) => document.importNode(node, true)));
      completeFields(present);
    }
  }
  for (const field of form.querySelectorAll('.field')) {
    if (document.getElementById(`${field.id}-fault`)) {
      field.setAttribute('aria-invalid', 'true');
    } else {
      field.removeAttribute('aria-invalid');
    }
  }
};

/**
 * @param further called with the form and the page that came back, for what is not marked data-live
 * @returns what asks the server soon: to be called where the form changed without an event
 */
export const live = (form, further = () => {}) => {
  let asked = null;
  let timer = 0;
  let changes = 0;

  const understand = async () => {
    asked?.abort();
    asked = new AbortController();
    const of = changes;
    const fields = new URLSearchParams(new FormData(form));
    fields.set('action', 'live');
    try {
      const answer = await fetch(form.getAttribute('action'), { method: 'POST', body: fields, signal: asked.signal, redirect: 'error' });
      const page = answer.ok ? await answer.text() : '';
      // What was typed meanwhile is newer than the answer, and has a question of its own.
      if (page && of === changes) {
        const parsed = new DOMParser().parseFromString(page, 'text/html');
        putInPlace(form, parsed);
        further(form, parsed);
      }
    } catch (failed) {
      // A later question took its place, or the server is away: what is shown stays as it is, and saving says the rest.
    }
  };

  const soon = () => {
    changes++;
    clearTimeout(timer);
    timer = setTimeout(understand, PAUSE);
  };

  form.addEventListener('input', soon);
  form.addEventListener('change', soon);
  form.addEventListener('submit', () => {
    clearTimeout(timer);
    asked?.abort();
  });
  return soon;
};
