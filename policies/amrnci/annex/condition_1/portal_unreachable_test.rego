package amrnci.annex.condition_1_test

import data.amrnci.grading
import data.amrnci.testing

_long := testing.rules.annex.particularly_major.condition_1.unreachable_minutes

_site := {"kind": "government_portal", "level": "central", "cause": "attack", "unreachable_minutes": _long}

_with(change) := testing.only({"impact": {"sites": [object.union(_site, change)]}})

_outcomes(request) := testing.outcomes("condition.1", request)

_prefecture_only := {"enterprise_portal_level": "prefecture_and_above"}

test_the_kind_and_level_of_a_site_decide_how_high_it_counts if {
	every kind, levels in {
		"government_portal": {"none": 0, "county": 0, "prefecture": 2, "provincial": 3, "central": 3},
		"enterprise_portal": {"none": 2, "county": 2, "prefecture": 2, "provincial": 2, "central": 2},
		"key_news_site": {"none": 0, "county": 0, "prefecture": 0, "provincial": 2, "central": 3},
	} {
		every level, grades in levels {
			_outcomes(_with({"kind": kind, "level": level})) == testing.up_to(grades)
		}
	}
}

test_a_reading_limits_portals_of_enterprises_too if {
	every level, outcome in {
		"none": "not_met",
		"county": "not_met",
		"prefecture": "met",
		"central": "met",
		"unknown": "undecided",
	} {
		request := _with({"kind": "enterprise_portal", "level": level})
		_outcomes(testing.read_as(request, _prefecture_only)) == [outcome, outcome, "not_met"]
		_outcomes(request) == ["met", "met", "not_met"]
	}
}

test_only_attacks_and_faults_count if {
	every cause, outcome in {
		"attack": "met",
		"fault": "met",
		"maintenance": "not_met",
		"other": "not_met",
		"unknown": "undecided",
	} {
		_outcomes(_with({"cause": cause})) == testing.everywhere(outcome)
	}
}

test_an_unknown_kind_or_level_counts_where_every_one_would if {
	every case in {
		"kind": [{"kind": "unknown"}, ["met", "met", "undecided"]],
		"kind at a prefecture": [{"kind": "unknown", "level": "prefecture"}, ["undecided", "undecided", "not_met"]],
		"level of a portal": [{"level": "unknown"}, testing.everywhere("undecided")],
		"level of an enterprise": [{"kind": "enterprise_portal", "level": "unknown"}, ["met", "met", "not_met"]],
		"all": [{"kind": "unknown", "level": "unknown"}, testing.everywhere("undecided")],
	} {
		_outcomes(_with(case[0])) == case[1]
	}
}

test_what_is_left_out_of_a_site_is_what_unstated_says if {
	sites := {"impact": {"sites": [{"kind": "enterprise_portal"}]}}
	_outcomes(testing.about(sites)) == ["undecided", "undecided", "not_met"]
	_outcomes(testing.only(sites)) == testing.everywhere("not_met")
}

test_an_open_list_may_hold_one_more if {
	every case in {
		"unknown": ["unknown", "undecided"],
		"none yet": [{"at_least": []}, "undecided"],
		"one that does not count": [{"at_least": [{"kind": "key_news_site"}]}, "undecided"],
		"one that counts": [{"at_least": [_site]}, "met"],
		"none": [[], "not_met"],
		"the second counts": [[{"kind": "unknown"}, _site], "met"],
	} {
		_outcomes(testing.only({"impact": {"sites": case[0]}})) == testing.everywhere(case[1])
	}
}

test_a_met_criterion_shows_the_site_that_meets_it if {
	request := testing.only({"impact": {"sites": {"at_least": [{"kind": "unknown"}, _site]}}})
	testing.shown("annex.particularly_major.condition.1", request) == {
		"/impact/sites/at_least/1/kind": {"one_of": ["government_portal", "key_news_site"]},
		"/impact/sites/at_least/1/level": {"one_of": ["provincial", "central"]},
		"/impact/sites/at_least/1/cause": {"one_of": ["attack", "fault"]},
		"/impact/sites/at_least/1/unreachable_minutes": {"at_least": _long, "unit": "minutes"},
	}
}

test_only_what_would_decide_is_asked if {
	every case in {
		"minutes": [{"unreachable_minutes": {"at_most": 360}}, {"unreachable_minutes": {"at_least": 120, "unit": "minutes"}}],
		"cause": [{"cause": "unknown"}, {"cause": {"one_of": ["attack", "fault"]}}],
		"level": [{"level": "unknown"}, {"level": {"one_of": ["prefecture", "provincial", "central"]}}],
		"kind": [{"kind": "unknown"}, {"kind": {"one_of": ["government_portal", "key_news_site"]}}],
		"kind of low level": [
			{"kind": "unknown", "level": "county"},
			{"kind": {"one_of": ["enterprise_portal", "government_portal", "key_news_site"]}},
		],
		"nothing, as nothing can help": [{"kind": "government_portal", "level": "county", "cause": "unknown"}, {}],
	} {
		testing.asked(_with(case[0])) == {sprintf("/impact/sites/0/%s", [name]): needs | some name, needs in case[1]}
	}
}

test_only_a_site_that_could_count_is_near_the_next_grade if {
	every change in [{"cause": "maintenance"}, {"level": "county"}] {
		next := grading.next_threshold with input as _with(object.union({"unreachable_minutes": 1}, change))
		not "/impact/sites/0/unreachable_minutes" in testing.paths(next)
	}
}
