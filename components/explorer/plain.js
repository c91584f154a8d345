// A text as it is compared, as geo/spelling.fold: no case, accents, signs or double spaces.
export const plain = (text) =>
  text
    .replace(/&/g, " dan ")
    .normalize("NFKD")
    .toLocaleLowerCase("id")
    .replace(/[\p{Mn}\p{Cf}]/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
