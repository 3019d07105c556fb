/** Share of letters that two texts have in common, by Dice. */
export function likeness(one: string, other: string): number {
  const rest = [...other];
  let common = 0;
  for (const letter of one) {
    const at = rest.indexOf(letter);
    if (at < 0) continue;
    rest.splice(at, 1);
    common += 1;
  }
  return (2 * common) / ([...one].length + [...other].length);
}
