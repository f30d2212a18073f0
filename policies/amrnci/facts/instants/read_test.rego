package amrnci.facts.instants_test

import data.amrnci.facts.instants
import data.amrnci.testing

# OPA's own clock says the same, wherever it reaches (1678 to 2262).
_reference(text) := concat("", [time.format([shifted, "UTC", "2006-01-02T15:04:05"]), "+08:00"]) if {
	shifted := time.parse_rfc3339_ns(text) + ((8 * 3600) * 1000000000)
}

# Some thousand instants, spread over the centuries, each with another offset and another fraction.
_sample(i) := concat("", [local, _fractions[i % count(_fractions)], _zone(i)]) if {
	second := ((i * 6151427017) % 18400000000) - 9200000000
	local := time.format([second * 1000000000, "UTC", "2006-01-02T15:04:05"])
}

_zone(i) := sprintf("%s%02d:%02d", [["+", "-"][i % 2], floor((i % 1440) / 60), i % 60])

_fractions := ["", ".0", ".5", ".999999999", ".123456789", ""]

test_instants_of_six_centuries_are_those_of_opa_itself if {
	count({text |
		some i in numbers.range(1, 1441)
		text := _sample(i)
		instants.write(instants.read(text)) == _reference(text)
	}) == 1441
}

# The calendar repeats after 400 years, so a year out of OPA's reach is compared with one within it.
test_instants_of_ten_millennia_are_those_of_the_same_400_years if {
	every year in numbers.range_step(1, 9999, 7) {
		near := testing.within_reach(year)
		rest := substring(_sample(year), 4, -1)
		expected := _reference(concat("", [sprintf("%04d", [near]), replace(rest, "-02-29", "-02-28")]))
		far := sprintf("%04d", [(to_number(trim_left(substring(expected, 0, 4), "0")) + year) - near])
		text := concat("", [sprintf("%04d", [year]), replace(rest, "-02-29", "-02-28")])
		instants.write(instants.read(text)) == concat("", [far, substring(expected, 4, -1)])
	}
}

test_a_leap_day_is_there_in_leap_years_only if {
	every year in [1, 4, 99, 100, 400, 1900, 2000, 2023, 2024, 2100, 2400, 9996, 9999] {
		read := [day | day := instants.read(sprintf("%04d-02-29T12:00:00Z", [year]))]
		count(read) == count([year | _leap(year)])
	}
}

test_each_year_is_common_or_leap if {
	every year in numbers.range(1, 9999) { instants.kind(sprintf("%04d", [year])) == ["common", "leap"][count([year | _leap(year)])] }
}

_leap(year) if {
	year % 4 == 0
	year % 100 > 0
} else if {
	year % 400 == 0
}

test_every_day_of_a_year_is_a_day_and_no_other if {
	every year, length in {"2023": 365, "2024": 366} {
		days := [instant[1] |
			some month in numbers.range(0, 13)
			some day in numbers.range(0, 32)
			instant := instants.read(sprintf("%s-%02d-%02dT00:00:00+08:00", [year, month, day]))
		]
		days == numbers.range(0, length - 1)
	}
}

test_the_ends_of_the_calendar_can_be_read if {
	instants.write(instants.read("0001-01-01T00:00:00+23:59")) == "0000-12-31T08:01:00+08:00"
	instants.write(instants.read("9999-12-31T23:59:59-23:59")) == "10000-01-02T07:58:59+08:00"
}

test_a_fraction_of_a_second_is_cut_off if {
	instants.read("2025-12-22T22:00:00.999999999999+08:00") == instants.read("2025-12-22T22:00:00+08:00")
}

test_instants_compare_like_time if {
	ordered := [
		"0001-01-01T00:00:00Z",
		"2025-11-01T00:00:00+08:00",
		"2025-11-01T00:00:01+08:00",
		"2025-10-31T16:00:02Z",
		"2025-10-31T23:59:59-00:30",
		"2026-01-01T00:00:00+09:00",
		"2025-12-31T23:59:59+08:00",
		"9999-12-31T23:59:59Z",
	]
	read := [instants.read(text) | some text in ordered]
	count(read) == count(ordered)
	sort(read) == read
}

test_utc_may_be_written_in_three_ways if {
	count({instants.read(concat("", ["2025-12-31T23:59:59", zone])) | some zone in ["Z", "+00:00", "-00:00"]}) == 1
}

test_a_year_has_no_sign if {
	every year in ["-025", "+025"] {
		not instants.read(concat("", [year, "-01-01T00:00:00Z"]))
	}
}
