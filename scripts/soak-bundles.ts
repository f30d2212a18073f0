// `make soak-bundles`: requests flow while 1,000 bundles are published over ten minutes: good, stale,
// slow, truncated, tampered, rolled back, by another's key, and 500s. No request may fail, no revision
// answer that must not, memory and handles must be flat, and the copy on disk be the last good bundle.
// SOAK_MINUTES, SOAK_BUNDLES and SOAK_SEED vary it.
import { soakFollowing } from "./soak/following.js";
import { tell } from "./soak/tell.js";

const minutes = Number(process.env.SOAK_MINUTES ?? 10);
const bundles = Number(process.env.SOAK_BUNDLES ?? 1_000);
const seed = Number(process.env.SOAK_SEED ?? 1);

console.log(`${String(bundles)} bundles in ${String(minutes)} min from seed ${String(seed)}`);
const fine = tell("requests", await soakFollowing(minutes * 60, bundles, seed));
console.log(fine ? "\nno failed request, no wrong revision, flat" : "\nnot fine");
process.exitCode = fine ? 0 : 1;
