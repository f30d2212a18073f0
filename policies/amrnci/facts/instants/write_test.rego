package amrnci.facts.instants_test

import data.amrnci.facts.instants

test_an_instant_is_written_at_beijing_time[text] if {
	some text, written in {
		"2025-12-22T14:00:00Z": "2025-12-22T22:00:00+08:00",
		"2025-12-31T16:00:00Z": "2026-01-01T00:00:00+08:00",
		"2024-02-28T23:00:00-01:00": "2024-02-29T08:00:00+08:00",
		"2026-01-01T00:00:00+23:59": "2025-12-31T08:01:00+08:00",
		"0987-06-05T04:03:02+08:00": "0987-06-05T04:03:02+08:00",
	}
	instants.write(instants.read(text)) == written
}

test_a_day_ends_at_its_last_second if {
	instants.write(instants.end_of_day(instants.read("2025-12-31T17:00:00Z"))) == "2026-01-01T23:59:59+08:00"
}

test_a_year_has_at_least_four_digits if {
	[instants.year_text(year) | some year in [0, 1, 12, 123, 999, 1000, 9999, 10000]] == [
		"0000", "0001", "0012", "0123", "0999", "1000", "9999", "10000",
	]
}
