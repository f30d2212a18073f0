# The criteria that people judge - circumstances 1 and 3, condition 8.

package amrnci.annex_test

import data.amrnci.testing

# Which judgement speaks to which criteria, and the member of the law's data that names the severity.
_judgements := {
	"circumstance.1": ["system_loss", "system_loss"],
	"circumstance.3": ["other", "severity"],
	"condition.8": ["other", "severity"],
}

_words := ["none", "certain", "relatively_serious", "serious", "especially_serious"]

_rank := {word: rank | some rank, word in _words}

_judged(item, word) := testing.outcomes(item, testing.only({"judgements": {_judgements[item][0]: {"severity": word}}}))

test_a_judgement_counts_at_its_severity_and_below if {
	every item, judgement in _judgements {
		every word in _words {
			reached := [grade |
				some grade in testing.grades
				_rank[word] >= _rank[testing.rules.annex[grade][replace(item, ".", "_")][judgement[1]]]
			]
			_judged(item, word) == testing.up_to(count(reached))
		}
	}
}

test_a_judgement_that_is_unknown_leaves_its_criteria_open if {
	every item, _ in _judgements {
		_judged(item, "unknown") == testing.everywhere("undecided")
	}
}

test_a_judgement_says_nothing_about_the_other if {
	_judged("circumstance.1", "serious") == ["met", "met", "not_met"]
	request := testing.only({"judgements": {"system_loss": {"severity": "especially_serious"}}})
	testing.outcomes("circumstance.3", request) == testing.everywhere("not_met")
	testing.outcomes("condition.8", request) == testing.everywhere("not_met")
}

test_a_judgement_is_shown_with_the_words_that_are_enough if {
	request := testing.only({"judgements": {"system_loss": {"severity": "serious"}}})
	needed := {"/judgements/system_loss/severity": {"one_of": ["serious", "especially_serious"]}}
	testing.shown("annex.major.circumstance.1", request) == needed
}
