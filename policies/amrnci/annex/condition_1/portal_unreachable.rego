# METADATA
# title: Condition 1, portal or news site unreachable
# description: A listed portal or news site could not be reached for as long as the grade asks for, because of an attack or a fault.
# custom:
#   citation: annex.relatively_major.condition.1
#   zh: 所列门户网站、新闻网站因攻击、故障不能访问，且时长达到该级所要求的时长。
package amrnci.annex.condition_1

import data.amrnci.annex.classes
import data.amrnci.annex.needs
import data.amrnci.facts

# METADATA
# description: The answer at a grade with the sites, causes and minutes that the annex gives for it.
judged(limit) := needs.unlisted(facts.sites, _one_more(limit)) if {
	count(facts.sites.entries) == 0
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
	"asks": array.concat(needs.one_more(facts.sites, _one_more(limit)), [ask | some entry in needs.first_asked(possible); some ask in _asked(entry, needed)]),
} if {
	count(possible) > 0
} else := needs.unlisted(facts.sites, _one_more(limit))

# METADATA
# description: The site that misses a grade for want of the fewest minutes.
nearest(limit) := needs.nearest(facts.sites, fitting, "unreachable_minutes", needed.minutes, "minutes") if {
	needed := _needed(limit)
	fitting := [site |
		some site in _entries
		some cause in site.causes
		cause in needed.causes
		classes.possibly(site, needed.lowest)
	]
}

_needed(limit) := {
	"minutes": limit.unreachable_minutes,
	"causes": limit.causes,
	"lowest": classes.floors(limit.sites),
}

_entries := [site |
	unstated := facts.unstated
	kinds := data.tables.choices.sets.site_kind
	causes := data.tables.choices.sets.cause
	levels := data.tables.choices.ladders.level
	some index, entry in facts.sites.entries
	site := {
		"index": index,
		"kinds": kinds[entry.kind],
		"level": levels[object.get(entry, "level", unstated.level)],
		"causes": causes[object.get(entry, "cause", unstated.cause)],
		"unreachable_minutes": facts.interval(object.get(entry, "unreachable_minutes", unstated.quantity)),
	}
]

_possibly(site, needed) if {
	site.unreachable_minutes.high >= needed.minutes
	some cause in site.causes
	cause in needed.causes
	classes.possibly(site, needed.lowest)
}

_surely(site, needed) if {
	site.unreachable_minutes.low >= needed.minutes
	_surely_caused(site, needed)
	classes.surely(site, needed.lowest)
}

_surely_caused(site, needed) if {
	every cause in site.causes { cause in needed.causes }
}

_shown(site, needed) := array.concat(
	classes.shown(facts.sites, site, needed.lowest),
	[_cause(site, needed), _minutes(site, needed)],
)

_asked(site, needed) := array.concat(
	classes.asked(facts.sites, site, needed.lowest),
	array.concat(
		[_cause(site, needed) | not _surely_caused(site, needed)],
		[_minutes(site, needed) | needs.turns_on(site.unreachable_minutes, needed.minutes)],
	),
)

_cause(site, needed) := needs.one_of(needs.member(facts.sites, site.index, "cause", "cause"), needed.causes)

_minutes(site, needed) := needs.at_least(
	needs.member(facts.sites, site.index, "unreachable_minutes", "quantity"),
	needed.minutes,
	"minutes",
)

_one_more(limit) := {"at_least": limit.unreachable_minutes, "unit": "minutes"}
