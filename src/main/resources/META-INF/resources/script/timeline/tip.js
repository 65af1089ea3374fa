// Says beside the pointer what lies under it.

import { numbers } from './bars.js';
import { stepWords, words } from './scale.js';
import { countsOf, weightiest } from './view.js';

const AWAY = 14;
const MEANING = { critical: 'critical', supportive: 'supportive', neutral: 'expressly neutral', mixed: 'mixed', none: 'not coded' };

function dateOf({ s1, e2, looks }) {
  const about = looks.has('fade-start') || looks.has('fade-end') ? 'about ' : '';
  const doubt = looks.has('dashed') ? ', uncertain' : '';
  const first = s1 === -Infinity ? 'until' : words(s1);
  return about + (s1 === e2 ? first : e2 === Infinity ? `since ${first}` : s1 === -Infinity ? `until ${words(e2)}` : `${first} ${looks.has('hollow') ? 'or a day until' : 'to'} ${words(e2)}`) + doubt;
}

export function ofItem(view, id) {
  const item = view.items.find((one) => one.id === id);
  const mark = item?.marks.find((one) => one.label) ?? item?.marks[0];
  return item ? [mark.label?.whole ?? '', [dateOf(item), item.kind ? item.kind.toLowerCase().replace('_', ' ') : MEANING[mark.sign]].join(' · ')] : [view.names.find((name) => name.id === id)?.label ?? ''];
}

export function ofStep(view, target) {
  const lane = view.lanes.find((one) => one.key === target.lane);
  const at = view.bounds.indexOf(target.from);
  const signs = countsOf(lane, view);
  const said = view.signs.map((sign, number) => [signs[number].surely[at] + signs[number].possibly[at], lane.ofEvents ? '' : MEANING[sign.toLowerCase()]])
    .filter(([number]) => number > 0).map(([number, word]) => `${numbers.format(number)} ${word}`.trim());
  const one = weightiest(lane, target);
  return [`${lane.name}, ${stepWords(view.step, target.from, target.to - 1)}`, said.join(' · ') || 'nothing', one && `weightiest: ${one}`];
}

/** @returns what shows a target's words at a pointer, or hides them */
export function tipOf(plot) {
  const box = plot.appendChild(Object.assign(document.createElement('div'), { className: 'tip', hidden: true }));
  return (view, target, event, isNew) => {
    box.hidden = target === null;
    if (target === null) {
      return;
    }
    if (isNew) {
      box.replaceChildren(...(typeof target === 'string' ? ofItem(view, target) : ofStep(view, target)).filter(Boolean).map((line) => Object.assign(document.createElement('p'), { textContent: line })));
    }
    const { left, top, width } = plot.getBoundingClientRect();
    box.style.translate = `${Math.max(0, Math.min(event.clientX - left + AWAY, width - box.offsetWidth))}px ${event.clientY - top + AWAY}px`;
  };
}
