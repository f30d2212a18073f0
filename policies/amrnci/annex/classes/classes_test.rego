package amrnci.annex.classes_test

import data.amrnci.annex.classes
import data.amrnci.testing

_floors(readings) := floors if {
	floors := classes.floors(testing.rules.annex.major.condition_6.targets) with input as testing.read_as(testing.about({}), readings)
}

test_floors_are_the_lowest_rungs_that_are_listed if {
	_floors({}) == {"government_portal": 2, "enterprise_portal": 0, "key_news_site": 3, "platform": 1}
}

test_a_reading_may_raise_a_floor if {
	_floors({"enterprise_portal_level": "prefecture_and_above"}).enterprise_portal == 2
}

_entry(kinds, level, size) := {
	"kinds": kinds,
	"level": {"low": level[0], "high": level[1]},
	"platform_size": {"low": size[0], "high": size[1]},
}

test_surely_and_possibly_look_at_every_completion if {
	every case in {
		"listed": [_entry(["government_portal"], [2, 2], [0, 0]), true, true],
		"below": [_entry(["government_portal"], [1, 1], [2, 2]), false, false],
		"level open": [_entry(["government_portal"], [1, 2], [0, 0]), false, true],
		"one kind of two": [_entry(["key_news_site", "enterprise_portal"], [2, 2], [0, 0]), false, true],
		"both kinds": [_entry(["key_news_site", "enterprise_portal"], [3, 3], [0, 0]), true, true],
		"portal or small platform": [_entry(["platform", "enterprise_portal"], [0, 0], [0, 0]), false, true],
	} {
		lowest := {"government_portal": 2, "enterprise_portal": 0, "key_news_site": 3, "platform": 1}
		count([1 | classes.surely(case[0], lowest)]) == count([1 | case[1]])
		count([1 | classes.possibly(case[0], lowest)]) == count([1 | case[2]])
	}
}
