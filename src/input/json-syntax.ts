/** Where a text stops being JSON, and why. */
export interface SyntaxFault {
  readonly offset: number;
  readonly why: "ends_early" | "unexpected" | "bad_text" | "trailing";
}

const SPACE = /[ \t\n\r]*/y;
const TEXT = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y;
const WORD = /true|false|null/y;

/**
 * Finds where a text that `JSON.parse` refused goes wrong. The messages of engines differ and some
 * name no place. Lists and objects are kept on a stack of our own: nesting can't exhaust it.
 */
export const syntaxFault = (text: string): SyntaxFault => {
  const closers: string[] = [];
  let at = 0;
  const skip = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    if (!pattern.test(text)) return false;
    at = pattern.lastIndex;
    return true;
  };
  const fault = (): SyntaxFault => ({
    offset: at,
    why: at >= text.length ? "ends_early" : text[at] === '"' ? "bad_text" : "unexpected",
  });
  const key = (): boolean => {
    if (!skip(TEXT)) return false;
    skip(SPACE);
    if (text[at] !== ":") return false;
    at++;
    return true;
  };
  for (;;) {
    skip(SPACE);
    const char = text[at];
    if (char === "{" || char === "[") {
      at++;
      closers.push(char === "{" ? "}" : "]");
      skip(SPACE);
      if (text[at] !== closers.at(-1)) {
        if (char === "{" && !key()) return fault();
        continue;
      }
    } else if (!skip(TEXT) && !skip(NUMBER) && !skip(WORD)) {
      return fault();
    }
    // A value has ended, or an empty container is about to.
    for (;;) {
      skip(SPACE);
      const closer = closers.at(-1);
      if (closer === undefined) {
        return at < text.length
          ? { offset: at, why: "trailing" }
          : { offset: at, why: "ends_early" };
      }
      if (text[at] === closer) {
        closers.pop();
        at++;
        continue;
      }
      if (text[at] !== ",") return fault();
      at++;
      skip(SPACE);
      if (closer === "}" && !key()) return fault();
      break;
    }
  }
};
