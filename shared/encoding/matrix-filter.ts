/**
 * What converts the matrix and the range of YCbCr. `colorspace` does it in the picture's own planes, at a tenth of the cost
 * of `scale`, which takes the way over RGB; some ffmpegs are built without it.
 */
export type MatrixFilter = 'colorspace' | 'scale';
