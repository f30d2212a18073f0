package amrnci.contents_test

import data.amrnci.contents
import data.amrnci.testing

_items(facts) := [item.status | some item in items] if {
	items := contents.items with input as testing.only(facts)
}

_fields(number, facts) := {field.path: field.stated | some field in items[number - 1].fields} if {
	items := contents.items with input as testing.only(facts)
}

_missing := ["missing", "missing", "missing", "missing", "missing", "missing", "missing", "missing"]

# All that Art. 7 asks for.
_full := {
	"operator": {"name": "a"},
	"times": {"discovered_at": "2025-12-22T22:00:00+08:00"},
	"narrative": {trim_prefix(path, "/narrative/"): "a" |
		some law in testing.rules.contents.items
		some path in law.fields
		startswith(path, "/narrative/")
	},
}

test_the_eight_items_stand_in_their_order if {
	items := contents.items with input as testing.about({})
	[item.item | some item in items] == numbers.range(1, 8)
}

test_of_an_incident_without_texts_every_item_is_missing if {
	_items({}) == _missing
	_items({"narrative": {"place": "", "trend": ""}, "operator": {"name": ""}}) == _missing
}

test_an_item_is_complete_with_all_its_fields_and_partial_with_some if {
	every status in _items(_full) { status == "complete" }
	_items({"operator": {"name": "a"}})[0] == "partial"
	_items({"narrative": {"attack_path": "a"}})[4] == "partial"
}

test_each_text_counts_for_its_item if {
	every law in testing.rules.contents.items {
		every path in law.fields {
			facts := json.remove(_full, [path])
			statuses := _items(facts)
			statuses[law.item - 1] != "complete"
			count([1 | some status in statuses; status == "complete"]) == 7
		}
	}
}

test_the_time_discovered_or_occurred_is_enough if {
	every name in ["discovered_at", "occurred_at"] {
		facts := object.union(json.remove(_full, ["/times"]), {"times": {name: "2025-12-22T22:00:00+08:00"}})
		_items(facts)[1] == "complete"
		count(_fields(2, facts)) == 6
	}
	no_time := json.remove(_full, ["/times"])
	_items(no_time)[1] == "partial"
	_fields(2, no_time)["/times/discovered_at"] == false
	_fields(2, no_time)["/times/occurred_at"] == false
	count(_fields(2, object.union(_full, {"times": {"occurred_at": "2025-12-22T22:00:00Z"}}))) == 7
}

test_a_ransom_is_part_of_item_2_unless_it_is_surely_no_ransomware if {
	not _fields(2, _full)["/narrative/ransom/amount"]
	_fields(2, object.union(_full, {"ransomware": "unknown"}))["/ransomware"] == false
	asked := object.union(_full, {"ransomware": true, "narrative": {"ransom": {"amount": "1", "method": "", "currency": "BTC"}}})
	_items(asked)[1] == "partial"
	fields := _fields(2, asked)
	fields["/narrative/ransom/amount"]
	not fields["/narrative/ransom/method"]
	paid := object.union(asked, {"narrative": {"ransom": {"method": "a", "demanded_at": "a"}}})
	_items(paid)[1] == "complete"
}

test_what_is_told_of_a_ransom_counts_before_it_is_known_to_be_ransomware if {
	told := {"ransomware": "unknown", "narrative": {"ransom": {"demanded_at": "a"}}}
	_items(told)[1] == "partial"
	fields := _fields(2, told)
	fields["/narrative/ransom/demanded_at"]
	fields["/ransomware"] == false
	not "/narrative/ransom/amount" in object.keys(fields)
	_items(object.union(told, {"ransomware": false}))[1] == "missing"
}

test_items_1_and_2_are_required_first_and_the_others_when_nothing_may_wait if {
	required := [item.required_in_first_report | some item in contents.items] with input as testing.about({})
	required == [true, true, false, false, false, false, false, false]
	determined := {"cause": "a", "impact": "a", "trend": "a"}
	every_item := [item.required_in_first_report | some item in contents.items] with input as testing.about({"narrative": determined})
	{value | some value in every_item} == {true}
	every name, _ in determined {
		open := json.remove(determined, [name])
		waiting := [1 | contents.nothing_may_wait] with input as testing.about({"narrative": open})
		waiting == []
	}
}

test_a_single_letter_is_something_told if {
	_fields(4, {"narrative": {"cause": "x"}}) == {"/narrative/cause": true}
}
