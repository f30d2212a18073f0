import { isTime } from "./time.js";

// A scheme and something behind it; whether the address leads anywhere is not asked.
const isAddress = (text: string): boolean => /^[a-z][a-z0-9+.-]*:\/\/[^\s/]\S*$/i.test(text);

/** The formats of JSON Schema that the compiled validators know. */
export const FORMATS = { "date-time": isTime, uri: isAddress };
