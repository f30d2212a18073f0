package amrnci.scope.version_test

import data.amrnci.scope.version
import data.amrnci.testing

# The law with a version of 2030, and the one of 2025 repealed at some date.
_law(repealed_from) := object.union(data.law, {
	"2030-01-01": testing.rules,
	"versions": [
		{"id": "2030-01-01", "valid_from": "2030-01-01"},
		object.union({"id": "2025-11-01", "valid_from": "2025-11-01"}, repealed_from),
	],
})

_found(request) := found.id if {
	found := version.found with input as request
} else := null

_found_in(law, request) := found.id if {
	found := version.found with input as request with data.law as law
} else := null

_at(time) := testing.about({"times": {"discovered_at": time}})

test_a_version_applies_from_midnight_in_beijing if {
	every time, id in {
		"2025-10-31T23:59:59+08:00": null,
		"2025-10-31T15:59:59Z": null,
		"2025-11-01T00:00:00+08:00": "2025-11-01",
		"2025-10-31T16:00:00Z": "2025-11-01",
		"2099-01-01T00:00:00Z": "2025-11-01",
		"9999-12-31T23:59:59-23:59": "2025-11-01", # in Beijing it is the year 10000
	} {
		_found(_at(time)) == id
	}
}

test_the_earlier_time_of_awareness_counts if {
	_found(testing.about({"times": {
		"discovered_at": "2025-11-02T00:00:00Z",
		"learned_at": "2025-10-31T00:00:00Z",
	}})) == null
}

test_a_reading_takes_the_date_of_occurrence if {
	request := testing.about({"times": {
		"occurred_at": "2025-10-31T23:59:59+08:00",
		"discovered_at": "2025-11-02T00:00:00Z",
	}})
	_found(request) == "2025-11-01"
	_found(testing.read_as(request, {"in_force_by": "occurrence"})) == null
}

test_without_that_time_it_is_the_newest if {
	_found(testing.about({})) == "2025-11-01"
	_found_in(_law({}), testing.about({})) == "2030-01-01"
	_found_in(_law({}), testing.read_as(_at("2025-11-02T00:00:00Z"), {"in_force_by": "occurrence"})) == "2030-01-01"
}

test_of_two_versions_the_newer_that_is_in_force_counts if {
	every time, id in {
		"2025-10-31T23:59:59+08:00": null,
		"2025-11-01T00:00:00+08:00": "2025-11-01",
		"2029-12-31T23:59:59+08:00": "2025-11-01",
		"2030-01-01T00:00:00+08:00": "2030-01-01",
	} {
		_found_in(_law({}), _at(time)) == id
	}
}

test_a_repealed_version_leaves_a_gap if {
	every time, id in {
		"2029-05-31T23:59:59+08:00": "2025-11-01",
		"2029-06-01T00:00:00+08:00": null,
		"2029-12-31T23:59:59+08:00": null,
		"2030-01-01T00:00:00+08:00": "2030-01-01",
	} {
		_found_in(_law({"repealed_from": "2029-06-01"}), _at(time)) == id
	}
}

# The version before has ended too, though it does not say so: it ended where its successor began.
test_after_a_repealed_newest_version_no_older_one_comes_back if {
	law := object.union(data.law, {
		"2030-01-01": testing.rules,
		"versions": [
			{"id": "2030-01-01", "valid_from": "2030-01-01", "repealed_from": "2031-01-01"},
			{"id": "2025-11-01", "valid_from": "2025-11-01"},
		],
	})
	every time, id in {
		"2029-12-31T23:59:59+08:00": "2025-11-01",
		"2030-12-31T23:59:59+08:00": "2030-01-01",
		"2031-01-01T00:00:00+08:00": null,
	} {
		_found_in(law, _at(time)) == id
	}
}

test_the_rules_are_those_of_the_version if {
	version.annex == testing.rules.annex with input as testing.about({})
	not version.annex with input as _at("2025-01-01T00:00:00Z")
}

test_midnight_is_that_of_beijing if version.midnight_text("2025-11-01") == "2025-11-01T00:00:00+08:00"
