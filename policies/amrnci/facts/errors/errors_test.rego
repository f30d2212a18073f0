package amrnci.facts.errors_test

import data.amrnci.facts.errors
import data.amrnci.testing

# The errors of a request, as pairs of pointer and expected kind.
_of(request) := [[error.path, error.expected] | some error in found] if {
	found := errors.found with input as request
}

test_a_request_that_is_no_object_is_one_error if {
	every text in ["null", "true", "false", "0", "1", "\"incident\"", "[]", "[{\"incident\": {\"id\": \"a\"}}]"] {
		_of(json.unmarshal(text)) == [["", "object"]]
	}
}

test_no_input_at_all_is_an_error if errors.found == [{"path": "", "expected": "object"}]

test_an_incident_with_an_id_is_enough if {
	_of({"incident": {"id": "a"}}) == []
	_of({"incident": {"id": "a"}, "readings": {}, "as_of": "2025-12-22T22:00:00Z"}) == []
}

test_the_incident_and_its_id_are_required if {
	every case in {
		"empty": [{}, ["/incident", "object"]],
		"null": [{"incident": null}, ["/incident", "object"]],
		"text": [{"incident": "a"}, ["/incident", "object"]],
		"array": [{"incident": []}, ["/incident", "object"]],
		"no id": [{"incident": {}}, ["/incident/id", "name"]],
		"id null": [{"incident": {"id": null}}, ["/incident/id", "name"]],
		"id empty": [{"incident": {"id": ""}}, ["/incident/id", "name"]],
		"id a number": [{"incident": {"id": 1}}, ["/incident/id", "name"]],
	} {
		_of(case[0]) == [case[1]]
	}
}

test_a_member_the_contract_does_not_know_is_an_error if {
	every pointer, request in {
		"/incidents": {"incident": {"id": "a"}, "incidents": []},
		"/incident/impct": {"incident": {"id": "a", "impct": null}},
		"/incident/~0~1a": {"incident": {"id": "a", "~/a": 1}},
		"/incident/": {"incident": {"id": "a", "": 1}},
		"/incident/impact/cii/level": testing.about({"impact": {"cii": {"level": 1}}}),
		"/incident/narrative/ransom/date": testing.about({"narrative": {"ransom": {"date": "x"}}}),
		"/incident/impact/sites/1/views": testing.about({"impact": {"sites": [{"kind": "unknown"}, {"kind": "unknown", "views": 1}]}}),
		"/incident/impact/data/at_least/0/count": testing.about({"impact": {"data": {"at_least": [{"category": "core", "effects": "unknown", "count": 1}]}}}),
	} {
		_of(request) == [[pointer, "nothing"]]
	}
}

test_a_time_that_is_none_is_one_error if {
	every text in ["null", "0", "false", "\"\"", "\"unknown\"", "\"2025-02-29T00:00:00Z\"", "[]", "{}"] {
		value := json.unmarshal(text)
		_of(object.union(testing.about({}), {"as_of": value})) == [["/as_of", "time"]]
		times := {"times": {"occurred_at": "2025-12-22T22:00:00Z", "learned_at": value}}
		_of(testing.about(times)) == [["/incident/times/learned_at", "time"]]
		_of(testing.about({"judgements": {"other": {"at": value}}})) == [["/incident/judgements/other/at", "time"]]
	}
}

test_a_time_the_contract_does_not_know_is_an_error if {
	_of(testing.about({"times": {"ended_at": "2025-12-22T22:00:00Z"}})) == [["/incident/times/ended_at", "nothing"]]
}

test_an_entry_is_an_object_with_what_it_must_have if {
	every case in {
		"text": [{"impact": {"sites": ["a"]}}, [["/incident/impact/sites/0", "object"]]],
		"null": [{"impact": {"tampering": {"at_least": [null]}}}, [["/incident/impact/tampering/at_least/0", "object"]]],
		"site": [{"impact": {"sites": [{}]}}, [["/incident/impact/sites/0/kind", "site_kind"]]],
		"target": [{"impact": {"tampering": [{"views": 1}]}}, [["/incident/impact/tampering/0/kind", "target_kind"]]],
		"data": [{"impact": {"data": [{}]}}, [
			["/incident/impact/data/0/category", "category"],
			["/incident/impact/data/0/effects", "effects"],
		]],
		"report": [{"reports": [{"items": [1]}]}, [["/incident/reports/0/duty", "duty"]]],
		"area": [{"impact": {"livelihood": {"areas": [{}]}}}, []],
		"no platform among sites": [{"impact": {"sites": [{"kind": "platform"}]}}, [["/incident/impact/sites/0/kind", "site_kind"]]],
		"eleventh": [{"reports": array.concat([{"duty": "operator.summary"} | some _ in numbers.range(1, 10)], [1])}, [["/incident/reports/10", "object"]]],
	} {
		_of(testing.about(case[0])) == case[1]
	}
}

test_a_reading_is_one_of_the_ten_with_one_of_its_options if {
	every case in {
		"name": [{"clock": "awareness"}, [["/readings/clock", "reading"]]],
		"option": [{"clock_start": "occurrence"}, [["/readings/clock_start", "reading"]]],
		"null": [{"clock_start": null}, [["/readings/clock_start", "reading"]]],
		"of another": [{"relay_bearer": "awareness"}, [["/readings/relay_bearer", "reading"]]],
		"boolean": [{"state_owned_as_organ": true}, [["/readings/state_owned_as_organ", "reading"]]],
	} {
		_of(testing.read_as(testing.about({}), case[0])) == case[1]
	}
}

test_every_option_of_every_reading_may_be_asked_for if {
	every id, reading in testing.rules.readings {
		every option, _ in reading.options { _of(testing.read_as(testing.about({}), {id: option})) == [] }
	}
}

test_readings_are_an_object if _of(testing.read_as(testing.about({}), ["clock_start"])) == [["/readings", "object"]]

test_all_errors_are_told_and_sorted_by_path if {
	_of({"as_of": "now", "readings": {"a": 1}, "incident": {"ransomware": "yes", "reports": 1}}) == [
		["/as_of", "time"],
		["/incident/id", "name"],
		["/incident/ransomware", "yes_no"],
		["/incident/reports", "entries"],
		["/readings/a", "reading"],
	]
}

test_an_entry_of_a_list_is_an_object if {
	every entry in [[], "", 1, null, true] {
		request := {"incident": {"id": "a", "impact": {"livelihood": {"areas": [entry]}}}}
		_of(request) == [["/incident/impact/livelihood/areas/0", "object"]]
	}
}
