package amrnci.facts_test

import data.amrnci.facts
import data.amrnci.testing

test_an_array_is_complete_and_anything_else_may_hold_more if {
	entry := {"kind": "unknown"}
	every case in {
		"array": [[entry], "/x", [entry], false],
		"none": [[], "/x", [], false],
		"at least": [{"at_least": [entry]}, "/x/at_least", [entry], true],
		"at least none": [{"at_least": []}, "/x/at_least", [], true],
		"unknown": ["unknown", "/x", [], true],
	} {
		facts.list("/x", case[0]) == {"path": "/x", "base": case[1], "entries": case[2], "open": case[3]}
	}
}

test_each_list_is_read_from_its_place if {
	impact := {"sites": [{"a": 1}], "data": [{"a": 2}], "tampering": [{"a": 3}], "livelihood": {"areas": [{"a": 4}]}}
	lists := [facts.sites, facts.data_hit, facts.tampering, facts.areas] with input as testing.about({"impact": impact})
	[[list.path, list.entries] | some list in lists] == [
		["/impact/sites", [{"a": 1}]],
		["/impact/data", [{"a": 2}]],
		["/impact/tampering", [{"a": 3}]],
		["/impact/livelihood/areas", [{"a": 4}]],
	]
}

test_a_list_left_out_is_what_unstated_says if {
	unknown := [facts.sites, facts.data_hit, facts.tampering, facts.areas] with input as testing.about({})
	every list in unknown { list.open }
	none := [facts.sites, facts.data_hit, facts.tampering, facts.areas] with input as testing.only({})
	every list in none { not list.open }
}

test_each_quantity_is_read_from_its_place if {
	impact := {
		"livelihood": {"persons": 1},
		"personal_information": {"persons_leaked": 2},
		"direct_economic_loss_yuan": 3,
		"cii": {"whole_interruption_minutes": 4, "main_function_interruption_minutes": 5},
	}
	read := [
		facts.persons_affected, facts.persons_leaked, facts.loss,
		facts.whole_interruption, facts.main_function_interruption,
	] with input as testing.about({"impact": impact})
	[fact.value | some fact in read] == [1, 2, 3, 4, 5]
	every fact in read { object.get({"impact": impact}, split(trim_prefix(fact.path, "/"), "/"), 0) == fact.value }
}
