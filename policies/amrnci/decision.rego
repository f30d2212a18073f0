# METADATA
# title: Decision on a cybersecurity incident
# description: Grades an incident, routes and times its reports, and says what is still to be found out. It only assembles; it decides nothing itself.
# custom:
#   citation: article.4.1
package amrnci

import data.amrnci.contents
import data.amrnci.duties
import data.amrnci.facts.errors
import data.amrnci.facts.errors.kinds
import data.amrnci.grading
import data.amrnci.grading.questions
import data.amrnci.liability
import data.amrnci.logic
import data.amrnci.notices
import data.amrnci.readings
import data.amrnci.scope
import data.amrnci.scope.version

# METADATA
# description: The whole answer; there is one for any input.
# entrypoint: true
decision := _undecidable("invalid", [logic.mismatch]) if {
	logic.mismatch
} else := _undecidable("invalid", errors.found) if {
	count(errors.found) > 0
} else := _undecidable("not_in_force", null) if {
	not version.found
} else := {
	"status": _status,
	"rules": _rules,
	"grade": grading.grade,
	"reportable": _reportable,
	"criteria": grading.criteria,
	"next_threshold": grading.next_threshold,
	"questions": questions.list,
	"duties": _duties,
	"contents": contents.items,
	"readings": readings.used,
	"related": data.law[version.found.id].related.list,
	"liability": liability.found,
	"notices": notices.list,
}

_status := "excluded" if {
	scope.excluded
} else := "out_of_scope" if {
	scope.outside
} else := "decided" if {
	grading.grade.settled
	every duty in duties.list { duty.applies == "yes" }
} else := "undecided"

_reportable := grading.reportable if {
	scope.applies
} else := "no"

_duties := duties.list if {
	scope.applies
} else := []

_rules := {
	"id": version.found.id,
	"valid_from": version.midnight_text(version.found.valid_from),
	"revision": data.law.revision,
}

# The answer where no rules could be applied: every member is there, and nothing is claimed.
_undecidable(status, found) := object.union(_empty, _why(status, found))

_why(status, found) := {"status": status, "errors": found} if {
	status == "invalid"
} else := {"status": status, "readings": _readings_asked}

_empty := {
	"rules": null,
	"grade": null,
	"reportable": null,
	"criteria": [],
	"next_threshold": [],
	"questions": [],
	"duties": [],
	"contents": [],
	"readings": _readings_in_force,
	"related": [entry | some entry in data.law[kinds.newest].related.list],
	"liability": null,
	"notices": [],
}

_readings_in_force := {id: reading.in_force | some id, reading in data.law[kinds.newest].readings}

# Used, as far as they are known where no version applies.
_readings_asked := object.union(_readings_in_force, object.get(input, "readings", {}))
