package amrnci.facts_test

import data.amrnci.facts
import data.amrnci.testing

_report := {"duty": "operator.summary", "items": [1, 2]}

test_what_is_not_recorded_was_not_sent if {
	every case in {
		"array": [{"reports": [_report]}, [_report]],
		"at least": [{"reports": {"at_least": [_report]}}, [_report]],
		"unknown": [{"reports": "unknown"}, []],
		"left out": [{}, []],
	} {
		facts.reports == case[1] with input as testing.about(case[0])
		facts.reports == case[1] with input as testing.only(case[0])
	}
}

test_the_items_of_all_reports_count_together if {
	facts.items_sent == {1, 2, 3, 8} with input as testing.about({"reports": [
		_report,
		{"duty": "operator.summary", "items": {"at_least": [2, 3, 8]}},
		{"duty": "operator.summary", "items": "unknown"},
		{"duty": "operator.summary"},
	]})
}
