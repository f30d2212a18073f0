package amrnci.readings_test

import data.amrnci.readings
import data.amrnci.testing

test_unless_asked_for_the_readings_in_force_are_used if {
	in_force := {id: reading.in_force | some id, reading in testing.rules.readings}
	count(in_force) == 10
	readings.used == in_force with input as testing.about({})
	asked := object.union(in_force, {"relay_bearer": "operator"})
	readings.used == asked with input as testing.read_as(testing.about({}), {"relay_bearer": "operator"})
}

test_each_reading_in_force_is_one_of_its_options if {
	every reading in testing.rules.readings { reading.options[reading.in_force] }
}

test_a_value_of_the_law_may_turn_on_a_reading if {
	value := {"by_reading": "state_owned_as_organ", "no": 1, "yes": 2}
	readings.chosen(value) == 1 with input as testing.about({})
	readings.chosen(value) == 2 with input as testing.read_as(testing.about({}), {"state_owned_as_organ": "yes"})
	readings.chosen("prefecture") == "prefecture" with input as testing.about({})
	readings.chosen(["core"]) == ["core"] with input as testing.about({})
}
