package amrnci.duties

import data.amrnci.duties.clock
import data.amrnci.facts
import data.amrnci.facts.instants
import data.amrnci.grading
import data.amrnci.readings
import data.amrnci.scope.version

# METADATA
# description: The items of Art. 7 that the reports do not hold yet (Art. 7(2)).
outstanding_items := [_duty("operator.supplement.items", {
	"applies": _sureness(grading.reportable == "yes"),
	"trigger": "first_report_sent",
	"from": _first_sent,
	"due": [],
	"state": _items_state,
}) |
	grading.reportable != "no"
]

# METADATA
# description: New important facts and progress of the investigation (Art. 7(3)).
developments := [_duty("operator.supplement.developments", {
	"applies": _sureness(grading.reportable == "yes"),
	"trigger": "new_developments",
	"from": _first_sent,
	"due": [],
	"state": null,
}) |
	grading.reportable != "no"
]

# METADATA
# description: The summary report after handling has ended (Art. 8).
summaries := [_duty("operator.summary", {
	"applies": _sureness(grading.reportable == "yes"),
	"trigger": "handling_ended",
	"from": _handling_ended,
	"due": _summary_due,
	"state": clock.state("operator.summary", _summary_due),
}) |
	grading.reportable != "no"
]

# METADATA
# description: The report that anyone is encouraged to make (Art. 6).
voluntary_reports := [_duty("public.voluntary_report", {
	"applies": "yes",
	"trigger": "voluntary",
	"from": [],
	"due": [],
	"state": null,
}) |
	grading.reportable != "no"
]

_items_state := "met" if {
	count(facts.items_sent) == count(version.contents.items)
} else := "pending"

_handling_ended := [facts.times.handling_ended_at | facts.times.handling_ended_at]

_summary_due := [due |
	some ended in _handling_ended
	due := _last(instants.days_later(ended, _law["operator.summary"].limit_days))
]

_last(instant) := instants.end_of_day(instant) if {
	readings.used.summary_deadline == "end_of_30th_day"
} else := instant
