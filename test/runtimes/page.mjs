// Runs the suite in a page.
import { suite } from "./suite.mjs";

globalThis.run = async (given) => {
  const bytes = (text) => Uint8Array.from(atob(text), (unit) => unit.charCodeAt(0));
  return suite({ ...given, wasm: bytes(given.wasm), bundle: bytes(given.bundle) });
};
