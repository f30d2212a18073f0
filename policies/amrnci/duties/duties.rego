# METADATA
# title: Duties
# description: Who must report what to whom and by when (Art. 4 to 8).
# custom:
#   citation: article.4.1
#   zh: 谁应当在何时之前向谁报告什么（第四条至第八条）。
package amrnci.duties

import data.amrnci.duties.clock
import data.amrnci.scope.version

# METADATA
# description: All duties, sorted by id.
list := [duty |
	some duties in [
		notifications,
		relays,
		first_reports,
		crime_reports,
		sector_reports,
		summaries,
		developments,
		outstanding_items,
		vendor_contracts,
		voluntary_reports,
	]
	some duty in duties
]

# The order of their ids.
_routes := ["cii", "organ", "other"]

_law := version.duties

# A duty by the law's data and by what the facts add to it. Instants stand in lists, empty when not known.
_duty(id, stated) := {
	"id": id,
	"bearer": object.get(stated, "bearer", law.bearer),
	"action": law.action,
	"recipients": _recipients(law),
	"applies": stated.applies,
	"trigger": stated.trigger,
	"from": clock.text(stated.from),
	"limit_seconds": clock.limit_seconds(law),
	"limit_days": object.get(law, "limit_days", null),
	"due": clock.text(stated.due),
	"manner": law.manner,
	"state": stated.state,
	"citation": law.citation,
} if {
	law := _law[id]
}

# What follows the first report goes where that went.
_recipients(law) := law.recipients if {
	law.recipients
} else := _recipients_of_first_reports
