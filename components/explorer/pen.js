// How wide a text of a drawing is set, before it is drawn.

let pen = null;

// In the unit of its size.
export function widthOf(text, size, weight = 700) {
  pen ??= document.createElement("canvas").getContext("2d");
  pen.font = `${weight} ${size}px Arimo, Arial, "Liberation Sans", Helvetica, sans-serif`;
  return pen.measureText(text).width;
}
