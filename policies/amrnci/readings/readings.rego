# METADATA
# title: Readings
# description: Which option of each open question of the text this request is answered by.
# custom:
#   citation: article.4.1
#   zh: 条文有疑义之处，本次按哪一种读法作答。
package amrnci.readings

import data.amrnci.scope.version

# METADATA
# description: The option used of each reading - the request's, or else the one in force.
used := {id: option |
	some id, reading in version.readings
	option := object.get(_asked, id, reading.in_force)
}

# METADATA
# description: A value of the law's data, chosen by the reading that decides it where one does.
chosen(value) := value[used[value.by_reading]] if {
	value.by_reading
} else := value

_asked := object.get(input, "readings", {})
