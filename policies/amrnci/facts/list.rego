package amrnci.facts

# METADATA
# description: A list with the entries that it surely holds and the pointer to them; `open` when it may hold more.
list(path, value) := {"path": path, "base": path, "entries": value, "open": false} if {
	is_array(value)
} else := {"path": path, "base": path, "entries": [], "open": true} if {
	value == "unknown"
} else := {"path": path, "base": concat("", [path, "/at_least"]), "entries": value.at_least, "open": true}
