import { IDENTITY, type Matrix } from '../geometry/matrix.js';

/** A page that is turned: how large it is then, and where what stood on it goes. */
export interface TurnedPage {
  readonly width: number;
  readonly height: number;
  readonly toPage: Matrix;
}

/** A page turned by so many quarter turns clockwise, its upper left corner at the origin again. */
export function turnedPage(width: number, height: number, turns: number): TurnedPage {
  switch (turns) {
    case 1:
      return { width: height, height: width, toPage: [0, 1, -1, 0, height, 0] };
    case 2:
      return { width, height, toPage: [-1, 0, 0, -1, width, height] };
    case 3:
      return { width: height, height: width, toPage: [0, -1, 1, 0, 0, width] };
    default:
      return { width, height, toPage: IDENTITY };
  }
}
