import type { ReportWords } from "./words.js";

/** Words of reports and checklists, in English: a working text beside the Chinese one. */
export const en: ReportWords = {
  // marks and values
  missing: "[to be supplemented]",
  blank: "[to be filled in]",
  suggested: "(suggested; not in the text)",
  at_least: "at least {value}",
  at_most: "at most {value}",
  between: "{low} to {high}",
  minutes: "{n} min",
  none: "none",
  entries: "entries: {n}",
  entries_or_more: "entries: {n}, perhaps more",
  list_or_more: "{list}, perhaps more",
  fact_is: "{fact}: {value}",
  fact_stated: "{fact}: {value}",
  fact_missing: "{fact} {missing}",
  yes_no_question: "{fact}",
  field_label: "{label}: ",
  items: "{item}",
  items_of: "items {items}",
  clause_separator: "; ",
  sentence_separator: " ",
  remark_cited: "{text} [{citation}]",
  official_quote: "{citation} of the Measures: “{quote}”",
  counts_as_none: "none (what is not stated did not happen)",

  // title, address, opening, end
  title_subject: "a cybersecurity incident at {unit}",
  title_subject_type: "a cybersecurity incident at {unit} ({type})",
  title_subject_bare: "a cybersecurity incident",
  title_first: "First report on {subject}",
  title_supplement: "Supplementary report on {subject}",
  title_summary: "Summary report on {subject}",
  addressee: "To: {names}",
  addressee_possible: "{names} ({route})",
  no_addressee: "[no recipient: on the facts so far the Measures ask for no report]",
  province_missing: "{party} (province-level area {missing})",
  province_without_body: "{party} ({province}; ask the 12387 channels who receives the report)",
  opening_discovered: "On {time}, this unit discovered a cybersecurity incident.",
  opening_learned: "On {time}, this unit learned of a cybersecurity incident.",
  opening_unknown:
    "A cybersecurity incident has happened at this unit; when it was discovered or learned of: {missing}.",
  opening_undecided:
    "Whether it is {grade} or above is still being established; it is reported in advance.",
  opening_not_owed:
    "On the facts so far it is below {grade} and the Measures ask for no report; it is reported voluntarily.",
  opening_below:
    "On the facts so far it is below {grade}; as it was reported before, the present state is set out.",
  opening_law: "Under {articles} of the {law} (“the Measures”), the facts are reported as follows.",
  closing: "This is hereby reported.",
  signature_unit: "{unit} (seal)",
  signature_date: "{date}",
  contact: "(Signed by: {blank}. Contact: {blank}. Telephone: {blank}.)",

  // contents
  time_label: "time of discovery or occurrence",
  grade_label: "grade",
  grade_settled: "On preliminary assessment the incident is {floor}.",
  grade_final: "The incident is assessed as {floor}.",
  grade_open:
    "On preliminary assessment the incident is at least {floor} and at most {ceiling}; its grade is not finally determined.",
  grade_basis: "Basis (Cybersecurity Incident Grading Guidelines, the annex of the Measures):",
  grade_basis_line: "{n}. {grade} [{citation}]: {criterion} ({facts}).",
  grade_basis_bare: "{n}. {grade} [{citation}]: {criterion}.",
  grade_open_facts: "Facts still to be established that bear on the grade: {facts}.",
  grade_open_facts_more:
    "{n} facts that bear on the grade are still to be established, above all: {facts}.",
  type_item: "{category}: {item} ({standard})",
  type_category: "{category} ({standard})",
  impact_lead: "In figures:",
  impact_fact: "Indicator",
  impact_value: "As known so far",
  ransomware_label: "ransomware attack",
  ransomware_question: "whether it is a ransomware attack",
  ransomware_unknown:
    "Whether it is a ransomware attack is not yet known {missing}; if it is, the amount, method and date of the ransom demanded are reported as well.",
  later_items:
    "Of {later}, what is marked {missing} cannot be reported yet, as cause, impact or trend cannot be determined within the time limit; under {citation} of the Measures {first} are reported first, and the rest follows promptly.",

  // supplement
  first_reports_sent: "Reported so far: {reports}. This report supplements it.",
  first_report_sent: "{duty}, sent on {time}",
  no_first_report:
    "No first report on this incident is recorded as sent {missing}. All facts are reported together below.",
  items_not_sent: "Below is what earlier reports did not hold.",
  items_not_recorded:
    "What earlier reports held is not recorded; below is all that Art. 7 asks for.",
  all_items_sent: "Earlier reports held all eight items of Art. 7; nothing is left to be supplied.",
  nothing_changed:
    "Nothing has changed since the earlier report: neither facts nor grade nor duties.",
  still_missing: "Still to be established, and to follow promptly:",
  section_grade: "Change of the grade",
  section_other_facts: "Changes of other facts",
  change_fact: "Fact",
  change_from: "As reported",
  change_to: "As known now",
  change_text_label: "{fact} ({state}): ",
  not_reported: "not reported before",
  no_longer_stated: "no longer stated (what was reported is not withdrawn by this)",
  grade_rose:
    "As further facts were established, the assessed grade rose. Recipients and relays that this adds follow from Art. 4 of the Measures.",
  grade_fell:
    "On newly established facts the assessed grade is lower than reported. The earlier report rested on the facts then known; what was reported stays reported and is not withdrawn. This report only states the present assessment.",
  grade_narrowed: "As further facts were established, the possible range of the grade narrowed.",
  grade_widened:
    "On new information the possible range of the grade widened and must be established further. What was reported stays reported and is not withdrawn.",

  // summary
  summary_basics: "Basic facts",

  // guide
  guide_title: "How to file this report",
  guide_lead: "For the one who files it. It is no part of the report: take it off before filing.",
  disclaimer: "This draft is no legal advice; the Chinese text of the Measures wins.",
  guide_check: "Check before filing",
  guide_new_duties: "Duties that the change adds",
  guide_deadlines: "Recipients and deadlines",
  guide_channels: "Channels",
  guide_missing: "To be supplemented",
  guide_inference: "What is our inference",
  duty: "Duty",
  duty_possible: "{duty} (may apply)",
  recipient: "Recipients",
  limit: "Limit",
  due: "Due (Beijing time)",
  no_due: "—",
  runs_from: "runs from: {trigger}",
  timing_due: "limit {limit}, due {due}",
  timing_from: "limit {limit}, runs from: {trigger}",
  state: "State",
  source: "Source",
  no_duty: "On the facts so far the Measures impose no duty to report.",
  duty_due: "{duty}, {timing}",
  authorities_lead: "What follows at the authorities that receive it (not owed by this unit):",
  relay_line: "{duty}: {bearer} to {recipients}, {limit} [{citation}]",
  relay_limit: "within {limit} of receiving the report",
  newly_owed: "Newly owed by this unit:",
  newly_relayed: "Newly owed by the authorities that receive the report:",
  eased:
    "Listed before, and on the present facts no longer or no longer surely (what was done stays done; let counsel confirm before anything is left undone):",
  owed_added: "{duty}: to {recipients}, {timing} [{citation}]",
  owed_certain:
    "{duty}: might apply before and applies now; to {recipients}, {timing} [{citation}]",
  owed_recipients: "{duty}: new recipients {recipients}, {timing} [{citation}]",
  channel: "Channel",
  channel_address: "Number, address or account",
  channel_checked: "Compared on",
  channel_source: "Source: {source} {addresses}",
  channels_lead:
    "{citation} of the Measures: “{quote}” The cyberspace departments receive reports in one place through the six channels below. No address of a recipient's own was found published (our inference); use what the protection department, the public security organ or your department's cyberspace body has told you.",
  route_lead: "Recipients of this incident: {routes}.",
  route_line: "{recipients} ({duty}, {citation})",
  route_line_possible: "{recipients} (may apply: {duty}, {citation})",
  missing_now: "This report must hold:",
  missing_before: "Due in the first report, and missing still:",
  missing_later: "May follow promptly:",
  missing_item: "{fact} (item {item})",
  remark_not_owed:
    "On the facts so far there is no duty to report [{citation}]; whether to report voluntarily is for the unit to decide.",
  remark_undecided:
    "Whether it must be reported is not decided [{citation}]; until it is, it is safer to act as if it must (our inference).",
  routes_open:
    "The route is not settled; these may apply: {routes}. Until it is, file by each of them (our inference).",
  routes_all: "Several routes apply at once, and a report is owed by each: {routes}.",
  body_name_unseen:
    "The recipient's name follows the usual name of provincial cyberspace administrations; its full name was not seen in a source. Check it.",
  first_already_sent:
    "A first report is recorded as sent; for further facts use a supplement (--kind supplement).",
  first_not_sent:
    "No first report has been sent, by the record. A supplement or summary does not replace it: {duties}.",
  first_not_recorded:
    "The incident records no first report. If none was sent, make the first report before this one: {duties}.",
  no_earlier:
    "What was reported before is not given (--since), so old and new values cannot be set side by side.",
  other_incident:
    "The earlier report bears another incident id; make sure that it is the same incident.",
  other_rules:
    "The earlier report was decided by another version of the Measures, which alone may have moved the grade.",
  earlier_is_later:
    "The “earlier” report was evaluated later than this one; make sure that they are not swapped.",
  fell_stays:
    "The grade fell: the Measures have no procedure to withdraw or amend a report (our inference). What was reported and what is owed stand.",
  handling_not_ended:
    "When handling ended is not stated. The summary is due after handling has ended [{citation}]; it may be drafted before, and its time runs from then.",
  handling_ends_later:
    "Handling ends after the time of evaluation, so it has not ended yet [{citation}]; the summary may be drafted before.",
  no_as_of:
    "No time of evaluation is given (--as-of), so nothing is called overdue and the date is left to be filled in.",
  type_missing: "The type is not stated. The categories of {standard} are: {categories}.",
  type_unknown:
    "The type stated is no name of {standard} and is given as it stands. Its categories are: {categories}.",
  not_chinese:
    "Some narrative is not in Chinese and is given as it stands; have it translated before filing.",
  english_draft:
    "This is an English working draft; file the Chinese one with Chinese authorities. Narrative is not translated but given as it stands.",
  hidden_characters:
    "These texts hold characters that cannot be seen or turn the reading direction; they are shown as codes. Check them: {facts}.",
  reading_used: "{title}: the text leaves it open; “{option}” is used [{citation}].",
  reading_of_text: "{title}: “{option}” by the text; a commentary reads it otherwise [{citation}].",
  reading_secondary:
    "{title}: “{option}” is used, which a commentary says and the text does not [{citation}].",
  type_is_inferred:
    "The type is given by the categories of {standard}: the Measures name that standard for the grading only [{citation}], so that its use for the type is our inference.",
  first_two_inferred:
    "Where cause, impact or trend is not stated, it is taken as not yet determinable within the limit: our inference.",

  // checklists
  title_vendor_contracts: "Clauses on incident reports for service providers",
  title_voluntary_report: "Voluntary report of a cybersecurity incident",
  title_related_duties: "Checklist of duties under other laws",
  title_leniency: "Evidence for leniency",
  contract_parties: "Operator: {operator}. Provider: {provider}.",
  contract_lead:
    "For contracts, supplementary agreements or undertakings. What is marked as suggested is not asked for by the Measures; the parties agree on what stands in brackets.",
  clause: "No.",
  clause_text: "Clause",
  included: "Included",
  clause_note: "(Note: {note})",
  voluntary_lead:
    "A voluntary report is no duty, and the Measures prescribe neither its contents nor who must be named; the lines follow Art. 7(1) (our inference). Leave open what you do not know.",
  voluntary_reporter: "Reporter (optional)",
  voluntary_name: "name",
  voluntary_contact: "contact",
  voluntary_learned: "when and how the reporter learned of it",
  voluntary_known: "What is known of the incident",
  voluntary_evidence: "Material that can be provided",
  related_lead:
    "A reminder only: counsel confirms what applies. The boxes follow from the facts of the incident file (our inference): applies where a fact is surely there, does not apply where all are surely absent, and for counsel in all other cases.",
  trigger: "Trigger",
  facts_stated: "Facts that bear on it",
  verdict_applies: "applies",
  verdict_does_not_apply: "does not apply",
  verdict_counsel: "to be checked by counsel",
  leniency_lead:
    "All conditions must be met together, and leniency is at the authority's discretion; no conclusion is drawn here. The evidence is our suggestion: the text lists none.",
  leniency_status: "By the incident file: {status}.",
  evidence: "Evidence",
  evidence_there: "In the incident file",
  evidence_state: "State",
  evidence_in_file: "there",
  evidence_to_collect: "to be collected",
};
