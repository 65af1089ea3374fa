// Fills the drawer of filters in place, and narrows a long list while one types. Both ask the pages that are there without scripts.

const PAUSE = 150;

const pageAt = async (address) => {
  const answer = await fetch(address);
  return answer.ok ? new DOMParser().parseFromString(await answer.text(), 'text/html') : null;
};

const narrowing = (form) => {
  const field = form.querySelector('[name=named]');
  const list = () => document.getElementById(form.dataset.narrow);
  const first = list();
  let timer = 0;
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const typed = field.value;
      const fresh = typed.trim() === '' ? null : await pageAt(`${form.getAttribute('action')}?${new URLSearchParams(new FormData(form))}`);
      if (field.value === typed) {
        if (fresh) {
          list().replaceWith(document.importNode(fresh.getElementById(form.dataset.narrow), true));
        } else if (typed.trim() === '') {
          list().replaceWith(first);
        }
      }
    }, PAUSE);
  });
};

export const narrowAll = (within) => within.querySelectorAll('[data-narrow]').forEach(narrowing);

export const fill = async (place) => {
  const page = await pageAt(place.dataset.facets);
  const drawer = page?.getElementById('drawer');
  if (drawer) {
    place.replaceChildren(document.importNode(drawer, true));
    narrowAll(place);
  }
  return Boolean(drawer);
};
