// Puts words on the clipboard, as rich text and plain.

/** Numbers of footnotes stand in brackets where text is plain. */
function plain(element) {
  const copy = element.cloneNode(true);
  for (const mark of copy.querySelectorAll('sup')) {
    mark.replaceWith(` [${mark.textContent}]`);
  }
  return copy.textContent;
}

/**
 * @param elements one for each paragraph
 * @returns what to say of it
 */
export async function copy(elements) {
  const rich = elements.map((element) => element.outerHTML).join('\n');
  try {
    await navigator.clipboard.write([new ClipboardItem({
      'text/html': new Blob([rich], { type: 'text/html' }),
      'text/plain': new Blob([`${elements.map(plain).join('\n\n')}\n`], { type: 'text/plain' }),
    })]);
    return 'Copied.';
  } catch {
    return 'This browser did not let it be copied.';
  }
}


let isTended = false;

/** Shows the buttons that copy what stands in the template beside them. */
export function offer() {
  for (const button of document.querySelectorAll('[data-copy]')) {
    button.hidden = false;
  }
  if (!isTended) {
    isTended = true;
    document.addEventListener('click', async (event) => {
      const button = event.target.closest('[data-copy]');
      if (button) {
        const around = button.parentElement;
        around.querySelector('[role=status]').textContent = await copy([...around.querySelector('template').content.children]);
      }
    });
  }
}
