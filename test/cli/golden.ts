import { goldenIn } from "../support/golden.js";

/** Compares text with a file of golden/; `UPDATE_GOLDEN=1` writes the file instead. */
export const expectGolden = goldenIn(new URL("golden/", import.meta.url));
