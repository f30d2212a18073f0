// W3C Trace Context: version, trace id, parent id, flags. All zeros are no ids.
const TRACEPARENT = /^(?!ff)[0-9a-f]{2}-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}$/;

/** The trace context of a request, if it has one that is well formed. */
export const traceOf = (
  headers: Headers,
): { traceparent: string; tracestate: string | null; traceId: string } | undefined => {
  const traceparent = headers.get("traceparent");
  if (traceparent === null) return undefined;
  const [, traceId] = TRACEPARENT.exec(traceparent) ?? [];
  if (traceId === undefined) return undefined;
  return { traceparent, tracestate: headers.get("tracestate"), traceId };
};
