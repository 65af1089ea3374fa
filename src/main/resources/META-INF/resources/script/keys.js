// Single keys. An element says which key is its own with data-key: a field gets the focus, anything else is pressed.
// A page's own module may listen for the event 'key' on document, which is sent where no element has that key.
// '?' lays the page with all keys over any other; while something lies on top, single keys do nothing beneath it.

const SETTING = 'demarche.keys';

const on = () => localStorage.getItem(SETTING) !== 'off';

// A box that ticks an item takes no letters.
const isWriting = (element) => element.isContentEditable || element.matches('input:not(.tick), textarea, select');

const isShown = (element) => element.checkVisibility();

const KEYS = '/help/keys';

let sheet = null;

const makeSheet = (content) => {
  const made = document.createElement('dialog');
  made.className = 'over';
  made.setAttribute('aria-labelledby', 'keys-title');
  const title = document.createElement('h2');
  title.id = 'keys-title';
  title.textContent = 'Keys';
  const more = document.createElement('p');
  const help = document.createElement('a');
  help.href = '/help';
  help.textContent = 'More help';
  const close = document.createElement('button');
  close.className = 'button';
  close.textContent = 'Close';
  close.autofocus = true;
  close.addEventListener('click', () => made.close());
  more.className = 'actions';
  more.append(close, help);
  made.append(title, content, more);
  made.addEventListener('click', (event) => event.target === made && made.close());
  document.body.append(made);
  return made;
};

/** The browser gives the focus back to where it was when the sheet closes. */
const showKeys = async () => {
  if (!sheet) {
    const answer = await fetch(KEYS).catch(() => null);
    const content = answer?.ok && new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-sheet]');
    if (!content) {
      location.assign(KEYS);
      return;
    }
    sheet ??= makeSheet(document.importNode(content, true));
    tendSetting(sheet);
  }
  if (!sheet.open) {
    sheet.showModal();
  }
};

document.addEventListener('keydown', (event) => {
  if (event.key === '?' && sheet?.open) {
    sheet.close();
    return;
  }
  if (document.querySelector('dialog[open], .over:popover-open') || !on() || event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.key.length !== 1
    || isWriting(event.target)) {
    return;
  }
  const owner = [...document.querySelectorAll('[data-key]')]
    .find((element) => element.dataset.key === event.key && isShown(element));
  if (event.key === '?') {
    event.preventDefault();
    showKeys();
    return;
  }
  if (!owner) {
    document.dispatchEvent(new CustomEvent('key', { detail: event.key }));
    return;
  }
  event.preventDefault();
  if (isWriting(owner)) {
    owner.focus();
  } else {
    owner.click();
  }
});

const tendSetting = (within) => {
  for (const box of within.querySelectorAll('[data-keys-setting]')) {
    box.checked = on();
    box.closest('[hidden]')?.removeAttribute('hidden');
    box.addEventListener('change', () => localStorage.setItem(SETTING, box.checked ? 'on' : 'off'));
  }
};

tendSetting(document);
