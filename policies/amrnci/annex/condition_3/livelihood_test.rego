package amrnci.annex.condition_3_test

import data.amrnci.testing

_affected(livelihood) := testing.outcomes("condition.3", testing.only({"impact": {"livelihood": livelihood}}))

test_the_level_of_the_area_counts[note] if {
	some note, case in {
		"prefecture": [{"level": "prefecture", "population_percent": 100}, ["met", "met", "not_met"]],
		"province": [{"level": "provincial", "population_percent": 100}, ["met", "met", "met"]],
		"unknown": [{"level": "unknown", "population_percent": 100}, ["met", "met", "undecided"]],
		"left out": [{"population_percent": 100}, ["met", "met", "not_met"]],
		"share left out": [{"level": "provincial"}, ["not_met", "not_met", "not_met"]],
		"share unknown": [{"level": "provincial", "population_percent": "unknown"}, ["undecided", "undecided", "undecided"]],
		"share of 40": [{"level": "provincial", "population_percent": 40}, ["met", "not_met", "not_met"]],
	}
	_affected({"areas": [case[0]]}) == case[1]
}

test_what_is_left_out_of_an_area_is_unknown_by_default if {
	request := testing.about({"impact": {"livelihood": {"persons": 0, "areas": [{"population_percent": 50}]}}})
	testing.outcomes("condition.3", request) == ["met", "met", "undecided"]
}

test_areas_are_never_pooled if {
	_affected({"areas": [
		{"level": "provincial", "population_percent": 29},
		{"level": "provincial", "population_percent": 29},
	]}) == testing.everywhere("not_met")
}

test_any_one_area_is_enough if {
	areas := [{"level": "prefecture", "population_percent": 1}, {"level": "prefecture", "population_percent": 50}]
	_affected({"areas": areas}) == ["met", "met", "not_met"]
	testing.shown("annex.major.condition.3", testing.only({"impact": {"livelihood": {"areas": areas}}})) == {
		"/impact/livelihood/areas/1/level": {"one_of": ["prefecture", "provincial"]},
		"/impact/livelihood/areas/1/population_percent": {"at_least": 50, "unit": "percent"},
	}
}

test_persons_are_enough_without_areas_and_the_other_way_round if {
	_affected({"persons": 10000000, "areas": []}) == testing.everywhere("met")
	_affected({"persons": "unknown", "areas": [{"level": "provincial", "population_percent": 50}]}) == testing.everywhere("met")
	_affected({"persons": 100000, "areas": "unknown"}) == ["met", "undecided", "undecided"]
}

test_an_open_list_may_hold_one_more if {
	every case in {
		"unknown": ["unknown", "/impact/livelihood/areas", "undecided"],
		"none yet": [{"at_least": []}, "/impact/livelihood/areas", "undecided"],
		"too small yet": [{"at_least": [{"population_percent": 1}]}, "/impact/livelihood/areas", "undecided"],
		"enough": [{"at_least": [{"population_percent": 30}]}, "/impact/livelihood/areas/at_least/0/population_percent", "met"],
	} {
		request := testing.only({"impact": {"livelihood": {"areas": case[0]}}})
		testing.outcomes("condition.3", request)[0] == case[2]
		testing.shown("annex.relatively_major.condition.3", request)[case[1]] == {"at_least": 30, "unit": "percent"}
	}
}

test_the_services_hit_decide_nothing if {
	_affected({"persons": 0, "services": ["water", "electricity"]}) == testing.everywhere("not_met")
}

test_what_would_decide_is_asked_of_persons_and_areas if {
	areas := [{"level": "unknown", "population_percent": 50}, {"level": "provincial", "population_percent": {"at_most": 50}}]
	testing.asked(testing.only({"impact": {"livelihood": {"persons": {"at_most": 10000000}, "areas": areas}}})) == {
		"/impact/livelihood/persons": {"at_least": 10000000, "unit": "persons"},
		"/impact/livelihood/areas/0/level": {"one_of": ["provincial"]},
		"/impact/livelihood/areas/1/population_percent": {"at_least": 50, "unit": "percent"},
	}
}

test_a_level_left_out_is_shown_as_what_it_is_taken_for if {
	request := testing.only({"impact": {"livelihood": {"areas": [{"population_percent": 50}]}}})
	[fact.value |
		some fact in testing.judged(request)["annex.major.condition.3"].facts
		fact.path == "/impact/livelihood/areas/0/level"
	] == ["prefecture"]
}
