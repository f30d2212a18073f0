package amrnci.annex.condition_6

import data.amrnci.annex.needs
import data.amrnci.facts

# What is known of each target: its class, and the five signs of spread.
_entries := [target |
	unstated := facts.unstated
	kinds := data.tables.choices.sets.target_kind
	ladders := data.tables.choices.ladders
	some index, entry in facts.tampering.entries
	target := {
		"index": index,
		"kinds": kinds[entry.kind],
		"level": ladders.level[object.get(entry, "level", unstated.level)],
		"platform_size": ladders.platform_size[object.get(entry, "platform_size", unstated.platform_size)],
		"homepage_minutes": facts.interval(object.get(entry, "homepage_minutes", unstated.quantity)),
		"other_page_minutes": facts.interval(object.get(entry, "other_page_minutes", unstated.quantity)),
		"reposts": facts.interval(object.get(entry, "reposts", unstated.quantity)),
		"views": facts.interval(object.get(entry, "views", unstated.quantity)),
		"determined_spread": ladders.determined_spread[object.get(
			entry, "determined_spread",
			unstated.determined_spread,
		)],
	}
]

# What each sign needs at a grade: 以下情况之一.
_signs(limit) := [
	{"name": "homepage_minutes", "number": limit.homepage_minutes, "unit": "minutes"},
	{"name": "other_page_minutes", "number": limit.other_page_minutes, "unit": "minutes"},
	{"name": "reposts", "number": limit.reposts, "unit": "reposts"},
	{"name": "views", "number": limit.views, "unit": "views"},
	{"name": "determined_spread", "number": needs.rung("determined_spread", limit.determined_spread)},
]

_sign(target, sign) := needs.at_least(
	needs.member(facts.tampering, target.index, sign.name, "quantity"),
	sign.number,
	sign.unit,
) if {
	sign.unit
} else := needs.rung_or_above(
	needs.member(facts.tampering, target.index, sign.name, sign.name),
	sign.name,
	sign.number,
)
