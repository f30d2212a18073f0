package amrnci.annex.needs_test

import data.amrnci.annex.needs
import data.amrnci.testing

_fact(low, high) := {"path": "/x", "value": "unknown", "low": low, "high": high}

test_the_lowest_proves_and_the_highest_rules_out if {
	every case in [[9, 9, "not_met"], [10, 10, "met"], [9, 10, "undecided"], [10, 99, "met"], [0, 9, "not_met"]] {
		needs.reaches(_fact(case[0], case[1]), 10) == case[2]
		needs.quantity(_fact(case[0], case[1]), 10, "yuan").outcome == case[2]
	}
}

test_a_fact_turns_the_outcome_only_across_the_number if {
	needs.turns_on(_fact(9, 10), 10)
	not needs.turns_on(_fact(10, 11), 10)
	not needs.turns_on(_fact(8, 9), 10)
}

test_words_are_placed_on_their_ladder if {
	needs.rung("severity", "serious") == 3
	needs.word(_fact(3, 3), "severity", "serious").outcome == "met"
	needs.word(_fact(0, 4), "severity", "serious").outcome == "undecided"
	needs.word(_fact(2, 2), "severity", "serious") == needs.not_met
}

test_each_ladder_names_the_words_from_a_rung_upwards if {
	every ladder, words in data.tables.choices.ladders {
		every rung, above in data.tables.choices.at_or_above[ladder] {
			{word | some word in above} == {word | some word, span in words; word != "unknown"; span.low >= rung}
		}
	}
}

test_a_member_left_out_has_the_value_that_unstated_gives_it if {
	list := {"path": "/x", "base": "/x/at_least", "entries": [{"views": 5}], "open": true}
	needs.member(list, 0, "views", "quantity") == {"path": "/x/at_least/0/views", "value": 5} with input as testing.about({})
	needs.member(list, 0, "reposts", "quantity").value == "unknown" with input as testing.about({})
	needs.member(list, 0, "reposts", "quantity").value == 0 with input as testing.only({})
}

test_only_an_open_list_may_hold_one_more if {
	list := {"path": "/x", "base": "/x", "entries": [], "open": false}
	needs.one_more(list, {"one_of": ["a"]}) == []
	needs.one_more(object.union(list, {"open": true}), {"one_of": ["a"]}) == [{
		"path": "/x",
		"value": "unknown",
		"needs": {"one_of": ["a"]},
	}]
}
