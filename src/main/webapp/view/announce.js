/** Says something to those who cannot see it. */
export function announce(text) {
  document.getElementById('announcer').textContent = text;
}
