package amrnci.notices_test

import data.amrnci.notices
import data.amrnci.testing

_at := "2025-12-22T22:00:00+08:00"

_number := testing.rules.annex.relatively_major.condition_5.persons

# A reportable incident of which everything needed is known.
_request(facts) := testing.only(object.union(
	{
		"times": {"discovered_at": _at},
		"operator": {"province": "CN-ZJ"},
		"impact": {"personal_information": {"persons_leaked": _number}},
	},
	facts,
))

_said(request, code) := [notice.params | some notice in list; notice.code == code] if {
	list := notices.list with input as request
}

_codes(request) := [notice.code | some notice in list] if {
	list := notices.list with input as request
}

_awareness := ["/times/discovered_at", "/times/learned_at"]

test_a_reportable_incident_has_two_notices_at_least if {
	_codes(_request({})) == ["first_two_items_suffice", "grade_presumptive"]
}

test_where_nothing_is_to_be_reported_nothing_is_said_of_it if {
	_codes(_request({"impact": {"personal_information": {"persons_leaked": 0}}})) == []
}

test_a_missing_time_is_told if {
	no_times := testing.only({"impact": {"personal_information": {"persons_leaked": _number}}, "operator": {"province": "CN-ZJ"}})
	_said(no_times, "version_time_not_stated") == [{"paths": _awareness}]
	_said(no_times, "clock_start_not_stated") == [{"paths": _awareness}]
	by_occurrence := testing.read_as(_request({}), {"in_force_by": "occurrence"})
	_said(by_occurrence, "version_time_not_stated") == [{"paths": ["/times/occurred_at"]}]
	by_assessment := testing.read_as(_request({}), {"clock_start": "assessment"})
	_said(by_assessment, "clock_start_not_stated") == [{"paths": ["/times/assessed_at"]}]
}

test_an_unknown_scope_fact_is_told if {
	_said(_request({"state_secrets": "unknown"}), "scope_not_stated") == [{"path": "/state_secrets"}]
}

test_the_province_is_told_where_a_report_goes_there if {
	every province in ["unknown", null] {
		operator := {name: value | some name, value in {"province": province}; value != null}
		request := json.patch(_request({}), [{"op": "replace", "path": "/incident/operator", "value": operator}])
		_said(request, "province_not_stated") == [{}]
	}
	organ := {"kind": "central_or_state_organ", "province": "unknown"}
	_said(_request({"operator": organ}), "province_not_stated") == []
	_said(_request({"operator": {"province": "unknown"}, "state_secrets": true}), "province_not_stated") == []
}

test_an_area_without_a_known_body_is_told if {
	every province in ["CN-HK", "CN-MO", "CN-TW"] {
		_said(_request({"operator": {"province": province}}), "province_without_known_route") == [{"province": province}]
	}
	_said(_request({}), "province_without_known_route") == []
}

test_unknown_reports_are_told if {
	_said(_request({"reports": "unknown"}), "reports_not_stated") == [{}]
	_said(_request({"reports": []}), "reports_not_stated") == []
}

test_the_first_two_items_suffice_until_all_is_determined if {
	_said(_request({}), "first_two_items_suffice") == [{"items": [1, 2]}]
	determined := _request({"narrative": {"cause": "a", "impact": "a", "trend": "a"}})
	_said(determined, "first_two_items_suffice") == []
	_said(determined, "all_items_due") == [{}]
	_said(_request({}), "all_items_due") == []
}

test_a_grade_that_rests_on_conditions_alone_is_presumptive if {
	_said(_request({}), "grade_presumptive") == [{"grade": "relatively_major"}]
	judged := _request({"judgements": {"system_loss": {"severity": "relatively_serious"}}})
	_said(judged, "grade_presumptive") == []
}

test_a_time_after_now_is_told if {
	every now, said in {
		"2025-12-22T21:59:59+08:00": [{"path": "/times/discovered_at"}],
		_at: [],
		"2025-12-22T22:00:01+08:00": [],
	} {
		_said(object.union(_request({}), {"as_of": now}), "time_after_as_of") == said
	}
}

test_a_reading_of_a_commentary_is_told_where_it_bears if {
	abroad := _request({"occurred_outside_china": true, "data_exported_from_china": true})
	_said(abroad, "secondary_reading_used") == [{"reading": "exported_data", "option": "exporter_reports"}]
	_said(testing.read_as(abroad, {"exported_data": "not_covered"}), "secondary_reading_used") == []
	_said(_request({}), "secondary_reading_used") == []
	every reading, option in {"state_owned_as_organ": "yes", "relay_bearer": "operator", "general_grade_reportable": "yes"} {
		request := testing.read_as(_request({}), {reading: option})
		_said(request, "secondary_reading_used") == [{"reading": reading, "option": option}]
	}
	_said(testing.read_as(_request({}), {"clock_start": "assessment"}), "secondary_reading_used") == []
}

test_notices_are_sorted_by_code if {
	codes := _codes(testing.about({"reports": "unknown"}))
	codes == sort(codes)
	count(codes) > 5
}

test_where_nothing_is_to_be_reported_no_item_is_due if {
	told := {"narrative": {"cause": "a", "impact": "b", "trend": "c"}}
	"all_items_due" in _codes(_request(told))
	not "all_items_due" in _codes(_request(object.union(told, {"impact": {"personal_information": {"persons_leaked": 0}}})))
}

test_outside_the_measures_no_clock_is_missed if {
	abroad := testing.only({"operator": {"without_china_operations": true}, "impact": {"personal_information": {"persons_leaked": _number}}})
	_said(abroad, "clock_start_not_stated") == []
}

# A circumstance of a lower grade does not make the higher one certain.
test_a_grade_by_conditions_alone_is_presumptive_whatever_is_met_below_it if {
	facts := {
		"impact": {"personal_information": {"persons_leaked": testing.rules.annex.major.condition_5.persons}},
		"judgements": {"system_loss": {"severity": testing.rules.annex.relatively_major.circumstance_1.system_loss}},
	}
	_said(_request(facts), "grade_presumptive") == [{"grade": "major"}]
}
