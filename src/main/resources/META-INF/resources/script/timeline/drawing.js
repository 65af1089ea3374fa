// Draws a placed view on the canvas: the same shapes, in the same order, as the server's drawing.

import { drawCounts } from './bars.js';
import { glyph, outline } from './glyphs.js';
import { HALF_BAR, isIn, shapeX } from './placing.js';

const TITLE = 14;
/** Ends that are no farther from each other than this along time are joined beside the marks and not over them. */
const NEAR = 60;
const HIGHEST_VAULT = 40;
const TICK = 8;

const isShown = ({ shown }) => shown;

const tone = (sign) => (sign === 'critical' || sign === 'supportive' ? sign : 'neutral');

function line(context, colour, x, top, bottom, dash = []) {
  context.strokeStyle = colour;
  context.lineWidth = 1;
  context.setLineDash(dash);
  context.beginPath();
  context.moveTo(x, top);
  context.lineTo(x, bottom);
  context.stroke();
  context.setLineDash([]);
}

export function text(context, words, x, y, colour, halo) {
  if (halo) {
    context.strokeStyle = halo;
    context.globalAlpha *= .8;
    context.lineWidth = 3;
    context.strokeText(words, x, y);
    context.globalAlpha /= .8;
  }
  context.fillStyle = colour;
  context.fillText(words, x, y);
}

/** The hatch where an actor did not exist; lanes that several share tell who begins where. */
function drawExistence(context, lane, scale, colours) {
  for (const [first, last] of lane.absent ?? []) {
    const from = Math.max(0, first === null ? 0 : scale.x(first));
    const to = Math.min(scale.width, last === null ? scale.width : scale.x(last + 1));
    if (from < to) {
      context.fillStyle = colours.hatch;
      context.fillRect(from, lane.top, to - from, lane.height);
      for (const [day, x] of [[first, from], [last, to]]) {
        if (day !== null && x > 0 && x < scale.width) {
          line(context, colours.control, x, lane.top, lane.top + lane.height);
        }
      }
    }
  }
  for (const [day, name] of lane.turns ?? []) {
    const x = Math.max(0, scale.x(day));
    if (x > 0) {
      line(context, colours.control, x, lane.top, lane.top + lane.height, [4, 2]);
    }
    text(context, name, x + 6, lane.top + TITLE, colours.soft, colours.paper);
  }
}

function faded(context, { left, right }, { start, end }, colour) {
  const gradient = context.createLinearGradient(left, 0, right, 0);
  const clear = `${colour}00`;
  const both = start && end;
  gradient.addColorStop(0, start ? clear : colour);
  gradient.addColorStop(start ? (both ? .3 : .35) : 0, colour);
  gradient.addColorStop(end ? (both ? .7 : .65) : 1, colour);
  gradient.addColorStop(1, end ? clear : colour);
  return gradient;
}

function drawBar(context, mark, scale, colours, width) {
  const { item: { s1, e2, looks, kind, status, oneDay } } = mark;
  // What goes on beyond the window does not fade at its edge.
  const fades = { start: looks.has('fade-start') && s1 >= scale.from, end: looks.has('fade-end') && e2 < scale.to };
  const isFaded = !colours.forced && (fades.start || fades.end);
  const isInk = kind === 'MILITARY' || kind === 'SANCTION';
  const at = tone(mark.sign);
  const isLasting = !oneDay && !looks.has('hollow');
  const edge = mark.sign ? colours[at] : isInk ? colours.ink : colours.control;
  const ground = isInk ? colours.inkWash : looks.has('hollow') ? colours.paper : !mark.sign && !isLasting && !isFaded ? colours.paper : colours[`${at}-wash`];
  outline(context, mark, scale);
  context.fillStyle = isFaded ? faded(context, mark, fades, ground) : ground;
  context.fill();
  if (!isFaded || isInk || at !== 'neutral') {
    context.strokeStyle = isFaded ? faded(context, mark, fades, edge) : edge;
    context.lineWidth = width;
    context.setLineDash(status === 'PLANNED' ? [1, 3] : looks.has('dashed') ? [5, 3] : []);
    context.lineCap = status === 'PLANNED' ? 'round' : 'butt';
    context.stroke();
    context.setLineDash([]);
    context.lineCap = 'butt';
  }
}

function drawMark(context, mark, scale, colours, { chosen, ringed }) {
  const { item } = mark;
  const isChosen = item.id === chosen;
  const isRinged = ringed?.has(item);
  const dims = ringed && !isRinged && !isChosen;
  context.globalAlpha = dims ? .4 : 1;
  if (mark.bar) {
    drawBar(context, mark, scale, colours, isChosen ? 3 : isRinged ? 2 : 1);
  }
  if (mark.sign) {
    glyph(context, mark, colours[tone(mark.sign)], isChosen || isRinged && !mark.bar ? 1.2 : 0);
  }
  context.globalAlpha = 1;
  if (mark.bar && item.looks.has('unknown-start')) {
    text(context, '?', mark.left + 6, mark.y + 4, colours.ink);
  }
  if (mark.bar && item.looks.has('unknown-end')) {
    text(context, '?', mark.right - 12, mark.y + 4, colours.ink);
  }
  if (mark.text) {
    const isInk = item.kind === 'MILITARY' || item.kind === 'SANCTION';
    text(context, mark.text, mark.textX, mark.y + 4, dims ? colours.faint : colours.ink, isInk || colours.forced ? null : colours.paper);
    if (item.status === 'CANCELLED') {
      context.fillRect(mark.textX, mark.y - .5, context.measureText(mark.text).width, 1);
    }
  }
}

