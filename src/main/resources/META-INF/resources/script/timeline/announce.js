// Says where the timeline is, to those who can't see it move, and which of how many has the focus; the entry itself is read by whatever reads.

import { tell } from '../told.js';

export function tendAnnouncing(element, mirror) {
  let told = null;

  function place() {
    const { row, at } = (mirror.root.contains(document.activeElement) && mirror.here) || {};
    return !row ? '' : at < 0 ? `${mirror.rows.indexOf(row) + 1} of ${mirror.rows.length} lanes` : `${at + 1} of ${row.targets.length} in ${row.lane.name}`;
  }

  element.addEventListener('draw', () => {
    const now = mirror.summary();
    if (told !== null && now !== told) {
      tell([now, place()].filter(Boolean).join('. '));
    }
    told = now;
  });
  mirror.root.addEventListener('focusin', () => tell(place()));
}
