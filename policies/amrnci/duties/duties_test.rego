package amrnci.duties_test

import data.amrnci.duties
import data.amrnci.testing

_annex := testing.rules.annex

_at := "2025-12-22T22:00:00+08:00"

# An incident with so many persons' information leaked, and other facts.
_leak(persons, facts) := testing.only(object.union(
	{"times": {"discovered_at": _at}, "impact": {"personal_information": {"persons_leaked": persons}}},
	facts,
))

_list(request) := list if {
	list := duties.list with input as request
}

_ids(request) := [duty.id | some duty in _list(request)]

_major := _annex.major.condition_5.persons

_lowest := _annex.relatively_major.condition_5.persons

_standing := "operator.vendor_contracts"

_always := ["operator.summary", "operator.supplement.developments", "operator.supplement.items", _standing, "public.voluntary_report"]

test_below_the_lowest_reportable_grade_only_contracts_stand if _ids(_leak(_lowest - 1, {})) == [_standing]

test_a_reportable_incident_has_a_first_report_and_what_follows if {
	_ids(_leak(_lowest, {})) == array.concat(["operator.first_report.other"], _always)
	_ids(_leak(_major - 1, {})) == array.concat(["operator.first_report.other"], _always)
}

test_a_major_incident_is_relayed if {
	_ids(_leak(_major, {})) == array.concat(["authority.notify.other", "authority.relay.other", "operator.first_report.other"], _always)
}

test_an_organ_hit_in_its_infrastructure_owes_both_routes if {
	request := _leak(_major, {"operator": {"kind": "central_or_state_organ"}, "impact": {
		"personal_information": {"persons_leaked": _major},
		"cii": {"involved": true},
	}})
	_ids(request) == array.concat(
		["authority.notify.organ", "authority.relay.cii", "authority.relay.organ", "operator.first_report.cii", "operator.first_report.organ"],
		_always,
	)
	summary := testing.by_id(_list(request))["operator.summary"]
	summary.recipients == ["organ_cyberspace_body", "protection_department", "public_security"]
}

test_every_list_of_duties_is_sorted if {
	every request in {
		"all unknown": testing.about({}),
		"nothing": testing.only({}),
		"crime and sector": _leak(_major, {"suspected_crime": true, "operator": {"sector_rules": true}}),
	} {
		_ids(request) == sort(_ids(request))
		count(_ids(request)) == count({id | some id in _ids(request)})
	}
}

test_of_an_incident_of_which_nothing_is_known_every_duty_is_possible if {
	list := _list(testing.about({}))
	count(list) == count(testing.rules.duties)
	{duty.id | some duty in list; duty.applies == "yes"} == {_standing, "public.voluntary_report"}
}

test_relays_are_sure_only_for_a_surely_major_incident if {
	every case in {
		"surely": [{"at_least": _major}, "yes"],
		"perhaps": [{"at_least": _lowest}, "possible"],
		"bounded below": [{"at_most": _major - 1}, null],
	} {
		found := testing.by_id(_list(_leak(case[0], {})))
		object.get(found, ["authority.relay.other", "applies"], null) == case[1]
		object.get(found, ["authority.notify.other", "applies"], null) == case[1]
	}
}

test_a_relay_of_a_possible_route_is_possible if {
	found := testing.by_id(_list(_leak(_major, {"operator": {"kind": "unknown"}})))
	{found[id].applies | some id in ["authority.relay.organ", "authority.relay.other", "operator.first_report.organ"]} == {"possible"}
}

test_crime_and_sector_do_not_depend_on_the_grade if {
	every case in {"yes": [true, "yes"], "unknown": ["unknown", "possible"], "no": [false, null]} {
		found := testing.by_id(_list(_leak(0, {"suspected_crime": case[0], "operator": {"sector_rules": case[0]}})))
		object.get(found, ["operator.report.crime", "applies"], null) == case[1]
		object.get(found, ["operator.report.sector", "applies"], null) == case[1]
	}
}

test_a_reading_makes_a_general_incident_reportable if {
	request := testing.read_as(_leak(0, {}), {"general_grade_reportable": "yes"})
	_ids(request) == array.concat(["operator.first_report.other"], _always)
	{duty.applies | some duty in _list(request)} == {"yes"}
}

test_a_duty_says_all_that_the_law_says_of_it if {
	testing.by_id(_list(_leak(_lowest, {})))["operator.first_report.other"] == {
		"id": "operator.first_report.other",
		"bearer": "operator",
		"action": "first_report",
		"recipients": ["provincial_cac"],
		"applies": "yes",
		"trigger": "awareness",
		"from": _at,
		"limit_seconds": 14400,
		"limit_days": null,
		"due": "2025-12-23T02:00:00+08:00",
		"manner": "promptly",
		"state": "pending",
		"citation": "article.4.4",
	}
}
