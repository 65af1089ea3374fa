// Labels cut to their room, as the server cuts them, so that both drawings have the same words.

const NARROW = "iljtfrI.,:;'|!()[]‘’-– ";
const BROAD = 'mwMW@%—…';
/** Of a character of running English text, in pixels, as are the widths below: Inter at 12 pixels, rounded up. */
const CHARACTER = 6.4;
const LEAST_WORDS = 9;

const widthOf = (letter) => (NARROW.includes(letter) ? 3.9 : BROAD.includes(letter) ? 10.8 : letter >= '⺀' ? 12.5 : letter !== letter.toLowerCase() ? 8.4 : 7);

export function width(text) {
  let sum = 0;
  for (const letter of text) {
    sum += widthOf(letter);
  }
  return sum;
}

/** A label comes as lead, body and tail with a line end between them; without one it is all body. */
export function parts(label) {
  const given = label.split('\n');
  const [lead, body, tail] = given.length === 3 ? given : ['', label, ''];
  return { lead, body, tail, target: lead.slice(0, -2).split(' on ').at(-1), whole: lead + body + tail, width: width(lead + body + tail), room: -1, cut: '' };
}

const fits = (text, room) => (width(text) <= room ? text : '');

/** As many whole words as fit, an ellipsis and the mark that closes a quotation among them. */
function shortened(body, room) {
  const close = { '"': '"', '“': '”', '„': '“', '«': '»', '‘': '’', '「': '」' }[body[0]] ?? '';
  for (let end = body.lastIndexOf(' '); end > 0; end = body.lastIndexOf(' ', end - 1)) {
    const cut = `${body.slice(0, end).replace(/[\s,;:.–-]+$/, '')} …${close}`;
    if (width(cut) <= room) {
      return cut;
    }
  }
  return '';
}

function anywhere(text, room) {
  const letters = [...text];
  while (letters.length > 4 && width(letters.join('')) + 10.8 > room) {
    letters.pop();
  }
  return letters.length > 4 ? `${letters.join('').trimEnd()}…` : '';
}

function cut({ lead, body, tail, target, whole }, room) {
  const characters = room / CHARACTER;
  if (characters < 8) {
    return characters < 4 ? '' : fits(target, room);
  }
  for (const end of [tail, '']) {
    const words = shortened(body, room - width(lead) - width(end));
    if (words.length >= LEAST_WORDS) {
      return lead + words + end;
    }
  }
  return (tail.startsWith(', with ') && fits(target ? `${target}: joint` : 'joint', room)) || fits(target, room) || anywhere(whole, room);
}

/** At a word; below 8 characters only whom it is about; below 4 nothing. What was cut last is kept, as a drawing asks for the same again and again. */
export function within(label, room) {
  if (label.width <= room) {
    return label.whole;
  }
  if (label.room !== room) {
    label.room = room;
    label.cut = cut(label, room);
  }
  return label.cut;
}
