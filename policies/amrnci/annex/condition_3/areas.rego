package amrnci.annex.condition_3

import data.amrnci.annex.needs
import data.amrnci.facts

# Each area with its level and the share of its population that was affected.
_entries := [area |
	unstated := facts.unstated
	levels := data.tables.choices.ladders.area_level
	some index, entry in facts.areas.entries
	area := {
		"index": index,
		"level": levels[object.get(entry, "level", unstated.area_level)],
		"population_percent": facts.percent(object.get(entry, "population_percent", unstated.quantity)),
	}
]

_possibly(area, needed) if {
	area.population_percent.high >= needed.percent
	area.level.high >= needed.rung
}

_surely(area, needed) if {
	area.population_percent.low >= needed.percent
	area.level.low >= needed.rung
}

_shown(area, needed) := [_level(area, needed), _share(area, needed)]

_asked(area, needed) := array.concat(
	[_level(area, needed) | needs.turns_on(area.level, needed.rung)],
	[_share(area, needed) | needs.turns_on(area.population_percent, needed.percent)],
)

_level(area, needed) := needs.rung_or_above(
	needs.member(facts.areas, area.index, "level", "area_level"),
	"area_level",
	needed.rung,
)

_share(area, needed) := needs.at_least(
	needs.member(facts.areas, area.index, "population_percent", "quantity"),
	needed.percent,
	"percent",
)

_one_more(limit) := {"at_least": limit.population_percent, "unit": "percent"}
