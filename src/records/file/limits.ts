/** No record is as long as this; what goes on for longer without one is no decision log. */
export const LONGEST_RECORD = 64 * 1024 * 1024;
