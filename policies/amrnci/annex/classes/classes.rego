# METADATA
# title: Classes of sites and platforms
# description: Whether a site or platform is of a class that a criterion lists, such as portals of organs at provincial level and above. `lowest` gives each listed kind its lowest rung.
# custom:
#   citation: annex.relatively_major.condition.6
package amrnci.annex.classes

import data.amrnci.annex.needs
import data.amrnci.readings

# METADATA
# description: The lowest rung of each kind that a list of the annex names.
floors(listed) := {kind: needs.rung(_ladder[kind], readings.chosen(least)) | some kind, least in listed}

# METADATA
# description: Whatever its kind and level turn out to be, it is listed.
surely(entry, lowest) if {
	every kind in entry.kinds { entry[_ladder[kind]].low >= lowest[kind] }
}

# METADATA
# description: For some kind and level that it may turn out to be, it is listed.
possibly(entry, lowest) if {
	some kind in entry.kinds
	entry[_ladder[kind]].high >= lowest[kind]
}

# METADATA
# description: The facts about the class, each with what it needs.
shown(list, entry, lowest) := array.concat([_kind(list, entry, lowest)], [fact |
	some ladder in _ladders
	number := min([lowest[kind] | some kind in entry.kinds; _ladder[kind] == ladder])
	number > 0
	fact := _rung(list, entry, ladder, number)
])

# METADATA
# description: The facts about the class that would decide by themselves.
asked(list, entry, lowest) := array.concat(
	[_kind(list, entry, lowest) | _turns_on_kind(entry, lowest)],
	[fact |
		some ladder in _ladders
		number := min([lowest[kind] |
			some kind in entry.kinds
			_ladder[kind] == ladder
			needs.turns_on(entry[ladder], lowest[kind])
		])
		fact := _rung(list, entry, ladder, number)
	],
)

# With everything else fixed, one kind is listed and another is not.
_turns_on_kind(entry, lowest) if {
	some listed in entry.kinds
	entry[_ladder[listed]].high >= lowest[listed]
	some other in entry.kinds
	_fails(entry, lowest, listed, other)
}

_fails(entry, lowest, listed, other) if {
	not _named(lowest, other)
} else if {
	_ladder[other] != _ladder[listed]
	entry[_ladder[other]].low < lowest[other]
} else if {
	max([entry[_ladder[other]].low, lowest[listed]]) < lowest[other]
}

_named(lowest, kind) if lowest[kind] >= 0

_kind(list, entry, lowest) := needs.one_of(
	needs.member(list, entry.index, "kind", "kind"),
	sort(object.keys(lowest)),
)

_rung(list, entry, ladder, number) := needs.rung_or_above(
	needs.member(list, entry.index, ladder, ladder),
	ladder,
	number,
)

_ladders := ["level", "platform_size"]

_ladder := data.tables.choices.ladder_of_kind
