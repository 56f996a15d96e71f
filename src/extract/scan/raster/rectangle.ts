/** A rectangle of the flat page, in pixels of the working picture. */
export interface FlatBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}
