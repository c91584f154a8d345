// By a colour's own lightness: the theme's name is not told to components.
export function isDark(colour) {
  const hex = colour.trim().match(/^#(..)(..)(..)$/);
  const [r, g, b] = hex
    ? hex.slice(1).map((part) => parseInt(part, 16))
    : (colour.match(/[\d.]+/g) ?? [255, 255, 255]).map(Number);
  return 0.299 * r + 0.587 * g + 0.114 * b < 128;
}
