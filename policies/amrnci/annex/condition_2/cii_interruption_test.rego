package amrnci.annex.condition_2_test

import data.amrnci.testing

_cii(facts) := testing.outcomes("condition.2", testing.only({"impact": {"cii": facts}}))

_long := testing.rules.annex.particularly_major.condition_2.whole_interruption_minutes

test_only_critical_infrastructure_counts if {
	every case in {
		"is": [{"involved": true}, "met"],
		"is not": [{"involved": false}, "not_met"],
		"unknown": [{"involved": "unknown"}, "undecided"],
		"left out": [{}, "not_met"],
	} {
		facts := object.union(case[0], {"whole_interruption_minutes": _long})
		_cii(facts) == testing.everywhere(case[1])
	}
}

test_an_interruption_of_unknown_infrastructure_that_is_too_short_is_not_met if {
	_cii({"involved": "unknown", "whole_interruption_minutes": 0}) == testing.everywhere("not_met")
}

test_either_interruption_is_enough if {
	_cii({"involved": true, "whole_interruption_minutes": _long}) == testing.everywhere("met")
	longer := testing.rules.annex.particularly_major.condition_2.main_function_interruption_minutes
	_cii({"involved": true, "main_function_interruption_minutes": longer}) == testing.everywhere("met")
	_cii({"involved": true, "main_function_interruption_minutes": _long}) == ["met", "met", "not_met"]
	_cii({"involved": true, "main_function_interruption_minutes": _long, "whole_interruption_minutes": "unknown"}) == [
		"met",
		"met",
		"undecided",
	]
}

test_what_is_met_shows_what_was_long_enough if {
	minutes := {"whole_interruption_minutes": _long, "main_function_interruption_minutes": 1}
	request := testing.only({"impact": {"cii": object.union(minutes, {"involved": true})}})
	testing.shown("annex.major.condition.2", request) == {
		"/impact/cii/involved": {"one_of": [true]},
		"/impact/cii/whole_interruption_minutes": {"at_least": 60, "unit": "minutes"},
	}
}

test_only_what_would_decide_is_asked if {
	open := {"whole_interruption_minutes": {"at_least": 5, "at_most": 15}}
	decides := {"at_least": 10, "unit": "minutes"}
	every case in {
		"involved, length open": [
			object.union(open, {"involved": true}),
			{"/impact/cii/whole_interruption_minutes": decides},
		],
		"length sure": [
			{"involved": "unknown", "whole_interruption_minutes": 15},
			{"/impact/cii/involved": {"one_of": [true]}},
		],
		"both open": [object.union(open, {"involved": "unknown"}), {
			"/impact/cii/involved": {"one_of": [true]},
			"/impact/cii/whole_interruption_minutes": decides,
		}],
	} {
		testing.asked(testing.only({"impact": {"cii": case[0]}})) == case[1]
	}
}
