package amrnci.facts_test

import data.amrnci.facts
import data.amrnci.testing

test_a_word_stands_on_its_rung_and_an_unknown_one_on_any if {
	every word, span in data.tables.choices.ladders.severity {
		fact := facts.other_severity with input as testing.about({"judgements": {"other": {"severity": word}}})
		fact == {"path": "/judgements/other/severity", "value": word, "low": span.low, "high": span.high}
	}
}

test_a_word_left_out_is_what_unstated_says if {
	unknown := facts.system_loss with input as testing.about({})
	none := facts.system_loss with input as testing.only({})
	[unknown.low, unknown.high, unknown.value] == [0, 4, "unknown"]
	[none.low, none.high, none.value] == [0, 0, "none"]
}

test_unknown_is_neither_a_sure_yes_nor_a_no if {
	every case in {
		"yes": [testing.about({"ransomware": true}), true, true],
		"no": [testing.about({"ransomware": false}), false, false],
		"unknown": [testing.only({"ransomware": "unknown"}), false, true],
		"left out": [testing.about({}), false, true],
		"left out of what is all": [testing.only({}), false, false],
	} {
		fact := facts.ransomware with input as case[0]
		[fact.sure, fact.may_be] == [case[1], case[2]]
	}
}

# Every yes or no that is read from the incident, with its value and the pointer to it.
test_each_yes_or_no_is_read_from_its_place if {
	incident := {
		"operator": {"without_china_operations": true, "sector_rules": true},
		"occurred_outside_china": true,
		"data_exported_from_china": true,
		"state_secrets": true,
		"suspected_crime": true,
		"ransomware": true,
		"impact": {"cii": {"involved": true}},
	}
	read := [
		facts.without_china_operations,
		facts.sector_rules,
		facts.occurred_outside_china,
		facts.data_exported_from_china,
		facts.state_secrets,
		facts.suspected_crime,
		facts.ransomware,
		facts.cii_involved,
	] with input as testing.only(incident)
	every fact in read {
		fact.sure
		object.get(incident, split(trim_prefix(fact.path, "/"), "/"), false) == true
	}
}

test_the_kind_of_operator_may_be_any_while_it_is_unknown if {
	every_kind := ["central_or_state_organ", "directly_subordinate_unit", "state_owned_enterprise", "other"]
	every case in {
		"stated": [testing.about({"operator": {"kind": "state_owned_enterprise"}}), ["state_owned_enterprise"]],
		"unknown": [testing.only({"operator": {"kind": "unknown"}}), every_kind],
		"left out": [testing.about({}), every_kind],
		"left out of what is all": [testing.only({}), ["other"]],
	} {
		facts.operator_kind.may_be == case[1] with input as case[0]
	}
}
