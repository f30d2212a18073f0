package amrnci.grading

import data.amrnci.annex.condition_1
import data.amrnci.annex.condition_3
import data.amrnci.annex.condition_6
import data.amrnci.annex.needs
import data.amrnci.facts
import data.amrnci.scope.version

# METADATA
# description: For each quantity that is known, how far it is from the number of the grade above the floor; sorted by path.
next_threshold := [sorted[1] | some sorted in sort(_by_path)]

# Objects sort by the first of their keys, which is not the path.
_by_path := [[fact.path, next] |
	some item, shown in _short
	some fact in shown
	next := {
		"path": fact.path,
		"value": fact.value,
		"grade": _next_grade,
		"criterion": concat(".", ["annex", _next_grade, item]),
		"at_least": fact.needs.at_least,
		"missing": fact.needs.at_least - fact.value,
		"unit": fact.needs.unit,
	}
]

_next_grade := version.grades[floor + 1]

_limits := version.annex[_next_grade]

_short := {
	"condition.1": condition_1.nearest(_limits.condition_1),
	"condition.2": [fact |
		facts.cii_involved.may_be
		some fact in array.concat(
			_known(facts.whole_interruption, _limits.condition_2.whole_interruption_minutes, "minutes"),
			_known(facts.main_function_interruption, _limits.condition_2.main_function_interruption_minutes, "minutes"),
		)
	],
	"condition.3": array.concat(
		_known(facts.persons_affected, _limits.condition_3.persons, "persons"),
		condition_3.nearest(_limits.condition_3),
	),
	"condition.5": _known(facts.persons_leaked, _limits.condition_5.persons, "persons"),
	"condition.6": condition_6.nearest(_limits.condition_6),
	"condition.7": _known(facts.loss, _limits.condition_7.yuan, "yuan"),
}

_known(fact, number, unit) := [needs.at_least(fact, number, unit) |
	is_number(fact.value)
	fact.value < number
]
