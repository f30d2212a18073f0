# METADATA
# title: Clocks and states
# description: From when each duty runs and until when, and whether what was sent was in time. An instant stands in a list, which is empty when it is not known.
# custom:
#   citation: article.4.1
#   zh: 每项义务自何时起算、至何时届满，以及已发出的报告是否及时。恰好在时限届满时发出的，属于及时。
package amrnci.duties.clock

import data.amrnci.facts
import data.amrnci.facts.instants
import data.amrnci.readings

# METADATA
# description: From when the operator's hours run.
start := [facts.awareness | facts.awareness] if {
	readings.used.clock_start == "awareness"
} else := [facts.times.assessed_at | facts.times.assessed_at]

# METADATA
# description: A number of minutes after an instant; empty when either is not known.
later(from, minutes) := [instants.minutes_later(instant, minutes) |
	some instant in from
	is_number(minutes)
]

# METADATA
# description: The number of seconds of a limit that the text gives in hours or minutes, or null.
limit_seconds(law) := law.limit_minutes * count(data.tables.calendar.second_text) if {
	law.limit_minutes
} else := null

# METADATA
# description: The text of an instant, or null when it is not known.
text(instant) := instants.write(instant[0]) if {
	count(instant) > 0
} else := null

# METADATA
# description: The earliest of some instants.
earliest(known) := [min(known) | count(known) > 0]
