// What the dialog 'Share' does beyond its fields and links: it copies, and makes a picture of the drawing that is on screen.

/** Twice as fine as the file, as screens are; a canvas can't be higher than this. In pixels. */
const SCALE = 2;
const HIGHEST = 16_000;

function tell(text) {
  document.querySelector('#share [role=status]').textContent = text;
}

async function copy(field) {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    tell('Copied.');
  } catch {
    field.focus();
    tell('This browser did not let it be copied. It is selected.');
  }
}

async function save(address) {
  const image = new Image();
  image.src = address;
  await image.decode();
  const scale = Math.min(SCALE, HIGHEST / image.naturalHeight);
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * scale;
  canvas.height = image.naturalHeight * scale;
  canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
  const picture = URL.createObjectURL(await new Promise((made) => { canvas.toBlob(made, 'image/png'); }));
  Object.assign(document.createElement('a'), { href: picture, download: 'timeline.png' }).click();
  // The browser has begun to read it when this task is over, and only then may it be let go of.
  setTimeout(() => URL.revokeObjectURL(picture));
}

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-copies], [data-picture]');
  if (button?.dataset.copies) {
    copy(document.getElementById(button.dataset.copies));
  } else if (button) {
    save(button.dataset.picture).catch(() => tell('The picture could not be made.'));
  }
});

export function offer() {
  for (const button of document.querySelectorAll('#share [hidden]')) {
    button.hidden = false;
  }
}
