# METADATA
# title: Liability facts
# description: Which aggravating facts (Art. 10) and mitigating facts (Art. 11) stand, are missing or unknown. No conclusion is drawn.
# custom:
#   citation: article.10.2
#   zh: 哪些从重（第十条）、从轻（第十一条）的事实成立、不成立或不明。不作结论。
package amrnci.liability

import data.amrnci.duties
import data.amrnci.facts
import data.amrnci.scope
import data.amrnci.scope.version

# METADATA
# description: The aggravating and the mitigating facts, each sorted by id.
found := {
	"aggravating": [_fact(law) | some law in data.law[version.found.id].liability.aggravating],
	"mitigating": [_fact(law) | some law in data.law[version.found.id].liability.mitigating],
}

_fact(law) := {"id": law.id, "status": status, "path": fact.path, "citation": law.citation} if {
	fact := facts.yes_no(concat("/", ["/mitigation", law.fact]), ["mitigation", law.fact])
	status := _status(fact)
} else := {"id": law.id, "status": _timeliness(law.timeliness), "citation": law.citation} if {
	law.timeliness
} else := {"id": law.id, "status": "unknown", "citation": law.citation}

_status(fact) := "stands" if {
	fact.sure
} else := "unknown" if {
	fact.may_be
} else := "missing"

_timeliness(wanted) := "unknown" if {
	not _judgeable
} else := "stands" if {
	wanted == "late"
	_late
} else := "stands" if {
	wanted == "in_time"
	_in_time
} else := "missing" if {
	_known
} else := "unknown"

_judgeable if {
	scope.applies
	count(_states) > 0
}

_late if "late" in _states

_late if "overdue" in _states

_in_time if {
	every state in _states { state == "met" }
}

_known if _late

_known if _in_time

_states := [duty.state | some duty in duties.first_reports; duty.applies == "yes"]
