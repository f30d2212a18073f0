package amrnci.facts

# METADATA
# description: A word of the incident on a ladder, with the rungs that it may be on.
rung(names, path, ladder) := {"path": path, "value": value, "low": span.low, "high": span.high} if {
	value := object.get(incident, names, unstated[ladder])
	span := data.tables.choices.ladders[ladder][value]
}

# METADATA
# description: A yes or no of the incident - `sure` when it is a yes, `may_be` when it is not a no.
yes_no(path, names) := {"path": path, "value": value, "sure": value == true, "may_be": value != false} if {
	value := object.get(incident, names, unstated.yes_no)
}
