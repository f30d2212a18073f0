package amrnci.testing

import data.amrnci.grading
import data.amrnci.grading.questions

# METADATA
# description: The three grades of the annex, lowest first.
grades := ["relatively_major", "major", "particularly_major"]

# METADATA
# description: What a request makes of each criterion, by id.
judged(request) := by_id(criteria) if {
	criteria := grading.criteria with input as request
}

# METADATA
# description: What a request makes of some circumstances or conditions at each of the three grades, lowest first.
outcomes_of(items, request) := [[found[concat(".", ["annex", grade, item])].outcome | some grade in grades] | some item in items] if {
	found := judged(request)
}

# METADATA
# description: What a request makes of one circumstance or condition at each of the three grades, lowest first.
outcomes(item, request) := outcomes_of([item], request)[0]

# METADATA
# description: The facts that show the outcome of a criterion, as their pointers with what they need.
shown(id, request) := needs(judged(request)[id].facts)

# METADATA
# description: The questions that a request leaves, as their pointers with what would decide.
asked(request) := {question.path: question.decides | some question in list} if {
	list := questions.list with input as request
}

# METADATA
# description: Short for the same outcome at all three grades.
everywhere(outcome) := [outcome | some _ in grades]

# METADATA
# description: Short for met at so many grades from the lowest up, and not met above.
up_to(number) := [outcome | some place, _ in grades; outcome := ["not_met", "met"][count([1 | place < number])]]
