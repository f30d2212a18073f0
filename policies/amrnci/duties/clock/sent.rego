package amrnci.duties.clock

import data.amrnci.facts
import data.amrnci.facts.instants

# METADATA
# description: The earliest stated time at which a duty's report was sent.
first_sent(duty) := earliest([instant | some report in _sent(duty); some instant in report.sent])

# METADATA
# description: When the earliest report of a duty was received - the one sent first, or where no time of sending is stated, the one received first.
received(duty) := earliest([instant | some report in _sent_first(_sent(duty)); some instant in report.received])

# METADATA
# description: State of a duty with a due time. Exactly at the due time is in time (最迟不得超过).
state(duty, due) := "pending" if {
	not _any_sent(duty)
	not _passed(due)
} else := "overdue" if {
	not _any_sent(duty)
} else := "unknown" if {
	count(due) == 0
} else := "met" if {
	first_sent(duty)[0] <= due[0]
} else := "unknown" if {
	some report in _sent(duty)
	count(report.sent) == 0
} else := "late"

# METADATA
# description: State of a duty for which the text gives no number.
state_without_limit(duty) := "met" if {
	_any_sent(duty)
} else := "pending"

_any_sent(duty) if count(_sent(duty)) > 0

_passed(due) if facts.as_of > due[0]

# The reports of a duty, each with its instants as far as they are stated.
_sent(duty) := object.get(_sent_by_duty, duty, [])

_sent_by_duty := {duty: sent |
	some duty in {report.duty | some report in facts.reports}
	sent := [{"sent": _instant(report, "sent_at"), "received": _instant(report, "received_at")} |
		some report in facts.reports
		report.duty == duty
	]
}

_instant(report, name) := [instants.read(report[name]) | report[name]]

_sent_first(reports) := [report | some report in reports; report.sent == first] if {
	first := earliest([instant | some report in reports; some instant in report.sent])
	count(first) > 0
} else := reports
