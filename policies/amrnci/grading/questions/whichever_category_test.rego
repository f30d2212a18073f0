# What is asked where a fact is unknown that leads above general whichever its value is.

package amrnci.grading.questions_test

import data.amrnci.testing

# Core data is not named at relatively major, but at major it is; personal information and important data
# are relatively major here: whichever it is, the incident is no longer general.
_lost := {"category": "unknown", "scale": "relatively_large", "effects": ["lost"], "threat": "serious"}

_about(data_, percent) := testing.read_as(
	testing.only({"impact": {
		"data": data_,
		"livelihood": {"areas": [{"level": "prefecture", "population_percent": {"at_most": percent}}]},
	}}),
	{"core_data_at_relatively_major": "not_named"},
)

_percent := "/impact/livelihood/areas/0/population_percent"

test_what_leads_no_higher_than_the_data_whichever_its_category_is_not_asked if {
	_paths(_about([_lost], 49)) == ["/impact/data/0/category"]
}

test_what_leads_higher_is_asked_with_the_number_that_does if {
	some question in _list(_about([_lost], 50))
	question == {
		"path": _percent,
		"criteria": ["annex.major.condition.3"],
		"decides": {"at_least": 50, "unit": "percent"},
		"raises_to": "major",
	}
}

test_of_such_data_itself_all_is_asked_that_decides if {
	[question.raises_to | some question in _list(_about([_lost], 49))] == ["relatively_major"]
	two := _list(_about([_lost, _lost], 49))
	{[question.path, question.raises_to] | some question in two} == {
		["/impact/data/0/category", "major"],
		["/impact/data/1/category", "major"],
	}
}

test_where_one_category_leads_nowhere_what_leads_above_general_is_asked if {
	every change in [{"scale": "smaller"}, {"threat": "relatively_serious"}, {"effects": {"at_least": []}}, {"effects": ["leaked"]}] {
		_percent in _paths(_about([object.union(_lost, change)], 49))
	}
}

test_where_the_category_is_known_nothing_else_is_weighed if {
	_percent in _paths(_about([object.union(_lost, {"category": "personal_information", "threat": "unknown"})], 49))
}