/** Lines of joint statements of the same day stand side by side, so that each can be followed. */
function drawTies(context, view, colours) {
  const taken = new Map();
  for (const { marks, kind } of view.items) {
    if (marks.length > 1 && !kind && marks.every(({ shown }) => shown)) {
      const { x } = marks[0];
      const number = taken.get(x) ?? 0;
      taken.set(x, number + 1);
      const aside = x + (number % 2 === 0 ? 1 : -1) * Math.floor((number + 1) / 2) * 3;
      const heights = marks.map(({ y }) => y);
      line(context, colours.soft, aside, Math.min(...heights), Math.max(...heights));
    }
  }
}

function drawArc(context, { from, to }, colours, isOpen) {
  let start = null;
  let end = null;
  for (const one of from.marks.filter(isShown)) {
    for (const other of to.marks.filter(isShown)) {
      if (!start || Math.abs(one.y - other.y) + Math.abs(one.x - other.x) < Math.abs(start.y - end.y) + Math.abs(start.x - end.x)) {
        [start, end] = [one, other];
      }
    }
  }
  context.strokeStyle = isOpen ? colours.ink : colours.control;
  context.lineWidth = isOpen ? 1.2 : 1;
  context.setLineDash(isOpen ? [] : [3, 2]);
  context.beginPath();
  if (Math.abs(start.x - end.x) > NEAR) {
    const [left, right] = start.x < end.x ? [start, end] : [end, start];
    const across = (right.x - left.x) / 3;
    const lift = Math.min(HIGHEST_VAULT, across / 3);
    context.moveTo(left.x + 6, left.y - 5);
    context.bezierCurveTo(left.x + across, Math.max(2, left.y - lift), right.x - across, Math.max(2, right.y - lift), right.x - 6, right.y - 5);
  } else {
    // It bulges to the left, so that it is no tie and crosses no label.
    const aside = Math.min(start.x, end.x) - 30;
    context.moveTo(start.x - 7, start.y);
    context.bezierCurveTo(aside, start.y, aside, end.y, end.x - 7, end.y);
  }
  context.stroke();
  context.setLineDash([]);
}

/**
 * @param ticks the axis: where its steps begin, and where days of rest are
 * @param state what is chosen, ringed and pointed at, the box of the step that is, and the lines across all lanes
 * @param top what is above is left as it is, as is what lies below `bottom`
 */
export function draw(context, view, scale, ticks, colours, state, { top, bottom }) {
  const height = bottom - top;
  const lanes = view.lanes.filter((lane) => lane.height > 0 && lane.top < bottom && lane.top + lane.height > top);
  context.save();
  context.beginPath();
  context.rect(0, top, scale.width, height);
  context.clip();
  context.font = colours.font;
  context.clearRect(0, top, scale.width, height);
  context.fillStyle = colours.wash;
  for (const [x, width] of view.each ? ticks.rests : []) {
    context.fillRect(x, top, width, height);
  }
  for (const { x } of ticks.steps) {
    line(context, colours.rule, x, top, bottom);
  }
  if (view.isTied) {
    drawTies(context, view, colours);
  }
  if (state.cell) {
    context.fillStyle = colours.cell;
    context.fillRect(state.cell.x, state.cell.y, state.cell.width, state.cell.height);
  }
  for (const { x } of state.lines) {
    line(context, colours.ink, x, top, bottom, [2, 3]);
  }
  if (!view.each) {
    drawCounts(context, view, lanes, scale, colours, state.own);
  }
  for (const lane of lanes) {
    drawExistence(context, lane, scale, colours);
    // Joint statements of many stand once, above, and have a part of this lane.
    for (const item of lane.ticks) {
      if (isIn(item, scale)) {
        line(context, colours.control, shapeX(item, scale), lane.top, lane.top + TICK);
      }
    }
    if (lane.each) {
      context.save();
      context.beginPath();
      context.rect(0, lane.top, scale.width, lane.height);
      context.clip();
      for (const mark of lane.marks) {
        if (mark.shown) {
          drawMark(context, mark, scale, colours, state);
        }
      }
      context.restore();
    }
    context.fillStyle = colours['rule-strong'];
    context.fillRect(0, lane.top + lane.height - .5, scale.width, 1);
  }
  for (const link of view.links) {
    const isOpen = state.near.has(link.from.id) || state.near.has(link.to.id);
    if ((isOpen || link.kind === 'RESPONDS_TO') && link.from.marks.some(isShown) && link.to.marks.some(isShown)) {
      drawArc(context, link, colours, isOpen);
    }
  }
  context.restore();
}
