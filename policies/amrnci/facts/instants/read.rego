# METADATA
# title: Instants
# description: Times are read and written as instants in Beijing time, [year, day of the year, minute of the day, second], which compare as arrays do.
# custom:
#   citation: article.4.1
package amrnci.facts.instants

# METADATA
# description: The instant of an RFC 3339 time with a fraction of a second cut off; undefined when the text is not one.
read(text) := _in_beijing([year, day, minute, second], zone_of(substring(text, 19, -1))) if {
	digits := substring(text, 0, 4)
	data.tables.calendar.century_kind[substring(digits, 0, 2)]
	day := data.tables.calendar.day_of_year[kind(digits)][substring(text, 4, 6)]
	year := to_number(trim_left(digits, "0"))
	substring(text, 10, 1) == "T"
	second := data.tables.calendar.second[substring(text, 16, 3)]
	minute := data.tables.calendar.hour[substring(text, 11, 2)] + data.tables.calendar.minute[substring(text, 13, 3)]
}

# The instant that a zone's clock shows, on Beijing's clock.
_in_beijing(instant, zone) := instant if {
	zone == data.tables.calendar.zone_text
} else := moved(instant, instant[2] + to_beijing(zone))

# METADATA
# description: Whether a year, given by its four digits, is common or leap.
kind(digits) := found if {
	found := data.tables.calendar.year_kind[substring(digits, 2, 2)]
	found != "century"
} else := data.tables.calendar.century_kind[substring(digits, 0, 2)] if {
	data.tables.calendar.year_kind[substring(digits, 2, 2)] == "century"
}
