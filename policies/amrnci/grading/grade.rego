package amrnci.grading

import data.amrnci.readings
import data.amrnci.scope.version

# METADATA
# description: The lowest and the highest grade that the facts allow.
grade := {"floor": version.grades[floor], "ceiling": version.grades[ceiling], "settled": floor == ceiling}

# METADATA
# description: Place of the highest grade with a criterion met, in the order of the grades; the lowest when none is.
floor := max(array.concat([0], [ranks[grade] |
	some grade, found in answers
	_one_is("met", found)
]))

# METADATA
# description: Place of the highest grade with a criterion met or undecided.
ceiling := max(array.concat([floor], [ranks[grade] |
	some grade, found in answers
	_one_is("undecided", found)
]))

_one_is(outcome, found) if {
	some answer in found
	answer.outcome == outcome
}

# METADATA
# description: Place of each grade in their order, the lowest first.
ranks := {name: rank | some rank, name in version.grades}

# METADATA
# description: Whether the grade is surely, possibly or surely not one that the operator must report (Art. 4(1)).
# custom:
#   citation: article.4.1
reportable := "yes" if {
	floor >= _reportable_from
} else := "undecided" if {
	ceiling >= _reportable_from
} else := "no"

# METADATA
# description: True when an incident may have to be reported that involves no critical information infrastructure, without which condition 2 is not met.
reportable_without_cii if {
	_reportable_from == 0
} else if {
	some grade, found in answers
	ranks[grade] >= _reportable_from
	some place, answer in found
	answer.outcome != "not_met"
	data.tables.criteria.by_grade[grade][place].id != concat(".", ["annex", grade, "condition.2"])
}

_reportable_from := 0 if {
	readings.used.general_grade_reportable == "yes"
} else := ranks[data.law[version.found.id].reportable_from]
