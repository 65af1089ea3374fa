// Completes a field from its datalist, and where it names actors or says where to ask (data-suggestions) from the server too: a listbox by the ARIA pattern, in which the first
// that fits is chosen at once, so that one letter and Enter or Tab take it. Escape leaves what was typed.

const SHOWN = 8;
const PAUSE = 120;

let number = 0;

const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const begins = (name, typed) => {
  const folded = fold(name);
  return folded.startsWith(typed) || folded.split(/[\s(,–-]+/).some((word) => word.startsWith(typed));
};

class Combobox {
  constructor(field, list) {
    this.field = field;
    this.list = list;
    this.active = -1;
    this.offered = [];
    this.found = [];
    this.box = document.createElement('ul');
    this.box.id = `options-${++number}`;
    this.box.className = 'options';
    this.box.setAttribute('role', 'listbox');
    this.box.hidden = true;
    field.removeAttribute('list');
    const around = document.createElement('div');
    around.className = 'combobox';
    // What is moved loses the focus.
    const focused = document.activeElement === field || field.autofocus;
    field.replaceWith(around);
    around.append(field, this.box);
    if (focused) {
      field.focus();
    }
    this.box.setAttribute('aria-label', field.labels?.[0]?.textContent.trim() ?? 'Suggestions');
    for (const [name, value] of Object.entries({ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': this.box.id })) {
      field.setAttribute(name, value);
    }
    field.addEventListener('input', () => this.typed());
    field.addEventListener('keydown', (event) => this.pressed(event));
    field.addEventListener('blur', () => this.close());
    field.addEventListener('focus', () => field.select());
    this.box.addEventListener('mousedown', (event) => event.preventDefault());
    this.box.addEventListener('click', (event) => {
      const option = event.target.closest('[role="option"]');
      if (option) {
        this.take(this.offered[Number(option.dataset.place)]);
      }
    });
  }

  options() {
    return [...document.getElementById(this.list).options].map((option) => ({ name: option.value, detail: option.textContent.trim() }));
  }

  typed() {
    const typed = this.field.value.trim();
    this.found = [];
    if (typed === '') {
      this.close();
      return;
    }
    this.show(this.fitting(typed), this.list !== 'dates' && this.list !== 'documents');
    // Where nothing that the page holds fits, the server may still find some.
    this.left = false;
    if (this.field.hasAttribute('data-actors') || this.field.dataset.suggestions) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.ask(typed), PAUSE);
    }
  }

  fitting(typed) {
    const start = fold(typed);
    const own = this.options().filter((option) => begins(option.name, start) || begins(option.detail, start));
    const sorted = [...own.filter((option) => fold(option.name).startsWith(start)), ...own.filter((option) => !fold(option.name).startsWith(start))];
    const names = new Set(sorted.map((option) => option.name));
    const known = [...sorted, ...this.found.filter((option) => !names.has(option.name))]
      .map((option) => this.found.find((found) => found.name === option.name) ?? option).slice(0, SHOWN);
    const isNew = this.field.hasAttribute('data-actors') && known.length > 0 && !known.some((option) => fold(option.name) === start);
    return isNew ? [...known, { name: typed, detail: 'a new name' }] : known;
  }

  async ask(typed) {
    const parameters = new URLSearchParams({ typed, date: document.getElementById('date')?.value ?? '', document: document.getElementById('document')?.value ?? '' });
    const answer = await fetch(`${this.field.dataset.suggestions ?? '/suggestions/actors'}?${parameters}`);
    if (answer.ok && this.field.value.trim() === typed && document.activeElement === this.field && !this.left) {
      this.found = await answer.json();
      this.show(this.fitting(typed), true);
    }
  }

  show(offered, chooseFirst) {
    this.left = false;
    this.offered = offered;
    if (offered.length === 0) {
      this.close();
      return;
    }
    this.box.replaceChildren(...offered.map((option, place) => {
      const item = document.createElement('li');
      item.id = `${this.box.id}-${place}`;
      item.dataset.place = place;
      item.setAttribute('role', 'option');
      item.append(option.name);
      if (option.detail) {
        const detail = document.createElement('small');
        detail.textContent = option.detail;
        item.append(detail);
      }
      return item;
    }));
    this.box.hidden = false;
    this.field.setAttribute('aria-expanded', 'true');
    this.choose(chooseFirst ? 0 : -1);
  }

  choose(place) {
    this.active = place;
    [...this.box.children].forEach((item, index) => item.setAttribute('aria-selected', String(index === place)));
    if (place < 0) {
      this.field.removeAttribute('aria-activedescendant');
    } else {
      this.field.setAttribute('aria-activedescendant', this.box.children[place].id);
      this.box.children[place].scrollIntoView({ block: 'nearest' });
    }
  }

  pressed(event) {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && this.active >= 0) {
      // Saving takes what is chosen.
      this.take(this.offered[this.active]);
    }
    if (event.ctrlKey || event.metaKey || event.isComposing) {
      return;
    }
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      const step = event.key === 'ArrowDown' ? 1 : -1;
      if (this.box.hidden) {
        const typed = this.field.value.trim();
        const all = this.options();
        this.show(typed === '' || this.list === 'dates' || all.some((option) => option.name === typed) ? all.slice(0, SHOWN) : this.fitting(typed), true);
      } else {
        this.choose((this.active + step + this.offered.length) % this.offered.length);
      }
    } else if ((event.key === 'Enter' || event.key === 'Tab' && !event.shiftKey) && !this.box.hidden && this.active >= 0) {
      if (event.key === 'Enter') {
        event.preventDefault();
      }
      this.take(this.offered[this.active]);
    } else if (event.key === 'Escape' && !this.box.hidden) {
      event.preventDefault();
      this.close();
    }
  }

  take(option) {
    this.field.value = option.name;
    this.close();
    this.field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  close() {
    this.left = true;
    this.active = -1;
    this.box.hidden = true;
    this.box.replaceChildren();
    this.field.setAttribute('aria-expanded', 'false');
    this.field.removeAttribute('aria-activedescendant');
  }
}

export const completeFields = (within) => {
  for (const field of within.querySelectorAll('[data-list]')) {
    if (field.getAttribute('role') !== 'combobox') {
      new Combobox(field, field.dataset.list);
    }
  }
};
