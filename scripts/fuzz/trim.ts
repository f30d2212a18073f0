const MOST_TRIES = 40;

/** At a slow door fewer: others wait for their turn. */
const MOST_MS = 1_000;

/** An input without stretches that it does not take to lead where it leads; what is short is changed better. */
export const trimmed = async (
  input: Uint8Array,
  leads: (candidate: Uint8Array) => Promise<boolean>,
): Promise<Uint8Array> => {
  const until = Date.now() + MOST_MS;
  let smallest = input;
  let tries = 0;
  for (let size = input.length >> 1; size > 0; size >>= 1) {
    for (let at = 0; at < smallest.length && tries < MOST_TRIES && Date.now() < until; tries += 1) {
      const candidate = Buffer.concat([smallest.subarray(0, at), smallest.subarray(at + size)]);
      if (candidate.length > 0 && (await leads(candidate))) smallest = candidate;
      else at += size;
    }
  }
  return smallest;
};
