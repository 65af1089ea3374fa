// Words selected in the text of a document open the form of a statement or an event, filled in with them.
// Places in the text are counted in code points; what the browser counts are units of UTF-16.

const section = document.querySelector('[data-held]');
const text = section.querySelector('[data-text]');
const bar = section.querySelector('[data-selected]');
const said = section.querySelector('[data-said]');
const hint = section.querySelector('[data-hint]');
const lines = [...text.querySelectorAll('[data-start]')];

const codePoints = (words) => [...words].length;

// How far into the text a point in a line is.
const placeOf = (line, node, offset) => {
  const before = document.createRange();
  before.setStart(line, 0);
  before.setEnd(node, offset);
  return Number(line.dataset.start) + codePoints(before.toString());
};

const selectedPlace = () => {
  const selection = document.getSelection();
  if (selection.rangeCount === 0 || selection.isCollapsed || !section.contains(selection.anchorNode)) {
    return null;
  }
  const range = selection.getRangeAt(0);
  const touched = lines.filter((line) => range.intersectsNode(line));
  if (touched.length === 0) {
    return null;
  }
  const [first, last] = [touched[0], touched[touched.length - 1]];
  const start = first.contains(range.startContainer) ? placeOf(first, range.startContainer, range.startOffset) : Number(first.dataset.start);
  const end = last.contains(range.endContainer) ? placeOf(last, range.endContainer, range.endOffset) : Number(last.dataset.end);
  return start < end ? { start, end, box: range.getBoundingClientRect() } : null;
};

const address = (page, place) => `${page}?${new URLSearchParams({ document: section.dataset.held, start: place.start, end: place.end })}`;

const show = (place) => {
  bar.hidden = place === null;
  said.textContent = place === null ? '' : `${place.end - place.start} characters selected. Press a to add a statement.`;
  if (place === null) {
    return;
  }
  for (const link of bar.querySelectorAll('[data-add]')) {
    link.href = address(link.dataset.add, place);
  }
  // At the foot of a small window the style sheet has its place.
  if (getComputedStyle(bar).position !== 'absolute') {
    bar.removeAttribute('style');
    return;
  }
  const within = bar.offsetParent?.getBoundingClientRect() ?? { top: -window.scrollY, left: 0 };
  bar.style.top = `${place.box.bottom - within.top + 6}px`;
  bar.style.left = `${Math.max(0, Math.min(place.box.left - within.left, window.innerWidth - bar.offsetWidth - 16))}px`;
};

let drawing = 0;
document.addEventListener('selectionchange', () => {
  cancelAnimationFrame(drawing);
  drawing = requestAnimationFrame(() => show(selectedPlace()));
});

// By keyboard: a field that shows a caret and takes no letters, as Shift and the arrows select in a field in every browser.
const selectByKeyboard = () => {
  const field = document.createElement('textarea');
  const help = document.createElement('p');
  field.className = 'selected-by-keyboard';
  field.value = lines.map((line) => line.textContent).join('\n');
  field.setAttribute('aria-label', 'Text of the document: select words with Shift and the arrows');
  field.setAttribute('aria-readonly', 'true');
  field.setAttribute('aria-describedby', 'selected-by-keyboard-help');
  field.lang = text.lang;
  field.dir = 'auto';
  help.id = 'selected-by-keyboard-help';
  help.className = 'quiet';
  help.textContent = 'Shift and the arrows select. Enter adds a statement, Shift+Enter an event, Escape goes back.';
  field.addEventListener('beforeinput', (event) => event.preventDefault());
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      const [from, to] = [field.selectionStart, field.selectionEnd];
      if (from < to) {
        const start = codePoints(field.value.slice(0, from));
        const end = start + codePoints(field.value.slice(from, to));
        window.location.assign(address(event.shiftKey ? '/events/new' : '/statements/new', { start, end }));
      }
    } else if (event.key === 'Escape') {
      field.remove();
      help.remove();
      text.hidden = false;
      hint.hidden = false;
      hint.querySelector('button').focus();
    }
  });
  text.before(help, field);
  text.hidden = true;
  hint.hidden = true;
  bar.hidden = true;
  field.focus();
  field.setSelectionRange(0, 0);
};

hint.hidden = false;
hint.querySelector('[data-by-keyboard]').addEventListener('click', selectByKeyboard);
for (const link of text.querySelectorAll('[data-from]')) {
  link.hidden = true;
}
// A place that the address names is shown, however long the text is.
text.querySelector('.pointed')?.scrollIntoView({ block: 'center' });
