/**
 * Adds up the normal equations of a linear model and solves them (Cholesky). `damping` holds back coefficients that the samples say
 * little about.
 */
export class LeastSquares {
  readonly #size: number;
  readonly #normal: Float64Array;
  readonly #right: Float64Array;

  constructor(size: number) {
    this.#size = size;
    this.#normal = new Float64Array(size * size);
    this.#right = new Float64Array(size);
  }

  add(terms: readonly number[], value: number): void {
    terms.forEach((term, row) => {
      terms.forEach((other, column) => {
        this.#normal[row * this.#size + column] = (this.#normal[row * this.#size + column] as number) + term * other;
      });
      this.#right[row] = (this.#right[row] as number) + term * value;
    });
  }

  solve(damping: readonly number[]): number[] {
    const size = this.#size;
    const lower = new Float64Array(size * size);
    const at = (row: number, column: number) => lower[row * size + column] as number;
    for (let row = 0; row < size; row += 1) {
      for (let column = 0; column <= row; column += 1) {
        let sum = (this.#normal[row * size + column] as number) + (row === column ? (damping[row] ?? 0) : 0);
        for (let k = 0; k < column; k += 1) sum -= at(row, k) * at(column, k);
        lower[row * size + column] = row === column ? Math.sqrt(Math.max(sum, 1e-9)) : sum / at(column, column);
      }
    }
    const forward: number[] = [];
    for (let row = 0; row < size; row += 1) {
      let sum = this.#right[row] as number;
      for (let k = 0; k < row; k += 1) sum -= at(row, k) * (forward[k] as number);
      forward.push(sum / at(row, row));
    }
    const solution = new Array<number>(size).fill(0);
    for (let row = size - 1; row >= 0; row -= 1) {
      let sum = forward[row] as number;
      for (let k = row + 1; k < size; k += 1) sum -= at(k, row) * (solution[k] as number);
      solution[row] = sum / at(row, row);
    }
    return solution;
  }
}
