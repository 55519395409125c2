/** The name of a recording's file with room and time in it, without what some system does not take in a name. */
export function fileName(room, now, extension) {
  const two = (number) => String(number).padStart(2, '0');
  const date = [now.getFullYear(), two(now.getMonth() + 1), two(now.getDate())].join('-');
  const name = `Parley ${room} ${date} ${two(now.getHours())}.${two(now.getMinutes())}`;
  return `${name.replace(/[\\/:*?"<>|\p{Cc}]/gu, '-')}.${extension}`;
}
