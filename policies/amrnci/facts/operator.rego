package amrnci.facts

# METADATA
# description: The kind of operator (Art. 4(3)).
operator_kind := {"path": "/operator/kind", "may_be": data.tables.choices.sets.operator_kind[kind]} if {
	kind := object.get(incident, ["operator", "kind"], unstated.operator_kind)
}

# METADATA
# description: Whether the operator has neither networks nor services in China (Art. 2).
without_china_operations := yes_no("/operator/without_china_operations", ["operator", "without_china_operations"])

# METADATA
# description: Whether the operator's sector has reporting rules of its own (Art. 4(5)).
sector_rules := yes_no("/operator/sector_rules", ["operator", "sector_rules"])

# METADATA
# description: Whether the incident occurred outside China.
occurred_outside_china := yes_no("/occurred_outside_china", ["occurred_outside_china"])

# METADATA
# description: Whether data exported from China is affected.
data_exported_from_china := yes_no("/data_exported_from_china", ["data_exported_from_china"])

# METADATA
# description: Whether the incident involves state secrets (Art. 13).
state_secrets := yes_no("/state_secrets", ["state_secrets"])

# METADATA
# description: Whether a crime is suspected (Art. 4(6)).
suspected_crime := yes_no("/suspected_crime", ["suspected_crime"])

# METADATA
# description: Whether it is a ransomware attack (Art. 7, item 2).
ransomware := yes_no("/ransomware", ["ransomware"])
