// Runs the suite where there are files: Node, Deno, Bun. The package is found by its name.
import { readFile } from "node:fs/promises";
import { suite } from "./suite.mjs";

const given = JSON.parse(await readFile(process.argv[2], "utf8"));
const bytes = async (path) => new Uint8Array(await readFile(path));
const wasm = await bytes(given.wasm);
const bundle = await bytes(given.bundle);
console.log(JSON.stringify(await suite({ ...given, wasm, bundle })));
