// Heads of lanes by the pointer: one that is dragged stands where it is let go of.

/** Pixels. */
const LEAST = 6;

/**
 * @param did is told a lane's key, 'to' and the key of the lane that it was put before
 * @param pressed the event with which a button went down before this was there; null where none did
 */
export function tend(parent, did, pressed) {
  let dragged = null;
  let from = 0;
  let isMoved = false;

  parent.addEventListener('dragstart', (event) => event.preventDefault());
  function press(event) {
    dragged = event.button === 0 && event.pointerType !== 'touch' && !event.target.closest('button, .add-here') ? event.target.closest('.head') : null;
    from = event.clientY;
    isMoved = false;
  }

  if (pressed) {
    press(pressed);
  }
  parent.addEventListener('pointerdown', press);
  addEventListener('pointermove', (event) => {
    if (event.buttons === 0) {
      dragged = null;
    }
    if (dragged && (isMoved || Math.abs(event.clientY - from) > LEAST)) {
      isMoved = true;
      dragged.classList.add('dragged');
      dragged.style.translate = `0 ${event.clientY - from}px`;
    }
  });
  addEventListener('pointerup', (event) => {
    const head = dragged;
    dragged = null;
    if (head && isMoved) {
      head.classList.remove('dragged');
      head.style.translate = '';
      const below = [...parent.children].find((other) => other !== head && event.clientY < other.getBoundingClientRect().top + other.offsetHeight / 2);
      did(head.dataset.key, 'to', below?.dataset.key);
    }
  });
  parent.addEventListener('click', (event) => {
    if (isMoved) {
      // The link under the pointer is not what was meant.
      event.preventDefault();
    }
    isMoved = false;
  });
}
