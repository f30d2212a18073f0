package amrnci.liability_test

import data.amrnci.liability
import data.amrnci.testing

_at := "2025-12-22T22:00:00+08:00"

_due := "2025-12-23T02:00:00+08:00"

_after := "2025-12-23T02:00:01+08:00"

_status(request) := {fact.id: fact.status |
	some facts in found
	some fact in facts
} if {
	found := liability.found with input as request
}

# A reportable incident with reports of its first report, and what counts as now.
_reported(reports, now, facts) := _status(object.union(now, testing.only(object.union(
	{
		"times": {"discovered_at": _at},
		"impact": {"personal_information": {"persons_leaked": 1000000}},
		"reports": [object.union({"duty": "operator.first_report.other"}, report) | some report in reports],
	},
	facts,
))))

_timeliness(status) := [status.late_report, status.reported_in_time]

test_timeliness_is_read_from_the_first_reports if {
	every case in [
		[[{"sent_at": _due}], {}, ["missing", "stands"]],
		[[{"sent_at": _after}], {}, ["stands", "missing"]],
		[[], {"as_of": _after}, ["stands", "missing"]],
		[[], {"as_of": _due}, ["unknown", "unknown"]],
		[[], {}, ["unknown", "unknown"]],
		[[{}], {"as_of": _after}, ["unknown", "unknown"]],
	] {
		_timeliness(_reported(case[0], case[1], {})) == case[2]
	}
}

test_where_nothing_has_to_be_reported_timeliness_is_not_judged if {
	_timeliness(_status(testing.only({}))) == ["unknown", "unknown"]
	_timeliness(_reported([], {"as_of": _after}, {"state_secrets": true})) == ["unknown", "unknown"]
	_timeliness(_status(testing.about({}))) == ["unknown", "unknown"]
}

test_mitigating_facts_stand_are_missing_or_unknown if {
	every name in ["followed_plan", "reasonable_protection", "reduced_impact"] {
		every case in [[true, "stands"], [false, "missing"], ["unknown", "unknown"]] {
			_status(testing.about({"mitigation": {name: case[0]}}))[name] == case[1]
		}
		_status(testing.about({}))[name] == "unknown"
		_status(testing.only({}))[name] == "missing"
	}
}

test_what_the_facts_cannot_show_is_unknown if {
	status := _status(testing.only({}))
	every id in ["concealed_report", "false_report", "major_harmful_consequences", "omitted_report"] {
		status[id] == "unknown"
	}
}

test_each_fact_points_to_its_place_and_article if {
	found := liability.found with input as testing.about({})
	every facts in found { [fact.id | some fact in facts] == sort([fact.id | some fact in facts]) }
	testing.by_id(found.mitigating).followed_plan == {
		"id": "followed_plan",
		"status": "unknown",
		"path": "/mitigation/followed_plan",
		"citation": "article.11",
	}
	testing.by_id(found.aggravating).late_report == {"id": "late_report", "status": "unknown", "citation": "article.10.2"}
}
