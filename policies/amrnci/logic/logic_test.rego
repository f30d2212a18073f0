package amrnci.logic_test

import data.amrnci
import data.amrnci.logic
import data.amrnci.testing

test_the_shipped_data_is_made_for_this_logic if {
	data.law.logic_version == logic.version
	not logic.mismatch
}

test_data_for_another_logic_is_refused_by_name if {
	decision := amrnci.decision with input as testing.about({})
		with data.law.logic_version as logic.version + 1
	decision.status == "invalid"
	decision.errors == [{"path": "", "expected": "law_data_of_logic_version_1"}]
	decision.duties == []
	decision.grade == null
}

test_data_that_names_no_logic_is_refused if {
	law := object.remove(data.law, ["logic_version"])
	decision := amrnci.decision with input as testing.about({}) with data.law as law
	decision.status == "invalid"
}

# A later logic may not know versions, related duties or readings where they stand today.
test_data_of_any_shape_is_answered if {
	every law in [{}, {"versions": []}, {"logic_version": 9, "versions": [{"id": "x"}], "x": {}}] {
		decision := amrnci.decision with input as testing.about({}) with data.law as law
		decision.status == "invalid"
		decision.related == []
		decision.readings == {}
	}
}
