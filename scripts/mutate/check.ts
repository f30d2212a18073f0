import type { LawFileCheck } from "../../src/law/check.js";
import type { LawFile } from "../../src/law/read.js";

interface Validator {
  (value: unknown): boolean;
  errors?: readonly { instancePath: string; message?: string }[] | null;
}

/** The schemas of the law's data as a check of one file, which is named by its folder. */
export const schemaCheck = async (): Promise<LawFileCheck> => {
  const url = new URL("../../src/generated/law-validators.js", import.meta.url);
  const validators = (await import(url.href)) as Readonly<Record<string, Validator>>;
  return (file: LawFile) => {
    const [root, version, room] = file.at;
    const name = root !== "law" ? "" : version === undefined ? "law" : (room ?? "version");
    const validate = validators[name];
    if (!validate || validate(file.value)) return [];
    return (validate.errors ?? []).map(({ instancePath, message }) => ({
      keys: instancePath.split("/").slice(1),
      reason: `${instancePath} ${message ?? "is not as its schema says"}`,
    }));
  };
};
