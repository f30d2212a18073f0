import { CompactSign } from "jose";
import { readSignedBundle, signBundle, writeBundle } from "../../../src/bundle/index.js";
import { readBundle } from "../../../src/bundle/index.js";
import type { Door } from "../door.js";
import { KEY, smallBundle } from "../small-bundle.js";

const SIGNATURES = ".signatures.json";
const { keyid, ...key } = KEY;

/** What a signature claims, signed with the right key: only the claims themselves can refuse it. */
export const open = async (): Promise<Door> => {
  const { files } = await readBundle(await signBundle(await smallBundle(), KEY));
  const { signatures } = JSON.parse(Buffer.from(files.get(SIGNATURES) ?? []).toString()) as {
    signatures: string[];
  };
  const claims = Buffer.from(signatures[0]?.split(".")[1] ?? "", "base64url");
  return {
    seeds: [claims],
    take: async (bytes) => {
      const token = await new CompactSign(bytes)
        .setProtectedHeader({ alg: KEY.algorithm, kid: keyid })
        .sign(Buffer.from(KEY.key));
      const file = Buffer.from(JSON.stringify({ signatures: [token] }));
      const archive = await writeBundle(new Map([...files, [SIGNATURES, file]]));
      const { signer } = await readSignedBundle(archive, { keys: { [keyid]: key } });
      return [`trusted ${String(signer.scope)}`];
    },
  };
};
