package amrnci.scope_test

import data.amrnci.scope
import data.amrnci.testing

# Whether the Measures apply, exclude the incident, or lie elsewhere; and what is left open.
_scope(facts, readings) := [count(applies), count(excluded), count(outside), open] if {
	request := testing.read_as(testing.only(facts), readings)
	applies := [1 | scope.applies] with input as request
	excluded := [1 | scope.excluded] with input as request
	outside := [1 | scope.outside] with input as request
	open := sort(testing.paths(scope.undecided)) with input as request
}

_secrets := "/state_secrets"

_operator := "/operator/without_china_operations"

_abroad := "/occurred_outside_china"

_exported := "/data_exported_from_china"

# Facts in the order of the four pointers above.
_facts(values) := {
	"state_secrets": values[0],
	"operator": {"without_china_operations": values[1]},
	"occurred_outside_china": values[2],
	"data_exported_from_china": values[3],
}

test_being_outside_needs_certainty if {
	every case in [
		[[false, false, false, false], [1, 0, 0, []]],
		[["unknown", false, false, false], [1, 0, 0, [_secrets]]],
		[[true, false, false, false], [0, 1, 0, []]],
		[[true, "unknown", "unknown", "unknown"], [0, 1, 0, []]],
		[[false, true, false, false], [0, 0, 1, []]],
		[["unknown", true, "unknown", "unknown"], [0, 0, 1, []]],
		[[false, "unknown", false, false], [1, 0, 0, [_operator]]],
		[[false, false, true, false], [0, 0, 1, []]],
		[[false, "unknown", true, false], [0, 0, 1, []]],
		[[false, false, true, true], [1, 0, 0, []]],
		[[false, false, true, "unknown"], [1, 0, 0, [_exported]]],
		[[false, false, "unknown", true], [1, 0, 0, []]],
		[[false, false, "unknown", false], [1, 0, 0, [_abroad]]],
		[[false, false, "unknown", "unknown"], [1, 0, 0, [_exported, _abroad]]],
		[["unknown", "unknown", "unknown", "unknown"], [1, 0, 0, [_exported, _abroad, _operator, _secrets]]],
		[[true, true, true, false], [0, 1, 1, []]],
	] {
		_scope(_facts(case[0]), {}) == case[1]
	}
}

test_a_reading_leaves_incidents_abroad_out if {
	every case in [
		[[false, false, true, true], [0, 0, 1, []]],
		[[false, false, true, "unknown"], [0, 0, 1, []]],
		[[false, false, "unknown", true], [1, 0, 0, [_abroad]]],
		[[false, false, false, "unknown"], [1, 0, 0, []]],
	] {
		_scope(_facts(case[0]), {"exported_data": "not_covered"}) == case[1]
	}
}
