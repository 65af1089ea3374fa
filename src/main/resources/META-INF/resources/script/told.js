// Says in a few words what changed, to those who can't see that it did.

const region = document.createElement('div');
region.className = 'heard';
region.setAttribute('role', 'status');
document.body.append(region);

export function tell(text) {
  region.textContent = text;
}
