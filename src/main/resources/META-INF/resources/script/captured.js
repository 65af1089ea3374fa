// Words that are too long for an address come behind its '#', which no server sees; they go into their field.

const PREFIX = '#quote=';

if (location.hash.startsWith(PREFIX)) {
  const words = document.getElementById('words');
  if (words.value === '') {
    words.value = decodeURIComponent(location.hash.slice(PREFIX.length));
    words.dispatchEvent(new Event('input', { bubbles: true }));
  }
  history.replaceState(null, '', location.pathname + location.search);
}
