package amrnci.duties.clock_test

import data.amrnci.duties.clock
import data.amrnci.facts.instants
import data.amrnci.testing

_duty := "operator.first_report.other"

_due := "2025-12-23T02:00:00+08:00"

_after := "2025-12-23T02:00:01+08:00"

# The state of a duty with a due time, by its reports and what counts as now.
_state(reports, due, now) := state if {
	request := testing.about({"reports": [object.union({"duty": _duty}, report) | some report in reports]})
	due_ := [instants.read(text) | some text in due]
	state := clock.state(_duty, due_) with input as object.union(request, now)
}

test_what_was_sent_is_in_time_up_to_the_very_second if {
	every sent, state in {
		"2025-12-22T22:00:00+08:00": "met",
		"2025-12-23T01:59:59+08:00": "met",
		"2025-12-23T02:00:00+08:00": "met",
		"2025-12-22T18:00:00Z": "met",
		"2025-12-23T02:00:00.9+08:00": "met",
		"2025-12-23T02:00:01+08:00": "late",
		"2025-12-22T18:00:01Z": "late",
	} {
		_state([{"sent_at": sent}], [_due], {}) == state
	}
}

test_what_was_not_sent_is_overdue_one_second_after if {
	every case in {
		"before": [{"as_of": "2025-12-23T01:59:59+08:00"}, "pending"],
		"at the limit": [{"as_of": _due}, "pending"],
		"one second after": [{"as_of": _after}, "overdue"],
		"without a now": [{}, "pending"],
	} {
		_state([], [_due], case[0]) == case[1]
	}
}

test_a_due_time_that_is_not_known_is_neither_kept_nor_missed if {
	every case in {
		"not sent": [[], "pending"],
		"sent": [[{"sent_at": _due}], "unknown"],
		"sent at an unknown time": [[{}], "unknown"],
	} {
		_state(case[0], [], {"as_of": _after}) == case[1]
	}
}

test_of_several_reports_the_earliest_counts if {
	every case in {
		"late, then in time": [[{"sent_at": _after}, {"sent_at": _due}], "met"],
		"late twice": [[{"sent_at": _after}, {"sent_at": _after}], "late"],
		"unknown time and late": [[{}, {"sent_at": _after}], "unknown"],
		"unknown time and in time": [[{}, {"sent_at": _due}], "met"],
		"unknown time": [[{}], "unknown"],
		"of another duty": [[{"duty": "operator.summary", "sent_at": _due}], "overdue"],
	} {
		_state(case[0], [_due], {"as_of": _after}) == case[1]
	}
}

test_without_a_limit_a_duty_is_met_once_sent if {
	sent := testing.about({"reports": [{"duty": _duty}]})
	clock.state_without_limit(_duty) == "met" with input as sent
	clock.state_without_limit("operator.summary") == "pending" with input as sent
}

test_the_first_sent_is_the_earliest_that_is_stated if {
	reports := [{"duty": _duty}, {"duty": _duty, "sent_at": _after}, {"duty": _duty, "sent_at": _due}]
	clock.first_sent(_duty) == [instants.read(_due)] with input as testing.about({"reports": reports})
	clock.first_sent(_duty) == [] with input as testing.about({"reports": [{"duty": _duty}]})
	clock.first_sent(_duty) == [] with input as testing.about({})
}

test_the_receipt_is_that_of_the_report_sent_first if {
	every case in {
		"one": [[{"sent_at": _due, "received_at": _after}], [_after]],
		"sent first, received last": [
			[{"sent_at": _after, "received_at": _after}, {"sent_at": _due, "received_at": "2025-12-23T09:00:00+08:00"}],
			["2025-12-23T09:00:00+08:00"],
		],
		"sent first, receipt not stated": [[{"sent_at": _after, "received_at": _after}, {"sent_at": _due}], []],
		"sending not stated": [[{"received_at": _after}, {"received_at": _due}, {}], [_due]],
		"nothing stated": [[{}], []],
		"not sent": [[], []],
	} {
		reports := [object.union({"duty": _duty}, report) | some report in case[0]]
		received := clock.received(_duty) with input as testing.about({"reports": reports})
		received == [instants.read(text) | some text in case[1]]
	}
}
