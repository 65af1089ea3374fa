// The statement form with scripts: it says at once what was understood, completes names, and can be filled in by keys alone.
// What is understood is worked out by the server alone: the same page comes back, and the parts marked data-live are put in place.

import { completeFields } from './combobox.js';
import { tend } from './record-form.js';

const PAUSE = 250;

const form = document.querySelector('[data-statement-form]');
let asked = null;
let timer = 0;
let changes = 0;

const fieldsOf = (action) => {
  const fields = new URLSearchParams(new FormData(form));
  fields.set('action', action);
  return fields;
};

// Half a name is nobody's: what it means is said once the field is left.
const isBeingNamed = (echo) => document.activeElement.matches('[data-actors]') && echo.id === `${document.activeElement.id}-echo`;

const putInPlace = (answer) => {
  for (const fresh of answer.querySelectorAll('[data-live]')) {
    const present = document.getElementById(fresh.id);
    if (present && !isBeingNamed(present) && !present.contains(document.activeElement) && present.innerHTML !== fresh.innerHTML) {
      present.replaceChildren(...[...fresh.childNodes].map((node) => document.importNode(node, true)));
      completeFields(present);
    }
  }
  for (const speaker of form.querySelectorAll('[name^="speakers"][name$=".actor"]')) {
    const named = answer.getElementById(speaker.id)?.value;
    if (named && speaker.value === '' && speaker !== document.activeElement) {
      speaker.value = named;
    }
  }
  document.getElementById('date').placeholder = answer.getElementById('date').placeholder;
  for (const list of ['dates', 'earlier']) {
    document.getElementById(list).replaceChildren(...answer.getElementById(list).children);
  }
  for (const field of form.querySelectorAll('.field')) {
    if (document.getElementById(`${field.id}-fault`)) {
      field.setAttribute('aria-invalid', 'true');
    } else {
      field.removeAttribute('aria-invalid');
    }
  }
};

const understand = async () => {
  asked?.abort();
  asked = new AbortController();
  const of = changes;
  try {
    const answer = await fetch(form.getAttribute('action'), { method: 'POST', body: fieldsOf('live'), signal: asked.signal, redirect: 'error' });
    const page = answer.ok ? await answer.text() : '';
    // What was typed meanwhile is newer than the answer, and has a question of its own.
    if (page && of === changes) {
      putInPlace(new DOMParser().parseFromString(page, 'text/html'));
    }
  } catch (failed) {
    // A later question took its place, or the server is away: what is shown stays as it is, and saving says the rest.
  }
};

const understandSoon = () => {
  changes++;
  clearTimeout(timer);
  timer = setTimeout(understand, PAUSE);
};

const press = (key, group) => {
  const value = key === 'c' ? '' : key;
  const choice = [...group.querySelectorAll('input[type="radio"]')].find((radio) => radio.value === value);
  if (choice) {
    choice.checked = true;
    choice.focus();
    choice.dispatchEvent(new Event('input', { bubbles: true }));
  }
};

// A minus waits for the figure that follows it.
let minus = false;

const chooseStance = (event) => {
  const group = event.target.closest('[data-stance]');
  if (!group || event.ctrlKey || event.altKey || event.metaKey) {
    return;
  }
  if (event.key === '-' || event.key === '−') {
    minus = true;
    event.preventDefault();
    return;
  }
  if (/^[0-2c]$/.test(event.key)) {
    press(minus && event.key !== '0' && event.key !== 'c' ? `-${event.key}` : event.key, group);
    event.preventDefault();
  }
  minus = false;
};

form.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey && event.target.matches('input:not([type="radio"], [type="checkbox"])') && !event.defaultPrevented) {
    event.preventDefault();
    understandSoon();
  } else {
    chooseStance(event);
  }
});
form.addEventListener('submit', () => {
  clearTimeout(timer);
  asked?.abort();
});
form.addEventListener('input', understandSoon);
form.addEventListener('change', understandSoon);
form.querySelector('[data-check]').hidden = true;
tend(form, understandSoon);
