package amrnci.duties

import data.amrnci.duties.clock
import data.amrnci.duties.routes
import data.amrnci.readings

# METADATA
# description: The operator's first report on each route that may apply (Art. 4(2) to 4(4)).
first_reports := [duty |
	some route in _routes
	id := _first_report_id(route)
	due := clock.later(clock.start, _law[id].limit_minutes)
	duty := _duty(id, {
		"applies": routes.applies[route],
		"trigger": readings.used.clock_start,
		"from": clock.start,
		"due": due,
		"state": clock.state(id, due),
	})
]

_first_report_id(route) := concat(".", ["operator.first_report", route])

# The recipients of all routes that may apply: what follows goes where the first report went.
_recipients_of_first_reports := sort({recipient |
	some route, _ in routes.applies
	some recipient in _law[_first_report_id(route)].recipients
})

# When the first of the first reports was sent.
_first_sent := clock.earliest([instant |
	some route in _routes
	some instant in clock.first_sent(_first_report_id(route))
])
