package amrnci.facts.instants

# METADATA
# description: The instant a number of minutes after (or, below zero, less than a day before) the first minute of an instant's day.
moved(instant, minutes) := [instant[0], instant[1], minutes, instant[3]] if {
	minutes >= 0
	minutes < data.tables.calendar.day_minutes
} else := days_later([instant[0], instant[1], rest, instant[3]], days) if {
	minutes >= 0
	passed := [whole | some whole in data.tables.calendar.whole_days; minutes >= whole]
	days := count(passed)
	rest := minutes - passed[days - 1]
} else := days_later([instant[0], instant[1], minutes + data.tables.calendar.day_minutes, instant[3]], -1)

# METADATA
# description: The instant a number of minutes after an instant.
minutes_later(instant, minutes) := moved(instant, instant[2] + minutes)

# METADATA
# description: The same time of day, less than a year of days later (or, below zero, earlier).
days_later(instant, days) := [year, day, instant[2], instant[3]] if {
	year := instant[0]
	day := instant[1] + days
	day >= 0
	day < _length(year)
} else := [instant[0] + 1, day - _length(instant[0]), instant[2], instant[3]] if {
	day := instant[1] + days
	day >= 0
} else := [year, (instant[1] + days) + _length(year), instant[2], instant[3]] if {
	year := instant[0] - 1
}

_length(year) := data.tables.calendar.year_days[kind(year_text(year))]
