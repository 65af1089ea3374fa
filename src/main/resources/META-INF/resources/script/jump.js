// Ctrl+K (⌘K on a Mac) finds anything over any page: it asks /jump, the page that is there without scripts, and shows its list.
// From the field an arrow goes into the list, Enter takes the first; Escape closes, and the focus is where it was.

const PAUSE = 100;

let dialog = null;

const element = (name, attributes) => {
  const made = document.createElement(name);
  Object.entries(attributes).forEach(([attribute, value]) => made.setAttribute(attribute, value));
  return made;
};

const make = () => {
  const made = element('dialog', { class: 'finder', 'aria-label': 'Find anything' });
  const form = element('form', { action: '/jump', role: 'search', class: 'jump' });
  const field = element('input', { class: 'field', type: 'text', inputmode: 'search', name: 'q', maxlength: 200, autocomplete: 'off',
    'aria-label': 'A name, a date, words, or what to do', placeholder: 'A name in any script, a date, words, or what to do' });
  const status = element('p', { class: 'heard', role: 'status' });
  form.append(field);
  made.append(form, status, element('div', { class: 'found' }));
  document.body.append(made);
  let timer = 0;
  let shown = null;
  let asking = null;

  const ask = async () => {
    const typed = field.value.trim();
    asking?.abort();
    asking = new AbortController();
    try {
      const answer = await fetch(`/jump?${new URLSearchParams({ q: typed })}`, { signal: asking.signal });
      const list = answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById('found') : null;
      if (list && field.value.trim() === typed) {
        const fresh = document.importNode(list, true);
        fresh.removeAttribute('id');
        // The page beneath may have headings of the same names.
        fresh.querySelectorAll('[id]').forEach((heading) => { heading.id = `finder-${heading.id}`; });
        fresh.querySelectorAll('[aria-labelledby]').forEach((under) => under.setAttribute('aria-labelledby', `finder-${under.getAttribute('aria-labelledby')}`));
        fresh.classList.toggle('typed', typed !== '');
        made.querySelector('.found').replaceWith(fresh);
        status.textContent = typed === '' ? '' : fresh.dataset.count;
        shown = typed;
      }
    } catch (failed) {
      // A later question took its place, or the server is away: Enter then leads to the page.
    }
  };

  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE);
  });
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    clearTimeout(timer);
    if (shown !== field.value.trim()) {
      await ask();
    }
    const first = shown === field.value.trim() && shown !== '' ? made.querySelector('.found a') : null;
    if (first) {
      first.click();
    } else {
      location.assign(`/jump?${new URLSearchParams({ q: field.value })}`);
    }
  });
  made.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      const stops = [field, ...made.querySelectorAll('.found a')];
      stops[(stops.indexOf(document.activeElement) + step + stops.length) % stops.length].focus();
    } else if (document.activeElement !== field && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
      // Who goes on typing means the field.
      field.focus();
    }
  });
  made.addEventListener('click', (event) => {
    if (event.target === made) {
      made.close();
    }
  });
  made.opened = () => {
    field.select();
    if (shown !== field.value.trim()) {
      ask();
    }
  };
  return made;
};

const open = () => {
  dialog ??= make();
  if (!dialog.open) {
    const before = document.activeElement;
    dialog.addEventListener('close', () => before?.focus({ preventScroll: true }), { once: true });
    dialog.showModal();
  }
  dialog.opened();
};

document.addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key?.toLowerCase() === 'k') {
    event.preventDefault();
    open();
  }
});

for (const link of document.querySelectorAll('a[data-jump]')) {
  link.addEventListener('click', (event) => {
    if (!event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      open();
    }
  });
}
