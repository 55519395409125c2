/** How long something stays to be read out, in milliseconds. */
const READ = 10_000;

/** Says something to those who cannot see it, after what was said just before. */
export function announce(text) {
  const announcer = document.getElementById('announcer');
  const line = Object.assign(document.createElement('p'), { textContent: text });
  [...announcer.children].filter(({ textContent }) => textContent === text).forEach((same) => same.remove());
  announcer.append(line);
  setTimeout(() => line.remove(), READ);
}
