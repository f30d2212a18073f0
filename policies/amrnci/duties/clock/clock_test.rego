package amrnci.duties.clock_test

import data.amrnci.duties.clock
import data.amrnci.facts.instants
import data.amrnci.testing

_discovered := "2025-12-22T22:00:00+08:00"

_assessed := "2025-12-23T00:00:00+08:00"

_incident := testing.only({"times": {"discovered_at": _discovered, "assessed_at": _assessed}})

test_hours_run_from_awareness_or_by_a_reading_from_the_assessment if {
	every option, text in {"awareness": _discovered, "assessment": _assessed} {
		clock.start == [instants.read(text)] with input as testing.read_as(_incident, {"clock_start": option})
	}
}

test_without_that_time_no_hours_run if {
	every option in ["awareness", "assessment"] {
		clock.start == [] with input as testing.read_as(testing.only({}), {"clock_start": option})
	}
}

test_later_needs_an_instant_and_a_number if {
	clock.later([instants.read(_discovered)], 120) == [instants.read(_assessed)]
	clock.later([], 120) == []
	clock.later([instants.read(_discovered)], null) == []
}

test_a_limit_in_seconds_is_given_where_the_text_gives_a_number if {
	{id: clock.limit_seconds(law) | some id, law in testing.rules.duties} == {
		"operator.first_report.cii": 3600,
		"operator.first_report.organ": 7200,
		"operator.first_report.other": 14400,
		"authority.relay.cii": 1800,
		"authority.relay.organ": 3600,
		"authority.relay.other": 3600,
		"authority.notify.organ": null,
		"authority.notify.other": 3600,
		"operator.report.sector": null,
		"operator.report.crime": null,
		"operator.vendor_contracts": null,
		"operator.supplement.items": null,
		"operator.supplement.developments": null,
		"operator.summary": null,
		"public.voluntary_report": null,
	}
}

test_an_instant_that_is_not_known_has_no_text if {
	clock.text([]) == null
	clock.text([instants.read("2025-12-22T14:00:00Z")]) == _discovered
}

test_the_earliest_of_none_is_none if {
	clock.earliest([]) == []
	clock.earliest([[2025, 2, 3, 4], [2025, 2, 3, 3], [2026, 0, 0, 0]]) == [[2025, 2, 3, 3]]
}
