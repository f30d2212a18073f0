package amrnci.facts_test

import data.amrnci.facts
import data.amrnci.testing

_high := data.tables.choices.quantity_high

# The interval of a loss that is stated so, and the value as stated.
_loss(value) := [fact.low, fact.high, fact.value] if {
	fact := facts.loss with input as testing.about({"impact": {"direct_economic_loss_yuan": value}})
}

test_a_number_is_itself if {
	every number in [0, 1, 5000000, _high] { _loss(number) == [number, number, number] }
}

test_bounds_bound_and_a_missing_bound_does_not if {
	every case in {
		"both": [{"at_least": 3, "at_most": 7}, 3, 7],
		"low": [{"at_least": 3}, 3, _high],
		"high": [{"at_most": 7}, 0, 7],
		"none": [{}, 0, _high],
		"one number": [{"at_least": 3, "at_most": 3}, 3, 3],
		"unknown": ["unknown", 0, _high],
	} {
		_loss(case[0]) == [case[1], case[2], case[0]]
	}
}

test_a_quantity_left_out_is_what_unstated_says if {
	unknown := facts.loss with input as testing.about({})
	none := facts.loss with input as testing.only({})
	[unknown.low, unknown.high] == [0, _high]
	[none.low, none.high] == [0, 0]
}

test_a_share_never_exceeds_the_whole if {
	every case in {
		"number": [30, 30, 30],
		"unknown": ["unknown", 0, 100],
		"low": [{"at_least": 30}, 30, 100],
		"high": [{"at_most": 30}, 0, 30],
		"none": [{}, 0, 100],
	} {
		facts.percent(case[0]) == {"low": case[1], "high": case[2]}
	}
}
