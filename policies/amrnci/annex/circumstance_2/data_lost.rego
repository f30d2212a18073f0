# METADATA
# title: Circumstance 2, data lost, stolen, tampered with or counterfeited
# description: Core or important data, or personal information on the scale of the grade, was lost, stolen, tampered with or counterfeited, with a threat as severe as the grade asks for.
# custom:
#   citation: annex.relatively_major.circumstance.2
#   zh: 核心数据、重要数据或者达到该级规模的公民个人信息丢失或被窃取、篡改、假冒，且威胁达到该级所要求的程度。
package amrnci.annex.circumstance_2

import data.amrnci.annex.data_hit
import data.amrnci.annex.needs
import data.amrnci.facts
import data.amrnci.readings

# METADATA
# description: The answer at a grade, beside condition 4 of the same grade which reads the same data, with the categories, scale, effects and threat that the annex gives for it.
judged(limit, beside) := needs.unlisted(facts.data_hit, _one_more(limit)) if {
	count(facts.data_hit.entries) == 0
} else := _answer(limit, needed, possible, [entry | some entry in possible; _surely(entry, needed)]) if {
	needed := data_hit.needed(limit, beside)
	possible := [entry | some entry in _entries; _possibly(entry, needed)]
}

# Any one entry is enough; an open list may hold one more.
_answer(limit, needed, possible, proven) := {"outcome": "met", "facts": _shown(proven[0], needed), "asks": []} if {
	count(proven) > 0
} else := {
	"outcome": "undecided",
	"facts": _shown(possible[0], needed),
	"asks": array.concat(needs.one_more(facts.data_hit, _one_more(limit)), [ask | some entry in needs.first_asked(possible); some ask in _asked(entry, needed)]),
} if {
	count(possible) > 0
} else := needs.unlisted(facts.data_hit, _one_more(limit))

_entries := data_hit.entries

_possibly(item, needed) if {
	some category in item.categories
	_listed(category, item.scale.high, needed)
	data_hit.may_have_happened(item, needed)
}

_surely(item, needed) if {
	_surely_listed(item, needed)
	data_hit.surely_happened(item, needed)
}

_surely_listed(item, needed) if {
	every category in item.categories { _listed(category, item.scale.low, needed) }
}

_listed(category, scale, needed) if {
	category in needed.categories
} else if {
	category == "personal_information"
	scale >= needed.scale
}

_shown(item, needed) := array.concat(
	array.concat([data_hit.category(item, _named(needed.categories))], _scale(item, needed)),
	data_hit.shown(item, needed),
)

_asked(item, needed) := array.concat(
	array.concat(
		[data_hit.category(item, _named(needed.categories)) | _turns_on_category(item, needed)],
		[scale | some scale in _scale(item, needed); needs.turns_on(item.scale, needed.scale)],
	),
	data_hit.asked(item, needed, [category | some category in item.categories; _listed(category, item.scale.high, needed)]),
)

# The scale counts for personal information only (海量, 大量, 较大量公民个人信息).
_scale(item, needed) := [shown |
	"personal_information" in item.categories
	shown := needs.rung_or_above(needs.member(facts.data_hit, item.index, "scale", "scale"), "scale", needed.scale)
]

_turns_on_category(item, needed) if {
	data_hit.turns_on_category(item, needed, [category |
		some category in item.categories
		not _listed(category, item.scale.low, needed)
	])
}

_named(categories) := array.concat(categories, ["personal_information"])

_one_more(limit) := {"one_of": _named(readings.chosen(limit.categories))}
