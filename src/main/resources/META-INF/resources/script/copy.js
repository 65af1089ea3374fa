// Copies what stands in the template beside the button, as rich text and plain.

for (const button of document.querySelectorAll('[data-copy]')) {
  button.hidden = false;
  button.addEventListener('click', async () => {
    const around = button.parentElement;
    const content = around.querySelector('template');
    const paragraphs = [...content.content.children].map((element) => {
      const copy = element.cloneNode(true);
      for (const mark of copy.querySelectorAll('sup')) {
        mark.replaceWith(` [${mark.textContent}]`);
      }
      return copy.textContent;
    });
    const status = around.querySelector('[role=status]');
    try {
      await navigator.clipboard.write([new ClipboardItem({
        'text/html': new Blob([content.innerHTML.trim()], { type: 'text/html' }),
        'text/plain': new Blob([`${paragraphs.join('\n\n')}\n`], { type: 'text/plain' }),
      })]);
      status.textContent = 'Copied.';
    } catch {
      status.textContent = 'This browser did not let it be copied.';
    }
  });
}
