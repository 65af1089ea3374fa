// What can be done with items that are ticked: a bar below says how many there are. Without scripts the boxes and the bar's buttons do the
// same, but for copying.

import { copy } from './copying.js';

const boxes = () => [...document.querySelectorAll('.tick')];

let ticked = new Set(boxes().filter((box) => box.checked).map((box) => box.value));

function count() {
  const number = boxes().filter((box) => box.checked).length;
  const told = document.querySelector('[data-ticked]');
  if (told) {
    told.textContent = `${number} ticked`;
  }
}

/** The words of each with a number, then the sources under these numbers, each once. */
function cited() {
  const sources = [];
  const paragraphs = [];
  for (const box of boxes().filter((one) => one.checked)) {
    const row = box.closest('li');
    const said = row.querySelector('[data-words]');
    const words = document.createElement(said.matches('.quote') ? 'blockquote' : 'p');
    words.textContent = said.textContent.trim();
    for (const name of ['lang', 'dir']) {
      if (said.hasAttribute(name)) {
        words.setAttribute(name, said.getAttribute(name));
      }
    }
    const by = document.createElement('p');
    by.textContent = row.dataset.by;
    const note = document.getElementById(row.querySelector('.note a')?.getAttribute('href').slice(1));
    if (note) {
      const source = note.textContent.trim();
      if (!sources.includes(source)) {
        sources.push(source);
      }
      const mark = document.createElement('sup');
      mark.textContent = sources.indexOf(source) + 1;
      by.append(mark);
    }
    paragraphs.push(words, by);
  }
  sources.forEach((source, number) => {
    const line = document.createElement('p');
    line.textContent = `${number + 1}. ${source}`;
    paragraphs.push(line);
  });
  return paragraphs;
}

document.addEventListener('change', (event) => {
  if (event.target.matches('.tick')) {
    ticked[event.target.checked ? 'add' : 'delete'](event.target.value);
    count();
  }
});

document.addEventListener('click', async (event) => {
  const button = event.target.closest('[data-copy-ticked]');
  if (button) {
    document.querySelector('[data-ticked]').textContent = await copy(cited());
  }
});

document.addEventListener('reset', (event) => {
  if (event.target.matches('.picking')) {
    ticked = new Set();
    queueMicrotask(count);
  }
});

/** What is still listed stays ticked. */
function again() {
  for (const box of boxes()) {
    box.checked = ticked.has(box.value);
  }
  ticked = new Set(boxes().filter((box) => box.checked).map((box) => box.value));
  for (const button of document.querySelectorAll('[data-copy-ticked]')) {
    button.hidden = false;
  }
  count();
}

document.addEventListener('shown', again);
again();
