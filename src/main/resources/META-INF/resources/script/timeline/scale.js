// Days and where they stand. A day is its number since 1970-01-01 in the proleptic calendar: no time zone ever comes into it.

export const DAY = 864e5;
const MONTHS = 'January February March April May June July August September October November December'.split(' ');
const month = (at) => MONTHS[at.getUTCMonth()].slice(0, 3);
const WEEKDAYS = 'Sun Mon Tue Wed Thu Fri Sat'.split(' ');
const IN_MONTHS = { MONTH: 1, QUARTER: 3, HALF: 6, YEAR: 12, DECADE: 120 };
/** From so many pixels a day on, an item is a bar with a label, not its shape alone. */
const WIDE = 40;
/** Days that a unit has at least, and pixels that its label needs on the axis. */
const LENGTH = { DAY: 1, WEEK: 7, MONTH: 28, QUARTER: 90, HALF: 181, YEAR: 365, DECADE: 3652 };
const ROOM = { DAY: 40, WEEK: 58, MONTH: 54, QUARTER: 54, HALF: 54, YEAR: 36, DECADE: 36 };
const TIMES = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000];

const date = (day) => new Date(Math.floor(day) * DAY);
const ofMonth = (months) => new Date(0).setUTCFullYear(Math.floor(months / 12), months - Math.floor(months / 12) * 12, 1) / DAY;
const monthOf = (day) => date(day).getUTCFullYear() * 12 + date(day).getUTCMonth();

/** No date can be written before or after. */
export const FIRST = ofMonth(-9999 * 12);
export const LAST = ofMonth(10000 * 12) - 1;

/** The first day of the step in which a day lies; weeks begin on Monday. */
export function start({ unit, times }, day) {
  if (unit === 'DAY') {
    return Math.floor(day);
  }
  const length = IN_MONTHS[unit] * times;
  return length ? ofMonth(Math.floor(monthOf(day) / length) * length) : Math.floor((day + 3) / 7) * 7 - 3;
}

export const next = ({ unit, times }, first) => (unit === 'DAY' ? first + 1 : unit === 'WEEK' ? first + 7 : ofMonth(monthOf(first) + IN_MONTHS[unit] * times));

/** As an address has it: EDTF. */
export function iso(day) {
  const at = date(day);
  const year = at.getUTCFullYear();
  return `${year < 0 ? '-' : ''}${String(Math.abs(year)).padStart(4, '0')}${at.toISOString().slice(-20, -14)}`;
}

const yearWords = (year) => (year <= 0 ? `${1 - year} BC` : year < 1000 ? `AD ${year}` : `${year}`);

/** '1 Feb 2023', 'Jul 1962', '1962', 'the 1960s': a unit by its first day. */
export function words(day, unit = 'DAY', isLong = false) {
  const year = yearWords(date(day).getUTCFullYear());
  return unit === 'DECADE' ? `the ${year}s` : unit === 'YEAR' ? year : `${unit === 'DAY' ? `${date(day).getUTCDate()} ` : ''}${isLong ? MONTHS[date(day).getUTCMonth()] : month(date(day))} ${year}`;
}

/** What stands on the axis where a step begins; the first one and those that begin a year tell the year. */
export function tick(day, unit, first, room) {
  const at = date(day);
  const number = at.getUTCDate();
  const january = at.getUTCMonth() === 0;
  const year = first || january && number <= (unit === 'WEEK' ? 7 : 1) ? ` ${yearWords(at.getUTCFullYear())}` : '';
  if (unit === 'DAY') {
    return `${first || room >= 76 ? `${WEEKDAYS[at.getUTCDay()]} ` : ''}${number}${year || number === 1 ? ` ${month(at)}` : ''}${year}`;
  }
  return unit === 'WEEK' ? `${number} ${month(at)}${year}` : unit === 'YEAR' || unit === 'DECADE' ? yearWords(at.getUTCFullYear()) : month(at) + year;
}

/** 'Jul 1962', '1962'; what no single word names by its first and last day. */
export const stepWords = ({ unit, times }, first, last) => (times === 1 && !['WEEK', 'QUARTER', 'HALF'].includes(unit) ? words(first, unit) : `${words(first)} to ${words(last)}`);

/**
 * The shortest unit with room for its label.
 *
 * @param room pixels for each; without it a label's
 */
export function unitOf(dayWidth, room) {
  const unit = Object.keys(LENGTH).find((one) => LENGTH[one] * dayWidth >= (room ?? ROOM[one]));
  return unit ? { unit, times: 1 } : { unit: 'DECADE', times: TIMES.find((times) => LENGTH.DECADE * times * dayWidth >= (room ?? ROOM.DECADE)) ?? TIMES.at(-1) };
}

/** Where days stand: `from` and `to` may lie within a day, `to` is the end of the last one. */
export class Scale {
  from = 0;
  to = 1;
  width = 1;

  set({ from, to }, width) {
    this.from = from;
    this.to = to;
    this.width = width;
    this.dayWidth = width / (to - from);
    this.wide = this.dayWidth > WIDE;
  }

  x(day) {
    return (day - this.from) * this.dayWidth;
  }

  day(x) {
    return this.from + x / this.dayWidth;
  }
}
