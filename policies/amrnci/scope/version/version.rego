# METADATA
# title: Version of the rules
# description: Which version of the Measures the incident is answered by (Art. 14).
# custom:
#   citation: article.14
#   zh: 按哪一版本的办法作答（第十四条）。
package amrnci.scope.version

import data.amrnci.facts
import data.amrnci.facts.instants

_newest := data.law.versions[0]

# METADATA
# description: The version that covers the incident's date; undefined when none does. Where the date is not stated it is the newest.
found := _newest if {
	not instant
} else := _last_begun if {
	not _repealed(_last_begun)
}

# A version ends where the next one begins, whether or not it says so.
_last_begun := _newest if {
	_begun(_newest)
} else := _begun_by(_date)[0]

# METADATA
# description: What the annex of that version says of each upper grade.
annex := data.law[found.id].annex

# METADATA
# description: The duties of that version (Art. 4 to 8).
duties := data.law[found.id].duties

# METADATA
# description: The readings of that version.
readings := data.law[found.id].readings

# METADATA
# description: The grades of that version, lowest first.
grades := data.law[found.id].grades

# METADATA
# description: The contents of a report in that version (Art. 7).
contents := data.law[found.id].contents

# METADATA
# description: The time whose date selects the version; undefined when it is not stated.
instant := facts.times.occurred_at if {
	selected_by == "occurrence"
} else := facts.awareness if {
	selected_by == "awareness"
}

# METADATA
# description: The option of the reading in_force_by, which the newest version's data puts in force.
selected_by := object.get(input, ["readings", "in_force_by"], data.law[_newest.id].readings.in_force_by.in_force)

_begun(version) if _reached(version.valid_from)

# Only asked of years of four digits: a later one has reached the newest version.
_begun_by(date) := [version | some version in data.law.versions; date >= version.valid_from]

_repealed(version) if _reached(version.repealed_from)

# Both dates are Beijing's, so that their texts sort as they do; a year of five digits comes after all.
_reached(date) if {
	_date >= date
} else if {
	instant[0] > 9999
}

_date := instants.date(instant)

# METADATA
# description: The RFC 3339 text of a date's midnight in Beijing.
midnight_text(date) := concat("", [date, "T00:00:00", data.tables.calendar.zone_text])
