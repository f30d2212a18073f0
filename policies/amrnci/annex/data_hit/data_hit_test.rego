# What condition 4 and circumstance 2 make of the same entries of data.

package amrnci.annex.data_hit_test

import data.amrnci.testing

_item := {"category": "important", "effects": ["stolen"], "threat": "especially_serious"}

_with(change) := testing.only({"impact": {"data": [object.union(_item, change)]}})

_met := testing.everywhere("met")

_not := testing.everywhere("not_met")

_open := testing.everywhere("undecided")

# Condition 4, then circumstance 2.
_both(request) := testing.outcomes_of(["condition.4", "circumstance.2"], request)

test_the_category_decides[note] if {
	some note, case in {
		"core": [{"category": "core"}, [_met, _met]],
		"important": [{}, [_met, _met]],
		"unknown": [{"category": "unknown"}, [_open, _open]],
		"unknown, on any scale": [{"category": "unknown", "scale": "massive"}, [_open, _met]],
		"personal information": [{"category": "personal_information"}, [_not, _not]],
		"relatively large": [{"category": "personal_information", "scale": "relatively_large"}, [_not, ["met", "not_met", "not_met"]]],
		"large": [{"category": "personal_information", "scale": "large"}, [_not, ["met", "met", "not_met"]]],
		"massive": [{"category": "personal_information", "scale": "massive"}, [_not, _met]],
		"scale unknown": [{"category": "personal_information", "scale": "unknown"}, [_not, _open]],
	}
	_both(_with(case[0])) == case[1]
}

test_core_data_at_the_lowest_grade_is_a_reading if {
	request := testing.read_as(_with({"category": "core"}), {"core_data_at_relatively_major": "not_named"})
	_both(request) == [["not_met", "met", "met"], ["not_met", "met", "met"]]
}

test_the_effect_decides[note] if {
	some note, case in {
		"lost": [["lost"], [_not, _met]],
		"leaked": [["leaked"], [_met, _not]],
		"stolen": [["stolen"], [_met, _met]],
		"tampered": [["tampered"], [["not_met", "met", "met"], _met]],
		"counterfeited": [["counterfeited"], [["not_met", "met", "met"], _met]],
		"two": [["lost", "leaked"], [_met, _met]],
		"none": [[], [_not, _not]],
		"unknown": ["unknown", [_open, _open]],
		"leaked at least": [{"at_least": ["leaked"]}, [_met, _open]],
	}
	_both(_with({"effects": case[0]})) == case[1]
}

test_the_threat_decides[threat] if {
	some threat, outcomes in {
		"none": _not,
		"certain": _not,
		"relatively_serious": ["met", "not_met", "not_met"],
		"serious": ["met", "met", "not_met"],
		"especially_serious": _met,
		"unknown": _open,
	}
	_both(_with({"threat": threat})) == [outcomes, outcomes]
}

test_what_is_left_out_of_an_entry_is_what_unstated_says if {
	data_ := {"impact": {"data": [{"category": "personal_information", "effects": ["stolen"]}]}}
	_both(testing.about(data_)) == [_not, _open]
	_both(testing.only(data_)) == [_not, _not]
}

test_an_open_list_may_hold_one_more if {
	every case in {
		"unknown": ["unknown", _open],
		"none yet": [{"at_least": []}, _open],
		"one that counts": [{"at_least": [_item]}, _met],
		"none": [[], _not],
		"second counts": [[{"category": "personal_information", "effects": []}, _item], _met],
	} {
		_both(testing.only({"impact": {"data": case[0]}})) == [case[1], case[1]]
	}
}

test_a_met_criterion_shows_the_entry_that_meets_it if {
	effects := {
		"/impact/data/0/effects": {"one_of": ["leaked", "stolen"]},
		"/impact/data/0/threat": {"one_of": ["relatively_serious", "serious", "especially_serious"]},
	}
	core := {"/impact/data/0/category": {"one_of": ["core", "important"]}}
	testing.shown("annex.relatively_major.condition.4", _with({})) == object.union(effects, core)
	request := _with({"category": "personal_information", "scale": "massive"})
	testing.shown("annex.particularly_major.circumstance.2", request) == {
		"/impact/data/0/category": {"one_of": ["core", "important", "personal_information"]},
		"/impact/data/0/scale": {"one_of": ["massive"]},
		"/impact/data/0/effects": {"one_of": ["lost", "stolen", "tampered", "counterfeited"]},
		"/impact/data/0/threat": {"one_of": ["especially_serious"]},
	}
}

test_only_what_would_decide_is_asked if {
	every case in {
		"category": [{"category": "unknown", "effects": ["leaked"]}, {"category": {"one_of": ["core", "important"]}}],
		"category or scale": [{"category": "unknown", "effects": ["lost"], "scale": "unknown"}, {
			"category": {"one_of": ["core", "important", "personal_information"]},
			"scale": {"one_of": ["relatively_large", "large", "massive"]},
		}],
		"effects": [{"effects": "unknown"}, {"effects": {"one_of": ["lost", "stolen", "tampered", "counterfeited"]}}],
		"threat": [{"threat": "unknown"}, {"threat": {"one_of": ["relatively_serious", "serious", "especially_serious"]}}],
		"nothing": [{"effects": [], "threat": "unknown"}, {}],
	} {
		testing.asked(_with(case[0])) == {sprintf("/impact/data/0/%s", [name]): needs | some name, needs in case[1]}
	}
}

# Whatever else happened to it, core data that was lost is circumstance 2 if the threat is as severe, and
# core data that leaked is condition 4.
test_an_effect_is_not_asked_where_the_criterion_beside_is_met_without_it if {
	every effect in ["lost", "leaked"] {
		request := _with({"category": "core", "effects": {"at_least": [effect]}, "threat": "unknown"})
		object.keys(testing.asked(request)) == {"/impact/data/0/threat"}
	}
}

test_an_effect_is_asked_where_no_criterion_is_met_without_it if {
	request := _with({"category": "personal_information", "scale": "massive", "effects": {"at_least": ["leaked"]}, "threat": "unknown"})
	object.keys(testing.asked(request)) == {"/impact/data/0/effects", "/impact/data/0/threat"}
}

test_a_scale_left_out_is_shown_as_what_it_is_taken_for if {
	request := testing.only({"impact": {"data": [{"category": "unknown", "effects": ["stolen"], "threat": "serious"}]}})
	[fact.value |
		some fact in testing.judged(request)["annex.major.circumstance.2"].facts
		fact.path == "/impact/data/0/scale"
	] == ["smaller"]
}
