// The published schemas, compiled by the tests themselves.
import { readdirSync, readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { isTime } from "../../src/evaluator/validate/index.js";

const folder = new URL("../../schemas/", import.meta.url);
const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false });
ajv.addFormat("date-time", isTime);
for (const name of readdirSync(folder).filter((one) => one.endsWith(".schema.json"))) {
  ajv.addSchema(JSON.parse(readFileSync(new URL(name, folder), "utf8")) as object);
}

const compiled = (name: string): NonNullable<ReturnType<typeof ajv.getSchema>> => {
  const validator = ajv.getSchema(`https://amrnci.dev/schemas/${name}.schema.json`);
  if (validator === undefined) throw new Error(`there is no schema of a ${name}`);
  return validator;
};

export const isRecord = compiled("record");
export const isRequest = compiled("request");
export const isDraft = compiled("report");
