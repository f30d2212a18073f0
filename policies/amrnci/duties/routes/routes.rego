# METADATA
# title: Routes of the first report
# description: To whom the operator reports first - by the incident if it involves critical information infrastructure (Art. 4(2)), by the operator if it is an organ (4(3)), or else as any other (4(4)).
# custom:
#   citation: article.4.1
#   zh: 首次报告的路径：涉及关键信息基础设施的按第四条第二款，属于中央和国家机关的按第四条第三款，其他按第四条第四款。
package amrnci.duties.routes

import data.amrnci.facts
import data.amrnci.grading
import data.amrnci.readings
import data.amrnci.scope.version

# METADATA
# description: Each route that the facts allow for a reportable incident - yes if every completion of the facts leads to it, else possible.
applies[route] := _applies(route) if {
	grading.reportable != "no"
	some taken in _worlds
	some route in taken.routes
}

# METADATA
# description: The operator's kind decides between routes of an incident that may have to be reported.
turns_on_kind if {
	some one in _worlds
	some other in _worlds
	one.cii == other.cii
	one.routes != other.routes
	_may_be_reported(one.cii)
}

_may_be_reported(cii) if {
	cii
} else if {
	grading.reportable_without_cii
}

# METADATA
# description: Whether critical information infrastructure is involved decides between routes.
turns_on_cii if {
	some one in _worlds
	some other in _worlds
	one.organ == other.organ
	one.routes != other.routes
}

_applies(route) := "yes" if {
	grading.reportable == "yes"
	every taken in _worlds { route in taken.routes }
} else := "possible"

# What may be the case: an organ or not, critical information infrastructure or not.
_worlds := [{"organ": organ, "cii": cii, "routes": _routes(organ, cii)} |
	some organ in _organ
	some cii in _cii
]

_organ := {organ | some kind in facts.operator_kind.may_be; organ := kind in organ_kinds}

_cii := {facts.cii_involved.sure, facts.cii_involved.may_be}

_routes(organ, cii) := ["cii", "organ"] if {
	organ
	cii
	readings.used.cii_and_organ == "both"
} else := ["cii"] if {
	cii
} else := ["organ"] if {
	organ
} else := ["other"]

# METADATA
# description: The kinds of operator that take the organ route.
organ_kinds := readings.chosen(data.law[version.found.id].scope.organ_kinds)
