const MOST_TRIES = 40;

/**
 * An input without stretches that it does not take to lead where it leads; what is short is changed better.
 * It ends after so many milliseconds: others wait for their turn.
 */
export const trimmed = async (
  input: Uint8Array,
  leads: (candidate: Uint8Array) => Promise<boolean>,
  mostMs: number,
): Promise<Uint8Array> => {
  const until = Date.now() + mostMs;
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
