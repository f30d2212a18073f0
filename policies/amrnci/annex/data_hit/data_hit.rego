# METADATA
# title: Data that was hit
# description: The entries of data that was lost, leaked, stolen, tampered with or counterfeited, as condition 4 and circumstance 2 read them.
# custom:
#   citation: annex.relatively_major.condition.4
package amrnci.annex.data_hit

import data.amrnci.annex.needs
import data.amrnci.facts
import data.amrnci.readings

# METADATA
# description: The entries, with their categories, scale, effects and threat.
entries := [item |
	unstated := facts.unstated
	categories := data.tables.choices.sets.category
	ladders := data.tables.choices.ladders
	some index, entry in facts.data_hit.entries
	item := {
		"index": index,
		"categories": categories[entry.category],
		"scale": ladders.scale[object.get(entry, "scale", unstated.scale)],
		"effects": facts.list("", entry.effects),
		"threat": ladders.severity[object.get(entry, "threat", unstated.severity)],
	}
]

# METADATA
# description: The categories, effects and threat that the annex asks for, here and in the criterion beside.
needed(limit, beside) := {
	"categories": readings.chosen(limit.categories),
	"effects": limit.effects,
	"rung": needs.rung("severity", limit.threat),
	"scale": _scale(limit),
	"beside": {
		"categories": readings.chosen(beside.categories),
		"effects": beside.effects,
		"rung": needs.rung("severity", beside.threat),
		"scale": _scale(beside),
	},
}

# The least scale of personal information; none is enough where the criterion does not name it.
_scale(limit) := needs.rung("scale", limit.personal_information_scale) if {
	limit.personal_information_scale
} else := count(data.tables.choices.at_or_above.scale)

# METADATA
# description: One of the effects may have happened, and the threat may be severe enough.
may_have_happened(item, needed) if {
	item.threat.high >= needed.rung
	_effect_possible(item, needed)
}

# METADATA
# description: One of the effects surely happened, and the threat is surely severe enough.
surely_happened(item, needed) if {
	item.threat.low >= needed.rung
	_effect_sure(item, needed)
}

# METADATA
# description: The category with those that are listed.
category(item, listed) := needs.one_of(needs.member(facts.data_hit, item.index, "category", "category"), listed)

# METADATA
# description: Effects and threat, each with what it needs.
shown(item, needed) := [_effects(item, needed), _threat(item, needed)]

# METADATA
# description: Effects and threat where they would decide by themselves, for some category of those given.
asked(item, needed, categories) := array.concat(
	[_effects(item, needed) | _turns_on_effects(item, needed, categories)],
	[_threat(item, needed) | needs.turns_on(item.threat, needed.rung)],
)

# METADATA
# description: An unknown category decides - for one of those that are not listed, the criterion beside is not met either.
turns_on_category(item, needed, unlisted) if {
	count(item.categories) > 1
	some other in unlisted
	not _met_beside(item, needed, other)
}

# METADATA
# description: An entry of this category surely meets a criterion, whatever else is unknown of it.
surely_met_as(item, category, needed) if {
	_listed(category, item, needed)
	surely_happened(item, needed)
}

# For some category an effect more decides, because the criterion beside is not met without it.
_turns_on_effects(item, needed, categories) if {
	not _effect_sure(item, needed)
	some category in categories
	not _met_beside(item, needed, category)
}

_met_beside(item, needed, category) if {
	_listed(category, item, needed.beside)
	max([item.threat.low, needed.rung]) >= needed.beside.rung
	_effect_sure(item, needed.beside)
}

_listed(category, item, needed) if {
	category in needed.categories
} else if {
	category == "personal_information"
	item.scale.low >= needed.scale
}

_effects(item, needed) := needs.one_of(needs.member(facts.data_hit, item.index, "effects", "list"), needed.effects)

_threat(item, needed) := needs.rung_or_above(
	needs.member(facts.data_hit, item.index, "threat", "severity"),
	"severity",
	needed.rung,
)

_effect_possible(item, needed) if {
	item.effects.open
} else if {
	_effect_sure(item, needed)
}

_effect_sure(item, needed) if {
	some effect in item.effects.entries
	effect in needed.effects
}
