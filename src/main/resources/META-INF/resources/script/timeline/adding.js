// Adding on the timeline itself: late/adding.js comes with the first pointer over the plot, or the first key that asks for it.

import { late } from '../late.js';
import { tell } from '../told.js';

export function tendAdding(element, plot) {
  let coming = null;
  const adding = () => (coming ??= late('adding').then(({ tend }) => tend(element, plot, tell)));

  plot.addEventListener('pointerenter', (event) => {
    if (event.pointerType !== 'touch') {
      adding().then(({ point }) => plot.matches(':hover') && point(event), () => { coming = null; });
    }
  });
  element.addEventListener('keydown', (event) => {
    const way = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (way && event.target.closest('.head') && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      adding().then(({ move }) => move(way));
    }
  });
  document.addEventListener('key', ({ detail }) => {
    if (detail === 'a') {
      adding().then(({ add }) => add(), () => document.querySelector('.masthead .add')?.click());
    }
  });
}
