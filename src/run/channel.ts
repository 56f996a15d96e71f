/** The file descriptor on which a child and its parent talk. Standard output is not used: what a library prints there is no message. */
export const CHANNEL = 3;
