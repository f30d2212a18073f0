package amrnci.grading_test

import data.amrnci.grading
import data.amrnci.testing

_number := {grade: testing.rules.annex[grade].condition_5.persons | some grade in testing.grades}

_leak(persons) := testing.only({"impact": {"personal_information": {"persons_leaked": persons}}})

_grade(request) := [grade.floor, grade.ceiling, grade.settled] if {
	grade := grading.grade with input as request
}

test_the_grade_is_the_highest_that_is_met if {
	every case in [
		[0, "general"],
		[_number.relatively_major - 1, "general"],
		[_number.relatively_major, "relatively_major"],
		[_number.major - 1, "relatively_major"],
		[_number.major, "major"],
		[_number.particularly_major, "particularly_major"],
	] {
		_grade(_leak(case[0])) == [case[1], case[1], true]
	}
}

test_floor_and_ceiling_span_what_is_not_known if {
	every case in [
		["unknown", "general", "particularly_major"],
		[{"at_least": _number.relatively_major}, "relatively_major", "particularly_major"],
		[{"at_least": _number.relatively_major, "at_most": _number.major}, "relatively_major", "major"],
		[{"at_most": _number.relatively_major - 1}, "general", "general"],
	] {
		_grade(_leak(case[0])) == [case[1], case[2], case[1] == case[2]]
	}
}

test_of_an_incident_of_which_nothing_is_known_any_grade_is_possible if {
	_grade(testing.about({})) == ["general", "particularly_major", false]
}

test_what_is_unknown_below_the_grade_does_not_unsettle_it if {
	request := testing.about({"judgements": {"system_loss": {"severity": "especially_serious"}}})
	_grade(request) == ["particularly_major", "particularly_major", true]
}

test_reportable_from_the_lowest_of_the_three_grades_on if {
	every case in [
		[_number.relatively_major, "yes"],
		[_number.relatively_major - 1, "no"],
		[{"at_least": 1}, "undecided"],
		["unknown", "undecided"],
	] {
		grading.reportable == case[1] with input as _leak(case[0])
	}
}

test_a_reading_makes_every_grade_reportable if {
	grading.reportable == "yes" with input as testing.read_as(_leak(0), {"general_grade_reportable": "yes"})
}

test_all_33_criteria_are_there_and_sorted if {
	criteria := grading.criteria with input as testing.about({})
	ids := [criterion.id | some criterion in criteria]
	ids == sort(ids)
	{id | some id in ids} == {sprintf("annex.%s.%s", [grade, item]) |
		some grade in testing.grades
		some item in array.concat(
			[sprintf("circumstance.%d", [n]) | some n in numbers.range(1, 3)],
			[sprintf("condition.%d", [n]) | some n in numbers.range(1, 8)],
		)
	}
	every criterion in criteria { testing.rules.citations[criterion.citation] }
}

test_facts_are_shown_unless_a_criterion_is_not_met if {
	criteria := grading.criteria with input as testing.about({"impact": {"personal_information": {"persons_leaked": 0}}})
	every criterion in criteria {
		object.get(criterion, "facts", null) != [] # none, or some
		count([1 | criterion.facts]) == count([1 | criterion.outcome != "not_met"])
	}
	{criterion.id | some criterion in criteria; criterion.outcome == "not_met"} == {id |
		some grade in testing.grades
		id := sprintf("annex.%s.condition.5", [grade])
	}
}

test_a_criterion_says_what_it_is if {
	testing.judged(_leak(_number.major))["annex.major.condition.5"] == {
		"id": "annex.major.condition.5",
		"grade": "major",
		"ground": "condition",
		"outcome": "met",
		"citation": "annex.major.condition.5",
		"facts": [{
			"path": "/impact/personal_information/persons_leaked",
			"value": _number.major,
			"needs": {"at_least": _number.major, "unit": "persons"},
		}],
	}
}
