# METADATA
# title: Errors of a request
# description: What is wrong with a request - on an OPA server nobody validates before the policy does, and a fact that can't be read must never count as a fact.
# custom:
#   citation: article.4.1
package amrnci.facts.errors

import data.amrnci.facts
import data.amrnci.facts.errors.kinds

_request := data.tables.request

# METADATA
# description: Every defect of the request, with a JSON Pointer into it and the kind of value that was expected there.
found := [error[1] | some error in sort([[error.path, error] | some error in _errors])]

# METADATA
# description: No input, or an input that is no object.
_errors contains _error([], "object") if not _is_object(_root)

# METADATA
# description: A request without an incident.
_errors contains _error(["incident"], "object") if {
	_is_object(_root)
	not _has(_root, "incident")
}

# METADATA
# description: An incident without an id.
_errors contains _error(["incident", "id"], "name") if {
	_is_object(_root.incident)
	not _has(_root.incident, "id")
}

# METADATA
# description: A member that the contract does not know, or whose value is of the wrong kind.
_errors contains _error(array.concat(object_.path, [name]), kind) if {
	plain := _request.kinds
	some object_ in _request.objects
	some name, value in _object_at(object_.path)
	kind := object.get(object_.members, name, "nothing")
	not plain[kind].words[value] # most values are one of a few words or of one type: a look-up settles them
	not plain[kind].types[type_name(value)]
	not kinds.valid(kind, value)
}

# METADATA
# description: A time of the incident that is not RFC 3339 with an offset, or not a real date.
_errors contains _error(["incident", "times", name], "time") if {
	stated := _object_at(["incident", "times"])
	count(stated) != count(facts.times)
	some name, _ in stated
	not facts.times[name]
}

# METADATA
# description: An as_of that is not RFC 3339.
_errors contains _error(["as_of"], "time") if {
	some "as_of", _ in _root
	not facts.as_of
}

# METADATA
# description: An entry of a list that is not an object.
_errors contains _error(array.concat(found_.path, [index]), "object") if {
	some found_ in _lists
	some index, entry in found_.entries
	not is_object(entry)
}

# METADATA
# description: A member of an entry that the contract does not know, or whose value is of the wrong kind.
_errors contains _error(array.concat(found_.path, [index, name]), kind) if {
	some found_ in _lists
	some index, entry in found_.entries
	is_object(entry)
	some name, value in entry
	kind := object.get(found_.members, name, "nothing")
	not kinds.valid(kind, value)
}

# METADATA
# description: An entry without a member that it must have.
_errors contains _error(array.concat(found_.path, [index, name]), found_.members[name]) if {
	some found_ in _lists
	some index, entry in found_.entries
	is_object(entry)
	some name in found_.required
	not _has(entry, name)
}

# METADATA
# description: A reading that the rules don't have, or an option that it does not offer.
_errors contains _error(["readings", name], "reading") if {
	some name, option in _object_at(["readings"])
	not data.law[kinds.newest].readings[name].options[option]
}

# The lists of the request, wherever they are well formed, of which some entry is not in order.
_lists := [found_ |
	some list in _request.lists
	value := object.get(_root, list.path, null)
	listed := _entries(value)
	not _sound(list, listed)
	path := _path_of_entries(list.path, value)
	found_ := {"path": path, "entries": listed, "members": list.members, "required": list.required}
]

# A list may hold thousands of entries, and nearly all are in order: this is seen in one go.
_sound(list, entries) if {
	members := list.members
	plain := _request.kinds
	words := {name: plain[kind].words | some name, kind in members}
	required := list.required
	every entry in entries {
		is_object(entry)
		every name in required { entry[name] != null }
		every name, value in entry { _fits(words, members, name, value) }
	}
}

_fits(words, members, name, value) if {
	words[name][value]
} else := kinds.valid(members[name], value)

_entries(value) := value if {
	is_array(value)
} else := value.at_least if {
	is_array(value.at_least)
}

_path_of_entries(path, value) := path if {
	is_array(value)
} else := array.concat(path, ["at_least"])

_object_at(path) := value if {
	value := object.get(_root, path, {})
	is_object(value)
}

_has(value, name) if object.get(value, name, null) != null

_is_object(value) if is_object(value)

# What was asked; null where there is no input at all.
_root := input if {
	_given
} else := null

_given if input != null

_error(names, expected) := {"path": concat("", [part | some name in names; part := _part(name)]), "expected": expected}

_part(name) := concat("", ["/", format_int(name, 10)]) if {
	is_number(name)
} else := concat("", ["/", replace(replace(name, "~", "~0"), "/", "~1")])
