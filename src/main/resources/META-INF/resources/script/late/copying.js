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

/** Copies what stands in the template beside the button, and says so there. */
export async function copyBeside(button) {
  const around = button.parentElement;
  around.querySelector('[role=status]').textContent = await copy([...around.querySelector('template').content.children]);
}
