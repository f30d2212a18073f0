# METADATA
# title: Contents of a report
# description: How complete each of the eight items of Art. 7 is, and which must be in the first report.
# custom:
#   citation: article.7.1
#   zh: 第七条八项内容各自是否齐备，哪些应当写入首次报告。
package amrnci.contents

import data.amrnci.facts
import data.amrnci.scope.version

# METADATA
# description: The eight items in the statute's order.
items := [item |
	some law in version.contents.items
	fields := _all_fields(law)
	item := {
		"item": law.item,
		"status": _status(fields),
		"fields": fields,
		"required_in_first_report": _required(law),
	}
]

# METADATA
# description: The text does not let items 3 to 8 wait - cause, impact and trend are all determined (Art. 7(2)).
# custom:
#   citation: article.7.2
nothing_may_wait if {
	every path in version.contents.deferrable_while_missing { _stated(path) }
}

# Few items have more than plain fields.
_all_fields(law) := _fields(law.fields) if {
	not law.any_of
	not law.ransom
} else := array.concat(_any_of(law), array.concat(_fields(law.fields), _ransom(law)))

_fields(paths) := [{"path": path, "stated": stated} |
	some path in paths
	stated := path in _stated_paths
]

# Of alternatives, those that are stated; all of them where none is.
_any_of(law) := stated if {
	stated := [field | some field in _fields(law.any_of); field.stated]
	count(stated) > 0
} else := _fields(object.get(law, "any_of", []))

# Ransom facts are due unless it is surely no ransomware; until then the fact itself is missing, beside what is told
# of a ransom already.
_ransom(law) := _fields(law.ransom.fields) if {
	facts.ransomware.sure
} else := array.concat(told, [{"path": facts.ransomware.path, "stated": false}]) if {
	law.ransom
	facts.ransomware.may_be
	told := [field | some field in _fields(law.ransom.fields); field.stated]
} else := []

# The grade that item 2 asks for is the decision's own, and so never missing.
_status(fields) := "complete" if {
	every field in fields { field.stated }
} else := "partial" if {
	some field in fields
	field.stated
} else := "missing"

_required(law) if {
	law.first
} else if {
	nothing_may_wait
} else := false

_stated(path) if path in _stated_paths

# Texts of the incident that are there and not blank, and its times.
_stated_paths := array.concat(
	[concat("/", ["/narrative", name]) | some name, text in _narrative; _told(text)],
	array.concat(
		[concat("/", ["/narrative/ransom", name]) | some name, text in object.get(_narrative, "ransom", {}); _told(text)],
		array.concat(
			[concat("/", ["/times", name]) | some name, _ in facts.times],
			["/operator/name" | _told(object.get(facts.incident, ["operator", "name"], ""))],
		),
	),
)

_told(text) if {
	is_string(text)
	trim(text, " \t\r\n\u00a0\u3000") != ""
}

_narrative := object.get(facts.incident, "narrative", {})
