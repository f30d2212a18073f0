package amrnci.facts

# METADATA
# description: Reports that are recorded as sent; a record that is left out or unknown holds none.
reports := _entries(object.get(incident, "reports", []))

_entries(value) := value if {
	is_array(value)
} else := value.at_least if {
	is_object(value)
} else := []

# METADATA
# description: The numbered items of Art. 7 that all reports together hold.
items_sent := {item | some report in reports; some item in _entries(object.get(report, "items", []))}
