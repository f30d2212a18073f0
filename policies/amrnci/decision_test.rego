package amrnci.decision_test

import data.amrnci
import data.amrnci.testing

_at := "2025-12-22T22:00:00+08:00"

_leak(persons, facts) := testing.only(object.union(
	{"times": {"discovered_at": _at}, "impact": {"personal_information": {"persons_leaked": persons}}},
	facts,
))

_members := {
	"status", "rules", "grade", "reportable", "criteria", "next_threshold", "questions", "duties",
	"contents", "readings", "related", "liability", "notices",
}

_decision(request) := decision if {
	decision := amrnci.decision with input as request
}

# Status, reportability, and how many criteria and duties there are.
_gist(request) := [decision.status, decision.reportable, count(decision.criteria), count(decision.duties)] if {
	decision := _decision(request)
}

test_each_status_has_its_answer if {
	every case in [
		[_leak(1000000, {}), ["decided", "yes", 33, 6]],
		[_leak(0, {}), ["decided", "no", 33, 1]],
		[_leak("unknown", {}), ["undecided", "undecided", 33, 8]],
		[_leak(1000000, {"suspected_crime": "unknown"}), ["undecided", "yes", 33, 7]],
		[_leak(0, {"suspected_crime": true}), ["decided", "no", 33, 2]],
		[_leak(1000000, {"state_secrets": true}), ["excluded", "no", 33, 0]],
		[_leak(1000000, {"operator": {"without_china_operations": true}}), ["out_of_scope", "no", 33, 0]],
		[_leak(1000000, {"occurred_outside_china": true}), ["out_of_scope", "no", 33, 0]],
		[_leak(1000000, {"times": {"discovered_at": "2025-10-31T23:59:59+08:00"}}), ["not_in_force", null, 0, 0]],
		[{"incident": {}}, ["invalid", null, 0, 0]],
		["text", ["invalid", null, 0, 0]],
		[null, ["invalid", null, 0, 0]],
	] {
		_gist(case[0]) == case[1]
	}
}

test_the_first_of_several_reasons_wins if {
	secret_abroad := {"state_secrets": true, "occurred_outside_china": true}
	_decision(_leak(0, secret_abroad)).status == "excluded"
	early := {"times": {"discovered_at": "2025-01-01T00:00:00Z"}}
	_decision(_leak(0, object.union(secret_abroad, early))).status == "not_in_force"
	_decision(_leak(0.5, object.union(secret_abroad, early))).status == "invalid"
}

test_there_is_an_answer_without_any_input if amrnci.decision.status == "invalid"

test_every_answer_has_every_member if {
	every request in [testing.about({}), testing.only({}), _leak(0, {"state_secrets": true}), _leak(0, {"times": {"learned_at": "2025-01-01T00:00:00Z"}})] {
		object.keys(_decision(request)) == _members
	}
	object.keys(_decision({})) == _members | {"errors"}
}

test_what_could_not_be_read_is_told_and_nothing_claimed if {
	decision := _decision({"incident": {"id": "a", "ransomware": "yes"}, "readings": {"clock_start": "assessment"}})
	decision.errors == [{"path": "/incident/ransomware", "expected": "yes_no"}]
	[decision.rules, decision.grade, decision.reportable, decision.liability] == [null, null, null, null]
	decision.related == testing.rules.related.list
}

test_readings_asked_for_are_told_even_where_no_version_applies if {
	early := {"times": {"discovered_at": "2025-01-01T00:00:00Z"}}
	decision := _decision(testing.read_as(_leak(0, early), {"clock_start": "assessment"}))
	decision.readings.clock_start == "assessment"
	count(decision.readings) == 10
}

test_an_excluded_incident_keeps_its_grade_and_related_duties if {
	decision := _decision(_leak(1000000, {"state_secrets": true}))
	decision.grade == {"floor": "relatively_major", "ceiling": "relatively_major", "settled": true}
	decision.related == testing.rules.related.list
}

test_the_rules_applied_are_named if {
	_decision(testing.about({})).rules == {
		"id": "2025-11-01",
		"valid_from": "2025-11-01T00:00:00+08:00",
		"revision": data.law.revision,
	}
}

test_the_same_request_gives_the_same_answer_whatever_now_is_not_said if {
	decision := _decision(_leak(1000000, {}))
	{duty.state | some duty in decision.duties} == {"pending", null}
}

test_everything_cited_is_in_the_list_of_citations if {
	citations := {entry.citation |
		decision := _decision(testing.about({}))
		some list in [decision.criteria, decision.duties, decision.related, decision.liability.aggravating, decision.liability.mitigating]
		some entry in list
	}
	{citation | some citation in citations; not testing.rules.citations[citation]} == set()
}
