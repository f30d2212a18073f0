package amrnci.facts.instants_test

import data.amrnci.facts.instants

_limits := [0, 1, 30, 60, 120, 240, 1439, 1440, 1441, 2880, 43200]

test_minutes_later_is_what_opa_itself_adds if {
	every i in numbers.range(1, 90) {
		text := _sample(i)
		every minutes in _limits {
			ns := time.parse_rfc3339_ns(text) + ((minutes * 60) * 1000000000)
			later := _reference(time.format([ns, "UTC", "2006-01-02T15:04:05Z07:00"]))
			instants.write(instants.minutes_later(instants.read(text), minutes)) == later
		}
	}
}

test_days_later_keeps_the_time_of_day[text] if {
	some text, expected in {
		"2025-12-22T22:00:00+08:00": "2026-01-21T22:00:00+08:00",
		"2024-01-31T00:00:00+08:00": "2024-03-01T00:00:00+08:00",
		"2025-01-31T23:59:59+08:00": "2025-03-02T23:59:59+08:00",
		"2024-12-02T01:02:03+08:00": "2025-01-01T01:02:03+08:00",
	}
	instants.write(instants.days_later(instants.read(text), 30)) == expected
}

test_a_day_earlier_may_be_last_year[text] if {
	some text, expected in {
		"2025-01-01T05:00:00+08:00": "2024-12-31T05:00:00+08:00",
		"2024-03-01T05:00:00+08:00": "2024-02-29T05:00:00+08:00",
		"2023-03-01T05:00:00+08:00": "2023-02-28T05:00:00+08:00",
	}
	instants.write(instants.days_later(instants.read(text), -1)) == expected
}

test_minutes_move_within_over_and_before_the_day[minutes] if {
	some minutes, expected in {
		0: "2025-03-01T00:00:09+08:00",
		1439: "2025-03-01T23:59:09+08:00",
		1440: "2025-03-02T00:00:09+08:00",
		2880: "2025-03-03T00:00:09+08:00",
		-1: "2025-02-28T23:59:09+08:00",
	}
	instants.write(instants.moved(instants.read("2025-03-01T12:00:09+08:00"), minutes)) == expected
}
