# METADATA
# title: Condition 2, interruption of critical information infrastructure
# description: Critical information infrastructure was interrupted as a whole, or in its main function, for as long as the grade asks for.
# custom:
#   citation: annex.relatively_major.condition.2
#   zh: 关键信息基础设施整体中断运行或主要功能中断运行的时长达到该级所要求的时长。
package amrnci.annex.condition_2

import data.amrnci.annex.needs
import data.amrnci.facts

# METADATA
# description: The answer at a grade with the minutes that the annex gives for it.
judged(limit) := needs.not_met if {
	not facts.cii_involved.may_be
} else := needs.not_met if {
	facts.whole_interruption.high < limit.whole_interruption_minutes
	facts.main_function_interruption.high < limit.main_function_interruption_minutes
} else := _answer(_at(limit, "low"), limit)

_answer(reached, limit) := {"outcome": "met", "facts": array.concat(_involved, reached), "asks": []} if {
	facts.cii_involved.sure
	count(reached) > 0
} else := {"outcome": "undecided", "facts": array.concat(_involved, reached), "asks": _involved} if {
	count(reached) > 0 # long enough for sure: only whether it is such infrastructure is open
} else := {"outcome": "undecided", "facts": array.concat(_involved, open), "asks": array.concat(_unknown, open)} if {
	open := _at(limit, "high")
}

_involved := [needs.one_of(facts.cii_involved, [true])]

_unknown := [fact | some fact in _involved; not facts.cii_involved.sure]

# The interruptions that are long enough at their lowest, or at their highest.
_at(limit, bound) := array.concat(
	[needs.at_least(facts.whole_interruption, limit.whole_interruption_minutes, "minutes") |
		facts.whole_interruption[bound] >= limit.whole_interruption_minutes
	],
	[needs.at_least(facts.main_function_interruption, limit.main_function_interruption_minutes, "minutes") |
		facts.main_function_interruption[bound] >= limit.main_function_interruption_minutes
	],
)
