package amrnci.facts

# METADATA
# description: The lowest and the highest number that a quantity may be.
interval(value) := {"low": value, "high": value} if {
	is_number(value)
} else := data.tables.choices.any_quantity if {
	value == "unknown"
} else := {
	"low": object.get(value, "at_least", data.tables.choices.any_quantity.low),
	"high": object.get(value, "at_most", data.tables.choices.any_quantity.high),
}

# METADATA
# description: The lowest and the highest share of a population, in percent.
percent(value) := interval(value) if {
	is_number(value)
} else := {"low": share.low, "high": min([share.high, data.tables.choices.percent_high])} if {
	share := interval(value)
}

# METADATA
# description: A quantity of the incident, found at a path of names.
quantity(names, path) := {"path": path, "value": value, "low": span.low, "high": span.high} if {
	value := object.get(incident, names, unstated.quantity)
	span := interval(value)
}
