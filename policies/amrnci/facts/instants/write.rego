package amrnci.facts.instants

# METADATA
# description: The RFC 3339 text of an instant, in Beijing time.
write(instant) := concat("", [
	date(instant),
	"T",
	data.tables.calendar.minute_text[instant[2]],
	data.tables.calendar.second_text[instant[3]],
	data.tables.calendar.zone_text,
])

# METADATA
# description: The date of an instant in Beijing, as 2025-12-22.
date(instant) := concat("", [digits, data.tables.calendar.date[kind(digits)][instant[1]]]) if {
	digits := year_text(instant[0])
}

# METADATA
# description: The last second of an instant's day.
end_of_day(instant) := [instant[0], instant[1], data.tables.calendar.day_minutes - 1, count(data.tables.calendar.second_text) - 1]

# METADATA
# description: A year in at least four digits.
year_text(year) := format_int(year, 10) if {
	year >= 1000
} else := concat("", [substring("0000", 0, 4 - count(text)), text]) if {
	text := format_int(year, 10)
}
