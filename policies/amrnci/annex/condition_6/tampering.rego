# METADATA
# title: Condition 6, tampering that spreads unlawful information
# description: A listed portal, news site or platform was tampered with, and any one sign of spread reaches that of the grade.
# custom:
#   citation: annex.relatively_major.condition.6
#   zh: 所列门户网站、新闻网站、网络平台被攻击篡改，且任一传播标志达到该级的数值。
package amrnci.annex.condition_6

import data.amrnci.annex.classes
import data.amrnci.annex.needs
import data.amrnci.facts

# METADATA
# description: The answer at a grade with the classes and signs of spread that the annex gives for it.
judged(limit) := needs.unlisted(facts.tampering, _one_more(limit)) if {
	count(facts.tampering.entries) == 0
} else := _answer(limit, needed, possible, [entry | some entry in possible; _surely(entry, needed)]) if {
	needed := _needed(limit)
	possible := [entry | some entry in _entries; _possibly(entry, needed)]
}

# Any one entry is enough; an open list may hold one more.
_answer(limit, needed, possible, proven) := {"outcome": "met", "facts": _shown(proven[0], needed), "asks": []} if {
	count(proven) > 0
} else := {
	"outcome": "undecided",
	"facts": _shown(possible[0], needed),
	"asks": array.concat(needs.one_more(facts.tampering, _one_more(limit)), [ask | some entry in needs.first_asked(possible); some ask in _asked(entry, needed)]),
} if {
	count(possible) > 0
} else := needs.unlisted(facts.tampering, _one_more(limit))

# METADATA
# description: For each sign of spread that is counted, the target that misses a grade for want of the least.
nearest(limit) := [shown |
	needed := _needed(limit)
	fitting := [target | some target in _entries; classes.possibly(target, needed.lowest)]
	some sign in needed.signs
	sign.unit
	some shown in needs.nearest(facts.tampering, fitting, sign.name, sign.number, sign.unit)
]

_needed(limit) := {"lowest": classes.floors(limit.targets), "signs": _signs(limit)}

_possibly(target, needed) if {
	some sign in needed.signs
	target[sign.name].high >= sign.number
	classes.possibly(target, needed.lowest)
}

_surely(target, needed) if {
	_surely_spread(target, needed)
	classes.surely(target, needed.lowest)
}

_surely_spread(target, needed) if {
	some sign in needed.signs
	target[sign.name].low >= sign.number
}

# The class, and the signs that speak for the outcome: those that surely reach it, or else may.
_shown(target, needed) := array.concat(classes.shown(facts.tampering, target, needed.lowest), _spread(target, needed))

_spread(target, needed) := [_sign(target, sign) |
	some sign in needed.signs
	target[sign.name].low >= sign.number
] if {
	_surely_spread(target, needed)
} else := [_sign(target, sign) |
	some sign in needed.signs
	target[sign.name].high >= sign.number
]

_asked(target, needed) := array.concat(classes.asked(facts.tampering, target, needed.lowest), [shown |
	not _surely_spread(target, needed)
	some sign in needed.signs
	needs.turns_on(target[sign.name], sign.number)
	shown := _sign(target, sign)
])

_one_more(limit) := {"at_least": limit.views, "unit": "views"}
