# What holds of every quantity of the annex, whatever the criterion: each is tried at its number, one below and one above.

package amrnci.annex_test

import data.amrnci.testing

# The criterion of each quantity, and the member of the law's data that holds its number. Those that
# stand in one batch speak to different criteria, and so are tried in one request.
_batches := [
	{
		"whole interruption": ["condition.2", "whole_interruption_minutes"],
		"persons affected": ["condition.3", "persons"],
		"persons leaked": ["condition.5", "persons"],
		"loss": ["condition.7", "yuan"],
		"unreachable": ["condition.1", "unreachable_minutes"],
		"homepage": ["condition.6", "homepage_minutes"],
	},
	{
		"main function interruption": ["condition.2", "main_function_interruption_minutes"],
		"share": ["condition.3", "population_percent"],
		"other page": ["condition.6", "other_page_minutes"],
	},
	{"reposts": ["condition.6", "reposts"]},
	{"views": ["condition.6", "views"]},
]

_impact(amounts) := {
	"cii": {
		"involved": true,
		"whole_interruption_minutes": object.get(amounts, "whole interruption", 0),
		"main_function_interruption_minutes": object.get(amounts, "main function interruption", 0),
	},
	"livelihood": {
		"persons": object.get(amounts, "persons affected", 0),
		"areas": [{"level": "provincial", "population_percent": object.get(amounts, "share", 0)}],
	},
	"personal_information": {"persons_leaked": object.get(amounts, "persons leaked", 0)},
	"direct_economic_loss_yuan": object.get(amounts, "loss", 0),
	"sites": [{
		"kind": "government_portal",
		"level": "central",
		"cause": "attack",
		"unreachable_minutes": object.get(amounts, "unreachable", 0),
	}],
	"tampering": [{
		"kind": "platform",
		"platform_size": "super_large",
		"homepage_minutes": object.get(amounts, "homepage", 0),
		"other_page_minutes": object.get(amounts, "other page", 0),
		"reposts": object.get(amounts, "reposts", 0),
		"views": object.get(amounts, "views", 0),
	}],
}

# The outcomes at a grade of all quantities of a batch, each stated in relation to its own number there.
_outcomes(batch, grade, stated) := {criteria[concat(".", ["annex", grade, quantity[0]])].outcome | some quantity in batch} if {
	criteria := testing.judged(testing.only({"impact": _impact({name: amount |
		some name, quantity in batch
		number := testing.rules.annex[grade][replace(quantity[0], ".", "_")][quantity[1]]
		amount := _stated(stated, number)
	})}))
}

_stated(by, number) := number + by if {
	is_number(by)
} else := {name: sum([number, offset]) | some name, offset in by} if {
	is_object(by)
} else := by

# Many cases, and so without a name for each: OPA traces tests that name their cases, which is ten times slower.
test_a_number_is_met_exactly_and_above_but_not_below if {
	every grade in testing.grades {
		every batch in _batches {
			every by, outcome in {-1: "not_met", 0: "met", 1: "met"} { _outcomes(batch, grade, by) == {outcome} }
		}
	}
}

test_bounds_decide_only_when_all_between_them_agrees if {
	every batch in _batches {
		every case in [
			["unknown", "undecided"],
			[{}, "undecided"],
			[{"at_least": 0}, "met"],
			[{"at_least": -1}, "undecided"],
			[{"at_most": 0}, "undecided"],
			[{"at_most": -1}, "not_met"],
			[{"at_least": -1, "at_most": 0}, "undecided"],
			[{"at_least": 0, "at_most": 0}, "met"],
			[{"at_least": -2, "at_most": -1}, "not_met"],
		] {
			_outcomes(batch, "major", case[0]) == {case[1]}
		}
	}
}

test_nothing_stated_decides_nothing_or_everything if {
	unknown := testing.judged(testing.about({}))
	none := testing.judged(testing.only({}))
	count(unknown) == data.tables.criteria.descending[0]
	{criterion.outcome | some criterion in unknown} == {"undecided"}
	{criterion.outcome | some criterion in none} == {"not_met"}
}
