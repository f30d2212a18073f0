package amrnci.duties

import data.amrnci.duties.clock
import data.amrnci.duties.routes
import data.amrnci.grading
import data.amrnci.readings
import data.amrnci.scope.version

# METADATA
# description: The onward report of the authority that received a first report, once the incident is major (Art. 4(2) to 4(4)).
relays := [duty |
	some route in _routes
	applies := _relayed[route]
	id := concat(".", ["authority.relay", route])
	clocked := _relay_clock(id, route)
	due := clock.later(clocked.from, _law[id].limit_minutes)
	duty := _duty(id, {
		"bearer": clocked.bearer,
		"applies": applies,
		"trigger": clocked.trigger,
		"from": clocked.from,
		"due": due,
		"state": clock.state(id, due),
	})
]

# METADATA
# description: The notice to other departments that goes with it (Art. 4(3), 4(4)).
notifications := [duty |
	some route in _routes
	applies := _relayed[route]
	id := concat(".", ["authority.notify", route])
	from := clock.received(_first_report_id(route))
	due := clock.later(from, object.get(_law[id], "limit_minutes", null))
	duty := _duty(id, {
		"applies": applies,
		"trigger": "receipt",
		"from": from,
		"due": due,
		"state": _notice_state(id, due),
	})
]

# Routes on which the authority reports onward: sure only for a sure first report of a surely major incident.
_relayed[route] := _applies(first) if {
	grading.ceiling >= _relayed_from
	some route, first in routes.applies
}

_applies(first) := "yes" if {
	first == "yes"
	grading.floor >= _relayed_from
} else := "possible"

_relayed_from := grading.ranks[data.law[version.found.id].relayed_from]

# The text puts the relay on the authority, from receipt; a commentary on the operator, on its own clock.
_relay_clock(id, route) := {
	"bearer": _law[id].bearer,
	"trigger": "receipt",
	"from": clock.received(_first_report_id(route)),
} if {
	readings.used.relay_bearer == "authority"
} else := {
	"bearer": "operator",
	"trigger": readings.used.clock_start,
	"from": clock.start,
}

_notice_state(id, due) := clock.state(id, due) if {
	_law[id].limit_minutes
} else := clock.state_without_limit(id)
