// j and k open the next and the previous item of the list, Enter corrects the one that is open, and Escape closes it.

const inPane = () => document.activeElement === document.body || document.activeElement?.id === 'pane' || document.activeElement?.id === 'main';

document.addEventListener('key', (event) => {
  const step = { j: 1, k: -1 }[event.detail];
  const links = [...document.querySelectorAll('.days a[data-item]')];
  if (!step || links.length === 0) {
    return;
  }
  const current = links.findIndex((link) => link.hasAttribute('aria-current'));
  const next = current < 0 ? (step > 0 ? 0 : links.length - 1) : current + step;
  links[next]?.click();
});

document.addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.isComposing) {
    return;
  }
  if (event.key === 'Enter' && inPane()) {
    document.querySelector('.pane [data-key="e"]')?.click();
  }
  const menu = event.target.closest?.('.choice-menu[open]');
  if (event.key === 'Escape' && menu) {
    menu.open = false;
    menu.querySelector('summary').focus();
  } else if (event.key === 'Escape' && (inPane() || event.target.closest?.('.pane'))) {
    document.querySelector('.pane .close')?.click();
  }
});

// What opens takes the focus where it is to be filled in. The event does not bubble.
document.addEventListener('toggle', (event) => {
  if (event.target.matches('.choice-menu') && event.target.open) {
    event.target.querySelector('form .field')?.focus();
  }
}, true);
