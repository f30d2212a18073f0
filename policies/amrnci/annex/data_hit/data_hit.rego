# METADATA
# title: Data that was hit
# description: The entries of data that was lost, leaked, stolen, tampered with or counterfeited, as condition 4 and circumstance 2 read them.
# custom:
#   citation: annex.relatively_major.condition.4
package amrnci.annex.data_hit

import data.amrnci.annex.needs
import data.amrnci.facts

# METADATA
# description: The entries, with their categories, scale, effects and threat.
entries := [item |
	unstated := facts.unstated
	choices := data.tables.choices
	some index, entry in facts.data_hit.entries
	item := {
		"index": index,
		"categories": choices.sets.category[entry.category],
		"scale": choices.ladders.scale[object.get(entry, "scale", unstated.scale)],
		"effects": facts.list("", entry.effects),
		"threat": choices.ladders.severity[object.get(entry, "threat", unstated.severity)],
	}
]

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
# description: Effects and threat where they would decide by themselves.
asked(item, needed) := array.concat(
	[_effects(item, needed) | not _effect_sure(item, needed)],
	[_threat(item, needed) | needs.turns_on(item.threat, needed.rung)],
)

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
