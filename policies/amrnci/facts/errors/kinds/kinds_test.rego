package amrnci.facts.errors.kinds_test

import data.amrnci.facts.errors.kinds
import data.amrnci.testing

_fits(kind, text) if kinds.valid(kind, json.unmarshal(text))

_high := data.tables.choices.quantity_high

test_a_quantity_is_whole_and_within_bounds if {
	texts := array.concat(
		["0", "1", "1.0", "1e3", "{}", "{\"at_least\": 0}", "{\"at_most\": 0}", "\"unknown\""],
		[sprintf("%d", [_high]), "{\"at_least\": 5, \"at_most\": 5}", sprintf("{\"at_least\": %d}", [_high])],
	)
	every text in texts { _fits("quantity", text) }
}

test_what_is_no_quantity_is_refused[text] if {
	bad := [
		"-1", "0.5", "1.5e0", "true", "null", "\"5\"", "\"none\"", "[]", "[5]",
		"{\"at_least\": 6, \"at_most\": 5}", "{\"at_least\": -1}", "{\"at_most\": 0.5}", "{\"at_least\": \"unknown\"}",
		"{\"at_least\": null}", "{\"at_least\": 1, \"exactly\": 1}", "{\"at_most\": {}}", "1e16", "1e400",
	]
	some text in array.concat(bad, [sprintf("%d", [_high + 1]), sprintf("{\"at_most\": %d}", [_high + 1])])
	not _fits("quantity", text)
}

test_a_share_goes_up_to_the_whole if {
	every text in ["0", "100", "{\"at_least\": 100}", "{\"at_most\": 0}", "{}", "\"unknown\""] { _fits("percent", text) }
	every text in ["101", "-1", "99.5", "{\"at_most\": 101}", "{\"at_least\": 60, \"at_most\": 50}", "\"50\""] {
		not _fits("percent", text)
	}
}

test_a_list_is_complete_or_open_or_unknown[kind] if {
	some kind, entry in {"entries": "{}", "effects": "\"lost\"", "services": "\"water\"", "items": "8"}
	good := ["[]", "[%s]", "[%s, %s]", "{\"at_least\": []}", "{\"at_least\": [%s]}", "\"unknown\""]
	every text in good { _fits(kind, replace(text, "%s", entry)) }
	bad := ["{}", "null", "0", "true", "\"none\"", "{\"at_most\": [%s]}", "{\"at_least\": %s}", "{\"at_least\": [%s], \"at_most\": []}"]
	every text in bad { not _fits(kind, replace(text, "%s", entry)) }
}

test_a_list_of_words_holds_its_words_only[kind] if {
	some kind, entries in {
		"effects": ["\"unknown\"", "\"water\"", "null", "\"\"", "[\"lost\"]"],
		"services": ["\"unknown\"", "\"lost\"", "1"],
		"items": ["0", "9", "1.5", "\"1\"", "null"],
	}
	every entry in entries {
		not _fits(kind, concat("", ["[", entry, "]"]))
		not _fits(kind, concat("", ["{\"at_least\": [", entry, "]}"]))
	}
}

test_every_word_of_a_list_may_be_in_it if {
	every word, _ in data.tables.request.words.effect { kinds.valid("effects", [word]) }
	every word, _ in data.tables.request.words.service { kinds.valid("services", [word]) }
	every content in testing.rules.contents.items { kinds.valid("items", [content.item]) }
}

test_a_word_is_one_of_its_kind[kind] if {
	some kind, values in data.tables.request.kinds
	every word, _ in object.get(values, "words", {}) { kinds.valid(kind, word) }
	refused := {word | some word in ["no such word", "Unknown", ""]; not kinds.valid(kind, word)}
	count(refused) == object.get({"name": 1, "text": 0, "moment": 0}, kind, 3)
}

test_words_of_a_ladder_are_those_it_can_place if {
	every kind, values in object.union(data.tables.choices.ladders, data.tables.choices.sets) {
		object.keys(values) == object.keys(data.tables.request.kinds[kind].words)
	}
}

test_a_duty_is_one_of_the_statute if {
	every id, _ in testing.rules.duties {
		kinds.valid("duty", id)
	}
}

test_no_other_name_is_a_duty if {
	every text in ["\"unknown\"", "\"operator.first_report\"", "\"\"", "null", "1", "[\"operator.summary\"]"] { not _fits("duty", text) }
}

test_provinces_are_the_34_of_china if count(data.tables.request.kinds.province.words) == 35

test_a_time_is_rfc_3339_with_an_offset if {
	_fits("time", "\"2025-12-22T22:00:00+08:00\"")
	every text in ["\"2025-12-22T22:00:00\"", "\"unknown\"", "\"2025-02-29T00:00:00Z\"", "null", "0"] { not _fits("time", text) }
}
