# From when and until when each duty runs, and what becomes of it.

package amrnci.duties_test

import data.amrnci.duties
import data.amrnci.testing

_organ := {"operator": {"kind": "central_or_state_organ"}, "impact": {
	"personal_information": {"persons_leaked": _major},
	"cii": {"involved": true},
}}

_found(request, id) := [duty.from, duty.due, duty.state] if {
	list := duties.list with input as request
	duty := testing.by_id(list)[id]
}

_sent(id, sent_at, received_at) := {"duty": id, "sent_at": sent_at, "received_at": received_at}

test_first_reports_run_from_awareness if {
	every id, due in {
		"operator.first_report.cii": "2025-12-22T23:00:00+08:00",
		"operator.first_report.organ": "2025-12-23T00:00:00+08:00",
	} {
		_found(_leak(_major, _organ), id) == [_at, due, "pending"]
		late := object.union(_leak(_major, _organ), {"as_of": "2025-12-23T00:00:01+08:00"})
		_found(late, id) == [_at, due, "overdue"]
	}
}

test_relays_and_notices_run_from_receipt if {
	received := "2025-12-22T22:30:00+08:00"
	every id, due in {
		"authority.relay.cii": ["operator.first_report.cii", "2025-12-22T23:00:00+08:00"],
		"authority.relay.organ": ["operator.first_report.organ", "2025-12-22T23:30:00+08:00"],
		"authority.notify.organ": ["operator.first_report.organ", null],
	} {
		request := _leak(_major, object.union(_organ, {"reports": [_sent(due[0], _at, received)]}))
		_found(request, id) == [received, due[1], "pending"]
		_found(_leak(_major, _organ), id) == [null, null, "pending"]
	}
}

test_the_notice_of_a_provincial_cac_goes_with_its_relay if {
	received := "2025-12-22T22:30:00+08:00"
	due := "2025-12-22T23:30:00+08:00"
	request := _leak(_major, {"reports": [
		_sent("operator.first_report.other", _at, received),
		_sent("authority.notify.other", due, due),
		_sent("authority.relay.other", "2025-12-22T23:30:01+08:00", due),
	]})
	_found(request, "authority.notify.other") == [received, due, "met"]
	_found(request, "authority.relay.other") == [received, due, "late"]
}

test_without_a_limit_a_notice_is_met_once_sent if {
	request := _leak(_major, object.union(_organ, {"reports": [{"duty": "authority.notify.organ"}]}))
	_found(request, "authority.notify.organ") == [null, null, "met"]
}

test_a_reading_puts_the_relay_on_the_operator_and_its_clock if {
	request := testing.read_as(_leak(_major, {}), {"relay_bearer": "operator"})
	list := duties.list with input as request
	relay := testing.by_id(list)["authority.relay.other"]
	[relay.bearer, relay.trigger, relay.from, relay.due] == ["operator", "awareness", _at, "2025-12-22T23:00:00+08:00"]
}

test_a_reading_lets_the_hours_run_from_the_assessment if {
	assessed := "2025-12-23T08:00:00+08:00"
	request := testing.read_as(
		_leak(_major, {"times": {"discovered_at": _at, "assessed_at": assessed}, "suspected_crime": true}),
		{"clock_start": "assessment"},
	)
	_found(request, "operator.first_report.other") == [assessed, "2025-12-23T12:00:00+08:00", "pending"]
	_found(request, "operator.report.crime") == [assessed, null, "pending"]
}

test_the_summary_is_due_thirty_days_after_handling_ended if {
	every case in {
		"to the end of the day": ["2025-12-24T10:00:00+08:00", {}, "2026-01-23T23:59:59+08:00"],
		"by the day in Beijing": ["2025-12-24T16:00:00Z", {}, "2026-01-24T23:59:59+08:00"],
		"720 hours": ["2025-12-24T10:00:00+08:00", {"summary_deadline": "720_hours"}, "2026-01-23T10:00:00+08:00"],
	} {
		request := testing.read_as(_leak(_major, {"times": {"handling_ended_at": case[0]}}), case[1])
		_found(request, "operator.summary")[1] == case[2]
		sent := _sent("operator.summary", case[2], case[2])
		met := testing.read_as(_leak(_major, {"times": {"handling_ended_at": case[0]}, "reports": [sent]}), case[1])
		_found(met, "operator.summary")[2] == "met"
	}
}

test_before_handling_has_ended_no_summary_is_due if {
	_found(_leak(_major, {}), "operator.summary") == [null, null, "pending"]
}

test_supplements_run_from_the_first_report_and_are_met_by_all_eight_items if {
	first := _sent("operator.first_report.other", "2025-12-23T01:00:00+08:00", _at)
	some_items := _leak(_major, {"reports": [object.union(first, {"items": [1, 2]})]})
	_found(some_items, "operator.supplement.items") == ["2025-12-23T01:00:00+08:00", null, "pending"]
	rest := {"duty": "operator.supplement.items", "items": [3, 4, 5, 6, 7, 8]}
	all_items := _leak(_major, {"reports": [object.union(first, {"items": [1, 2]}), rest]})
	_found(all_items, "operator.supplement.items")[2] == "met"
	_found(all_items, "operator.supplement.developments") == ["2025-12-23T01:00:00+08:00", null, null]
}

test_a_crime_report_is_met_once_sent if {
	request := _leak(0, {"suspected_crime": true, "reports": [{"duty": "operator.report.crime"}]})
	_found(request, "operator.report.crime") == [_at, null, "met"]
}
