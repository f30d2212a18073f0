package amrnci.facts.errors_test

import data.amrnci.facts.errors

# A request in which every object that the contract knows is there, and empty.
_skeleton := {"incident": {
	"id": "a",
	"times": {},
	"operator": {},
	"impact": {"cii": {}, "livelihood": {}, "personal_information": {}},
	"judgements": {"system_loss": {}, "other": {}},
	"narrative": {"ransom": {}},
	"summary": {},
	"mitigation": {},
}}

# One value of each JSON type, none of which is a word of the contract.
_samples := ["null", "true", "0.5", "-1", "\"?\"", "[null]", "{\"?\": 0}"]

_right(kind) := {
	"name": {"\"?\""},
	"text": {"\"?\""},
	"object": {"{\"?\": 0}"},
	"yes_no": {"true"},
	"entries": {"[null]"},
}[kind] if {
	kind in {"name", "text", "object", "yes_no", "entries"}
} else := set()

_expected(kind) := "time" if {
	kind == "moment"
} else := kind

_pointer(path) := concat("/", array.concat([""], path))

_found(request) := {[error.path, error.expected] | some error in found} if {
	found := errors.found with input as request
}

# The skeleton with a value at each of some paths.
_with(paths, value) := json.patch(_skeleton, [_put(path, value) | some path in paths])

_put(path, value) := {"op": "add", "path": _pointer(path), "value": value}

_leaves := {path: kind |
	some object_ in data.tables.request.objects
	some name, kind in object_.members
	kind != "object"
	path := array.concat(object_.path, [name])
}

_entry_members := {array.concat(list.path, ["0", name]): kind |
	some list in data.tables.request.lists
	some name, kind in list.members
}

# What stands wrong inside a list that is one is another matter.
_refused(members, text) := {[_pointer(path), _expected(kind)] |
	some path, kind in members
	not text in _right(kind)
}

test_each_member_refuses_a_value_of_another_kind if {
	every text in _samples {
		inside := {[sprintf("%s/0", [_pointer(path)]), "object"] |
			some path, kind in _leaves
			kind == "entries"
			text == "[null]"
		}
		_found(_with(object.keys(_leaves), json.unmarshal(text))) == _refused(_leaves, text) | inside
	}
}

test_each_object_refuses_a_value_of_another_kind[pointer] if {
	some object_ in data.tables.request.objects
	some name, "object" in object_.members
	path := array.concat(object_.path, [name])
	pointer := _pointer(path)
	every text in ["null", "[]", "\"unknown\""] {
		[pointer, "object"] in _found(_with({path}, json.unmarshal(text)))
	}
}

test_each_member_of_an_entry_refuses_a_value_of_another_kind if {
	every text in _samples {
		value := json.unmarshal(text)
		lists := [_put(list.path, [{name: value | some name, _ in list.members}]) | some list in data.tables.request.lists]
		_found(json.patch(_skeleton, lists)) == _refused(_entry_members, text)
	}
}

test_each_fact_may_be_unknown if {
	facts := {path | some path, kind in _leaves; not kind in {"moment", "time"}}
	_found(_with(facts, "unknown")) == set()
}

test_a_request_with_every_object_and_nothing_in_it_is_fine if _found(_skeleton) == set()

_paths_about(incident) := [error.path | some error in found] if {
	found := errors.found with input as {"incident": object.union({"id": "a"}, incident)}
}

test_words_of_one_kind_are_not_of_another[note] if {
	some note, case in {
		"a time is no number": [{"impact": {"direct_economic_loss_yuan": "2025-12-22T22:00:00+08:00"}}, "/incident/impact/direct_economic_loss_yuan"],
		"a duty is no number": [{"impact": {"direct_economic_loss_yuan": "operator.summary"}}, "/incident/impact/direct_economic_loss_yuan"],
		"a number is no name": [{"id": 5}, "/incident/id"],
		"a list is no entry": [{"impact": {"sites": [["a"]]}}, "/incident/impact/sites/0"],
	}
	_paths_about(case[0]) == [case[1]]
}
