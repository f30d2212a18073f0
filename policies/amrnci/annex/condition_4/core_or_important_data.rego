# METADATA
# title: Condition 4, core or important data
# description: Core or important data was leaked, stolen, tampered with or counterfeited, with a threat as severe as the grade asks for.
# custom:
#   citation: annex.relatively_major.condition.4
#   zh: 核心数据、重要数据泄露或被窃取、篡改、假冒，且威胁达到该级所要求的程度。
package amrnci.annex.condition_4

import data.amrnci.annex.data_hit
import data.amrnci.annex.needs
import data.amrnci.facts
import data.amrnci.readings

# METADATA
# description: The answer at a grade, beside circumstance 2 of the same grade which reads the same data, with the categories, effects and threat that the annex gives for it.
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
	category in needed.categories
	data_hit.may_have_happened(item, needed)
}

_surely(item, needed) if {
	_surely_listed(item, needed)
	data_hit.surely_happened(item, needed)
}

_surely_listed(item, needed) if {
	every category in item.categories { category in needed.categories }
}

_shown(item, needed) := array.concat([data_hit.category(item, needed.categories)], data_hit.shown(item, needed))

_asked(item, needed) := array.concat(
	[data_hit.category(item, needed.categories) |
		data_hit.turns_on_category(item, needed, [category |
			some category in item.categories
			not category in needed.categories
		])
	],
	data_hit.asked(item, needed, [category | some category in item.categories; category in needed.categories]),
)

_one_more(limit) := {"one_of": readings.chosen(limit.categories)}
