# METADATA
# title: Grade and route of an incident that is known in full
# description: The part of the law that any rule engine can say - numbers of the annex, and who reports where. For benchmarks only.
package amrnci

decision := {"grade": grade, "route": route, "limit_minutes": limit}

default grade := "general"

grade := "particularly_major" if {
	_reaches("particularly_major")
} else := "major" if {
	_reaches("major")
} else := "relatively_major" if {
	_reaches("relatively_major")
}

_reaches(name) if {
	some fact, number in data.numbers.grades[name]
	input[fact] >= number
}

route := "cii" if {
	input.cii
} else := "organ" if {
	input.organ
} else := "other"

limit := null if {
	grade == "general"
} else := data.numbers.limits[route]
