// Keeps what was typed into a form in this browser, until it is saved.

const PREFIX = 'demarche.draft:';
const IGNORED = new Set(['csrf-token', 'action', 'version', 'seen', 'warned']);

// Not form.action: that is the buttons of this name.
const keyOf = (form) => PREFIX + form.getAttribute('action');

const read = (key) => {
  try {
    return JSON.parse(localStorage.getItem(key));
  } catch (broken) {
    return null;
  }
};

const restore = (form, fields) => {
  for (const [name, value] of fields) {
    const present = form.elements.namedItem(name);
    if (present instanceof RadioNodeList) {
      const choice = [...present].find((one) => one.value === value);
      if (choice) {
        choice.checked = true;
      }
    } else if (present?.type === 'checkbox') {
      present.checked = present.value === value;
    } else if (present) {
      present.value = value;
    }
  }
};

const offer = (form, draft, key, restored) => {
  const line = document.createElement('p');
  line.className = 'notice';
  const take = document.createElement('button');
  const drop = document.createElement('button');
  for (const [button, words] of [[take, 'Take it up'], [drop, 'Throw it away']]) {
    button.type = 'button';
    button.className = 'plain';
    button.textContent = words;
  }
  line.append('There is a draft that was not saved. ', take, ' ', drop);
  form.querySelector('h1').after(line);
  take.addEventListener('click', () => {
    restore(form, draft.fields);
    line.remove();
    restored();
    (form.querySelector('[autofocus]') ?? form.querySelector('.field')).focus();
  });
  drop.addEventListener('click', () => {
    localStorage.removeItem(key);
    line.remove();
    (form.querySelector('[autofocus]') ?? form.querySelector('.field')).focus();
  });
};

/** @param restored called once a draft stands in the form again */
export const keepDraft = (form, restored) => {
  const key = keyOf(form);
  const cameBack = form.hasAttribute('data-sent');
  const draft = read(key);
  // A draft that was sent and did not come back was saved.
  if (draft?.sent && !cameBack) {
    localStorage.removeItem(key);
  } else if (draft && !cameBack) {
    offer(form, draft, key, restored);
  }
  const keep = (sent) => {
    const fields = [...new FormData(form)].filter(([name, value]) => !IGNORED.has(name) && value !== '');
    try {
      localStorage.setItem(key, JSON.stringify({ fields, sent }));
      form.querySelector('[data-draft]').hidden = false;
    } catch (full) {
      form.querySelector('[data-draft]').hidden = true;
    }
  };
  form.addEventListener('input', () => keep(false));
  form.addEventListener('change', () => keep(false));
  form.addEventListener('submit', (event) => keep(event.submitter?.name === 'report' || /^(save|next|remove)/.test(event.submitter?.value ?? '')));
};
