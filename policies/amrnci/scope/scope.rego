# METADATA
# title: Scope
# description: Whether the Measures apply to the incident at all (Art. 2 and 13). Being outside needs certainty, so an unknown fact never takes a duty away.
# custom:
#   citation: article.2
#   zh: 办法是否适用于该事件（第二条、第十三条）。只有确定不适用时才不适用；未知的事实不免除任何义务。
package amrnci.scope

import data.amrnci.facts
import data.amrnci.readings

# METADATA
# description: Nothing that is known for certain takes the incident out of the Measures.
applies if {
	not excluded
	not outside
}

# METADATA
# description: State secrets are involved, so other rules govern the report (Art. 13).
# custom:
#   citation: article.13
excluded if facts.state_secrets.sure

# METADATA
# description: The operator neither builds nor operates networks nor serves through them in China (Art. 2).
outside if facts.without_china_operations.sure

# METADATA
# description: The incident occurred abroad, and no data exported from China brings it in.
outside if _abroad_for_sure

# METADATA
# description: Scope facts that are unknown and on which the answer still turns, with what would change it.
undecided contains facts.state_secrets if {
	not outside
	_unknown(facts.state_secrets)
}

undecided contains facts.without_china_operations if {
	not excluded
	not _abroad_for_sure
	_unknown(facts.without_china_operations)
}

undecided contains facts.occurred_outside_china if {
	not excluded
	not facts.without_china_operations.sure
	_unknown(facts.occurred_outside_china)
	_exported_data_may_not_count
}

undecided contains facts.data_exported_from_china if {
	not excluded
	not facts.without_china_operations.sure
	facts.occurred_outside_china.may_be
	readings.used.exported_data == "exporter_reports"
	_unknown(facts.data_exported_from_china)
}

_abroad_for_sure if {
	facts.occurred_outside_china.sure
	not _exported_data_counts
}

_exported_data_counts if {
	readings.used.exported_data == "exporter_reports"
	facts.data_exported_from_china.may_be
}

_exported_data_may_not_count if readings.used.exported_data != "exporter_reports"

_exported_data_may_not_count if not facts.data_exported_from_china.sure

_unknown(fact) if {
	fact.may_be
	not fact.sure
}
