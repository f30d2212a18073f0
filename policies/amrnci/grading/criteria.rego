# METADATA
# title: Grading
# description: The outcome of all 33 criteria of the annex, and between which grades the incident lies.
# custom:
#   citation: article.4.1
#   zh: 判断附件全部33项标准，得出事件所处级别的下限和上限。
package amrnci.grading

import data.amrnci.annex.circumstance_1
import data.amrnci.annex.circumstance_2
import data.amrnci.annex.circumstance_3
import data.amrnci.annex.condition_1
import data.amrnci.annex.condition_2
import data.amrnci.annex.condition_3
import data.amrnci.annex.condition_4
import data.amrnci.annex.condition_5
import data.amrnci.annex.condition_6
import data.amrnci.annex.condition_7
import data.amrnci.annex.condition_8
import data.amrnci.scope.version

# METADATA
# description: All criteria, sorted by id, each with its outcome; with its facts where it is met or undecided.
criteria := [_criterion(known, found[place]) |
	some grade in data.tables.criteria.grades
	found := answers[grade]
	some place, known in data.tables.criteria.by_grade[grade]
]

# METADATA
# description: The answers of the criteria of each upper grade, in the order of their ids.
answers := {grade: _judged(version.annex[grade]) | some grade in data.tables.criteria.grades}

_judged(annex) := [
	circumstance_1.judged(annex.circumstance_1),
	circumstance_2.judged(annex.circumstance_2, annex.condition_4),
	circumstance_3.judged(annex.circumstance_3),
	condition_1.judged(annex.condition_1),
	condition_2.judged(annex.condition_2),
	condition_3.judged(annex.condition_3),
	condition_4.judged(annex.condition_4, annex.circumstance_2),
	condition_5.judged(annex.condition_5),
	condition_6.judged(annex.condition_6),
	condition_7.judged(annex.condition_7),
	condition_8.judged(annex.condition_8),
]

# Most criteria are not met: their whole answer stands in the table.
_criterion(known, answer) := known if {
	answer.outcome == "not_met"
} else := {
	"id": known.id,
	"grade": known.grade,
	"ground": known.ground,
	"outcome": answer.outcome,
	"facts": answer.facts,
	"citation": known.citation,
}
