# METADATA
# title: Condition 3, livelihood
# description: The share of an area's population that was affected, or the number of persons, reaches that of the grade. Areas are never pooled.
# custom:
#   citation: annex.relatively_major.condition.3
#   zh: 一个行政区受影响人口的比例或受影响的人数达到该级的数值。各行政区分别计算，不合并。
package amrnci.annex.condition_3

import data.amrnci.annex.needs
import data.amrnci.facts

# METADATA
# description: The answer at a grade with the share, level and persons that the annex gives for it.
judged(limit) := _either(needs.quantity(facts.persons_affected, limit.persons, "persons"), _areas(limit))

# METADATA
# description: The area that misses a grade for want of the smallest share.
nearest(limit) := needs.nearest(facts.areas, fitting, "population_percent", limit.population_percent, "percent") if {
	lowest := needs.rung("area_level", limit.area_level)
	fitting := [area | some area in _entries; area.level.high >= lowest]
}

# Either is enough: what is met shows it, and what is undecided shows all that could.
_either(persons, areas) := persons if {
	persons.outcome == "met"
} else := areas if {
	areas.outcome == "met"
} else := {
	"outcome": "undecided",
	"facts": array.concat(persons.facts, areas.facts),
	"asks": array.concat(persons.asks, areas.asks),
} if {
	"undecided" in [persons.outcome, areas.outcome]
} else := needs.not_met

_areas(limit) := needs.unlisted(facts.areas, _one_more(limit)) if {
	count(facts.areas.entries) == 0
} else := _answer(limit, needed, possible, [entry | some entry in possible; _surely(entry, needed)]) if {
	needed := {"percent": limit.population_percent, "rung": needs.rung("area_level", limit.area_level)}
	possible := [entry | some entry in _entries; _possibly(entry, needed)]
}

# Any one area is enough; an open list may hold one more.
_answer(limit, needed, possible, proven) := {"outcome": "met", "facts": _shown(proven[0], needed), "asks": []} if {
	count(proven) > 0
} else := {
	"outcome": "undecided",
	"facts": _shown(possible[0], needed),
	"asks": array.concat(needs.one_more(facts.areas, _one_more(limit)), [ask |
		some entry in needs.first_asked(possible)
		some ask in _asked(entry, needed)
	]),
} if {
	count(possible) > 0
} else := needs.unlisted(facts.areas, _one_more(limit))
