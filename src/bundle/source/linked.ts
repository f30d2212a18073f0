/** A signal of one's own that also aborts with another. */
export interface Linked {
  readonly signal: AbortSignal;
  abort(): void;
  /** Lets go of the other signal, which may live much longer. */
  release(): void;
}

/** `AbortSignal.any` for the first releases of Node 20, and without what it leaves behind. */
export const linkedTo = (other: AbortSignal): Linked => {
  const controller = new AbortController();
  const follow = (): void => {
    controller.abort(other.reason);
  };
  if (other.aborted) follow();
  else other.addEventListener("abort", follow, { once: true });
  return {
    signal: controller.signal,
    abort: () => {
      controller.abort();
    },
    release: () => {
      other.removeEventListener("abort", follow);
    },
  };
};
