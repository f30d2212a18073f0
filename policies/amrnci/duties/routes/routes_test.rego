package amrnci.duties.routes_test

import data.amrnci.duties.routes
import data.amrnci.testing

# A reportable incident, or one that may be, of an operator of a kind, that involves critical infrastructure or not.
_request(kind, involved, leaked) := testing.only({
	"operator": {"kind": kind},
	"impact": {"cii": {"involved": involved}, "personal_information": {"persons_leaked": leaked}},
})

_number := testing.rules.annex.relatively_major.condition_5.persons

_applies(kind, involved, readings) := found if {
	found := routes.applies with input as testing.read_as(_request(kind, involved, _number), readings)
}

_organ := "central_or_state_organ"

_unit := "directly_subordinate_unit"

_enterprise := "state_owned_enterprise"

test_the_route_follows_the_incident_and_the_operator if {
	every case in [
		["other", false, {"other": "yes"}],
		["other", true, {"cii": "yes"}],
		["other", "unknown", {"cii": "possible", "other": "possible"}],
		[_organ, false, {"organ": "yes"}],
		[_organ, true, {"cii": "yes", "organ": "yes"}],
		[_organ, "unknown", {"cii": "possible", "organ": "yes"}],
		[_unit, false, {"organ": "yes"}],
		[_enterprise, false, {"other": "yes"}],
		["unknown", false, {"organ": "possible", "other": "possible"}],
		["unknown", true, {"cii": "yes", "organ": "possible"}],
		["unknown", "unknown", {"cii": "possible", "organ": "possible", "other": "possible"}],
	] {
		_applies(case[0], case[1], {}) == case[2]
	}
}

test_the_reading_of_an_organ_hit_in_its_infrastructure if {
	every case in [
		[_organ, true, {"cii": "yes"}],
		[_organ, "unknown", {"cii": "possible", "organ": "possible"}],
		[_organ, false, {"organ": "yes"}],
		["unknown", true, {"cii": "yes"}],
		["other", true, {"cii": "yes"}],
	] {
		_applies(case[0], case[1], {"cii_and_organ": "cii_only"}) == case[2]
	}
}

test_the_reading_of_a_state_owned_enterprise_as_an_organ if {
	every case in [
		[_enterprise, false, {"organ": "yes"}],
		[_enterprise, true, {"cii": "yes", "organ": "yes"}],
		["other", false, {"other": "yes"}],
	] {
		_applies(case[0], case[1], {"state_owned_as_organ": "yes"}) == case[2]
	}
}

test_a_route_is_only_possible_while_reportability_is_open if {
	open := routes.applies with input as _request("other", false, "unknown")
	open == {"other": "possible"}
	none := routes.applies with input as _request("other", false, _number - 1)
	none == {}
}

test_what_turns_on_which_fact if {
	every case in [
		[_organ, false, {}, 0, 0],
		["unknown", false, {}, 1, 0],
		["unknown", true, {}, 1, 0],
		["unknown", true, {"cii_and_organ": "cii_only"}, 0, 0],
		[_organ, "unknown", {}, 0, 1],
		["unknown", "unknown", {}, 1, 1],
	] {
		request := testing.read_as(_request(case[0], case[1], _number), case[2])
		kind := [1 | routes.turns_on_kind] with input as request
		cii := [1 | routes.turns_on_cii] with input as request
		[count(kind), count(cii)] == [case[3], case[4]]
	}
}

test_organ_kinds_are_those_of_the_article if {
	routes.organ_kinds == [_organ, _unit] with input as testing.about({})
}

# Reportable by condition 2 alone: it then involves such infrastructure, and by this reading its route is that of all.
test_the_kind_decides_nothing_where_only_critical_infrastructure_makes_it_reportable if {
	facts := {
		"operator": {"kind": "unknown"},
		"impact": {"cii": {"involved": "unknown", "main_function_interruption_minutes": "unknown"}},
	}
	_count(facts, {"cii_and_organ": "cii_only"}) == 0
	_count(facts, {"cii_and_organ": "both"}) == 1
	_count(facts, {"cii_and_organ": "cii_only", "general_grade_reportable": "yes"}) == 1
	leaked := object.union(facts, {"impact": {"personal_information": {"persons_leaked": "unknown"}}})
	_count(leaked, {"cii_and_organ": "cii_only"}) == 1
}

_count(facts, chosen) := count(turns) if {
	request := testing.read_as(testing.only(facts), chosen)
	turns := [1 | routes.turns_on_kind with input as request]
}
