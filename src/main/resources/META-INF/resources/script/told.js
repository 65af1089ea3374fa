// Says in a few words what changed, to those who can't see that it did: at most once a second, and then the last of it.

/** Milliseconds. */
const APART = 1000;

const region = document.createElement('div');
region.className = 'heard';
region.setAttribute('role', 'status');
document.body.append(region);

let last = -APART;
let waiting;

export function tell(text) {
  clearTimeout(waiting);
  const now = performance.now();
  if (now - last < APART) {
    waiting = setTimeout(() => tell(text), last + APART - now);
  } else {
    last = now;
    region.textContent = text;
  }
}
