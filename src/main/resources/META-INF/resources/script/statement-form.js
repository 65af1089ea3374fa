// The form of a statement, or of one report of it, with scripts: it says at once what was understood, completes names, and can be filled in by keys alone.

import { live } from './live-form.js';
import { tend } from './record-form.js';

const form = document.querySelector('[data-statement-form]');

const putInPlace = (_, answer) => {
  for (const speaker of form.querySelectorAll('[name^="speakers"][name$=".actor"]')) {
    const named = answer.getElementById(speaker.id)?.value;
    if (named && speaker.value === '' && speaker !== document.activeElement) {
      speaker.value = named;
    }
  }
  const date = form.querySelector('#date');
  if (date) {
    date.placeholder = answer.getElementById('date').placeholder;
  }
  for (const list of form.querySelectorAll('#dates, #earlier')) {
    list.replaceChildren(...answer.getElementById(list.id).children);
  }
};

const understandSoon = live(form, putInPlace);

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
form.querySelector('[data-check]').hidden = true;
tend(form, understandSoon);
