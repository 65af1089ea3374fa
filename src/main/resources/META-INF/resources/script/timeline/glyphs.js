// The shapes of stances and the outlines of bars. An outline says how its ends are known: square for sure days, round for one day somewhere
// in here, a chevron where it goes on, flat where it goes on beyond the window.

import { HALF_BAR } from './placing.js';

const shape = (whole, half, line = 1.2) => ({ whole: new Path2D(whole), half: half && new Path2D(half), line });
const SHAPES = {
  critical: shape('M-5.5-4.5h11L0 5z', 'M-5.5-4.5H0V5z'),
  supportive: shape('M-5.5 4.5h11L0-5z', 'M-5.5 4.5H0V-5z'),
  neutral: shape('M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0z', '', 0),
  mixed: shape('M0-5.4L5.4 0 0 5.4-5.4 0z', 'M0-5.4V5.4L-5.4 0z'),
  none: shape('M-4.2 0a4.2 4.2 0 1 0 8.4 0a4.2 4.2 0 1 0-8.4 0z'),
};

/** @param more by how much its line is wider than usual */
export function glyph(context, { sign, strong, x, y }, colour, more) {
  const { whole, half, line } = SHAPES[sign];
  context.translate(x, y);
  context.fillStyle = context.strokeStyle = colour;
  if (line + more > 0) {
    context.lineWidth = line + more;
    context.lineJoin = 'round';
    context.stroke(whole);
  }
  if (strong || sign === 'neutral') {
    context.fill(whole);
  } else if (half) {
    context.fill(half);
  }
  context.translate(-x, -y);
}

/** Makes the outline of a mark's bar the context's path. */
export function outline(context, { item: { s1, e2, looks }, left, right, y }, scale) {
  const inset = (isBeyond, isOpen) => Math.min((right - left) / 2, isBeyond ? 0 : isOpen ? 9 : looks.has('hollow') && !looks.has('unknown-end') ? HALF_BAR : 3);
  const opensLeft = s1 === -Infinity && looks.has('open-start');
  const opensRight = e2 === Infinity && looks.has('open-end');
  const first = inset(s1 < scale.from && s1 !== -Infinity, opensLeft);
  const last = inset(e2 + 1 > scale.to && e2 !== Infinity, opensRight);
  const top = y - HALF_BAR;
  const bottom = y + HALF_BAR;
  context.beginPath();
  context.moveTo(left + first, top);
  context.lineTo(right - last, top);
  if (opensRight) {
    context.lineTo(right, y);
  } else {
    context.arcTo(right, top, right, y, last);
    context.arcTo(right, bottom, right - last, bottom, last);
  }
  context.lineTo(right - last, bottom);
  context.lineTo(left + first, bottom);
  if (opensLeft) {
    context.lineTo(left, y);
  } else {
    context.arcTo(left, bottom, left, y, first);
    context.arcTo(left, top, left + first, top, first);
  }
  context.closePath();
}
