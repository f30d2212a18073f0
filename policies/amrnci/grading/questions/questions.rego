# METADATA
# title: Questions
# description: Which unknown or bounded facts can still move the grade, the reportability or a duty, the most decisive first.
# custom:
#   citation: article.4.1
package amrnci.grading.questions

import data.amrnci.annex.data_hit
import data.amrnci.duties.routes
import data.amrnci.facts
import data.amrnci.grading
import data.amrnci.scope
import data.amrnci.scope.version

# METADATA
# description: The questions - first those that can lead to the highest grade, then those that also move a duty, then those that decide the most criteria, then by path.
list := [ordered[4] | some ordered in sort(array.concat(_on_grade, _on_duty))]

# Sorting is ascending; `descending` turns a number of grades or criteria round.
_on_grade := [[descending[highest[0]], _moves_duty(path), descending[count(asks)], path, question] |
	descending := data.tables.criteria.descending
	grades := version.grades
	some path, asks in _asked
	lowest := min(asks)
	highest := max(asks)
	question := {
		"path": path,
		"criteria": sort([ask[1] | some ask in asks]),
		"decides": lowest[2],
		"raises_to": grades[lowest[0]],
	}
]

_on_duty := [[data.tables.criteria.descending[0], 0, order, path, question] |
	some path, [order, needs] in _duty_facts
	not _asked[path]
	question := {"path": path, "criteria": [], "decides": needs, "raises_to": null}
]

# What each fact could still prove above the floor: rank of the grade, id of the criterion, need.
_asked[ask.path] contains [rank, id, ask.needs] if {
	some grade, answers in grading.answers
	rank := grading.ranks[grade]
	rank > grading.floor
	some place, answer in answers
	answer.outcome == "undecided"
	id := data.tables.criteria.by_grade[grade][place].id
	some ask in answer.asks
	not _reached_anyway(rank, ask.path)
}

# An entry of data leads to this grade already, whichever its category is; what else is asked of that entry decides still.
_reached_anyway(rank, path) if {
	some prefix, reached in _whichever_category
	rank <= reached
	not startswith(path, prefix)
}

# The grades above the floor that an entry of unknown category surely reaches, by another criterion for one category than for
# the other, so that no criterion is met: core data counts as major where the lowest grade does not name it.
_whichever_category[$"{facts.data_hit.base}/{item.index}/"] := reached if {
	some item in data_hit.entries
	count(item.categories) > 1
	reached := min([_reached_as(item, category) | some category in item.categories])
	reached > grading.floor
}

_reached_as(item, category) := max(array.concat([0], [grading.ranks[grade] |
	some grade, annex in version.annex
	some limit in [annex.condition_4, annex.circumstance_2]
	data_hit.surely_met_as(item, category, data_hit.needed(limit, limit))
]))

# Facts that move a duty, with the order in which they are asked: first what decides the recipient and
# the hours, then further reports, then what would take the incident out of the Measures.
_duty_facts[facts.cii_involved.path] := [1, {"one_of": [true]}] if {
	scope.applies
	grading.reportable != "no"
	routes.turns_on_cii
}

_duty_facts[facts.operator_kind.path] := [1, {"one_of": sort(routes.organ_kinds)}] if {
	scope.applies
	grading.reportable != "no"
	routes.turns_on_kind
}

_duty_facts[fact.path] := [2, {"one_of": [true]}] if {
	scope.applies
	some fact in [facts.suspected_crime, facts.sector_rules]
	fact.may_be
	not fact.sure
}

_duty_facts[fact.path] := [3, {"one_of": [true]}] if {
	some fact in scope.undecided
}

_moves_duty(path) := 0 if {
	_duty_facts[path]
} else := 1
