package amrnci.facts_test

import data.amrnci.facts
import data.amrnci.facts.instants
import data.amrnci.testing

_early := "2025-12-22T13:00:00Z"

_late := "2025-12-22T22:00:00+08:00"

test_awareness_is_the_earlier_of_discovering_and_learning if {
	every case in {
		"both": [{"discovered_at": _late, "learned_at": _early}, _early],
		"both the other way round": [{"discovered_at": _early, "learned_at": _late}, _early],
		"discovered only": [{"discovered_at": _late, "occurred_at": _early}, _late],
		"learned only": [{"learned_at": _late, "assessed_at": _early}, _late],
	} {
		facts.awareness == instants.read(case[1]) with input as testing.about({"times": case[0]})
	}
}

test_without_either_time_awareness_is_not_known if {
	not facts.awareness with input as testing.only({"times": {"occurred_at": _early}})
	not facts.awareness with input as testing.only({})
}

test_times_are_those_that_can_be_read if {
	times := {"occurred_at": _early, "learned_at": "yesterday"}
	facts.times == {"occurred_at": instants.read(_early)} with input as testing.about({"times": times})
}

test_now_is_what_the_request_says_and_nothing_else if {
	facts.as_of == instants.read(_late) with input as object.union(testing.about({}), {"as_of": _late})
	not facts.as_of with input as testing.about({})
}
