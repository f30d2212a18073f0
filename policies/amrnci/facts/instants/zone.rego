package amrnci.facts.instants

# METADATA
# description: Minutes from the zone that ends an RFC 3339 time to Beijing's zone; undefined for anything else.
to_beijing(zone) := data.tables.calendar.zone_minutes if {
	zone == "Z"
} else := data.tables.calendar.zone_minutes - _offset(zone) if {
	startswith(zone, "+")
} else := data.tables.calendar.zone_minutes + _offset(zone) if {
	startswith(zone, "-")
}

# METADATA
# description: What stands behind the seconds, without a fraction (RFC 3339, section 5.6 - a point and at least one digit).
zone_of(rest) := zone if {
	startswith(rest, ".")
	fraction := substring(rest, 1, -1)
	zone := trim_left(fraction, "0123456789")
	zone != fraction
} else := rest

_offset(zone) := data.tables.calendar.hour[substring(zone, 1, 2)] + data.tables.calendar.minute[substring(zone, 3, -1)]
