/** Points in a millimetre, the unit of OFD (GB/T 33190, 7.1). */
export const POINTS_PER_MM = 72 / 25.4;
/** Millimetres. How thick a line is where nothing says it (GB/T 33190, table 24). */
export const LINE_WIDTH_MM = 0.353;
