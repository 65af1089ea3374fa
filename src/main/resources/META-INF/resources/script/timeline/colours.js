// The colours of the style sheets, for the canvas: light, dark or those that the reader's system forces.

const NAMES = ['paper', 'sheet', 'wash', 'ink', 'soft', 'faint', 'rule', 'rule-strong', 'control', 'critical', 'supportive', 'neutral', 'critical-wash', 'supportive-wash', 'neutral-wash'];
const forced = matchMedia('(forced-colors: active)');

/** Lines across an area where nobody was, as the style sheet's pattern has them. */
function hatch(colour) {
  const tile = new OffscreenCanvas(5, 5);
  const context = tile.getContext('2d');
  context.fillStyle = colour;
  context.fillRect(0, 0, 1, 5);
  const pattern = context.createPattern(tile, 'repeat');
  pattern.setTransform(new DOMMatrix().rotate(45));
  return pattern;
}

export function coloursOf(element) {
  const style = getComputedStyle(element);
  const colours = Object.fromEntries(NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]));
  return { ...colours, forced: forced.matches, font: `12px ${style.fontFamily}`, hatch: hatch(colours['rule-strong']),
    cell: forced.matches ? 'color-mix(in srgb, Highlight 35%, Canvas)' : `color-mix(in srgb, ${colours.ink} 9%, transparent)`,
    inkWash: `color-mix(in srgb, ${colours.ink} 28%, ${colours.paper})` };
}

export function onChange(changed) {
  for (const query of [forced, matchMedia('(prefers-color-scheme: dark)')]) {
    query.addEventListener('change', changed);
  }
}
