// What the field of /script/jump.js finds: the list of /jump, while one types. From the field an arrow goes into the list, Enter takes the
// first; Escape closes, and the focus is where it was.

const PAUSE = 100;

export function tend(dialog, field) {
  const status = dialog.querySelector('[role=status]');
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
        dialog.querySelector('.found').replaceWith(fresh);
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
  dialog.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      const stops = [field, ...dialog.querySelectorAll('.found a')];
      stops[(stops.indexOf(document.activeElement) + step + stops.length) % stops.length].focus();
    } else if (document.activeElement !== field && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
      // Who goes on typing means the field.
      field.focus();
    }
  });
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) {
      dialog.close();
    }
  });
  return {
    /** Where the first that is found leads. */
    async go() {
      clearTimeout(timer);
      if (shown !== field.value.trim()) {
        await ask();
      }
      const first = shown === field.value.trim() && shown !== '' ? dialog.querySelector('.found a') : null;
      if (first) {
        first.click();
      } else {
        location.assign(`/jump?${new URLSearchParams({ q: field.value })}`);
      }
    },
    again() {
      if (shown !== field.value.trim()) {
        ask();
      }
    },
  };
}
