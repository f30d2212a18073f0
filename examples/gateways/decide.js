// Decides on an incident, then sends it on with the decision in headers. Runs in njs, inside nginx.
const HEADERS = {
  grade: "amrnci-grade",
  ceiling: "amrnci-grade-ceiling",
  reportable: "amrnci-reportable",
  first_due: "amrnci-first-due",
  decision_id: "amrnci-decision-id",
};

async function incident(r) {
  const decided = await r.subrequest("/_decide", { method: "POST", body: r.requestText });
  if (decided.status !== 200) {
    // The service says what is wrong; without the service nothing goes on undecided.
    r.headersOut["content-type"] = decided.headersOut["content-type"] || "text/plain";
    r.return(decided.status, decided.responseText);
    return;
  }
  for (const name in HEADERS) r.variables[name] = decided.headersOut[HEADERS[name]] || "";
  r.internalRedirect("/_webhook");
}

export default { incident };
