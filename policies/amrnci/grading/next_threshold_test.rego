package amrnci.grading_test

import data.amrnci.grading
import data.amrnci.testing

# The distances to the next grade, as pairs of the number needed and what is missing, by pointer.
_next(request) := {next.path: [next.at_least, next.missing] | some next in list} if {
	list := grading.next_threshold with input as request
}

_known(impact) := _next(testing.about({"impact": impact}))

test_every_known_quantity_says_how_far_it_is if {
	_known({
		"cii": {"involved": true, "whole_interruption_minutes": 1, "main_function_interruption_minutes": 2},
		"livelihood": {"persons": 3, "areas": [{"level": "prefecture", "population_percent": 4}]},
		"personal_information": {"persons_leaked": 5},
		"direct_economic_loss_yuan": 6,
		"sites": [{"kind": "government_portal", "level": "central", "cause": "attack", "unreachable_minutes": 7}],
		"tampering": [{"kind": "platform", "homepage_minutes": 8, "other_page_minutes": 9, "reposts": 10, "views": 11}],
	}) == {
		"/impact/cii/whole_interruption_minutes": [10, 9],
		"/impact/cii/main_function_interruption_minutes": [30, 28],
		"/impact/livelihood/persons": [100000, 99997],
		"/impact/livelihood/areas/0/population_percent": [30, 26],
		"/impact/personal_information/persons_leaked": [1000000, 999995],
		"/impact/direct_economic_loss_yuan": [5000000, 4999994],
		"/impact/sites/0/unreachable_minutes": [120, 113],
		"/impact/tampering/0/homepage_minutes": [30, 22],
		"/impact/tampering/0/other_page_minutes": [120, 111],
		"/impact/tampering/0/reposts": [1000, 990],
		"/impact/tampering/0/views": [10000, 9989],
	}
}

test_what_is_unknown_or_bounded_has_no_distance if {
	_next(testing.about({})) == {}
	_known({"direct_economic_loss_yuan": {"at_least": 1}, "personal_information": {"persons_leaked": "unknown"}}) == {}
}

test_the_next_grade_is_the_one_above_the_floor if {
	list := grading.next_threshold with input as testing.about({"impact": {
		"direct_economic_loss_yuan": 6000000,
		"personal_information": {"persons_leaked": 10000000},
	}})
	list == [
		{
			"path": "/impact/direct_economic_loss_yuan",
			"value": 6000000,
			"grade": "particularly_major",
			"criterion": "annex.particularly_major.condition.7",
			"at_least": 100000000,
			"missing": 94000000,
			"unit": "yuan",
		},
		{
			"path": "/impact/personal_information/persons_leaked",
			"value": 10000000,
			"grade": "particularly_major",
			"criterion": "annex.particularly_major.condition.5",
			"at_least": 100000000,
			"missing": 90000000,
			"unit": "persons",
		},
	]
}

test_above_the_highest_grade_there_is_none if _known({"direct_economic_loss_yuan": 100000000}) == {}

test_of_several_entries_the_nearest_counts if {
	_known({"sites": [
		{"kind": "enterprise_portal", "cause": "attack", "unreachable_minutes": 5},
		{"kind": "enterprise_portal", "cause": "attack", "unreachable_minutes": 100},
		{"kind": "enterprise_portal", "cause": "maintenance", "unreachable_minutes": 110},
		{"kind": "government_portal", "level": "county", "cause": "attack", "unreachable_minutes": 115},
		{"kind": "enterprise_portal", "cause": "attack", "unreachable_minutes": {"at_least": 1}},
	]}) == {"/impact/sites/1/unreachable_minutes": [120, 20]}
}

test_an_area_of_too_low_a_level_is_not_near if {
	impact := {"livelihood": {"persons": 1000000, "areas": [{"level": "prefecture", "population_percent": 49}]}}
	_known(impact) == {"/impact/livelihood/persons": [10000000, 9000000]}
}

test_an_entry_of_which_only_bounds_are_known_hides_no_other if {
	_known({"sites": [
		{"kind": "enterprise_portal", "cause": "attack", "unreachable_minutes": 100},
		{"kind": "enterprise_portal", "cause": "attack", "unreachable_minutes": {"at_least": 110, "at_most": 110}},
	]}) == {"/impact/sites/0/unreachable_minutes": [120, 20]}
}

# It is reached; whether it counts turns on the infrastructure being critical.
test_a_number_that_is_reached_has_no_distance if {
	_known({"cii": {"involved": "unknown", "whole_interruption_minutes": 10}}) == {}
}

test_bounds_do_not_stand_before_a_known_number if {
	sites := [
		{"kind": "government_portal", "level": "central", "cause": "attack", "unreachable_minutes": 7},
		{"kind": "government_portal", "level": "central", "cause": "attack", "unreachable_minutes": {"at_least": 9, "at_most": 9}},
	]
	_known({"sites": sites}) == {"/impact/sites/0/unreachable_minutes": [120, 113]}
}
