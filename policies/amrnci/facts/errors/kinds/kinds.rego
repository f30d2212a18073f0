# METADATA
# title: Kinds of value
# description: Whether a value is one of the contract's kinds (its section 2). A value that is none of them has no meaning here.
# custom:
#   citation: article.4.1
package amrnci.facts.errors.kinds

import data.amrnci.facts.instants

# METADATA
# description: The newest version, whose names a request may use.
newest := data.law.versions[0].id

# METADATA
# description: True when a value is of a kind; undefined otherwise.
valid(kind, value) if {
	is_number(value)
	_number(value, _highest(kind))
} else if {
	data.tables.request.kinds[kind].words[value]
} else if {
	data.tables.request.kinds[kind].types[type_name(value)]
} else if {
	is_object(value)
	_bounds(value, _highest(kind))
} else if {
	kind == "entries"
	_open_list(value)
} else if {
	kind == "name"
	is_string(value)
	value != ""
} else if {
	kind == "time"
	instants.read(value)
} else if {
	kind == "duty"
	data.law[newest].duties[value]
} else if {
	_list_of(kind, value)
} else if {
	_open_list(value)
	_list_of(kind, value.at_least)
}

_highest(kind) := data.tables.choices.quantity_high if {
	kind == "quantity"
} else := data.tables.choices.percent_high if {
	kind == "percent"
}

_list_of(kind, entries) if {
	kind == "effects"
	is_array(entries)
	every entry in entries { data.tables.request.words.effect[entry] }
} else if {
	kind == "services"
	is_array(entries)
	every entry in entries { data.tables.request.words.service[entry] }
} else if {
	kind == "items"
	is_array(entries)
	every entry in entries { entry in [content.item | some content in data.law[newest].contents.items] }
}

_open_list(value) if {
	is_array(value.at_least)
	count(value) == 1
}

_bounds(value, high) if {
	every name, bound in value {
		name in ["at_least", "at_most"]
		_number(bound, high)
	}
	object.get(value, "at_least", 0) <= object.get(value, "at_most", high)
}

_number(value, high) if {
	is_number(value)
	value >= 0
	value <= high
	floor(value) == value
}
