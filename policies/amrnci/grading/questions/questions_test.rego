package amrnci.grading.questions_test

import data.amrnci.grading.questions
import data.amrnci.testing

_list(request) := list if {
	list := questions.list with input as request
}

_paths(request) := testing.paths(_list(request))

# An incident that surely is of the highest grade, so that only duties are open.
_settled(facts) := testing.only(object.union({"judgements": {"system_loss": {"severity": "especially_serious"}}}, facts))

test_where_all_is_known_nothing_is_asked if {
	_list(testing.only({})) == []
	_list(_settled({})) == []
}

test_an_unknown_quantity_is_asked_with_the_first_number_that_would_move_the_grade if {
	_list(testing.only({"impact": {"personal_information": {"persons_leaked": "unknown"}}})) == [{
		"path": "/impact/personal_information/persons_leaked",
		"criteria": [
			"annex.major.condition.5",
			"annex.particularly_major.condition.5",
			"annex.relatively_major.condition.5",
		],
		"decides": {"at_least": 1000000, "unit": "persons"},
		"raises_to": "relatively_major",
	}]
}

test_only_grades_above_the_floor_and_within_bounds_are_asked_about if {
	_list(testing.only({"impact": {
		"personal_information": {"persons_leaked": 1000000},
		"direct_economic_loss_yuan": {"at_most": 20000000},
	}})) == [{
		"path": "/impact/direct_economic_loss_yuan",
		"criteria": ["annex.major.condition.7"],
		"decides": {"at_least": 20000000, "unit": "yuan"},
		"raises_to": "major",
	}]
}

test_what_can_lead_higher_is_asked_first if {
	_paths(testing.only({"impact": {
		"direct_economic_loss_yuan": {"at_most": 99999999},
		"personal_information": {"persons_leaked": "unknown"},
		"livelihood": {"persons": {"at_most": 999999}},
	}})) == [
		"/impact/personal_information/persons_leaked",
		"/impact/direct_economic_loss_yuan",
		"/impact/livelihood/persons",
	]
}

test_of_equals_what_also_moves_a_duty_is_asked_first_then_more_criteria_then_the_path if {
	_paths(testing.only({
		"impact": {
			"cii": {"involved": "unknown", "whole_interruption_minutes": 360},
			"direct_economic_loss_yuan": "unknown",
			"personal_information": {"persons_leaked": "unknown"},
		},
		"judgements": {"other": {"severity": "unknown"}},
	})) == [
		"/impact/cii/involved",
		"/judgements/other/severity",
		"/impact/direct_economic_loss_yuan",
		"/impact/personal_information/persons_leaked",
	]
}

test_a_fact_that_moves_only_a_duty_is_asked_last_and_raises_nothing if {
	list := _list(testing.only({
		"suspected_crime": "unknown",
		"impact": {"direct_economic_loss_yuan": {"at_most": 5000000}},
	}))
	testing.paths(list) == ["/impact/direct_economic_loss_yuan", "/suspected_crime"]
	list[1] == {"path": "/suspected_crime", "criteria": [], "decides": {"one_of": [true]}, "raises_to": null}
}

test_duty_facts_are_asked_where_they_move_a_duty if {
	every case in [
		[{"suspected_crime": "unknown"}, ["/suspected_crime"]],
		[{"operator": {"sector_rules": "unknown"}}, ["/operator/sector_rules"]],
		[{"operator": {"kind": "unknown"}}, ["/operator/kind"]],
		[{"impact": {"cii": {"involved": "unknown"}}}, ["/impact/cii/involved"]],
		[{"state_secrets": "unknown"}, ["/state_secrets"]],
		[{"occurred_outside_china": "unknown"}, ["/occurred_outside_china"]],
		[{"state_secrets": true, "suspected_crime": "unknown", "operator": {"kind": "unknown"}}, []],
		[{"state_secrets": true, "impact": {"cii": {"involved": "unknown"}}}, []],
	] {
		_paths(_settled(case[0])) == case[1]
	}
}

test_routes_are_not_asked_about_where_nothing_is_reportable if {
	_paths(testing.only({"operator": {"kind": "unknown"}, "impact": {"cii": {"involved": "unknown"}}})) == []
}

test_the_kind_is_decided_by_the_kinds_of_the_organ_route if {
	testing.asked(_settled({"operator": {"kind": "unknown"}})) == {"/operator/kind": {"one_of": [
		"central_or_state_organ",
		"directly_subordinate_unit",
	]}}
}

test_neither_times_nor_province_nor_mitigation_are_asked_for if {
	every path in _paths(testing.about({})) {
		not startswith(path, "/times")
		not path in {"/operator/province", "/ransomware"}
		not startswith(path, "/mitigation")
	}
}

test_each_fact_is_asked_for_once if {
	paths := _paths(testing.about({}))
	count(paths) == count({path | some path in paths})
}
