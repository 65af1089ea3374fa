// The page of a document's text: what a pasted text would do to the quotations is said at once, so that one button is left to press.

const PAUSE = 300;

const form = document.querySelector('[data-pasted-text]');
const text = form.querySelector('[data-text]');
const preview = form.querySelector('#preview');
const save = form.querySelector('[data-save]');
const check = form.querySelector('[data-check]');
let asked = null;
let timer = 0;

const fieldsOf = () => {
  const fields = new URLSearchParams(new FormData(form));
  fields.set('action', 'check');
  return fields;
};

const foresee = async () => {
  asked?.abort();
  asked = new AbortController();
  try {
    const answer = await fetch(form.getAttribute('action'), { method: 'POST', body: fieldsOf(), signal: asked.signal, redirect: 'error' });
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const fresh = page.querySelector('#preview');
    if (answer.ok && fresh) {
      preview.replaceChildren(...[...fresh.childNodes].map((node) => document.importNode(node, true)));
      save.hidden = false;
      save.classList.add('first');
      check.hidden = true;
    }
  } catch (failed) {
    // A later question took its place, or the server is away: the button asks again and says the rest.
  }
};

text.addEventListener('input', () => {
  clearTimeout(timer);
  preview.replaceChildren();
  save.hidden = true;
  check.hidden = false;
  if (text.value.trim() !== '') {
    timer = setTimeout(foresee, PAUSE);
  }
});
// What was pasted before this module was there.
if (text.value.trim() !== '' && preview.childElementCount === 0) {
  foresee();
}
text.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    form.requestSubmit(save.hidden ? check : save);
  }
});
