// The view as an address, and back: what is shown can be sent, kept and gone back to.

import { open } from '../in-place.js';
import { iso } from './scale.js';

/** Only whole days have an address. */
export const wholeDays = ({ from, to }) => ({ from: Math.round(from), to: Math.max(Math.round(from) + 1, Math.round(to)) });

function within(address, { from, to }) {
  const url = new URL(address, location.href);
  url.searchParams.set('from', iso(from));
  url.searchParams.set('to', iso(to - 1));
  url.searchParams.delete('cursor');
  return url;
}

export const pageOf = (window) => within(location.href, window);

/** @param width of the plot in pixels */
export function dataOf(address, window, width) {
  const url = within(address, window);
  url.searchParams.set('width', Math.round(width));
  return url;
}

export const selected = () => new URLSearchParams(location.search).get('selected');

/** The rest of the page follows, and no new entry is made in the history. */
export const rest = (window) => open(pageOf(window), { from: document.activeElement, around: true });

/** One can go back to where one was. */
export const jump = (window) => open(pageOf(window), { from: document.activeElement, push: true, around: true });

export function select(id, window) {
  const url = pageOf(window);
  url.searchParams.set('selected', id);
  return open(url, { push: true, from: document.activeElement });
}

export function list(window) {
  const url = pageOf(window);
  url.hash = 'list';
  return open(url, { push: true, from: document.activeElement });
}

/** @param keys of lanes, in the order in which they stand first */
export function pin(keys, window) {
  const url = pageOf(window);
  url.searchParams.delete('pin');
  keys.forEach((key) => url.searchParams.append('pin', key));
  return open(url, { from: document.activeElement, push: true, around: true });
}

export const pinned = () => new URLSearchParams(location.search).getAll('pin');
