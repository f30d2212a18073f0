package amrnci.annex.condition_6_test

import data.amrnci.testing

_seen := {"views": testing.rules.annex.particularly_major.condition_6.views}

_with(target) := testing.only({"impact": {"tampering": [object.union(_seen, target)]}})

_outcomes(request) := testing.outcomes("condition.6", request)

test_the_class_of_the_target_decides_how_high_it_counts if {
	every kind, classes in {
		"government_portal": {"none": 1, "county": 1, "prefecture": 2, "provincial": 3, "central": 3},
		"enterprise_portal": {"none": 2, "county": 2, "prefecture": 2, "provincial": 2, "central": 2},
		"key_news_site": {"none": 1, "county": 1, "prefecture": 1, "provincial": 2, "central": 3},
		"platform": {"other": 1, "large": 2, "super_large": 3},
	} {
		every class, grades in classes {
			name := object.get({"platform": "platform_size"}, kind, "level")
			_outcomes(_with({"kind": kind, name: class})) == testing.up_to(grades)
		}
	}
}

test_a_reading_limits_portals_of_enterprises_above_the_lowest_grade if {
	request := testing.read_as(
		_with({"kind": "enterprise_portal", "level": "county"}),
		{"enterprise_portal_level": "prefecture_and_above"},
	)
	_outcomes(request)[1] == "not_met"
}

test_a_target_of_unknown_class_counts_where_every_class_would[note] if {
	some note, case in {
		"kind": [{"kind": "unknown", "level": "none", "platform_size": "other"}, ["met", "undecided", "not_met"]],
		"kind, nothing else known": [{"kind": "unknown", "level": "unknown", "platform_size": "unknown"}, ["met", "undecided", "undecided"]],
		"size": [{"kind": "platform", "platform_size": "unknown"}, ["met", "undecided", "undecided"]],
		"level": [{"kind": "key_news_site", "level": "unknown"}, ["met", "undecided", "undecided"]],
		"kind, highest classes": [{"kind": "unknown", "level": "central", "platform_size": "super_large"}, ["met", "met", "undecided"]],
		"few views": [{"kind": "unknown", "views": 10000}, ["met", "not_met", "not_met"]],
	}
	_outcomes(_with(case[0])) == case[1]
}

test_a_determined_spread_counts_without_any_number[word] if {
	some word, outcomes in {
		"none": ["not_met", "not_met", "not_met"],
		"relatively_large": ["met", "not_met", "not_met"],
		"large": ["met", "met", "not_met"],
		"extra_large": ["met", "met", "met"],
		"unknown": ["undecided", "undecided", "undecided"],
	}
	_outcomes(_with({"kind": "platform", "platform_size": "super_large", "views": 0, "determined_spread": word})) == outcomes
}

test_signs_of_spread_do_not_add_up_over_targets_or_signs if {
	target := {"kind": "platform", "reposts": 999, "views": 9999, "homepage_minutes": 29, "other_page_minutes": 119}
	_outcomes(testing.only({"impact": {"tampering": [target, target]}})) == testing.everywhere("not_met")
}

test_what_is_left_out_of_a_target_is_what_unstated_says if {
	tampering := {"impact": {"tampering": [{"kind": "platform"}]}}
	_outcomes(testing.about(tampering)) == testing.everywhere("undecided")
	_outcomes(testing.only(tampering)) == testing.everywhere("not_met")
}

test_an_open_list_may_hold_one_more if {
	every case in {
		"unknown": ["unknown", "undecided"],
		"none yet": [{"at_least": []}, "undecided"],
		"one that may count": [{"at_least": [{"kind": "platform", "views": "unknown"}]}, "undecided"],
		"one that counts": [{"at_least": [object.union(_seen, {"kind": "platform"})]}, "met"],
		"none": [[], "not_met"],
	} {
		_outcomes(testing.only({"impact": {"tampering": case[0]}}))[0] == case[1]
	}
}

test_a_met_criterion_shows_only_the_signs_that_reach_it if {
	request := _with({"kind": "platform", "platform_size": "large", "reposts": 9999, "determined_spread": "unknown"})
	testing.shown("annex.major.condition.6", request) == {
		"/impact/tampering/0/kind": {"one_of": ["enterprise_portal", "government_portal", "key_news_site", "platform"]},
		"/impact/tampering/0/platform_size": {"one_of": ["large", "super_large"]},
		"/impact/tampering/0/views": {"at_least": 100000, "unit": "views"},
	}
}

test_an_undecided_criterion_shows_and_asks_all_that_could_reach_it if {
	request := _with({"kind": "platform", "views": {"at_most": 10000}, "determined_spread": "unknown"})
	signs := {
		"/impact/tampering/0/views": {"at_least": 10000, "unit": "views"},
		"/impact/tampering/0/determined_spread": {"one_of": ["relatively_large", "large", "extra_large"]},
	}
	testing.asked(request) == signs
	shown := testing.shown("annex.relatively_major.condition.6", request)
	object.subset(shown, signs)
	count(shown) == 3
}

test_the_kind_is_asked_where_a_platform_would_not_count_but_a_portal_would if {
	every target in [
		{"kind": "unknown", "level": "central", "platform_size": "other"},
		{"kind": "unknown", "level": "none", "platform_size": "super_large"},
	] {
		asked := testing.asked(_with(object.union(target, {"views": 100000})))
		asked["/impact/tampering/0/kind"].one_of == ["enterprise_portal", "government_portal", "key_news_site", "platform"]
	}
}

test_once_a_sign_is_certain_no_other_is_asked_about if {
	request := _with({"kind": "unknown", "level": "central", "platform_size": "super_large", "reposts": "unknown"})
	object.keys(testing.asked(request)) == {"/impact/tampering/0/kind"}
}

test_the_kind_is_not_asked_where_every_kind_counts if {
	request := testing.only({"impact": {"tampering": [{
		"kind": "unknown",
		"level": "central",
		"platform_size": "super_large",
		"views": {"at_most": 10000},
	}]}})
	object.keys(testing.asked(request)) == {"/impact/tampering/0/views"}
}
