// What /script/in-place.js asks for: the same address is fetched, and what it shows in main takes the place of what is there. The event 'shown'
// on document tells other modules that main is new. A timeline stays where it is, and takes over what the new page has in its place.

let asking;

const selected = (address) => address.searchParams.get('selected');

/** Whether the pane stands beside the list, so that nobody has to scroll from one to the other. */
const isBeside = () => matchMedia('(min-width: 84rem)').matches;

/** What the focus is to come back to, where it was on something that is replaced. */
function trace(element) {
  const main = document.getElementById('main');
  if (!element || !main.contains(element)) {
    return () => element;
  }
  const menus = [...main.querySelectorAll('details')];
  const menu = menus.indexOf(element.closest('details'));
  const href = element.getAttribute('href');
  const { id } = element;
  return () => (id && document.getElementById(id))
    || (menu >= 0 && main.querySelectorAll('details')[menu]?.querySelector('summary'))
    || [...main.querySelectorAll('a')].find((link) => href && link.getAttribute('href') === href) || main;
}

async function fetched(address, isHere) {
  asking?.abort();
  asking = new AbortController();
  const response = await fetch(address, { signal: asking.signal, headers: { Accept: 'text/html' } });
  if (!response.ok || !isHere(new URL(response.url))) {
    throw new Error(`${response.status} at ${response.url}`);
  }
  return { page: new DOMParser().parseFromString(await response.text(), 'text/html'), at: new URL(response.url) };
}

/** Puts the children of one element into another, around what is kept of both. */
function graft(into, fresh, kept, keptFresh) {
  const stays = [...into.children].find((child) => child.contains(kept));
  const comes = [...fresh.children].find((child) => child.contains(keptFresh));
  for (const child of [...into.childNodes]) {
    if (child !== stays) {
      child.remove();
    }
  }
  const children = [...fresh.childNodes];
  stays.before(...children.slice(0, children.indexOf(comes)));
  stays.after(...children.slice(children.indexOf(comes) + 1));
  if (stays !== kept) {
    graft(stays, comes, kept, keptFresh);
  }
}

/** @param around the timeline is there already, or has gone on */
function swap(page, around) {
  const main = document.getElementById('main');
  const [timeline, fresh] = [main, page].map((within) => within.querySelector('demarche-timeline'));
  document.title = page.title;
  if (timeline?.adopt && fresh) {
    graft(main, page.getElementById('main'), timeline, fresh);
    timeline.adopt(fresh, around);
  } else {
    main.replaceChildren(...page.getElementById('main').childNodes);
  }
  const search = document.querySelector('.search input');
  if (search !== document.activeElement) {
    search.value = page.querySelector('.search input').value;
  }
  document.dispatchEvent(new CustomEvent('shown'));
}

/** The pane after opening, what was open after closing, else where the focus was. */
function focus(before, after, back) {
  const pane = document.getElementById('pane');
  if (selected(after) && selected(after) !== selected(before) && pane) {
    pane.focus({ preventScroll: isBeside() });
    return;
  }
  const closed = selected(before) && !selected(after)
    && [...document.querySelectorAll(`a[data-item="${CSS.escape(selected(before))}"]:not([tabindex="-1"])`)].find((link) => link.checkVisibility());
  (closed || back())?.focus({ preventScroll: isBeside() });
}

/** @param here the page that is there: its address, which others can be shown in its place, and who says what changed */
export async function open(here, address, { from = null, push = false, around = false, top }) {
  const { isHere, tell } = here;
  const before = new URL(here.shown, location.href);
  const back = trace(from);
  const main = document.getElementById('main');
  if (around) {
    history[push ? 'pushState' : 'replaceState']({ top: scrollY }, '', address.pathname + address.search);
  } else {
    main.setAttribute('aria-busy', 'true');
  }
  try {
    const { page, at } = await fetched(address, isHere);
    if (push && !around) {
      history.replaceState({ top: scrollY }, '');
      history.pushState({ top: scrollY }, '', at.pathname + at.search);
    }
    here.shown = location.pathname + location.search;
    swap(page, around);
    if (around) {
      if (document.activeElement === document.body && from && from !== document.body) {
        back()?.focus({ preventScroll: true });
      }
      return;
    }
    focus(before, new URL(location.href), back);
    if (top !== undefined) {
      window.scrollTo(0, top);
    } else if (address.hash === '#list') {
      document.getElementById('list')?.scrollIntoView();
    }
    tell(selected(address) && selected(address) !== selected(before) ? '' : document.querySelector('main .count')?.textContent ?? '');
  } catch (failed) {
    if (failed.name !== 'AbortError') {
      location.assign(address);
    }
  } finally {
    main.removeAttribute('aria-busy');
  }
}
