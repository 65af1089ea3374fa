// j and k go to the next and the previous item of the list, and what is opened leaves the page where it was scrolled to.

const PLACE = 'demarche.timeline.place';

const place = JSON.parse(sessionStorage.getItem(PLACE) ?? 'null');
sessionStorage.removeItem(PLACE);
if (place && performance.getEntriesByType('navigation')[0]?.type === 'navigate') {
  window.scrollTo(0, place.top);
}

const opens = (link) => link.pathname === '/timeline' && new URLSearchParams(link.search).has('selected');

document.addEventListener('click', (event) => {
  const link = event.target.closest('.drawing a, .days a');
  const address = link && new URL(link.href.baseVal ?? link.href, location.href);
  if (address && opens(address) && !event.ctrlKey && !event.metaKey && !event.shiftKey && matchMedia('(min-width: 48rem)').matches) {
    event.preventDefault();
    sessionStorage.setItem(PLACE, JSON.stringify({ top: window.scrollY }));
    address.hash = '';
    location.assign(address);
  }
});

document.addEventListener('key', (event) => {
  const step = { j: 1, k: -1 }[event.detail];
  const links = [...document.querySelectorAll('.days li a')];
  if (!step || links.length === 0) {
    return;
  }
  const current = links.findIndex((link) => link.hasAttribute('aria-current'));
  const next = current < 0 ? (step > 0 ? 0 : links.length - 1) : current + step;
  links[next]?.click();
});

// What opens takes the focus where it is to be filled in, and closes again with Escape.
for (const menu of document.querySelectorAll('.choice-menu')) {
  menu.addEventListener('toggle', () => menu.open && menu.querySelector('form .field')?.focus());
  menu.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && menu.open) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });
}
