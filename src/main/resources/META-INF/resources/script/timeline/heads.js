// The heads of lanes: a name that leads to it, how much it has, and the ways to order lanes: pin, move, close.

import { numbers } from './bars.js';

const several = (number, word) => `${numbers.format(number)} ${word}${number === 1 ? '' : 's'}`;

/** '5 statements, 3 joint'; '5 statements, 2 events': there is no room for all three. */
function count({ statements, events, joint, outside }) {
  if (outside !== undefined && !statements) {
    return `${numbers.format(events)} in view${outside ? ` · ${numbers.format(outside)} outside` : ''}`;
  }
  return [statements || !events ? several(statements, 'statement') : '', events ? several(events, 'event') : '', joint && !events ? `${numbers.format(joint)} joint` : ''].filter(Boolean).join(', ');
}

function made(name, attributes, ...content) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    element.setAttribute(key, value);
  }
  element.append(...content);
  return element;
}

export class Heads {
  #shown = [];

  /** @param did is told what was pressed: a lane's key and 'close', 'pin', 'up' or 'down' */
  constructor(parent, did) {
    this.parent = parent;
    parent.addEventListener('click', (event) => {
      const way = event.target.closest('button')?.dataset.way;
      if (way) {
        did(event.target.closest('.head').dataset.key, way);
      }
    });
    this.#drag(did);
  }

  draw(view, { collapsed, pinned }) {
    if (this.#shown !== view.lanes) {
      this.#build(view.lanes);
    }
    view.lanes.forEach((lane, number) => {
      const head = this.parent.children[number];
      const isClosed = collapsed.has(lane.key);
      head.style.transform = `translateY(${lane.top}px)`;
      head.style.height = `${lane.height}px`;
      head.classList.toggle('closed', isClosed);
      head.querySelector('[data-way=close]').setAttribute('aria-expanded', !isClosed);
      head.querySelector('[data-way=pin]').setAttribute('aria-pressed', pinned.includes(lane.key));
    });
  }

  #build(lanes) {
    const focused = document.activeElement;
    const key = this.parent.contains(focused) ? focused.closest('.head').dataset.key : null;
    this.#shown = lanes;
    this.parent.replaceChildren(...lanes.map((lane) => {
      const name = made(lane.href ? 'a' : 'span', lane.href ? { class: 'lane', href: lane.href } : { class: 'lane' }, lane.name);
      const button = (does, label, sign) => made('button', { type: 'button', 'data-way': does, 'aria-label': `${label}: ${lane.name}`, title: label }, sign);
      const head = made('div', { class: 'head', role: 'group', 'aria-label': `${lane.name}, ${count(lane)}`, 'data-key': lane.key }, name, made('span', { class: 'sub' }, count(lane)));
      if (lane.add) {
        head.dataset.add = lane.add;
        head.append(made('a', { class: 'add-here', href: lane.add, title: 'Add here', 'aria-label': `Add here: ${lane.name}` }, '+'));
      }
      head.append(made('span', { class: 'ways' }, button('up', 'Move up', '↑'), button('down', 'Move down', '↓'), button('pin', 'Pin', '•'), button('close', 'Show', '▾')));
      return head;
    }));
    const again = [...this.parent.children].find((head) => head.dataset.key === key);
    again?.querySelector(focused.dataset.way ? `[data-way=${focused.dataset.way}]` : `.${focused.className}`)?.focus({ preventScroll: true });
  }

  /** A head that is dragged stands where it is let go of. */
  #drag(did) {
    let dragged = null;
    let from = 0;
    this.parent.addEventListener('pointerdown', (event) => {
      const head = event.target.closest('.head');
      if (head && event.button === 0 && event.pointerType !== 'touch' && !event.target.closest('button, .add-here')) {
        dragged = head;
        from = event.clientY;
      }
    });
    addEventListener('pointermove', (event) => {
      if (dragged && (dragged.classList.contains('dragged') || Math.abs(event.clientY - from) > 6)) {
        dragged.classList.add('dragged');
        dragged.style.translate = `0 ${event.clientY - from}px`;
      }
    });
    addEventListener('pointerup', (event) => {
      const head = dragged;
      dragged = null;
      if (head?.classList.contains('dragged')) {
        head.classList.remove('dragged');
        head.style.translate = '';
        const others = [...this.parent.children].filter((other) => other !== head);
        const below = others.find((other) => event.clientY < other.getBoundingClientRect().top + other.offsetHeight / 2);
        did(head.dataset.key, 'to', below?.dataset.key);
        // The link under the pointer is not what was meant.
        addEventListener('click', (click) => click.preventDefault(), { capture: true, once: true });
        setTimeout(() => {}, 0);
      }
    });
    this.parent.addEventListener('dragstart', (event) => event.preventDefault());
  }
}
