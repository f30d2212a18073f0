# METADATA
# title: Notices
# description: What a reader must know beside the answer - codes and parameters, the words come from elsewhere.
# custom:
#   citation: article.4.1
package amrnci.notices

import data.amrnci.contents
import data.amrnci.duties
import data.amrnci.facts
import data.amrnci.grading
import data.amrnci.readings
import data.amrnci.scope
import data.amrnci.scope.version

# METADATA
# description: All notices, sorted by code.
list := [{"code": code, "params": params} | some [code, params] in sort(_notices)]

# Pairs of code and parameters: arrays compare faster than objects.

# METADATA
# description: The date that selects the version is not stated, so the newest is used.
_notices contains ["version_time_not_stated", {"paths": _time_paths[version.selected_by]}] if {
	not version.instant
}

# METADATA
# description: No time is stated from which the operator's hours could run.
_notices contains ["clock_start_not_stated", {"paths": _time_paths[readings.used.clock_start]}] if {
	scope.applies
	some duty in duties.first_reports
	duty.from == null
}

# METADATA
# description: A fact that could take the incident out of the Measures is unknown; until it is known every duty stands.
_notices contains ["scope_not_stated", {"path": fact.path}] if some fact in scope.undecided

# METADATA
# description: The province is unknown, so which provincial CAC receives the report is not known.
_notices contains ["province_not_stated", {}] if {
	_reports_to_province
	_province == "unknown"
}

# METADATA
# description: No source shows a provincial CAC for the area.
_notices contains ["province_without_known_route", {"province": _province}] if {
	_reports_to_province
	_province in data.law[version.found.id].scope.areas_without_known_body
}

# METADATA
# description: What was sent is said to be unknown; nothing is counted as sent.
_notices contains ["reports_not_stated", {}] if facts.incident.reports == "unknown"

# METADATA
# description: Items 1 and 2 may be reported first, the others follow promptly (Art. 7(2)).
_notices contains ["first_two_items_suffice", {"items": items}] if {
	_reports
	not contents.nothing_may_wait
	items := [content.item | some content in contents.items; content.required_in_first_report]
}

# METADATA
# description: Cause, impact and trend are stated, so all items belong in the first report (Art. 7(2)).
_notices contains ["all_items_due", {}] if {
	_reports
	contents.nothing_may_wait
}

# METADATA
# description: The grade rests on conditions alone, by which it may ordinarily be judged (通常情况下…可判别为).
_notices contains ["grade_presumptive", {"grade": grading.grade.floor}] if {
	count(_grounds) > 0
	not "circumstance" in _grounds
}

# METADATA
# description: A time of the incident lies after the time that counts as now.
_notices contains ["time_after_as_of", {"path": concat("/", ["/times", name])}] if {
	some name, instant in facts.times
	instant > facts.as_of
}

# METADATA
# description: A reading is used that a commentary says and the text does not.
_notices contains ["secondary_reading_used", {"reading": id, "option": option}] if {
	some id, option in readings.used
	reading := version.readings[id]
	reading.nature == "secondary"
	option != reading.of_the_text
	_bears_on(id)
}

# The reading on exported data bears on incidents abroad only.
_bears_on(id) if {
	id != "exported_data"
} else if {
	facts.occurred_outside_china.sure
}

_time_paths := {
	"awareness": ["/times/discovered_at", "/times/learned_at"],
	"assessment": ["/times/assessed_at"],
	"occurrence": ["/times/occurred_at"],
}

_grounds := {criterion.ground |
	some criterion in grading.criteria
	criterion.outcome == "met"
	criterion.grade == grading.grade.floor
}

_reports if {
	scope.applies
	grading.reportable != "no"
}

_reports_to_province if {
	scope.applies
	some duty in duties.first_reports
	"provincial_cac" in duty.recipients
}

_province := object.get(facts.incident, ["operator", "province"], "unknown")
