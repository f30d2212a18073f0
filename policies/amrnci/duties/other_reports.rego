package amrnci.duties

import data.amrnci.duties.clock
import data.amrnci.facts

# METADATA
# description: The report to the police where a crime is suspected (Art. 4(6)); it does not depend on the grade.
crime_reports := _on_fact("operator.report.crime", facts.suspected_crime, "suspected_crime")

# METADATA
# description: The report that the sector's own rules ask for (Art. 4(5)); it does not depend on the grade.
sector_reports := _on_fact("operator.report.sector", facts.sector_rules, "sector_rules")

_on_fact(id, fact, trigger) := [_duty(id, {
	"applies": _sureness(fact.sure),
	"trigger": trigger,
	"from": clock.start,
	"due": [],
	"state": clock.state_without_limit(id),
}) |
	fact.may_be
]

_sureness(sure) := "yes" if {
	sure
} else := "possible"

# METADATA
# description: Standing contract terms with service providers (Art. 5).
vendor_contracts := [_duty("operator.vendor_contracts", {
	"applies": "yes",
	"trigger": "standing",
	"from": [],
	"due": [],
	"state": null,
})]
