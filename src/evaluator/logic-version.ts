import { AmrnciError } from "../errors.js";
import { isObject } from "./law-data.js";

/** The name of the section of policy.wasm in which the build writes the logic's version. */
export const LOGIC_SECTION = "amrnci.logic_version";

/**
 * The version of the logic that a compiled policy holds; null where it names none (a policy that was
 * compiled without the build). Any runtime can read it from a module that it could not compile itself.
 */
export const logicVersionOf = (module: WebAssembly.Module): number | null => {
  const [section] = WebAssembly.Module.customSections(module, LOGIC_SECTION);
  return section === undefined ? null : Number(new TextDecoder().decode(section));
};

/**
 * Refuses data that is made for another logic. The policy itself would answer `invalid` to every
 * request; here it is told once, when both are loaded.
 *
 * @throws {AmrnciError} `logic_version_mismatch`
 */
export const checkLogicVersion = (module: WebAssembly.Module, data: object): void => {
  const logic = logicVersionOf(module);
  const law = "law" in data ? data.law : undefined;
  const named = isObject(law) ? law.logic_version : undefined;
  if (logic === null || named === logic) return;
  throw logicVersionMismatch(named, logic);
};

/** The error for data of one logic version that meets another. */
export const logicVersionMismatch = (named: unknown, logic: number): AmrnciError => {
  const made = named === undefined ? "no logic version" : `logic version ${JSON.stringify(named)}`;
  return new AmrnciError(
    "logic_version_mismatch",
    `The law's data is made for ${made}, and these rules are logic version ${logic}; take the data and the rules of one release.`,
  );
};
